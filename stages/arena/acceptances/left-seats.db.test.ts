import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import type { Townsperson } from '../../../platform/identity/testing.ts'
import { rolesInArena } from '../roles.ts'
import { callApplicant } from '../selecting.ts'
import { arenaWaitingFor } from '../slots.ts'
import { applicationsOf, problemsSatIn } from '../store.ts'
import { leaveGroup } from './leaving.ts'
import {
  openTown,
  now,
  real,
  town,
  problem,
  slug,
  read,
  kept,
  answer,
  sitting,
  toldTo,
  go,
  visitOf,
  begun,
} from './testing-offers.ts'

openTown()

describe('a seat that is left', () => {
  test('gives nothing any more, and is offered to the substitute; what was written stays hers', async () => {
    await begun()
    const { alice, aisha, dora } = town.people
    expect((await rolesInArena(read(), slug(), alice)).map(({ name }) => name)).toEqual(['member'])
    expect(textOf(await go('arena.leave', 'alice', { typed: { words: ['I move away.'] } }))).toContain('#field-sure')
    expect(await go('arena.leave', 'alice', { typed: { words: ['I move away.'], sure: ['yes'] } })).toMatchObject({
      kind: 'redirect',
    })
    expect(await sitting()).toEqual(['bashir', 'dora', 'emil'])
    expect(await rolesInArena(read(), slug(), alice)).toEqual([])
    if (alice.account) expect(await problemsSatIn(read(), { account: alice.account })).toEqual([])
    expect(await toldTo('dora')).toContain('told.seat-left')
    expect(await arenaWaitingFor(visitOf('dora'))).toMatchObject([{ title: '1 seat of the group is free' }])
    const shown = textOf(await go('arena.people', 'klub'))
    expect(shown).toContain('Neighbour: left on 24 November 2026')
    expect(shown).not.toContain('Alice')
    expect(shown).not.toContain('I move away.')
    const free = textOf(await go('arena.vacancies', 'dora'))
    expect(free).toContain('I move away.')
    expect(free.indexOf('Substitute, number 1')).toBeGreaterThan(0)
    const number = (await applicationsOf(read(), problem.id)).find(({ account }) => account === aisha.account)?.number
    const typed = {
      number: [String(number)],
      [`criteria-${number}`]: ['1'],
      [`reason-${number}`]: ['Next on the list.'],
    }
    expect(await go('arena.call-applicant', 'dora', { typed })).toMatchObject({ kind: 'redirect' })
    kept(await answer('aisha', true))
    expect(await sitting()).toEqual(['aisha', 'bashir', 'dora', 'emil'])
    expect((await rolesInArena(read(), slug(), aisha)).map(({ name }) => name)).toEqual(['member'])
    // No seat is free any more.
    const again = { slug: slug(), number: 4, reason: 'So', criteria: ['Lives nearby'] }
    expect(await callApplicant(real.at(now), dora, again)).toEqual({ ok: false, refusal: 'profile-full' })
    expect(await arenaWaitingFor(visitOf('dora'))).toEqual([])
  })

  test('is filled by the chair too, once the group has begun; by no other member', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.bashir, { slug: slug(), words: '' }))
    const number = (await applicationsOf(read(), problem.id)).find(
      ({ account }) => account === town.people.aisha.account,
    )?.number
    const called = { slug: slug(), number: number ?? 0, reason: 'Next.', criteria: ['Lives nearby'] }
    const { emil } = town.people
    const asMember = { ...emil, roles: [...emil.roles, { name: 'member', scope: problem.id } as const] }
    expect(await callApplicant(real.at(now), asMember, called)).toEqual({ ok: false, refusal: 'not-yours-to-lead' })
    const asChair = { ...emil, roles: [...emil.roles, { name: 'arena-chair', scope: problem.id } as const] }
    expect(await callApplicant(real.at(now), asChair, called)).toMatchObject({ ok: true })
  })

  test('two who are called at once for one seat: one is', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.bashir, { slug: slug(), words: '' }))
    const applications = await applicationsOf(read(), problem.id)
    const call = (name: Townsperson) =>
      callApplicant(real.at(now), town.people.dora, {
        slug: slug(),
        number: applications.find(({ account }) => account === town.people[name].account)?.number ?? 0,
        reason: 'Next.',
        criteria: ['Lives nearby'],
      })
    const both = await Promise.all([call('aisha'), call('klub')])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: 'profile-full' })
  })

  test('stays left: the database gives it to nobody again, and takes none from who sits', async () => {
    await begun()
    kept(await leaveGroup(real.at(now), town.people.alice, { slug: slug(), words: '' }))
    const by = (words: ReturnType<typeof sql>) => real.transact(town.place.id, null, (tx) => words.execute(tx))
    await expect(
      by(
        sql`update arena.seat set ended_at = null, ended_why = null where problem_id = ${problem.id} and ended_at is not null`,
      ),
    ).rejects.toThrow('was left')
    await expect(
      by(sql`update arena.seat set is_chair = false where problem_id = ${problem.id} and is_chair`),
    ).rejects.toThrow('keeps the chair')
    await expect(
      by(sql`update arena.offer set state = 'waiting', answered_at = null where problem_id = ${problem.id}`),
    ).rejects.toThrow('has its answer')
    await expect(by(sql`delete from arena.seat where problem_id = ${problem.id}`)).rejects.toThrow('permission denied')
  })
})
