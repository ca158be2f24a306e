import { afterAll, beforeAll, expect, it } from 'vitest'
import { allJurisdictions } from '../platform/directory/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { append } from '../platform/ledger/index.ts'
import { answerHandover, askOther } from '../stages/problem/handovers/commands.ts'
import { carryAll, putInto } from '../stages/problem/handovers/testing.ts'
import { agendaPoll, problemBySlug } from '../stages/problem/index.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** A problem one place handed to another: who supported it sees, where she did, what it has come to there. */

let house: TestHouse
let nation: Town
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  const union = await foundTown(house.database, 'union')
  nation = await putInto(house.database, await foundTown(house.database, 'estrand'), union.place.id, {
    name: 'Estrand',
  })
  town = await putInto(house.database, await foundTown(house.database, 'lindhavn'), nation.place.id, {
    name: 'Lindhavn',
  })
  for (const one of [nation, town]) await giveRule(house.database, one)
})
afterAll(() => house.close())

/** Raised in the town, handed to the nation and taken up there: its addresses here and there. */
async function handedOver(question: string) {
  const { database } = house
  const here = await raised(database, town.people.alice, { question })
  const asked = await askOther(database, town.people.dora, {
    slug: here.slug,
    kind: 'whole',
    to: [nation.place.id],
    reason: 'The road is yours.',
    from: town.place,
    places: await allJurisdictions(database),
  })
  expect(asked).toMatchObject({ ok: true })
  await carryAll(database)
  const [arrived] = await house.asOwner('select number from problem.handover_in where question = $1', [question])
  const number = Number(arrived?.['number'])
  const taken = await answerHandover(database, nation.people.dora, { number, isAccepted: true, reason: 'Ours.' })
  await carryAll(database)
  const there = await problemBySlug(database.read(nation.place.id), taken.ok ? (taken.value.slug ?? '') : '')
  if (!there) throw new Error('it was not taken up')
  return { here, there }
}

const step = (kind: string, problem: Awaited<ReturnType<typeof handedOver>>['there']['id'], place = nation) =>
  house.database.transact(place.place.id, null, (tx) => append(tx, { kind, problem, public: {}, time: 'exact' }))

it('tells each step once where the problem came from, with a link to where it is now', async () => {
  const { here, there } = await handedOver('Who mends the coast road?')
  await step('mandate.adopted', there.id)
  // A mandate is changed later: it was adopted all the same.
  await step('mandate.adopted', there.id)
  await step('decision.closed', there.id)
  await carryAll(house.database)
  const visitor = await house.browser(town.place, null)
  const { html } = await visitor.get(`/problems/${here.slug}/problem`)
  expect(html.match(/Estrand has adopted a mandate on it on/g)).toHaveLength(1)
  expect(html).toContain('The body of Estrand has answered every recommendation, on')
  expect(html).toContain(`/en/estrand/problems/${there.slug}`)
  const journey = (await visitor.get(`/problems/${here.slug}`)).html
  expect(journey).toContain('The body of Estrand has answered every recommendation, on')
  const told = await house.asOwner(
    `select data ->> 'message' as message from pgboss.job
     where name = 'notices.tell' and data ->> 'message' like 'told.onward-%' and data -> 'about' ->> 'id' = $1`,
    [here.id],
  )
  expect(told.map(({ message }) => String(message)).toSorted()).toEqual(['told.onward-answer', 'told.onward-mandate'])
})

it('says nothing of problems nobody handed over, and nothing of acts that are no step', async () => {
  const own = await raised(house.database, nation.people.alice, { question: 'Whose own is it?' })
  const { there } = await handedOver('Who sweeps the coast road?')
  await step('mandate.adopted', own.id)
  await step('mandate.draft-saved', there.id)
  const jobs = await house.asOwner(`select 1 from pgboss.job where name = 'handovers.carry' and state = 'created'`)
  expect(jobs).toEqual([])
})

it('hands a problem on in one press where the body has referred it to another place, with the body’s own reason', async () => {
  const { database } = house
  const problem = await raised(database, town.people.alice, { question: 'Who lights the coast road?' })
  const at = `/problems/${problem.slug}/problem`
  const as = (name: 'alice' | 'bashir' | 'chen' | 'dora' | 'aisha') =>
    house.browser(town.place, town.people[name].account)
  for (const name of ['alice', 'bashir', 'aisha'] as const)
    expect((await (await as(name)).post(`${at}/support`)).status).toBe(303)
  await agendaPoll(database, town.place.id)
  const chen = await as('chen')
  expect((await chen.get(`${at}/answers/1`)).html).toContain('Or to another place')
  const record = {
    outcome: 'referred',
    reason: 'The coast road is the nation’s.',
    referredPlace: nation.place.id,
    motion: 'We refer it.',
    decidedOn: Temporal.Now.plainDateISO('Europe/Copenhagen').toString(),
    reference: 'Item 9',
    votesFor: '2',
    votesAgainst: '0',
    abstentions: '0',
    isCarried: 'yes',
  }
  expect((await chen.post(`${at}/answers/1`, { ...record, referredPlace: town.place.id })).status).toBe(422)
  expect((await chen.post(`${at}/answers/1`, record)).status).toBe(303)
  const dora = await as('dora')
  const resolution = /name="resolution" value="([^"]+)"/.exec((await dora.get(at)).html)?.[1] ?? ''
  expect((await dora.post(`${at}/answers/1/confirm`, { resolution })).status).toBe(303)
  expect((await (await as('alice')).get(at)).html).not.toContain('Ask Estrand to take it up')
  const { html } = await dora.get(at)
  expect(html).toContain('Referred to: Estrand')
  expect(html).toContain('Ask Estrand to take it up')
  const [, reason = ''] = /name="reason" value="([^"]+)"/.exec(html) ?? []
  expect((await dora.post(`${at}/hand-over`, { to: nation.place.id, reason })).status).toBe(303)
  await carryAll(database)
  const arrived = await house.asOwner('select reason from problem.handover_in where question = $1', [problem.question])
  expect(arrived).toEqual([{ reason: 'The coast road is the nation’s.' }])
  // Asked once; nobody is asked twice.
  expect((await dora.get(at)).html).not.toContain('Ask Estrand to take it up')
})
