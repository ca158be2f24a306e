import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { emptyForm } from '../../../platform/http/index.ts'
import type { Townsperson } from '../../../platform/identity/testing.ts'
import { problemBySlug } from '../../problem/index.ts'
import { offersOf } from '../acceptances/store.ts'
import { answerApplication } from '../application-store.ts'
import { loadArena } from '../arena.ts'
import * as byStaff from '../by-staff/commands.ts'
import { panelsOf } from '../lottery/panels-store.ts'
import { entriesOf } from '../lottery/pool-store.ts'
import { at as drawAt, database, openTown, read, town, withPanels, write, writeAgain } from '../lottery/testing-draw.ts'
import { arenaRoutes } from '../routes.tsx'
import { arenaWaitingFor } from '../slots.ts'
import { applicationsOf } from '../store.ts'
import { foundCall, type TestCall } from '../testing.ts'
import { paragraphsOf } from './letters-pdf.ts'
import { lettersIn } from './owing.ts'

const now = Temporal.Instant.from('2026-11-24T08:00:00Z')

openTown()

/** Grethe asked by telephone and was answered no. */
async function refusedOnPaper(more: { readonly address?: string; readonly phone?: string } = {}): Promise<TestCall> {
  const at = database.at(now)
  const call = await foundCall(at, town, now.add({ hours: 24 * 14 }))
  const words = { profile: call.profile, motivation: 'I walk there.', tie: 'I live there.', gender: null, told: {} }
  const who = { name: 'Grethe Ås', address: 'Havnegade 1\n5700 Testhavn', phone: '', language: 'da', ...more }
  await byStaff.recordApplication(at, town.people.chen, { slug: call.slug, way: 'phone', code: '', ...who, ...words })
  await byStaff.decideRecord(at, town.people.gita, { slug: call.slug, number: 1, why: null })
  await at.transact(town.place.id, null, async (tx) => {
    const [application] = await applicationsOf(tx, call.problem)
    const by = town.people.dora.account
    if (!application || by === null) throw new Error('no application')
    const answer = { state: 'not-selected', answer: 'Others live nearer.', by, isSubstitute: true } as const
    await answerApplication(tx, { id: application.id, problem: call.problem }, answer)
  })
  return call
}

function go(address: Address, as: Townsperson, { slug }: Pick<TestCall, 'slug'>, letters: readonly string[] = []) {
  const visit = visitIn(database.at(now), town.place, { at: now, as: town.people[as], params: { problem: slug } })
  return answerAt(arenaRoutes, address, { ...visit, form: { ...emptyForm, typed: { letters } } })
}

describe('letters still to be posted', () => {
  it('are listed, printed, and marked once; then nobody is written to twice', async () => {
    const call = await refusedOnPaper()
    const listed = textOf(await go('arena.paper-letters', 'chen', call))
    expect(listed).toContain('Grethe Ås, receipt 1: the answer no')
    expect(await go('arena.paper-letters-file', 'chen', call)).toMatchObject({
      mediaType: 'application/pdf',
      isPrivate: true,
    })
    expect(textOf(await go('arena.mark-posted', 'chen', call))).toContain('Tick what is posted')
    expect(await go('arena.mark-posted', 'chen', call, ['1.not-selected.0', '9.offer.1'])).toMatchObject({
      kind: 'redirect',
      done: { text: '1 letter is marked as posted.' },
    })
    expect(textOf(await go('arena.mark-posted', 'gita', call, ['1.not-selected.0']))).toContain('Tick what is posted')
    const after = textOf(await go('arena.paper-letters', 'gita', call))
    expect(after).toContain('Everybody has been told')
    expect(after).toContain('Receipt 1, answer no')
    expect(await go('arena.paper-letters-file', 'chen', call)).toEqual({ kind: 'not-found' })
  })

  it('who left no address is called', async () => {
    const call = await refusedOnPaper({ address: '', phone: '12 34 56 78' })
    expect(textOf(await go('arena.paper-letters', 'chen', call))).toContain('Call 12 34 56 78')
    expect(await go('arena.paper-letters-file', 'chen', call)).toEqual({ kind: 'not-found' })
    expect(await go('arena.mark-posted', 'chen', call, ['1.not-selected.0'])).toMatchObject({ kind: 'redirect' })
  })

  it('wait on the bench of staff, and on no other desk', async () => {
    const call = await refusedOnPaper()
    const benchOf = async (who: Townsperson) =>
      (await arenaWaitingFor(visitIn(database.at(now), town.place, { at: now, as: town.people[who] }))).filter(
        ({ act }) => act.href.endsWith(`${call.slug}/people/by-staff/letters`),
      )
    expect(await benchOf('chen')).toMatchObject([{ due: null }])
    expect(await benchOf('alice')).toEqual([])
    await go('arena.mark-posted', 'chen', call, ['1.not-selected.0'])
    expect(await benchOf('chen')).toEqual([])
  })

  it('say the answer in her language, and where to call with which number', async () => {
    const call = await refusedOnPaper()
    const problem = await problemBySlug(read(), call.slug)
    if (!problem) throw new Error('no case')
    const arena = await loadArena(read(), problem)
    const [letter] = await lettersIn(read(), call.problem, { arena, now })
    if (!letter) throw new Error('no letter')
    const text = paragraphsOf({ place: town.place, now, problem, arena }, letter).join('\n')
    expect(text).toContain('Du fik ikke en plads denne gang. Hvorfor: Others live nearer.')
    expect(text).toContain('Du er nummer 1 blandt suppleanterne')
    expect(text).toContain('kvitteringsnummer 1')
    expect(text).not.toMatch(/12345678|Havnegade|I walk there/)
  })

  it('are marked for good: the database keeps who posted what, once', async () => {
    const call = await refusedOnPaper()
    await go('arena.mark-posted', 'chen', call, ['1.not-selected.0'])
    const again = database.transact(town.place.id, null, (tx) =>
      sql`insert into arena.posted_letter select * from arena.posted_letter where problem_id = ${call.problem}`.execute(
        tx,
      ),
    )
    await expect(again).rejects.toThrow(/duplicate/)
  })
})

describe('a draw', () => {
  it('is told on paper with her chance, to who was drawn and to who was not', async () => {
    const of = await withPanels()
    const { id: problem, slug } = of.problem
    // All of the list are people without a computer.
    await database.transact(town.place.id, null, async (tx) => {
      const [chen, gita] = [town.people.chen.account, town.people.gita.account]
      await sql`
        insert into arena.staff_record (jurisdiction_id, problem_id, number, way, name, address, phone, language, profile_id,
          motivation, tie, told, recorded_by, recorded_at, state, decided_by, decided_at, account_id)
        select a.jurisdiction_id, a.problem_id, a.number, 'paper', 'Somebody', 'Vej 1', '', 'en', a.profile_id,
          'x', 'x', '{}', ${chen}, ${tx.now}, 'confirmed', ${gita}, ${tx.now}, a.account_id
        from arena.application a where a.problem_id = ${problem}`.execute(tx)
    })
    const found = await problemBySlug(read(), slug)
    if (!found) throw new Error('no case')
    const lettersNow = async () =>
      lettersIn(read(), problem, { arena: await loadArena(read(), found), now: of.closedAt.add({ hours: 4 }) })
    expect(await lettersNow()).toEqual([])
    await write(of, town.people.chen, '123')
    await writeAgain(of, town.people.gita, '123')
    const letters = await lettersNow()
    const drawn = new Set((await offersOf(read(), problem)).map(({ account }) => account))
    expect(letters.filter(({ kind }) => kind === 'offer')).toHaveLength(10)
    expect(letters.filter(({ kind }) => kind === 'not-drawn')).toHaveLength(14)
    const chances = new Map((await panelsOf(read(), drawAt(of)))?.certificate.chances)
    const entries = await entriesOf(read(), drawAt(of))
    for (const { record, kind, draw } of letters) {
      const number = entries.find(({ account }) => account === record.account)?.number ?? 0
      expect(draw?.chance).toBe(chances.get(number))
      expect(kind).toBe(drawn.has(record.account as Id<'account'>) ? 'offer' : 'not-drawn')
    }
    const [unlucky] = letters.filter(({ kind }) => kind === 'not-drawn')
    if (!unlucky) throw new Error('somebody was not drawn')
    const arena = await loadArena(read(), found)
    const text = paragraphsOf({ place: town.place, now: of.closedAt, problem: found, arena }, unlucky).join('\n')
    expect(text).toMatch(/your number was not among them\.\nYour chance was \d+\.\d%\./)
  })
})
