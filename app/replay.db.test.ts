import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase, type Case } from '../stages/opinion/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** A request captured on the way and sent again the next day, byte for byte: with the cookie and the token it had. */

let house: TestHouse
let town: Town
let at: Case

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
}, 60_000)
beforeEach(async () => {
  house.setClock(null)
  at = await openCase(house.database, town)
})
afterAll(() => house.close())

const as = (who: 'alice' | 'bashir'): Promise<Browser> => house.browser(town.place, town.people[who].account)
const vote = (who: Browser, choice = 'agree') => who.post(`/problems/${at.slug}/statements/1/vote`, { choice })
const nextDay = () => house.setClock(Temporal.Now.instant().add({ hours: 24 }))

const votes = () =>
  house.asOwner(
    `select v.revision, v.choice from opinion.vote v join opinion.statement s on s.id = v.statement_id
     join opinion.consultation c on c.id = s.consultation_id where c.problem_slug = $1 order by v.revision`,
    [at.slug],
  )
/** All there is, but for the day on which a session was last seen. */
const written = async () => (await house.print()).filter((line) => !line.startsWith('identity.session '))
const once = [{ revision: 1, choice: 'agree' }]

it('abuse 10: a vote sent again the next day while its session lives is the vote that is there', async () => {
  const alice = await as('alice')
  expect((await vote(alice)).status).toBe(303)
  nextDay()
  // What was pressed last is answered as it was then, without being done again: something else is pressed last.
  await alice.post('/sign-in/with/nobody', { purpose: 'prove', next: '' })
  const before = await written()
  expect((await vote(alice)).status).toBe(303)
  expect(await votes()).toEqual(once)
  expect(await written(), 'nothing at all is written').toEqual(before)
})

it('abuse 10: sent again after its session has ended it does nothing', async () => {
  const alice = await as('alice')
  await vote(alice)
  await house.asOwner(`update identity.session set expires_at = clock_timestamp() where account_id = $1`, [
    town.people.alice.account,
  ])
  const before = await written()
  expect((await vote(alice, 'disagree')).status).toBe(403)
  expect(await written()).toEqual(before)
})

it('abuse 10: with the cookie of a new session its token opens nothing, nor its cookie with another token', async () => {
  const [alice, later, bashir] = [await as('alice'), await as('alice'), await as('bashir')]
  await vote(alice)
  const before = await written()
  for (const [cookie, token] of [
    [later.cookie, alice.token],
    [bashir.cookie, alice.token],
    [alice.cookie, bashir.token],
  ] as const) {
    const sent = await house.ask(`/en/${town.place.slug}/problems/${at.slug}/statements/1/vote`, {
      method: 'POST',
      headers: {
        cookie,
        origin: house.house.origin(),
        'sec-fetch-site': 'same-origin',
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: new URLSearchParams({ 'form-token': token, choice: 'disagree' }).toString(),
    })
    expect(sent.status).toBe(403)
  }
  expect(await written()).toEqual(before)
  expect(await votes()).toEqual(once)
})

it('abuse 10: a hundred copies sent at once the next day count once', async () => {
  const alice = await as('alice')
  nextDay()
  const sent = await Promise.all(Array.from({ length: 100 }, () => vote(alice)))
  expect(new Set(sent.map(({ status }) => status))).toEqual(new Set([303]))
  expect(await votes()).toEqual(once)
})
