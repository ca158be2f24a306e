import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townsperson, type Person, type Way } from './person.ts'

/** A mandate as a politician's instrument: the gate says no once, is mended, the council adopts; later it promises less. */

const today = Temporal.Now.plainDateISO('Europe/Copenhagen')
const day = (days: number): string => today.add({ days }).toString()
const gate = ['citizens-can-help', 'decision-is-open', 'leaders-commit', 'resources-exist', 'timing-fits']

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a promise, %s', (way) => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })

  afterAll(() => house.close())

  it('is adopted after a no was mended, and lowered with a reason that everybody hears', async () => {
    const [alice, aisha, dora, emil, chen] = await Promise.all(
      (['alice', 'aisha', 'dora', 'emil', 'chen'] as const).map((name) => townsperson(house, name, way)),
    )
    if (!alice || !aisha || !dora || !emil || !chen) throw new Error('five were asked for')
    const at = await raised(alice)
    for (const politician of [dora, emil]) {
      await politician.goTo(`${at}/problem`)
      await politician.send('Take this problem up', { words: 'I live there.' })
    }
    await aisha.goTo(`${at}/ideas`)
    await aisha.send('Add mine', { kind: 'idea', title: 'A hall for music', text: 'Bands have no room.' })

    await chen.goTo(`${at}/mandate/edit`)
    await chen.send('Save the draft', whole)
    await dora.goTo(`${at}/mandate/edit`)
    await dora.sees('Staff text')
    await dora.send('Save the draft', { tasks: 'Say what comes first, and what it costs.' })
    await answers(dora, at, 'timing-fits')
    await answers(emil, at)
    await chen.goTo(`${at}/mandate`)
    await chen.sees('Answered “no”: Does the result come in time')
    await answers(dora, at)

    await records(chen, at)
    await chen.send('Take the record back', { withdrawalReason: 'The number of the case was wrong.' })
    await chen.sees('The number of the case was wrong.')
    await records(chen, at)
    await dora.goTo(`${at}/mandate`)
    await dora.send('Confirm this record as chair')
    await alice.goTo(`${at}/mandate/history`)
    await alice.sees('Saved by Dora')

    await dora.goTo(`${at}/mandate/edit`)
    await dora.send('Save the draft', { promise: 'consult' })
    await records(chen, at, { loweringReason: 'The money is gone.' })
    await dora.goTo(`${at}/mandate`)
    await dora.sees(/\d+ people are told/)
    await dora.send('Confirm this record as chair')
    for (const page of ['', '/people', '/mandate', '/mandate/compare']) {
      await alice.goTo(`${at}${page}`)
      await alice.sees('lowered the promise from “Collaborate” to “Consult”: The money is gone.')
    }
    expect(await house.mailTo('aisha@example.org', /Less is promised/)).toContain('The money is gone.')
    await alice.goTo('/mandates')
    await alice.sees('What shall become of the gasworks?')
  }, 300_000)
})

async function raised(alice: Person): Promise<string> {
  await alice.goTo('/problems/new')
  await alice.send('Look what is known already', { question: 'What shall become of the gasworks?' })
  await alice.send('Raise this problem', { whatHappens: 'It stands empty.', whoIsAffected: 'All of us.' })
  return new URL(alice.page.url()).pathname.replace(/^\/en\/[^/]+/, '')
}

const whole = {
  question: 'What shall become of the gasworks?',
  background: 'It stands empty.',
  tasks: 'Say what comes first.',
  outOfScope: 'Housing.',
  'matter-1': 'What is it used for?',
  'room-1': 'together',
  'matter-2': 'Does the tower stay?',
  'room-2': 'fixed',
  'why-2': 'It is protected.',
  promise: 'collaborate',
  answerCount: '60',
  answerUnit: 'days',
  parentBody: /Works committee/,
  recipientBody: /Town council/,
  politicians: '2',
  citizens: '2',
  'name-1': 'Neighbour',
  'wanted-1': '2',
  'description-1': 'Lives there.',
  startsOn: day(60),
  endsOn: day(240),
  meetings: '4',
  economicFrame: 'Two million.',
}

async function answers(politician: Person, at: string, no = ''): Promise<void> {
  await politician.goTo(`${at}/mandate/gate`)
  const typed = gate.flatMap((question) => [
    [`answer-${question}`, question === no ? 'no' : 'yes'] as const,
    [`reason-${question}`, 'We asked.'] as const,
  ])
  await politician.send('Put my five answers on record', Object.fromEntries(typed))
}

async function records(chen: Person, at: string, more: Readonly<Record<string, string>> = {}): Promise<void> {
  await chen.goTo(`${at}/mandate/adopt`)
  await chen.send('Send the record to the chair', {
    body: /Town council/,
    decidedOn: day(0),
    reference: 'Case 7',
    votesFor: '2',
    votesAgainst: '1',
    abstentions: '0',
    isCarried: 'yes',
    ...more,
  })
  await chen.sees('Waits for the chair')
}
