import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { agendaPoll } from '../stages/problem/index.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

const march = Temporal.Instant.from('2026-03-02T09:00:00Z')

let house: TestHouse
let town: Town
// The list of places is kept for a while by the clock, which stands still here: both are there before the first request.
let many: Town

beforeAll(async () => {
  house = await openTestHouse()
  house.setClock(march)
  town = await foundTown(house.database, 'testhavn')
  many = await foundTown(house.database, 'manyhavn')
  await giveRule(house.database, town, { rungs: [{ threshold: 2, owes: 'decision' }] })
})
afterAll(() => house.close())

// A spring of its own: what is late here is late on every day these tests run.
beforeEach(() => house.setClock(march))

function as(name: Townsperson): Promise<Browser> {
  return house.browser(town.place, town.people[name].account)
}

/** A problem Alice has raised; its path. */
async function raised(question: string): Promise<string> {
  const alice = await as('alice')
  const { to } = await alice.post('/problems/new', {
    question,
    whatHappens: 'It is dark.',
    whoIsAffected: 'Walkers.',
    language: 'en',
  })
  return to?.replace(/^.*?testhavn/, '').replace(/[?#].*$/, '') ?? ''
}

it('lets a resident support in one press, says what counts, and refuses the second in words', async () => {
  const at = await raised('Who lights the way?')
  const bashir = await as('bashir')
  expect((await bashir.get(`${at}/problem`)).html).toContain('No supports yet; 2 are needed')
  expect((await bashir.post(`${at}/problem/support`)).status).toBe(303)
  const page = (await bashir.get(`${at}/problem`)).html
  expect(page).toContain('1 support of 2 needed')
  expect(page).toContain('Take my support back')
  // Pressed twice in a moment is pressed once; a request of its own is refused.
  expect((await bashir.post(`${at}/problem/support`)).status).toBe(303)
  const again = await bashir.post(`${at}/problem/support`, { later: 'yes' })
  expect([again.status, again.html.includes('You support this problem already')]).toEqual([409, true])
  for (const [name, words] of [
    ['chen', 'Public employees prepare'],
    ['dora', 'You hold a seat'],
    ['klub', 'Only people are counted'],
  ] as const) {
    const refused = await (await as(name)).post(`${at}/problem/support`)
    expect([refused.status, refused.html.includes(words)], name).toEqual([409, true])
  }
  // Counted, never listed: nobody reads who it was.
  expect((await (await as('alice')).get(`${at}/problem`)).html).not.toContain('Bashir')
})

it('keeps a clerk’s sheet as she typed it when a line cannot be read, says which, and counts nobody', async () => {
  const at = await raised('Who sweeps the stairs?')
  const chen = await as('chen')
  const lines = 'Ida Holm; Quay Street 12\nOtto'
  const before = await house.print()
  const page = await chen.post(`${at}/problem/signatures`, { channel: 'paper', lines })
  expect(page.status).toBe(422)
  expect(page.html).toContain('We cannot read line 2')
  expect(page.html).toContain('Ida Holm; Quay Street 12')
  expect(await house.print()).toEqual(before)
  expect(
    (await chen.post(`${at}/problem/signatures`, { channel: 'paper', lines: 'Ida Holm; Quay Street 12' })).status,
  ).toBe(303)
  expect((await chen.get(`${at}/problem`)).html).toContain('1 on paper')
})

it('shows everybody what is owed past its day, and the answer the chair has confirmed', async () => {
  const at = await raised('Who mends the bridge?')
  for (const name of ['bashir', 'aisha'] as const) await (await as(name)).post(`${at}/problem/support`)
  await agendaPoll(house.database, town.place.id)
  // Due within two months: on 2 May at midnight.
  house.setClock(Temporal.Instant.from('2026-05-07T09:00:00Z'))
  const visitor = await house.browser(town.place, null)
  const owed = (await visitor.get('/owed')).html
  expect(owed).toContain('5 days overdue')
  expect(owed).toContain('Answer to a problem with 2 supports')
  expect((await visitor.get(at)).html).toContain('Town council owes an answer, 5 days overdue')
  expect((await visitor.get('/agenda')).html).toContain('Who mends the bridge?')
  const chen = await as('chen')
  expect((await chen.get('/bench')).html).toContain('Write down the answer')
  const answer = {
    outcome: 'refused',
    reason: 'The bridge is the railway’s.',
    motion: 'We refuse.',
    decidedOn: '2026-05-06',
    reference: 'Item 9',
    votesFor: '2',
    votesAgainst: '1',
    abstentions: '0',
    isCarried: 'yes',
  }
  const wrong = await chen.post(`${at}/problem/answers/1`, { ...answer, outcome: 'taken-up' })
  expect([wrong.status, wrong.html.includes('Name the politician who takes it up')]).toEqual([422, true])
  expect((await chen.post(`${at}/problem/answers/1`, answer)).status).toBe(303)
  expect((await visitor.get(`${at}/problem`)).html).toContain('Record waits for the chair')
  const dora = await as('dora')
  const page = (await dora.get(`${at}/problem`)).html
  const resolution = /name="resolution" value="([^"]+)"/.exec(page)?.[1] ?? ''
  expect((await chen.post(`${at}/problem/answers/1/confirm`, { resolution })).status).toBe(403)
  expect((await dora.post(`${at}/problem/answers/1/confirm`, { resolution })).status).toBe(303)
  const after = (await visitor.get(`${at}/problem`)).html
  expect(after).toContain('Refused by the body')
  expect(after).toContain('The bridge is the railway’s.')
  expect(after).toContain('The same problem may be raised again from')
  expect((await (await as('aisha')).post(`${at}/problem/support`)).html).toContain('Supports no longer count here')
})

it('asks for what is new when a refused matter comes back too early, and keeps what was typed', async () => {
  const at = await raised('Who feeds the swans?')
  // Six months later nobody has supported it.
  house.setClock(Temporal.Instant.from('2026-09-04T09:00:00Z'))
  await agendaPoll(house.database, town.place.id)
  const bashir = await as('bashir')
  expect((await bashir.get(`${at}/problem`)).html).toContain('Raise this problem again')
  expect((await bashir.get(`/problems/new?again=${at.replace('/problems/', '')}`)).html).toContain(
    'You raise this problem again',
  )
  const typed = {
    question: 'Who feeds the swans in winter?',
    whatHappens: 'The pond freezes.',
    whoIsAffected: 'Swans.',
    language: 'en',
    earlier: at.replace('/problems/', ''),
  }
  const early = await bashir.post('/problems/new', typed)
  expect([early.status, early.html.includes('It is too early to raise this again without new facts')]).toEqual([
    422,
    true,
  ])
  expect(early.html).toContain('The pond freezes.')
  const again = await bashir.post('/problems/new', { ...typed, newFacts: 'Four died.' })
  expect(again.status).toBe(303)
  const page = await bashir.get(`${again.to?.replace(/^.*?testhavn/, '').replace(/[?#].*$/, '') ?? ''}/problem`)
  expect(page.html).toContain('What is new: Four died.')
})

it('a bug once: pages named the question a sponsor put in its place as what the body owes', async () => {
  const at = await raised('Who dredges the creek?')
  const slug = at.replace('/problems/', '')
  for (const name of ['bashir', 'aisha'] as const) await (await as(name)).post(`${at}/problem/support`)
  await agendaPoll(house.database, town.place.id)
  const dora = await as('dora')
  expect((await dora.post(`${at}/problem/sponsor`, { words: 'Mine.' })).status).toBe(303)
  const other = { question: 'Shall the creek be filled in?', whatHappens: 'It smells.', whoIsAffected: 'Herons.' }
  expect(
    (await dora.post(`${at}/problem/reframe`, { ...other, kind: 'another-problem', reason: 'Cheaper.' })).status,
  ).toBe(303)
  expect((await dora.post(`${at}/problem/framings/2`, { answer: 'accept', reason: 'So be it.' })).status).toBe(303)
  const visitor = await house.browser(town.place, null)
  const list = (await visitor.get('/agenda')).html
  expect(list).toContain('Who dredges the creek?')
  expect(list).toContain('The problem is now put as “Shall the creek be filled in?”.')
  expect((await visitor.get('/owed')).html).toContain('Who dredges the creek?')
  expect((await visitor.get(`/problems/${slug}/problem`)).html).toContain('It is asked: “Who dredges the creek?”')
  expect((await visitor.get(`/problems/${slug}`)).html).toContain('It is asked: “Who dredges the creek?”')
  const form = (await (await as('chen')).get(`${at}/problem/answers/1`)).html
  expect(form).toContain('The answer to “Who dredges the creek?”')
  expect(form).toContain('has been put differently since: “Shall the creek be filled in?”')
})

it('counts what bodies owe on the home, and shows of it only what presses most', async () => {
  const there = many
  await giveRule(house.database, there, { rungs: [{ threshold: 1, owes: 'decision' }] })
  for (let number = 1; number <= 6; number += 1) {
    const alice = await house.browser(there.place, there.people.alice.account)
    const words = { question: `Who mends bench ${number}?`, whatHappens: 'It rots.', whoIsAffected: 'All.' }
    const { to } = await alice.post('/problems/new', { ...words, language: 'en' })
    const at = to?.replace(/^.*?manyhavn/, '').replace(/[?#].*$/, '') ?? ''
    expect(
      (await (await house.browser(there.place, there.people.bashir.account)).post(`${at}/problem/support`)).status,
    ).toBe(303)
    house.setClock(march.add({ hours: 24 * number }))
    await agendaPoll(house.database, there.place.id)
  }
  house.setClock(Temporal.Instant.from('2026-05-04T12:00:00Z'))
  const { html } = await (await house.browser(there.place, null)).get('')
  expect(html.match(/Answer to a problem with 1 support/g)).toHaveLength(4)
  expect(html).toContain('0 of 1 promises due so far are done')
})
