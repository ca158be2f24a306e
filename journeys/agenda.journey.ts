import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTown } from '../platform/identity/testing.ts'
import { day } from './days.ts'
import { answerGate } from './gate.ts'
import { openHouse, type StoryHouse } from './house.ts'
import { townspeople, type Person, type Way } from './person.ts'
import { openTheCall } from './seating.ts'

/**
 * The agenda from below: a shopkeeper without a computer calls, sixty people join her, two councillors of opposing parties take
 * it up and see another problem behind it, a mandate fails at the gate once, a record is taken back once, and in the end the
 * council promises less.
 */

const names = ['alice', 'bashir', 'aisha', 'dora', 'emil', 'chen', 'ada'] as const
type People = Record<(typeof names)[number], Person>

describe.each<Way>(['with JavaScript', 'without JavaScript'])('from below, %s', (way) => {
  let house: StoryHouse
  let people: People
  let at = ''

  beforeAll(async () => {
    house = await openHouse((database) => foundTown(database, 'testhavn'), { isDemo: false })
  })

  afterAll(() => house.close())

  it('a call becomes a mandate, and a lower promise is told to everybody taking part', async () => {
    people = await townspeople(house, names, way)
    await rule(people)
    at = await call(people)
    await join(people, at)
    await owed(house, people, at)
    await reframe(people, at)
    await bodyAnswers(people, at)
    await mandate(people, at)
    await gate(people, at)
    await adopt(people, at)
    await apply(people, at)
    await promiseLess(people, at)
    await told(house, people, at)
  })
})

async function rule({ ada, alice }: People): Promise<void> {
  await alice.goTo('/problems/new')
  await alice.sees('No body has said that it must answer')
  await ada.goTo('/settings/agenda-rule?preset=small-town')
  await ada.send('Put this rule in force', { body: /Town council/, reference: 'Council, item 12' })
  await ada.sees('The rule is in force')
}

const question = 'Why do so few customers find their way to Quay Street?'
const less = 'The region has announced that it decides the stops itself.'

async function call({ chen }: People): Promise<string> {
  await chen.goTo('/problems/by-staff')
  await chen.send('Write this problem down', {
    channel: 'phone',
    question,
    whatHappens: 'Since the bus was moved, hardly anybody walks past the shops. Two have closed.',
    whoIsAffected: 'Eleven shopkeepers, and those who cannot walk far.',
    howOften: 'Every weekday',
    sinceWhen: 'Since March',
  })
  await chen.sees(/Its number is \d/)
  return new URL(chen.page.url()).pathname.replace(/^\/en\/[^/]+(\/problems\/[^/]+).*/, '$1')
}

/** Two at their own screens, the others on the counter's sheet; one has signed twice. Aisha adds an idea instead. */
async function join(people: People, at: string): Promise<void> {
  for (const person of [people.alice, people.bashir]) {
    await person.goTo(`${at}/problem`)
    await person.sees('written down by Chen')
    await person.send('Support this problem')
    await person.sees('Your support counts')
  }
  await people.aisha.goTo(`${at}/ideas/new`)
  await people.aisha.send('Add mine', {
    kind: 'idea',
    title: 'A stop at the square',
    text: 'The bus passes it anyway.',
  })
  const signed = Array.from({ length: 58 }, (_, at) => `Customer ${at + 1}; Hill Road ${at + 1}`)
  await people.chen.goTo(`${at}/problem/signatures`)
  await people.chen.send('Count these people', {
    channel: 'paper',
    lines: [...signed, 'customer 1;  HILL ROAD 1'].join('\n'),
  })
  await people.chen.sees('58 people were counted')
  await people.chen.sees(/60 supports/)
  await people.chen.sees('2 online, 58 on paper')
}

async function owed(house: StoryHouse, { alice, dora }: People, at: string): Promise<void> {
  expect(await house.mailTo('dora@example.org', /owes an answer/)).toContain('60 supports')
  expect(await house.mailTo('alice@example.org', /now owes an answer/)).toContain('60 supports')
  await dora.goTo('/agenda')
  await dora.sees(question)
  await alice.goTo(at)
  await alice.sees(/Town council owes/)
}

async function reframe({ dora, emil }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/problem`)
  await dora.send('Take this problem up', { words: 'The street was alive a year ago.' })
  await emil.goTo(`${at}/problem`)
  await emil.send('Take this problem up', { words: 'My party moved the bus. I want to know what it did.' })
  await emil.sees('They are of 2 parties')
  await emil.follow('I see another problem behind it')
  await emil.send('Propose this version', {
    kind: 'another-problem',
    question: 'How do people without a car get to the town centre?',
    reason: 'The shops are empty because the bus no longer stops there.',
  })
  await dora.goTo(`${at}/problem`)
  await dora.send('Use this version', { reason: 'It asks for the cause, not for the symptom.' })
  await dora.sees('How do people without a car get to the town centre?')
  await dora.sees('Another problem behind it')
}

/** Politicians have taken it up; the council still owes its own answer. */
async function bodyAnswers({ chen, dora, alice }: People, at: string): Promise<void> {
  await chen.goTo(`${at}/problem/answers/1`)
  await chen.send('Send the record to the chair', {
    outcome: 'taken-up',
    reason: 'The council wants to know before the next timetable.',
    sponsor: /Dora/,
    decidedOn: day(0),
    reference: 'Council, item 4',
    votesFor: '3',
    votesAgainst: '0',
    abstentions: '0',
    isCarried: 'yes',
  })
  await dora.goTo(`${at}/problem`)
  await dora.send(/^Confirm/)
  await alice.goTo('/agenda')
  await alice.sees('Nothing waits for an answer')
}

/** A politician starts from a model; the clerk writes on, and it says so. */
async function mandate({ dora, chen, alice }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/mandate/models/gentofte`)
  await dora.send('Make the draft', {
    tasks: 'Recommend how buses and the town centre meet again.',
    outOfScope: 'Fares, which the region sets.',
    'matter-1': 'Where should the bus stop?',
    'room-1': 'together',
    'matter-2': 'May it cost more than today?',
    'room-2': 'fixed',
    'why-2': 'The budget of the year is settled.',
    economicFrame: 'Within the budget of the year.',
    answerCount: '60',
    answerUnit: /^days/,
    meetings: '6',
    parentBody: /Works committee/,
    recipientBody: /Town council/,
  })
  await dora.sees('The draft stands')
  await chen.goTo(`${at}/mandate/edit`)
  await chen.send('Save the draft', { tasks: 'Recommend how buses and the town centre meet again, and when.' })
  await dora.goTo(`${at}/mandate/edit`)
  await dora.sees('Staff text')
  await alice.goTo(`${at}/mandate/history`)
  await alice.sees('Saved by Dora')
  await alice.sees('Saved by Chen')
}

async function gate({ dora, emil, chen }: People, at: string): Promise<void> {
  await answerGate(dora, at)
  await answerGate(emil, at, 'resources-exist')
  await chen.goTo(`${at}/mandate/adopt`)
  await chen.sees('No vote can be recorded yet')
  await chen.sees(/Answered “no”: Are there money, people and time/)
  await answerGate(emil, at)
}

async function adopt({ chen, dora, alice }: People, at: string): Promise<void> {
  await recordVote(chen, at, { votesFor: '2', votesAgainst: '1' })
  await chen.send('Take the record back', { withdrawalReason: 'A vote was counted on the wrong side.' })
  await chen.sees('A vote was counted on the wrong side.')
  await recordVote(chen, at, { votesFor: '3', votesAgainst: '0' })
  await dora.goTo(`${at}/mandate`)
  await dora.send('Confirm this record as chair')
  await alice.goTo(`${at}/mandate`)
  await alice.sees(/Town council adopted it/)
  await alice.sees('Collaborate')
}

async function recordVote(chen: Person, at: string, words: Readonly<Record<string, string>>): Promise<void> {
  await chen.goTo(`${at}/mandate/adopt`)
  await chen.send('Send the record to the chair', {
    body: /Town council/,
    decidedOn: day(0),
    reference: 'Case 9, item 2',
    abstentions: '0',
    isCarried: 'yes',
    ...words,
  })
  await chen.sees('Waits for the chair')
}

async function apply({ dora, bashir }: People, at: string): Promise<void> {
  await openTheCall(dora, at)
  await bashir.goTo(`${at}/people/apply`)
  await bashir.send('Ask for this seat', {
    profile: /./,
    motivation: 'I took the bus every day.',
    tie: 'I live on the hill.',
    gender: 'none',
  })
}

async function promiseLess({ dora, chen, alice }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/mandate/edit`)
  await dora.send('Save the draft', { promise: 'consult' })
  await recordVote(chen, at, { votesFor: '2', votesAgainst: '1', loweringReason: less })
  await alice.goTo(at)
  expect(await alice.page.locator('body').innerText(), 'not before the chair confirms').not.toContain(less)
  await dora.goTo(`${at}/mandate`)
  await dora.sees(/\d+ people are told/)
  await dora.send('Confirm this record as chair')
}

/** Who raised, supported, added, applied or leads it hears of it, and the page says so for as long as it holds. */
async function told(house: StoryHouse, { alice }: People, at: string): Promise<void> {
  for (const name of ['alice', 'bashir', 'aisha', 'emil'])
    expect(await house.mailTo(`${name}@example.org`, /Less is promised/), name).toContain(less)
  for (const page of ['', '/people', '/mandate', '/mandate/compare']) {
    await alice.goTo(`${at}${page}`)
    await alice.sees(`lowered the promise from “Collaborate” to “Consult”: ${less}`)
  }
  await alice.goTo('/mandates')
  await alice.sees('How do people without a car get to the town centre?')
}
