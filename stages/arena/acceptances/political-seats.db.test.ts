import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { rolesInArena } from '../roles.ts'
import { callApplicant } from '../selecting.ts'
import { arenaWaitingFor } from '../slots.ts'
import { seatsOf } from '../store.ts'
import { leaveGroup, nameChair, vacateSeat } from './leaving.ts'
import {
  openTown,
  now,
  real,
  town,
  problem,
  slug,
  read,
  kept,
  choose,
  seat,
  sitting,
  toldTo,
  go,
  visitOf,
  begun,
} from './testing-offers.ts'

openTown()

describe('the political seats', () => {
  test('when the chair has left, another politician of the group is named, or a new one is offered the chair', async () => {
    await begun()
    const { dora, emil } = town.people
    const seats = await seatsOf(read(), problem.id)
    const seatOf = (account: Id<'account'> | null) => seats.find((one) => one.account === account)?.id ?? newId('seat')
    const naming = { slug: slug(), seat: seatOf(emil.account) }
    expect(await nameChair(real.at(now), dora, naming)).toEqual({ ok: false, refusal: 'chair-taken' })
    kept(await leaveGroup(real.at(now), dora, { slug: slug(), words: '' }))
    expect(await arenaWaitingFor(visitOf('dora'))).toMatchObject([
      { title: 'The group has no chair' },
      { title: '1 seat of the group is free' },
    ])
    const { alice } = town.people
    expect(await nameChair(real.at(now), dora, { slug: slug(), seat: seatOf(alice.account) })).toEqual({
      ok: false,
      refusal: 'only-politicians-chair',
    })
    kept(await nameChair(real.at(now), dora, naming))
    expect((await rolesInArena(read(), slug(), emil)).map(({ name }) => name)).toEqual(['member', 'arena-chair'])
    expect(await rolesInArena(read(), slug(), dora)).toEqual([])
    // She leads the case, and takes a political seat again.
    kept(await seat('dora'))
    expect(await sitting()).toEqual(['alice', 'bashir', 'dora', 'emil'])
    expect(await toldTo('alice')).toContain('told.chair-named')
  })

  test('of somebody who is no politician any more is freed by those who lead; of nobody else', async () => {
    await begun()
    const { dora, emil } = town.people
    const seats = await seatsOf(read(), problem.id)
    const emils = seats.find(({ account }) => account === emil.account)?.id ?? newId('seat')
    expect(await vacateSeat(real.at(now), dora, { slug: slug(), seat: emils })).toEqual({
      ok: false,
      refusal: 'still-in-office',
    })
    await real.transact(town.place.id, null, (tx) =>
      sql`update directory.membership set ends_on = '2026-11-01' where person_id = ${emil.person}`.execute(tx),
    )
    expect(textOf(await go('arena.vacancies', 'dora'))).toContain('is no politician any more')
    expect(await go('arena.vacate', 'dora', { typed: { seat: [emils] } })).toMatchObject({ kind: 'redirect' })
    expect(await sitting()).toEqual(['alice', 'bashir', 'dora'])
    expect(await toldTo('emil')).toContain('told.seat-ended')
    expect(textOf(await go('arena.people', 'klub'))).toContain(
      'no politician any more, seat free since 24 November 2026',
    )
  })

  test('clerks see who has not answered, and fill nothing', async () => {
    await choose(['alice'])
    const shown = textOf(await go('arena.vacancies', 'chen'))
    expect(shown).toContain('1 December 2026 at 23:59')
    expect(shown).not.toContain('Offer the seat to')
    expect(textOf(await go('arena.vacancies', 'emil'))).toContain('Only politicians who have taken the case up')
    const called = { slug: slug(), number: 2, reason: 'So', criteria: ['Lives nearby'] }
    expect(await callApplicant(real.at(now), town.people.chen, called)).toEqual({
      ok: false,
      refusal: 'staff-never-choose',
    })
  })
})
