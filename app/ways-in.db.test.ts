import { afterAll, beforeAll, expect, it } from 'vitest'
import { allSeats, endTermOn } from '../platform/directory/index.ts'
import { everydayWords } from '../platform/i18n/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { nameSponsor } from '../stages/problem/sponsors/taking-up.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { escaped, openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** As people meet it, by forms and pages without script: the register, the map of actors, a politician's ways in. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
}, 60_000)

afterAll(() => house.close())

function as(who: Townsperson): Promise<Browser> {
  return house.browser(town.place, town.people[who].account)
}

async function newProblem(): Promise<string> {
  const { slug } = await raised(house.database, town.people.alice)
  return `/problems/${slug}/problem`
}

const undeclared = escaped(everydayWords.say('en')('undeclared'))

it('an organisation is led to the register, and the label of its problem leads to what it declared', async () => {
  const klub = await as('klub')
  const { slug } = await raised(house.database, town.people.klub)
  const at = `/problems/${slug}/problem`
  const before = (await klub.get(at)).html
  expect(before).toContain(undeclared)
  expect(before).toContain('/en/testhavn/interests/declare')
  const typed = {
    legalForm: 'association',
    speaksFor: 'Its members',
    howMany: '212',
    paidBy: 'Members',
    interestWords: 'Dry berths',
  }
  const wrong = await klub.post('/interests/declare', typed)
  expect(wrong.status).toBe(422)
  expect(wrong.html).toContain('Dry berths')
  expect((await klub.post('/interests/declare', { ...typed, interests: 'members' })).status).toBe(303)
  const visitor = await house.browser(town.place, null)
  const after = (await visitor.get(at)).html
  expect(after).toContain('href="/en/testhavn/interests/sailing-club"')
  expect(after).not.toContain(undeclared)
  expect((await klub.post(`${at}/interest`, { wants: 'A gate', stake: 'Forty berths' })).status).toBe(303)
  expect((await visitor.get(at)).html).toContain('A gate')
  expect((await visitor.get('/interests/sailing-club')).html).toContain('Forty berths')
  expect((await visitor.get('/interests.csv')).html).toContain('Sailing club')
  const data = JSON.parse((await visitor.get('/interests.json')).html) as { organisations: { howMany: number }[] }
  expect(data.organisations.map(({ howMany }) => howMany)).toEqual([212])
})

it('the map says who is missing, and keeps what was typed', async () => {
  const at = await newProblem()
  const alice = await as('alice')
  const pupils = { name: 'Pupils', kind: 'people', relation: 'affected', how: 'They wait in the sun.' }
  const refused = await alice.post(`${at}/actors`, { ...pupils, kind: 'other' })
  expect(refused.status).toBe(422)
  expect(refused.html).toContain('They wait in the sun.')
  expect((await alice.post(`${at}/actors`, { ...pupils, standing: 'not-heard' })).status).toBe(303)
  const map = (await (await house.browser(town.place, null)).get(`${at}/actors`)).html
  expect(map.replaceAll(/<[^>]*>/g, '')).toContain('Nobody speaks yet for Pupils.')
  expect(map).toContain('href="#actor-1"')
  expect(map).toContain('id="actor-1"')
  const corrected = { ...pupils, howMuch: 'a-lot', seen: '1', reason: 'The school says so.' }
  expect((await alice.post(`${at}/actors/1`, corrected)).status).toBe(303)
  expect((await alice.post(`${at}/actors/1`, { ...corrected, howMuch: 'little' })).status).toBe(422)
  expect((await alice.get(`${at}/actors/1`)).html).toContain('The school says so.')
})

it('what moderation hid of an actor is read neither on its page nor on the map', async () => {
  const at = await newProblem()
  const alice = await as('alice')
  await alice.post(`${at}/actors`, { name: 'Canary group', kind: 'people', relation: 'affected', how: 'Canary words' })
  const page = (await alice.get(`${at}/actors/1`)).html
  const id = /name="id" value="([^"]+)"/.exec(page)?.[1] ?? ''
  const hidden = await (
    await as('chen')
  ).post('/moderation/hidden', { kind: 'actor', id, act: 'hide', rule: 'spam', reason: 'An advertisement' })
  expect(hidden.status).toBe(303)
  for (const path of [at, `${at}/actors`, `${at}/actors/1`])
    expect((await alice.get(path)).html, path).not.toMatch(/Canary/)
})

it('a colleague who is asked reads it on her desk, and nobody else reads her name', async () => {
  const at = await newProblem()
  const [dora, emil] = await Promise.all([as('dora'), as('emil')])
  expect((await emil.get(at)).html).toContain('I see another problem behind it')
  await dora.post(`${at}/sponsor`, { words: 'I live there.' })
  const asked = await dora.post(`${at}/sponsor/invitations`, {
    person: town.people.emil.person ?? '',
    askWords: 'Come.',
  })
  expect(asked.status).toBe(303)
  expect((await emil.get('/desk')).html).toContain('Dora asks you to take up a problem')
  expect((await emil.get(at)).html).toContain('Come.')
  for (const who of ['alice', 'freja', 'chen'] as const)
    expect((await (await as(who)).get(at)).html).not.toContain('Emil')
  await emil.post(`${at}/sponsor`, { words: 'Gladly.' })
  const seen = (await (await as('alice')).get(at)).html
  expect(seen).toContain('Gladly.')
  expect(seen).toContain('They are of 2 parties.')
  expect((await dora.post(`${at}/sponsor/ended`, { leaveReason: 'I own the path.' })).status).toBe(303)
  expect((await (await as('alice')).get(at)).html).toContain('I own the path.')
})

it('a politician whose term is over keeps her name with the term, and finds no way in', async () => {
  const at = await newProblem()
  const freja = await as('freja')
  await freja.post(`${at}/sponsor`, { words: 'I walk there.' })
  const seats = await house.database.transact(town.place.id, null, async (tx) => {
    const hers = (await allSeats(tx)).filter(({ person }) => person === town.people.freja.person)
    for (const seat of hers) await endTermOn(tx, seat, Temporal.PlainDate.from('2025-06-30'))
    return hers
  })
  try {
    const { html } = await freja.get(at)
    expect(html).toContain('Freja')
    expect(html).toContain('held a seat until 30 June 2025')
    expect(html).not.toContain('id="ways-in"')
    for (const [path, typed] of [
      ['/sponsor', { words: 'Again.' }],
      ['/sponsor/invitations', { person: town.people.emil.person ?? '' }],
      ['/sponsor/declined', {}],
      ['/sponsor/ended', { leaveReason: 'Over.' }],
    ] as const)
      expect((await freja.post(`${at}${path}`, typed)).status, path).toBe(403)
  } finally {
    await house.database.transact(town.place.id, null, async (tx) => {
      for (const seat of seats) await endTermOn(tx, seat, null)
    })
  }
})

it('whom a body named is named by the body on every page until she has spoken, and is asked on her desk', async () => {
  const problem = await raised(house.database, town.people.alice)
  const person = town.people.emil.person
  if (!person) throw new Error('emil is a politician')
  await house.database.transact(town.place.id, null, (tx) =>
    nameSponsor(tx, problem, { person, body: { id: town.council, name: 'Town council' } }),
  )
  const at = `/problems/${problem.slug}/problem`
  const [visitor, emil] = [await house.browser(town.place, null), await as('emil')]
  const page = (await visitor.get(at)).html
  expect(page).toContain('Named by: Town council. Has not spoken yet.')
  expect(page).toContain('A politician is named, who has not spoken yet')
  expect(page).not.toContain('I take this up')
  expect((await visitor.get(`/problems/${problem.slug}`)).html).toContain('named by the body, has not spoken yet')
  expect((await emil.get('/desk')).html).toContain('You have been named to lead a problem: Town council')
  const own = (await emil.get(at)).html
  expect(own).toContain('You have been named to lead this: Town council')
  expect(own).toContain('id="leave" open')
  const empty = await emil.post(`${at}/sponsor/accepted`, { acceptWords: '' })
  expect(empty.status).toBe(422)
  expect((await (await as('dora')).post(`${at}/sponsor/accepted`, { acceptWords: 'I?' })).html).toContain(
    'No body has named you here',
  )
  expect((await emil.post(`${at}/sponsor/accepted`, { acceptWords: 'I cycle <b>there</b>.' })).status).toBe(303)
  const after = (await visitor.get(at)).html
  expect(after).not.toContain('Has not spoken yet')
  expect(after).toContain('I cycle &lt;b&gt;there&lt;/b&gt;.')
  expect((await emil.get('/desk')).html).not.toContain('You have been named to lead')
})

it('who speaks for a group is asked by mail: the page says so without her name until she has pressed yes', async () => {
  const at = await newProblem()
  const [alice, visitor] = [await as('alice'), await house.browser(town.place, null)]
  await alice.post(`${at}/actors`, { name: 'Pupils', kind: 'people', relation: 'affected', how: 'They wait.' })
  const typed = { who: 'ask', spokesName: 'Marta <b>Falk</b>', spokesEmail: '' }
  const half = await alice.post(`${at}/actors/1/spokesperson`, typed)
  expect(half.status).toBe(422)
  expect(half.html).toContain('Write the e-mail address')
  expect(half.html).toContain('Marta &lt;b&gt;Falk&lt;/b&gt;')
  const wrong = await alice.post(`${at}/actors/1/spokesperson`, { ...typed, spokesEmail: 'nobody' })
  expect(wrong.status).toBe(422)
  const whole = { ...typed, spokesEmail: 'marta@example.org' }
  expect((await alice.post(`${at}/actors/1/spokesperson`, whole)).status).toBe(303)
  for (const path of [`${at}/actors/1`, `${at}/actors`, at])
    for (const reader of [visitor, alice]) expect((await reader.get(path)).html, path).not.toContain('Falk')
  expect((await visitor.get(`${at}/actors/1`)).html).toContain('A spokesperson has been asked.')

  const [mail] = await house.asOwner(
    `select data ->> 'text' as text from pgboss.job where name = 'mail.send' and data ->> 'to' = 'marta@example.org'`,
  )
  const link = /\/speaking\/[\w-]+/.exec(String(mail?.['text']))?.[0] ?? ''
  const asked = await visitor.get(link)
  expect(asked.html).toContain('Marta &lt;b&gt;Falk&lt;/b&gt;')
  expect((await visitor.post(link, {})).status).toBe(422)
  expect((await visitor.post(link, { answer: 'yes' })).status).toBe(303)
  expect((await visitor.get(`${at}/actors/1`)).html).toContain('Marta &lt;b&gt;Falk&lt;/b&gt;, who has said yes')
  expect((await visitor.get(link)).html).toContain('Take my name away')
  expect((await (await as('bashir')).post(`${at}/actors/1/spokesperson/ended`, {})).status).not.toBe(303)
  expect((await visitor.post(link, { answer: 'no' })).status).toBe(303)
  expect((await visitor.get(`${at}/actors/1`)).html).not.toContain('Falk')
  expect((await visitor.get(link)).status).toBe(404)
  expect((await visitor.get('/speaking/guessed')).status).toBe(404)
})

it('a bug once: an actor could be a person with a number and an address, and nobody was asked to look', async () => {
  const at = await newProblem()
  const bashir = await as('bashir')
  const words = { name: 'That man of Nygade 12', kind: 'people', relation: 'affected', how: 'Call him: 12 34 56 78.' }
  const sent = await bashir.post(`${at}/actors`, words)
  expect(sent.status).toBe(303)
  expect((await (await as('chen')).get('/moderation')).html).toContain('a telephone number, a home address')
})
