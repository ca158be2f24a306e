import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { raiseProblem } from '../stages/problem/commands.ts'
import { handoversIn } from '../stages/problem/handovers/in-store.ts'
import { carryAll, putInto } from '../stages/problem/handovers/testing.ts'
import { problemBySlug } from '../stages/problem/store.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { escaped, openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** What pages say of a problem that is handed to another level: to its politicians, to staff, and to strangers. */

let house: TestHouse
let town: Town
let nation: Town
let nordby: Town
let at: string
const browsers = new Map<string, Browser>()
const evil = `"'><script>alert(1)</script>`

beforeAll(async () => {
  house = await openTestHouse(6)
  nation = await foundTown(house.database, 'estrand')
  town = await putInto(house.database, await foundTown(house.database, 'lindhavn'), nation.place.id)
  nordby = await putInto(house.database, await foundTown(house.database, 'nordby'), nation.place.id)
  for (const place of [nation, town, nordby]) await giveRule(house.database, place)
  for (const [where, place] of Object.entries({ town, nation, nordby }))
    for (const who of ['dora', 'emil', 'chen', 'alice'] as const)
      browsers.set(`${who} of the ${where}`, await house.browser(place.place, place.people[who].account))
  at = await raise(`Who clears the road? ${evil}`)
}, 60_000)
afterAll(() => house.close())

async function raise(question: string): Promise<string> {
  const raised = await raiseProblem(house.database, town.people.alice, {
    question,
    whatHappens: `Nobody. ${evil}`,
    whoIsAffected: 'Drivers.',
    language: 'en',
  })
  if (!raised.ok) throw new Error(raised.refusal)
  return `/problems/${raised.value.slug}/problem`
}

function of(who: string): Browser {
  const browser = browsers.get(who)
  if (!browser) throw new Error(`nobody is ${who}`)
  return browser
}

it('asks, is refused with what was typed kept, carries text as text, and is answered; strangers read each step', async () => {
  const dora = of('dora of the town')
  const half = await dora.post(`${at}/hand-over`, { to: nation.place.id, reason: '' })
  expect(half.status).toBe(422)
  expect(half.html).toMatch(new RegExp(`value="${nation.place.id}"[^>]*checked`))
  const nowhere = await dora.post(`${at}/hand-over`, { to: town.place.id, reason: `Kept ${evil}` })
  expect(nowhere.status).toBe(422)
  expect(nowhere.html).toContain('This is our own place.')
  expect(nowhere.html).toContain(escaped(`Kept ${evil}`))
  expect((await of('chen of the town').post(`${at}/hand-over`, { to: nation.place.id, reason: 'x' })).status).toBe(403)

  const asked = await dora.post(`${at}/hand-over`, { to: nation.place.id, reason: `Their road. ${evil}` })
  expect(asked.status).toBe(303)
  expect((await dora.post(`${at}/hand-over`, { to: nation.place.id, reason: 'Again.' })).html).toContain(
    'That place has been asked already.',
  )
  await carryAll(house.database)
  const there = `/handovers/${await numberAt(nation, `Who clears the road? ${evil}`)}`

  for (const who of ['alice of the nation', 'dora of the nation', 'chen of the nation']) {
    for (const lang of ['en', 'da']) {
      for (const path of ['/handovers', there, '/owed', '/problems']) {
        const { status, html } = await of(who).get(path, lang)
        expect(status, `${who} at ${path}`).toBe(200)
        expect(html, path).not.toContain('<script>alert')
      }
    }
  }
  expect((await of('emil of the nation').get('/desk')).html).toContain('Answer Testhavn')
  expect((await of('alice of the nation').get(there)).html).not.toContain('Take it up here')
  expect((await of('chen of the nation').post(there, { answer: 'accept', words: 'x' })).status).toBe(403)
  expect((await of('dora of the town').get(there)).status).toBe(404)

  const emil = of('emil of the nation')
  const empty = await emil.post(there, { answer: 'decline', reason: '' })
  expect(empty.status).toBe(422)
  expect(empty.html).toContain('Write your reason')
  const taken = await emil.post(there, { answer: 'accept', words: `Ours. ${evil}` })
  expect(taken.status).toBe(303)
  expect((await of('dora of the nation').post(there, { answer: 'decline', reason: 'No.' })).html).toContain(
    'This has been answered already.',
  )
  await carryAll(house.database)
  const page = (await of('alice of the town').get(at)).html
  expect(page).toContain('Taken up by Emil')
  expect(page).toContain(escaped(`Ours. ${evil}`))
  const journey = (await of('alice of the town').get(at.replace(/\/problem$/, ''))).html
  expect(journey).toMatch(/In Testhavn since [^<]*: taken up by Emil/)
})

it('is declined with a reason that stands as text where it was given and where it came from', async () => {
  const asked = await raise('Who clears the road to Nordby?')
  const dora = of('dora of the town')
  expect((await dora.post(`${asked}/hand-over`, { to: nordby.place.id, reason: 'Your half.' })).status).toBe(303)
  await carryAll(house.database)
  const there = `/handovers/${await numberAt(nordby, 'Who clears the road to Nordby?')}`
  const reason = `Not ours. ${evil}`
  expect((await of('emil of the nordby').post(there, { answer: 'decline', reason })).status).toBe(303)
  await carryAll(house.database)
  const pages = await Promise.all([of('alice of the nordby').get(there), of('alice of the town').get(asked)])
  for (const { html } of pages) {
    expect(html).toContain(escaped(reason))
    expect(html).not.toContain('<script>alert')
  }
})

it('hidden where it came from, it has a stone where it was handed over; what was taken up says so; restored, both are back', async () => {
  const asked = await raise('Who salts the bridge?')
  const dora = of('dora of the town')
  for (const place of [nation, nordby])
    await dora.post(`${asked}/hand-over`, { to: place.place.id, reason: 'Your bridge.' })
  await carryAll(house.database)
  const waiting = await numberAt(nation, 'Who salts the bridge?')
  const taken = await of('emil of the nordby').post(`/handovers/${await numberAt(nordby, 'Who salts the bridge?')}`, {
    answer: 'accept',
    words: 'Ours.',
  })
  const theirs = `${taken.to?.replace(/^.*(?=\/problems)/, '').replace(/[?#].*$/, '')}/problem`
  await carryAll(house.database)
  const problem = await problemBySlug(house.database.read(town.place.id), asked.split('/')[2] ?? '')
  const about = { kind: 'problem', id: problem?.id ?? '' }
  const judged = { ...about, act: 'hide', rule: 'threat', reason: `It threatens. ${evil}` }
  expect((await of('chen of the town').post('/moderation/hidden', judged)).status).toBe(303)
  await carryAll(house.database)

  for (const path of [`/handovers/${waiting}`, '/handovers', '/owed'])
    expect((await of('alice of the nation').get(path)).html, path).not.toContain('Who salts the bridge?')
  const stone = (await of('dora of the nation').get(`/handovers/${waiting}`)).html
  expect(stone).toMatch(/Hidden in Testhavn by Clerk on [^<]*Rule: no threats/)
  expect(stone).toContain(escaped(`It threatens. ${evil}`))
  expect(stone).not.toContain('Take it up here')
  const late = await of('dora of the nation').post(`/handovers/${waiting}`, { answer: 'accept', words: 'Ours.' })
  expect(late.html).toContain('These words have been hidden where they came from.')
  const part = (await of('alice of the nordby').get(theirs)).html
  expect(part).toContain('Who salts the bridge?')
  expect(part).toContain('the moderators here have been told')
  expect((await of('chen of the nordby').get('/moderation')).html).toContain('Decide whether they stay readable here.')

  expect((await of('chen of the town').post('/moderation/restored', { ...about, reason: 'No threat.' })).status).toBe(
    303,
  )
  await carryAll(house.database)
  expect((await of('alice of the nation').get(`/handovers/${waiting}`)).html).toContain('Who salts the bridge?')
  expect((await of('alice of the nordby').get(theirs)).html).not.toContain('the moderators here have been told')
})

async function numberAt({ place }: Town, question: string): Promise<number> {
  return (await handoversIn(house.database.read(place.id))).find((one) => one.question === question)?.number ?? 0
}
