import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveAnswer } from '../stages/decision/answers/commands.ts'
import { handOver, setDates } from '../stages/decision/commands.ts'
import { readyCase, wordsFor, type ReadyCase } from '../stages/decision/testing.ts'
import { addIdea } from '../stages/draft/ideas/commands.ts'
import { retellRecommendation } from '../stages/draft/index.ts'
import { day } from './days.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townspeople, type Person, type Way } from './person.ts'

/** From the hand-over to the closed answer: the councillor on her telephone, the clerk, and a resident who reads what became of her words. */

const phone = { width: 360, height: 740 } as const
const names = ['aisha', 'dora', 'emil', 'chen'] as const

describe.each<Way>(['with JavaScript', 'without JavaScript'])('after the hand-over, %s', (way) => {
  describe('one after the other', { shuffle: false }, () => tellOf(way))
})

function tellOf(way: Way): void {
  let house: StoryHouse
  let at: ReadyCase
  let people: Record<(typeof names)[number], Person>
  let path = ''

  beforeAll(async () => {
    house = await openStoryHouse()
    at = await handedOver(house)
    path = `/problems/${at.slug}`
    people = await townspeople(house, names, way)
    for (const name of ['dora', 'emil'] as const) await people[name].page.setViewportSize(phone)
  })
  afterAll(() => house.close())

  it('the councillor clears her desk on a telephone, each answer from the desk in two presses and her words', async () => {
    const { dora } = people
    await dora.goTo('/desk')
    for (const [number, kind, reason] of [
      [1, 'accept', 'It keeps Quay Street dry, and the money is there.'],
      [2, 'reject', 'The quay holds; the engineers measured it in May.'],
      [3, 'accept-amended', 'A hall, but one that stands dry.'],
    ] as const) {
      await dora.goTo('/desk')
      await dora.follow(new RegExp(`Write my answer to recommendation ${number}`))
      const amended = kind === 'accept-amended' ? { amendedText: 'A hall is built above the flood line.' } : {}
      await dora.send(/^Sign and publish/, { kind, reason, ...amended })
    }
    await dora.goTo('/desk')
    expect(await dora.page.getByRole('link', { name: /Write my answer/ }).count()).toBe(0)
  })

  it('the clerk records the decision by name, and it counts when the chair has confirmed it', async () => {
    const { chen, dora, emil } = people
    await chen.page.setViewportSize(phone)
    await chen.goTo(`${path}/answer/vote`)
    await chen.page.locator('summary', { hasText: 'Votes by name' }).click()
    await chen.send('Save this as a draft', {
      about: /All recommendations/,
      motion: 'The council answers as proposed.',
      decidedOn: day(0),
      reference: 'Case 12, item 3',
      votesFor: '2',
      votesAgainst: '1',
      abstentions: '0',
      dissent: 'Freja: the quay will not hold.',
      isCarried: 'yes',
      'named-most': 'for',
      [`named-${house.town.people.freja.person}`]: 'against',
    })
    await chen.sees('By name: 2 for, 1 against, nobody abstained, nobody was absent.')
    await emil.goTo(`${path}/answer`)
    expect(await emil.page.getByText('does not count yet').count(), 'nothing is recorded before she has seen it').toBe(
      0,
    )
    await chen.send('Save this as a draft')
    await emil.goTo(`${path}/answer`)
    await emil.sees('does not count yet')
    await dora.goTo('/desk')
    await dora.follow('Read and confirm')
    await dora.send('Confirm this record')
    await dora.goTo('/desk')
    await dora.follow('Look and close')
    await dora.send('Close with 3 answers')
    await emil.goTo(`${path}/answer`)
    await emil.sees('Answered in time')
    await emil.sees('Freja: the quay will not hold.')
    await emil.page.locator('summary', { hasText: 'Who voted how' }).click()
    await emil.sees('Against (1)')
  })

  it('the clerk adds the minutes a week later, as a document and in words, and anybody reads them', async () => {
    const { chen, aisha } = people
    await chen.goTo(`${path}/answer`)
    await chen.follow('Add the minutes')
    await chen.page
      .getByLabel('The minutes as a PDF')
      .setInputFiles({ name: 'item 3.pdf', mimeType: 'application/pdf', buffer: await chen.page.pdf() })
    await chen.send('Add the minutes to the record', { text: 'Carried, 2 to 1. Freja: the quay will not hold.' })
    await aisha.goTo(`${path}/answer`)
    await aisha.follow('The minutes in words')
    await aisha.sees('Carried, 2 to 1.')
    const document = await aisha.page
      .getByRole('link', { name: /The minutes as a document: item 3/ })
      .getAttribute('href')
    const sent = await aisha.page.request.get(new URL(document ?? '', aisha.page.url()).href)
    expect([sent.status(), sent.headers()['content-type']]).toEqual([200, 'application/pdf'])
    expect(sent.headers()['content-disposition']).toContain('attachment')
  })

  it('a resident reads in her mail and on her page what became of her words, original and amended side by side', async () => {
    const { aisha } = people
    expect(await house.mailTo('aisha@example.org', /Proposed answer to recommendation 3/)).toContain('Build a hall')
    await aisha.goTo('/me')
    await aisha.sees('A dry hall')
    await aisha.goTo(`${path}/answer/3`)
    await aisha.sees('above the flood line')
    await aisha.sees('A hall, but one that stands dry.')
    await aisha.sees('Accepted with changes')
  })

  it('the chair says from her desk, on a telephone, what became of what was put off', async () => {
    const { dora } = people
    const earlier = await returnDue(house)
    await dora.goTo('/desk')
    await dora.follow('Write what became of it')
    await dora.send('Sign and publish what became of it', {
      heldOn: day(-3),
      words: 'The gate is out for tender. The quay waits for the engineers.',
      'item-2': 'The engineers measure it in May.',
    })
    await dora.sees('What became of the answer is on record')
    await people.emil.goTo(`/problems/${earlier.slug}/answer`)
    await people.emil.sees('The engineers measure it in May.')
  })
}

/** Three recommendations before the council, the third made of what aisha wrote. */
async function handedOver({ database, town }: StoryHouse): Promise<ReadyCase> {
  const at = await readyCase(database, town)
  const words = { slug: at.slug, title: 'A dry hall', text: 'For when it storms.', place: '', language: 'en' } as const
  const idea = await addIdea(database, town.people.aisha, { ...words, kind: 'idea' })
  if (!idea.ok) throw new Error(idea.refusal)
  await database.transact(town.place.id, null, (tx) =>
    retellRecommendation(tx, {
      problem: at.problem,
      title: 'Build a hall',
      text: 'A hall is built at the harbour.',
      clauses: [{ text: 'A hall is built at the harbour.', cites: [{ kind: 'idea', id: idea.value.id }] }],
      agreement: null,
      minorityText: '',
      day: null,
      source: 'https://example.org',
    }),
  )
  const handed = await handOver(database, at.chair, { slug: at.slug, place: town.place, language: 'en' })
  if (!handed.ok) throw new Error(handed.refusal)
  const date = (days: number): Temporal.PlainDate => Temporal.PlainDate.from(day(days))
  const set = await setDates(database, town.people.chen, { slug: at.slug, meetingOn: date(10), returnOn: date(200) })
  if (!set.ok) throw new Error(set.refusal)
  return at
}

/** A case that was answered in the summer: the first recommendation accepted, the second put off; the group and the body met again. */
async function returnDue({ database, town }: StoryHouse): Promise<ReadyCase> {
  const ago = (days: number) => database.at(Temporal.Now.instant().subtract({ hours: 24 * days }))
  const date = (days: number): Temporal.PlainDate => Temporal.PlainDate.from(day(days))
  const { place, people } = town
  const at = await readyCase(ago(200), town)
  const { slug } = at
  const acts = [
    () => handOver(ago(190), at.chair, { slug, place, language: 'en' }),
    () => setDates(ago(189), people.chen, { slug, meetingOn: date(-170), returnOn: date(-3) }),
    () => giveAnswer(ago(180), people.dora, { slug, number: 1, place, ...wordsFor('accept') }),
    () => giveAnswer(ago(180), people.dora, { slug, number: 2, place, ...wordsFor('park') }),
  ]
  for (const act of acts) {
    const done = await act()
    if (!done.ok) throw new Error(done.refusal)
  }
  return at
}
