import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { followersOf } from '../../../platform/notices/index.ts'
import { seatGroup, type TestGroup } from '../../arena/testing.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { evidenceCards } from './cards.ts'
import * as commands from './commands.ts'
import * as desk from './desk-commands.ts'
import { orderStanding } from './rules.ts'
import { evidenceOwed, evidenceWaitingFor } from './slots.ts'
import { isOverdue, stateOf } from './standing.ts'
import { ordersWaiting, type WholeOrder } from './store.ts'
import { countFacts, wholeOrder } from './whole.ts'

const morning = Temporal.Instant.from('2026-11-24T08:00:00Z')
const soon = Temporal.PlainDate.from('2026-12-01')

let home: TestDatabase
let real: Database
let town: Town
let group: TestGroup
let problem: Id<'problem'>
let slug = ''

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  await giveRule(real, town)
  group = await seatGroup(real, town, await raised(real, town.people.alice), {
    members: ['alice', 'dora'],
    chair: 'dora',
  })
  ;({ slug, problem } = group)
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

function at(who: Townsperson): Actor {
  return who === 'alice' || who === 'dora' ? group.member(who) : town.people[who]
}

async function ordered(question = 'How many cars drive past the school?'): Promise<number> {
  const input = { slug, question, why: 'The street can close only if there are few.', within: 10 }
  const done = await commands.orderEvidence(real.at(morning), at('alice'), {
    ...input,
    language: 'en',
    calendar: town.place,
  })
  if (!done.ok) throw new Error(done.refusal)
  return done.value.number
}

const outside = { name: 'Ines Roth', position: 'Institute of roads', interest: 'None', hasAgreed: true }

function name(number: number, who: 'ole' | 'outside', by: Townsperson = 'chen') {
  return desk.nameAnswerer(real.at(morning), at(by), {
    slug,
    number,
    account: who === 'ole' ? town.people.ole.account : null,
    ...(who === 'ole' ? { name: '', position: '', interest: '', hasAgreed: false } : outside),
    side: 'research',
    due: soon,
    laterWords: '',
    calendar: town.place,
  })
}

function give(number: number, by: Townsperson, text = 'In one week 1,240 cars.') {
  const words = { text, sources: 'Count of the works department', uncertain: 'The week had a holiday.' }
  return commands.giveEvidence(real.at(morning), at(by), { slug, number, ...words, language: 'en', hasApproved: true })
}

function contest(number: number, by: Townsperson) {
  const words = { reason: 'The week had a holiday.', source: 'School calendar', language: 'en' }
  return commands.contestEvidence(real.at(morning), at(by), { slug, number, finding: 1, ...words })
}

async function orderAt(number: number): Promise<WholeOrder> {
  const order = await wholeOrder(real.read(town.place.id), problem, number)
  if (!order) throw new Error('no order')
  return order
}

async function standing(number: number) {
  return orderStanding(stateOf(await orderAt(number)))
}

describe('an ordered fact', () => {
  test('has a number, a day it is needed, and stands in the ledger without its words', async () => {
    const number = await ordered('What does a lamp cost a year?')
    const order = await orderAt(number)
    expect(order.wantedBy?.toString()).toBe('2026-12-08T22:59:59.999Z')
    const all = await entries(real.read(town.place.id), { limit: 500 })
    const entry = all.find(
      (one) => one.kind === 'inquiry.evidence-ordered' && (one.public as { number: number }).number === number,
    )
    expect(entry?.public).toMatchObject({ number })
    expect(JSON.stringify(entry?.public)).not.toContain('lamp')
  })

  test('is answered by the officer the desk named and by nobody else', async () => {
    const number = await ordered()
    expect(await give(number, 'ole')).toMatchObject({ refusal: 'nobody-named' })
    expect(await name(number, 'ole')).toMatchObject({ ok: true })
    expect(await give(number, 'chen')).toMatchObject({ refusal: 'only-who-was-named' })
    expect(await give(number, 'dora')).toMatchObject({ refusal: 'only-who-was-named' })
    const results = await Promise.all([give(number, 'ole'), give(number, 'ole')])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await standing(number)).toBe('answered')
    expect((await orderAt(number)).sides).toEqual(['administration'])
  })

  test('stays contested until a second answer stands beside it; both stay', async () => {
    const number = await ordered()
    await name(number, 'ole')
    await give(number, 'ole')
    expect(await name(number, 'outside')).toMatchObject({ refusal: 'answered-already' })
    expect(await contest(number, 'bashir')).toMatchObject({ ok: true })
    expect(await contest(number, 'bashir')).toMatchObject({ refusal: 'contested-already' })
    expect(await standing(number)).toBe('contested')
    expect(await name(number, 'outside')).toMatchObject({ ok: true })
    expect(await standing(number)).toBe('contested')
    expect(await give(number, 'gita', 'In a week without holidays 1,900.')).toMatchObject({ ok: true })
    expect(await standing(number)).toBe('beside')
    const order = await orderAt(number)
    // The journey counted it as contested still, while the desk did not.
    expect(await countFacts(real.read(town.place.id), [order])).toMatchObject({ answered: 1, contested: 0 })
    expect(order.findings.map(({ side }) => side)).toEqual(['administration', 'research'])
    expect(order.objections).toHaveLength(1)
  })

  test('is settled by the one who contested it, and by nobody else', async () => {
    const number = await ordered()
    await name(number, 'ole')
    await give(number, 'ole')
    await contest(number, 'aisha')
    const settle = (by: Townsperson) =>
      commands.settleObjection(real.at(morning), at(by), { slug, number, objection: 1, words: 'Counted again.' })
    for (const by of ['chen', 'ole', 'alice', 'bashir'] as const)
      expect(await settle(by)).toMatchObject({ refusal: 'only-who-contested' })
    expect(await settle('aisha')).toMatchObject({ ok: true })
    expect(await standing(number)).toBe('answered')
  })

  test('takes no answer after the desk withdrew it, in the rule and in the database', async () => {
    const number = await ordered()
    await name(number, 'ole')
    const reason = 'The count is part of the mandate already.'
    expect(await desk.withdrawOrder(real.at(morning), at('chen'), { slug, number, reason: '' })).toMatchObject({
      refusal: 'reason-needed',
    })
    expect(await desk.withdrawOrder(real.at(morning), at('chen'), { slug, number, reason })).toMatchObject({ ok: true })
    expect(await give(number, 'ole')).toMatchObject({ refusal: 'withdrawn' })
    const { id } = await orderAt(number)
    await expect(
      real.transact(town.place.id, null, (tx) =>
        tx
          .insertInto('inquiry.finding')
          .values({
            jurisdiction_id: town.place.id,
            id: crypto.randomUUID() as Id<'finding'>,
            evidence_id: id,
            number: 1,
            answerer: 1,
            side: 'administration',
            text: 'Late',
            sources: 'None',
            uncertain: 'All',
            language: 'en',
            given_by: town.people.ole.account,
            given_at: morning,
          })
          .execute(),
      ),
    ).rejects.toThrow(/no longer stands/)
  })

  test('reaches with its answer whoever ordered the same, until she takes it apart again', async () => {
    const first = await ordered('How wide is Quay Street?')
    const second = await ordered('How wide is the street at the quay?')
    const merge = { slug, number: second, into: first, reason: 'Quay Street both times.' }
    expect(await desk.mergeOrders(real.at(morning), at('alice'), merge)).toMatchObject({ refusal: 'only-the-desk' })
    expect(await desk.mergeOrders(real.at(morning), at('gita'), { ...merge, into: 999 })).toMatchObject({
      refusal: 'no-such-target',
    })
    expect(await desk.mergeOrders(real.at(morning), at('gita'), merge)).toMatchObject({ ok: true })
    expect(await standing(second)).toBe('merged')
    const { id } = await orderAt(first)
    expect(await followersOf(real.read(town.place.id), [id])).toContain(town.people.alice.account)
    expect(await desk.partOrders(real.at(morning), at('bashir'), { slug, number: second })).toMatchObject({
      refusal: 'not-yours-to-part',
    })
    expect(await desk.partOrders(real.at(morning), at('alice'), { slug, number: second })).toMatchObject({ ok: true })
    expect(await standing(second)).toBe('ordered')
  })
})

test('what is late is public, with the one who owes it or the desk', async () => {
  const number = await ordered('How deep is the basin?')
  const order = await orderAt(number)
  const late = Temporal.Instant.from('2026-12-20T08:00:00Z')
  expect(isOverdue(order, morning)).toBe(false)
  expect(isOverdue(order, late)).toBe(true)
  await name(number, 'ole')
  const reader = { lang: 'en', to: () => '/somewhere' } as never // it only writes links
  const owed = await evidenceOwed(real.read(town.place.id), reader)
  expect(owed.find(({ title }) => title.includes('How deep'))).toMatchObject({ owner: 'Ole', isDone: false })
  await give(number, 'ole')
  expect((await ordersWaiting(real.read(town.place.id))).map((one) => one.number)).not.toContain(number)
})

test('an officer finds on her desk what she is to answer, and the clerk what has nobody yet', async () => {
  const number = await ordered('Who owns the meadow?')
  const desks = async (who: Townsperson) =>
    (
      await evidenceWaitingFor({
        actor: at(who),
        read: real.read(town.place.id),
        jurisdiction: town.place,
        lang: 'en',
        to: (_: string, { number: one }: { number: number }) => `/evidence/${one}`,
      } as never)
    ) // it looks at nothing else
      .filter(({ detail }) => detail.includes('meadow'))
      .map(({ act }) => act.href)
  expect(await desks('chen')).toEqual([`/evidence/${number}#name`])
  expect(await desks('ole')).toEqual([])
  await name(number, 'ole')
  expect(await desks('chen')).toEqual([])
  expect(await desks('ole')).toEqual([`/evidence/${number}#give`])
})

test('an order, its answer and an objection are named by cards that lead to their place', async () => {
  const number = await ordered()
  await name(number, 'ole')
  await give(number, 'ole')
  await contest(number, 'bashir')
  const order = await orderAt(number)
  const read = real.read(town.place.id)
  const [card] = await evidenceCards.evidence(read, [order.id])
  expect(card).toMatchObject({ state: 'state.contested', path: `/problems/${slug}/evidence/${number}` })
  const [answer] = await evidenceCards.finding(
    read,
    order.findings.map(({ id }) => id),
  )
  expect(answer?.path).toBe(`/problems/${slug}/evidence/${number}#answer-1`)
  const [objection] = await evidenceCards.objection(
    read,
    order.objections.map(({ id }) => id),
  )
  expect(objection?.writtenBy).toEqual([town.people.bashir.account])
})
