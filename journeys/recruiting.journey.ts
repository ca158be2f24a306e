import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { retellMandate } from '../stages/mandate/index.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { day } from './days.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townspeople, type Person, type Way } from './person.ts'
import { takeTheSeat } from './seating.ts'

/** From an open call to a group by selection: set up, asked for, chosen with reasons, declined, filled again, and left. */

const names = ['alice', 'bashir', 'aisha', 'klub', 'dora', 'emil', 'chen'] as const
type People = Record<(typeof names)[number], Person>

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a group, %s', (way) => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })

  afterAll(() => house.close())

  it('is set up, chosen with reasons and answered, and its seats are filled again when somebody says no or leaves', async () => {
    const people = await townspeople(house, names, way)
    const at = await aCase(house, people)
    await setUp(people, at)
    await ask(people, at)
    await choose(people, at)
    await sayNoAndFill(people, at)
    await begin(people, at)
    await leaveAndFill(people, at)
  })
})

/** A problem dora has taken up, with a mandate that leaves open what somebody for a seat should bring. */
async function aCase({ database, town }: StoryHouse, { dora }: People): Promise<string> {
  await giveRule(database, town)
  const { id, slug, question } = await raised(database, town.people.alice, {})
  await database.transact(town.place.id, null, (tx) =>
    retellMandate(tx, {
      problem: id,
      question,
      parentBody: town.committee,
      politicians: 2,
      citizens: 2,
      source: 'A town’s minutes',
      profiles: [{ name: 'Neighbour', wanted: 1, description: 'Lives beside the path.' }],
    }),
  )
  const at = `/problems/${slug}`
  await dora.goTo(`${at}/problem`)
  await dora.send('Take this problem up', { words: 'I walk there.' })
  return at
}

async function setUp({ chen, dora }: People, at: string): Promise<void> {
  await chen.goTo(`${at}/people`)
  await chen.follow('Set up the group')
  await chen.sees('Say when the data of those who were not chosen is erased.')
  await chen.follow('Change the rule')
  await chen.send('Save the rule', { isOnePerHousehold: true, answerDays: '5', forgetOn: day(150) })
  await chen.sees('1 seat has a profile, the group has 2 citizens’ seats.')
  await chen.follow('Change the seats')
  await chen.send('Save the seats', {
    'criteria-1': 'Lives beside the path\nClears snow there',
    'name-2': 'Walks there',
    'description-2': 'Uses the path every week.',
    'criteria-2': 'Walks there with children',
    'chosen-2': '1',
  })
  await chen.sees('Now a politician who leads the case confirms it.')
  await dora.goTo('/desk')
  await dora.sees('Check and confirm how the group is set up')
  await dora.goTo(`${at}/people/set-up`)
  await dora.send('Confirm how the group is set up')
  await dora.send('Open the call for seats', { until: day(14) })
}

async function ask({ alice, bashir, aisha, klub }: People, at: string): Promise<void> {
  await alice.goTo(`${at}/people`)
  await alice.follow('Ask for a seat')
  await alice.sees('Clears snow there')
  const words = { motivation: 'I fell there in January.', tie: 'I live in Mill Lane.', gender: 'none' }
  await alice.send('Ask for this seat', { ...words, profile: /Neighbour/, address: 'Mill Lane 4' })
  await alice.follow('Change it')
  await alice.send('Save the change', { motivation: 'I fell there in January, and so did my father.' })
  await alice.sees('so did my father')
  await bashir.goTo(`${at}/people/apply`)
  await bashir.send('Ask for this seat', { ...words, profile: /Neighbour/, address: 'Mill Lane 7' })
  await aisha.goTo(`${at}/people/apply`)
  await aisha.send('Ask for this seat', { ...words, profile: /Walks there/, address: 'Quay 1' })
  await klub.goTo(`${at}/people/apply`)
  await klub.send('Ask for this seat', { ...words, profile: /Walks there/, address: 'Quay 9' })
  await klub.send('Take it back')
  await klub.sees('You have taken your application back.')
  await klub.goTo(`${at}/people/apply`)
  await klub.send('Ask for this seat', { ...words, profile: /Walks there/, address: 'Quay 9' })
}

async function choose({ dora, bashir }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/people/applications`)
  await dora.sees('Organisation · Sailing club')
  await dora.send('Send these answers', {
    'answer-1': 'select',
    'criteria-1': '2',
    'reason-1': 'She fell there and says what it takes.',
    'answer-2': 'decline',
    'substitute-2': true,
    reasonAll: 'The one seat for a neighbour is given.',
  })
  await dora.sees('1 seat is offered. 1 person is answered no.')
  await bashir.goTo(`${at}/people/apply`)
  await bashir.sees('The one seat for a neighbour is given.')
  await bashir.sees('You are number 1 on the list of substitutes')
  await bashir.sees('What the answer was measured against: Neighbour')
  await bashir.goTo(`${at}/people`)
  expect(await bashir.page.locator('body').innerText(), 'nobody sits before she has said yes').not.toContain('Alice')
}

async function sayNoAndFill({ alice, bashir, dora }: People, at: string): Promise<void> {
  await alice.goTo('/me')
  await alice.follow('Answer the offer')
  await alice.sees('She fell there and says what it takes.')
  await alice.send('No, I cannot', { words: 'I move away.' })
  await dora.goTo(`${at}/people/vacancies`)
  await dora.sees('Substitute, number 1')
  await dora.send('Offer the seat to Bashir', { 'criteria-2': '1', 'reason-2': 'First on the list.' })
  await dora.sees(/Bashir, Neighbour: until/)
  await takeTheSeat(bashir, at)
}

async function begin({ dora, emil, aisha, klub, alice }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/people`)
  await dora.send(/^Offer this seat/, { person: /Dora/, reason: 'Took it up first.', chair: true })
  await dora.send(/^Offer this seat/, { person: /Emil/, reason: 'From another party.' })
  await takeTheSeat(emil, at)
  await dora.goTo(`${at}/people/applications`)
  await dora.send('Send these answers', {
    'answer-3': 'select',
    'criteria-3': '1',
    'reason-3': 'Walks there with her class.',
  })
  await takeTheSeat(aisha, at)
  await dora.goTo(`${at}/people`)
  await dora.send('Confirm the group', { toTheRest: 'The seats are given. Come to the open meetings.' })
  await klub.goTo(`${at}/people/apply`)
  await klub.sees('The seats are given. Come to the open meetings.')
  await alice.goTo(`${at}/people`)
  await alice.sees('Brings: Walks there with children')
  await alice.sees(/Chosen by Dora, since/)
}

async function leaveAndFill({ aisha, dora, klub }: People, at: string): Promise<void> {
  await aisha.goTo(`${at}/people`)
  await aisha.follow('Leave the group')
  await aisha.send('Leave the group', { words: 'A new job.', sure: true })
  await aisha.sees('You have left the group.')
  await aisha.sees(/Walks there: left on/)
  expect(await aisha.page.locator('main').innerText()).not.toContain('A new job.')
  await dora.goTo('/desk')
  await dora.follow('Fill the seat')
  await dora.sees('A new job.')
  await dora.send('Offer the seat to Klub', { 'criteria-4': '1', 'reason-4': 'Asked for this seat too.' })
  await takeTheSeat(klub, at)
  await klub.goTo(`${at}/people`)
  await klub.sees('Asked for this seat too.')
}
