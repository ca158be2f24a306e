import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import * as commands from '../commands.ts'
import { arenaRoutes } from '../routes.tsx'
import { arenaWaitingFor } from '../slots.ts'
import { ownApplications } from '../own-lines.ts'
import { seatsOf } from '../store.ts'
import { offersPoll } from './jobs.ts'
import { offersOf } from './store.ts'
import {
  openTown,
  now,
  due,
  real,
  town,
  problem,
  slug,
  read,
  kept,
  choose,
  answer,
  seat,
  sitting,
  nameOf,
  toldTo,
  go,
  visitOf,
} from './testing-offers.ts'

openTown()

describe('an offer', () => {
  test('is a seat only after a yes; who seats herself has said it by that', async () => {
    await choose(['alice'])
    kept(await seat('dora', { isChair: true }))
    kept(await seat('emil'))
    expect(await sitting()).toEqual(['dora'])
    expect(await toldTo('alice')).toContain('told.offered')
    expect(await toldTo('emil')).toContain('told.offered')
    kept(await answer('alice', true))
    kept(await answer('emil', true))
    expect(await sitting()).toEqual(['alice', 'dora', 'emil'])
    expect(await toldTo('dora')).toContain('told.offer-taken')
    expect((await seatsOf(read(), problem.id)).find(({ account }) => nameOf(account) === 'alice')).toMatchObject({
      way: 'chosen',
      criteria: ['Lives nearby'],
      reason: 'About alice.',
      chosenBy: town.people.dora.account,
    })
    expect(await answer('alice', false)).toEqual({ ok: false, refusal: 'no-offer' })
  })

  test('waits on her own page and on the desk of a politician, with the day; on nobody else’s', async () => {
    await choose(['alice'])
    kept(await seat('emil'))
    for (const name of ['alice', 'emil'] as const)
      expect(await arenaWaitingFor(visitOf(name))).toMatchObject([{ title: 'Say yes or no to a seat', due }])
    expect(await arenaWaitingFor(visitOf('bashir'))).toEqual([])
    const [hers] = await ownApplications(visitOf('alice'))
    expect(hers?.state).toMatch(/^A seat is offered to you\. Why: .* Say yes or no until .*1 December 2026/)
    expect(textOf(await go('arena.offer', 'alice'))).toContain('1 December 2026 at 23:59')
    expect(textOf(await go('arena.offer', 'bashir'))).toContain('No seat is offered to you')
    // The public page says that somebody was asked, not who.
    const open = textOf(
      await answerAt(arenaRoutes, 'arena.people', visitIn(real, town.place, { at: now, params: { problem: slug() } })),
    )
    expect(open).not.toContain('Alice')
  })

  test('a no frees the seat, and who leads reads why', async () => {
    await choose(['alice', 'bashir'])
    expect(
      await go('arena.answer-offer', 'alice', { typed: { answer: ['no'], words: ['I move away.'] } }),
    ).toMatchObject({
      kind: 'redirect',
    })
    expect(await sitting()).toEqual([])
    expect(await toldTo('dora')).toContain('told.offer-declined')
    expect(textOf(await go('arena.application', 'alice'))).toContain('You were offered a seat and said no.')
    await choose(['aisha'])
    kept(await answer('aisha', true))
    expect(await sitting()).toEqual(['aisha'])
  })

  test('is brought to mind two days before its end, and silence after it is a no; each once', async () => {
    await choose(['alice'])
    await offersPoll(real.at(now.add({ hours: 24 })), town.place.id)
    expect(await toldTo('alice')).not.toContain('told.offer-reminded')
    for (const hours of [47, 24]) await offersPoll(real.at(due.subtract({ hours })), town.place.id)
    expect((await toldTo('alice')).filter((message) => message === 'told.offer-reminded')).toHaveLength(1)
    await offersPoll(real.at(due), town.place.id)
    expect((await offersOf(read(), problem.id))[0]?.state).toBe('waiting')
    const late = due.add({ milliseconds: 1 })
    expect(await answer('alice', true, late)).toEqual({ ok: false, refusal: 'answer-too-late' })
    await Promise.all([offersPoll(real.at(late), town.place.id), offersPoll(real.at(late), town.place.id)])
    expect((await offersOf(read(), problem.id))[0]?.state).toBe('lapsed')
    expect(await toldTo('dora')).toContain('told.offer-silent')
    const facts = (await entries(read(), { problem: problem.id, limit: 50 })).map(({ kind }) => kind)
    expect(facts.filter((kind) => kind === 'arena.offer-refused')).toHaveLength(1)
    expect(facts.filter((kind) => kind === 'arena.offer-reminded')).toHaveLength(1)
  })

  test('two yeses at once are one seat', async () => {
    await choose(['alice'])
    const both = await Promise.all([answer('alice', true), answer('alice', true)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await sitting()).toEqual(['alice'])
  })

  test('keeps the group from beginning until it is answered, by form and by hand', async () => {
    await choose(['alice'], ['bashir', 'aisha', 'klub'])
    kept(await seat('dora', { isChair: true }))
    const input = { slug: slug(), exception: 'We begin.' }
    expect(await commands.confirmGroup(real.at(now), town.people.dora, input)).toEqual({
      ok: false,
      refusal: 'waiting-offers',
    })
    const byHand = sql`
      insert into arena.confirmation (jurisdiction_id, problem_id, confirmed_by, confirmed_at, exception)
      values (${town.place.id}, ${problem.id}, ${town.people.dora.account}, now(), 'So')`
    await expect(real.transact(town.place.id, null, (tx) => byHand.execute(tx))).rejects.toThrow('is not ready')
  })

  test('the public record tells of it without a name', async () => {
    await choose(['alice', 'bashir'])
    kept(await answer('alice', true))
    kept(await answer('bashir', false))
    const told = JSON.stringify(
      (await entries(read(), { problem: problem.id, limit: 50 }))
        .filter(({ kind }) => kind.startsWith('arena.offer') || kind === 'arena.seated')
        .map((fact) => fact.public),
    )
    expect(told).toContain('declined')
    for (const name of ['alice', 'bashir'] as const) expect(told).not.toContain(town.people[name].account)
    expect(told).not.toContain('I move away.')
  })
})
