import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from './days.ts'
import { answerGate } from './gate.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { signIn, townspeople, visitor, type Person, type Way } from './person.ts'
import { openTheCall, takeTheSeat } from './seating.ts'

/** The whole line, told by the people of a town: from a problem in a kitchen to a number and a mail. */

const names = ['bashir', 'aisha', 'dora', 'emil', 'chen', 'gita', 'ole', 'klub'] as const
type Name = (typeof names)[number] | 'amira'

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a case, %s', (way) => {
  let house: StoryHouse
  let people: Record<Name, Person>
  let at = ''

  beforeAll(async () => {
    house = await openStoryHouse()
  })

  afterAll(() => house.close())

  it('goes from a raised problem to a measured outcome, and Amira is told', async () => {
    people = await everybody(house, way)
    at = await raise(people)
    await mandate(people, at)
    await seats(people, at)
    await meeting(people, at)
    await questions(people, at)
    await votes(people, at)
    await draft(people, at)
    await answers(people, at)
    await carryOut(people, at)
    await measure(people, at)
    await told(house, people)
  })
})

async function everybody(house: StoryHouse, way: Way): Promise<Record<Name, Person>> {
  const known = await townspeople(house, names, way)
  const amira = await visitor(house, 'Amira', way)
  await signIn(house, amira, 'amira@example.org')
  await amira.sees('Who you are here')
  await amira.send('Save and go on', { name: 'Amira', as: 'resident', tie: 'lives-here', consent: true, mails: true })
  return { ...known, amira }
}

async function raise({ amira, dora, emil }: Record<Name, Person>): Promise<string> {
  await amira.goTo('/problems/new')
  await amira.send('Look what is known already', { question: 'How do we keep the cellars dry?' })
  await amira.send('Raise this problem', {
    whatHappens: 'Every autumn the water stands in our cellars. The drains are older than the houses.',
    whoIsAffected: 'Forty homes in Mill Lane.',
  })
  await amira.sees('How do we keep the cellars dry?')
  const at = new URL(amira.page.url()).pathname.replace(/^\/en\/[^/]+/, '')
  for (const politician of [dora, emil]) {
    await politician.goTo('/desk')
    await politician.goTo(`${at}/problem`)
    await politician.send('Take this problem up', { words: 'I have seen the water.' })
    await politician.sees('I have seen the water.')
  }
  return at
}

async function mandate({ dora, emil, chen, amira }: Record<Name, Person>, at: string): Promise<void> {
  await dora.goTo(`${at}/mandate/edit`)
  await dora.send('Use this model’s numbers', { preset: 'gentofte' })
  await dora.send('Save the draft', {
    question: 'How do we keep the cellars of Mill Lane dry?',
    background: 'Water stands there every autumn.',
    tasks: 'Recommend what to do first.',
    outOfScope: 'The harbour.',
    promise: 'collaborate',
    'matter-1': 'What is built, and when?',
    'room-1': 'together',
    'matter-2': 'Does the budget of the year change?',
    'room-2': 'fixed',
    'why-2': 'The council adopted it in October.',
    answerCount: '60',
    answerUnit: 'days',
    parentBody: /Works committee/,
    recipientBody: /Town council/,
    politicians: '2',
    citizens: '2',
    'name-1': 'Wet cellar',
    'wanted-1': '2',
    'description-1': 'Has had water in the house.',
    startsOn: day(-1),
    endsOn: day(120),
    meetings: '3',
    economicFrame: 'Two million.',
  })
  for (const politician of [dora, emil]) await answerGate(politician, at)
  await chen.goTo(`${at}/mandate`)
  await chen.follow('Record the body’s vote')
  await chen.send('Send the record to the chair', {
    body: /Town council/,
    decidedOn: day(0),
    reference: 'Case 7, item 1',
    votesFor: '3',
    votesAgainst: '0',
    abstentions: '0',
    isCarried: 'yes',
  })
  await chen.sees('Waits for the chair')
  await dora.goTo(`${at}/mandate`)
  await dora.send('Confirm this record as chair')
  await amira.goTo(`${at}/mandate`)
  await amira.sees(/Town council adopted it/)
}

async function seats({ amira, bashir, aisha, dora, emil }: Record<Name, Person>, at: string): Promise<void> {
  await openTheCall(dora, at)
  for (const person of [amira, bashir, aisha]) {
    await person.goTo(`${at}/people/apply`)
    await person.send('Ask for this seat', {
      profile: /Wet cellar/,
      motivation: 'I have carried water up the stairs.',
      tie: 'I live in Mill Lane.',
      gender: 'none',
    })
  }
  await dora.goTo(`${at}/people/applications`)
  await dora.send('Send these answers', {
    'answer-1': 'select',
    'criteria-1': '1',
    'reason-1': 'Raised the problem.',
    'answer-2': 'select',
    'criteria-2': '1',
    'reason-2': 'Knows the old drains.',
    'answer-3': 'decline',
    'reason-3': 'The seats are filled; she is asked to vote.',
  })
  for (const person of [amira, bashir]) await takeTheSeat(person, at)
  await aisha.goTo(`${at}/people/apply`)
  await aisha.sees('The seats are filled; she is asked to vote.')
  await dora.goTo(`${at}/people`)
  await dora.send('Offer this seat', { person: /Dora/, reason: 'Took it up first.', chair: true })
  await dora.send('Offer this seat', { person: /Emil/, reason: 'Took it up, from another party.' })
  await takeTheSeat(emil, at)
  await dora.goTo(`${at}/people`)
  await dora.send('Confirm the group')
  await amira.goTo(`${at}/people`)
  await amira.sees('Confirmed on')
}

async function meeting({ gita, amira, bashir }: Record<Name, Person>, at: string): Promise<void> {
  await gita.goTo(`${at}/meetings/new`)
  await gita.send('Call this meeting', {
    title: 'In the cellar',
    day: day(0),
    starts: '00:00',
    ends: '23:59',
    place: 'Mill Lane 3',
    access: 'Steps; we carry.',
    openness: 'open',
  })
  await amira.goTo(`${at}/meetings/1`)
  await amira.send('Add to the agenda', { title: 'Where the water comes from', plannedMinutes: '30', owner: 'Amira' })
  await gita.goTo(`${at}/meetings/1/minutes`)
  await gita.send('Save the minutes of this item', {
    minutes: 'It comes up through the drain.',
    decision: 'Ask what a valve costs.',
  })
  await gita.goTo(`${at}/meetings/1/minutes`)
  await gita.send('Save who came', {}, [/Amira/, /Bashir/, /Dora/])
  await bashir.goTo(`${at}/meetings/1`)
  await bashir.sees('It comes up through the drain.')
}

async function questions({ amira, emil, dora }: Record<Name, Person>, at: string): Promise<void> {
  await amira.goTo(`${at}/questions`)
  await amira.send('Send this question', {
    to: /Emil/,
    question: 'What does a valve in a drain cost?',
    background: 'The plumber would not say.',
  })
  await emil.goTo(`${at}/questions/1`)
  await emil.send('Send this answer', { reply: 'About 4,000 a house. I have asked three firms.' })
  await amira.goTo(`${at}/questions/1`)
  await amira.send('Send what I think of it', { verdict: 'yes' })
  await amira.sees('this answers my question')
  await dora.goTo(`${at}/notes`)
  await dora.send('Publish this note', {
    from: 'talk',
    talk: 'A walk through three cellars',
    heard: 'It comes from below.',
    changed: 'I no longer ask for a wall.',
    why: 'A wall stops nothing from below.',
  })
}

async function votes({ amira, bashir, aisha, emil, dora }: Record<Name, Person>, at: string): Promise<void> {
  await dora.goTo(`${at}/statements`)
  await dora.send('Open voting', { until: day(7), shows: 'after-five' })
  await bashir.goTo(`${at}/statements/new`)
  await bashir.send('Add my statement', { text: 'The town should pay half of each valve.' })
  await amira.goTo(`${at}/statements/new`)
  await amira.send('Add my statement', { text: 'The drains of Mill Lane come first.' })
  for (const person of [amira, bashir, aisha, emil]) {
    for (;;) {
      await person.goTo(`${at}/statements`)
      if ((await person.page.getByRole('button', { name: /^Agree/ }).count()) === 0) break
      await person.send(/^Agree/)
    }
    await person.goTo(`${at}/statements/mine`)
    await person.sees('The town should pay half of each valve.')
  }
  await aisha.goTo(`${at}/statements/results`)
  await aisha.goTo(`${at}/statements/1`)
}

async function draft({ amira, bashir, dora, emil }: Record<Name, Person>, at: string): Promise<void> {
  await amira.goTo(`${at}/ideas/new`)
  await amira.send('Add mine', {
    kind: 'experience',
    title: 'Up through the floor',
    text: 'It came up through the shower drain.',
    place: 'Mill Lane 3',
  })
  await bashir.goTo(`${at}/draft/write`)
  await bashir.send('Add this section', {
    kind: 'recommendation',
    heading: 'A valve in every drain',
    clauses: 'The town pays half of a valve in each of the forty homes.',
  })
  await emil.goTo(`${at}/draft/write`)
  await emil.send('Add this section', {
    kind: 'recommendation',
    heading: 'A wall along the brook',
    clauses: 'A wall of one metre is built along the brook.',
  })
  await emil.goTo(`${at}/draft/write`)
  await emil.send('Save version 1', { reason: 'What we have come to until now.' })
  await emil.goTo(`${at}/draft`)
  await emil.follow('Does not say where it comes from')
  await emil.send('It comes from these', {}, [/Up through the floor/, /The town should pay half/])
  await emil.goTo(`${at}/draft`)
  await emil.follow('Does not say where it comes from')
  await emil.send('It comes from these', {}, [/Up through the floor/])
  for (const person of [amira, bashir, dora, emil]) {
    await person.goTo(`${at}/draft/1`)
    await person.send('I agree')
    await person.goTo(`${at}/draft/2`)
    await person.send(person === dora || person === amira ? 'I do not agree' : 'I agree')
  }
  await amira.goTo(`${at}/draft/2`)
  await amira.send('Add our words', { minority: 'A wall stops no water that comes from below.' })
  await amira.goTo(`${at}/draft`)
  await amira.sees('A valve in every drain')
}

async function answers({ amira, dora, emil, chen, ole }: Record<Name, Person>, at: string): Promise<void> {
  await dora.goTo(`${at}/answer`)
  await dora.send('Send the direction to the parent body', { direction: 'Valves first. The wall is contested.' })
  await emil.goTo(`${at}/answer`)
  await emil.send('Send my questions and limits', { questions: 'Who pays for rented homes?', limits: 'Two million.' })
  await dora.goTo(`${at}/answer`)
  await dora.send('Hand over', { sure: true })
  await chen.goTo(`${at}/answer`)
  await chen.send('Set both days', { meetingOn: day(30), returnOn: day(300) })
  await ole.goTo(`${at}/answer`)
  await ole.send('Publish the note', { text: 'Both are lawful. The valves cost 80,000.' })
  await emil.goTo(`${at}/answer/1/edit`)
  await emil.send(/^Sign and publish/, { kind: 'accept', reason: 'It is cheap and it works.' })
  await dora.goTo(`${at}/answer/2/edit`)
  await dora.send(/^Sign and publish/, {
    kind: 'reject',
    reason: 'The minority is right: it stops nothing from below.',
  })
  await chen.goTo(`${at}/answer/vote`)
  await chen.send('Save this as a draft', {
    about: /All recommendations/,
    motion: 'The council answers as drafted.',
    decidedOn: day(0),
    reference: 'Case 7, item 4',
    votesFor: '2',
    votesAgainst: '1',
    abstentions: '0',
    isCarried: 'yes',
  })
  await dora.goTo(`${at}/answer`)
  await dora.send('Confirm this record')
  await dora.send('Close with 2 answers')
  await amira.goTo(`${at}/answer`)
  await amira.sees('Answered in time')
}

async function carryOut({ chen, klub, emil }: Record<Name, Person>, at: string): Promise<void> {
  await chen.goTo(`${at}/delivery/new`)
  await chen.send('Prepare this promise', {
    recommendation: /valve/i,
    title: 'Fit the valves',
    owner: /Emil/,
    office: 'Water office',
    budgetLine: 'Line 4.07, 80,000',
    'what-1': 'First ten homes',
    'due-1': day(60),
    nextReportOn: day(90),
  })
  await emil.goTo('/desk')
  await emil.sees('A promise in your name waits for your word')
  await emil.goTo(`${at}/delivery/1`)
  await emil.send('Make this my promise')
  await emil.sees('The commitment is yours')
  await klub.goTo(`${at}/delivery/pledge`)
  await klub.send('Make this pledge', {
    commitment: /valves/i,
    what: 'Pumps for wet nights',
    howMuch: 'Four pumps',
    by: day(60),
  })
  await klub.sees('Your pledge is on this page')
  await emil.goTo(`${at}/delivery/1`)
  await emil.send('Publish this report', {
    text: 'Three homes have theirs.',
    standing: 'promised',
    nextReportOn: day(120),
  })
  await emil.sees('Your report is published')
}

async function measure({ chen }: Record<Name, Person>, at: string): Promise<void> {
  await chen.goTo(`${at}/outcome/new`)
  await chen.send(
    'Publish what is intended',
    {
      name: 'Wet cellars',
      unit: 'cellars a year',
      baselineValue: '40',
      baselineOn: day(-30),
      baselineSource: 'Our own count',
      targetValue: '4',
      targetBy: day(365),
    },
    [/Fit the valves/],
  )
  await chen.goTo(`${at}/outcome`)
  await chen.send(/^Publish the measurement/, { 'value-1': '12', 'on-1': day(0), 'source-1': 'Our own count' })
  await chen.sees('The measurement is published')
  await chen.sees('12')
}

async function told(house: StoryHouse, { amira }: Record<Name, Person>): Promise<void> {
  expect(await house.mailTo('amira@example.org', /Wet cellars/)).toMatch(/12/)
  await amira.goTo('/me')
  await amira.sees('Up through the floor')
  await amira.sees('A valve in every drain')
  await amira.sees('Fit the valves')
  await amira.sees('Wet cellars')
}
