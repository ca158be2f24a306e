import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { applyForSeat } from '../commands.ts'
import { adoptedMandate } from '../../mandate/index.ts'
import { panelsOf } from './panels-store.ts'
import { entriesOf } from './pool-store.ts'
import {
  openTown,
  database,
  town,
  tellings,
  later,
  go,
  type Bounds,
  fair,
  withLimits,
  limitsOfTown,
  work,
  withPanels,
  thrown,
  digits,
  write,
  writeAgain,
  lookAgain,
  read,
  at,
  stepOf,
  kindsOf,
} from './testing-draw.ts'

openTown()

describe('who would turn a draw', () => {
  it('cannot come to the list after it was locked, not even past our rules', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const one = (await entriesOf(read(), at(of)))[0]
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`
          insert into arena.lottery_entry (jurisdiction_id, problem_id, lottery_number, number, commitment, account_id,
            application_id, value_keys, salt)
          values (${town.place.id}, ${of.problem.id}, 1, 25, ${one?.commitment}, ${town.people.alice.account},
            ${one?.application}, ${[...(one?.values ?? [])]}, ${one?.salt})`.execute(tx),
      ),
    ).rejects.toThrow('is locked')
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`update arena.lottery_entry set account_id = ${town.people.alice.account}
          where problem_id = ${of.problem.id} and number = 1`.execute(tx),
      ),
    ).rejects.toThrow('erased, never changed')
  })

  it('cannot set limits unseen once it is known who applied: everybody reads that they were set late', async () => {
    const of = await withLimits()
    expect(textOf(await go(of, 'arena.lottery'))).not.toContain('after the call had closed')
    const typed = await limitsOfTown(of, fair)
    const late = later(of.closedAt, 5)
    expect((await go(of, 'arena.set-lottery-limits', { as: town.people.chen, at: late, typed })).kind).toBe('redirect')
    expect(textOf(await go(of, 'arena.lottery'))).toContain('after the call had closed')
  })

  it('cannot lock it while people may still apply', async () => {
    const of = await withLimits()
    const early = await go(of, 'arena.lock-lottery-list', { as: town.people.chen, at: later(of.opensAt, 60) })
    expect(textOf(early)).toContain('People can still apply')
    const mandate = await adoptedMandate(read(), of.problem.id)
    const late = await applyForSeat(database.at(of.closedAt), town.people.alice, {
      slug: of.problem.slug,
      profile: mandate?.profiles[0]?.id ?? ('' as never),
      motivation: 'Late',
      tie: 'Here',
      gender: null,
    })
    expect(late).toMatchObject({ ok: false, refusal: 'call-closed' })
  })

  it('cannot change a limit once the list is locked, not even past our rules', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const again = await go(of, 'arena.set-lottery-limits', {
      as: town.people.dora,
      typed: await limitsOfTown(of, fair),
    })
    expect(textOf(again)).toContain('The list is locked')
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`
          insert into arena.lottery_limits (jurisdiction_id, problem_id, lottery_number, version, seats, one_per_household,
            why, set_by, set_at)
          values (${town.place.id}, ${of.problem.id}, 1, 2, 10, false, 'wider', ${town.people.chen.account}, now())`.execute(
          tx,
        ),
      ),
    ).rejects.toThrow('are locked')
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`update arena.lottery_limit set min = 0 where problem_id = ${of.problem.id}`.execute(tx),
      ),
    ).rejects.toThrow('permission denied')
  })

  it('cannot write the number before the groups are published, nor confirm her own', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    expect(textOf(await write(of, town.people.chen, '123'))).toContain('not published yet')
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    const before = await go(of, 'arena.write-lottery-number', {
      as: town.people.chen,
      at: later(of.closedAt, 180),
      typed: { ...thrown, 'thrown-time': '10:00', ...digits('123') },
    })
    expect(textOf(before)).toContain('after the panels were published')
    await write(of, town.people.chen, '123')
    expect(textOf(await writeAgain(of, town.people.chen, '123'))).toContain('You wrote it yourself')
    await expect(
      database.transact(town.place.id, null, (tx) =>
        sql`update arena.lottery_throw set second_panel = panel, second_by = typed_by, second_at = now()
          where problem_id = ${of.problem.id}`.execute(tx),
      ),
    ).rejects.toThrow('check constraint')
    expect(textOf(await write(of, town.people.gita, '999'))).toContain('Somebody has written a number')
  })

  it('is seen when two numbers differ: both stay, and neither counts', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '123')
    // What the first wrote is on no page and in no public fact until the second has written.
    const facts = await entries(read(), { problem: of.problem.id, limit: 500 })
    expect(JSON.stringify(facts.find(({ kind }) => kind === 'arena.lottery-number-written')?.public)).not.toContain(
      '123',
    )
    expect(textOf(await go(of, 'arena.lottery', { as: town.people.gita }))).not.toMatch(/Panel 123|show 1, 2 and 3/)
    const second = await writeAgain(of, town.people.gita, '132')
    expect(second).toMatchObject({ kind: 'redirect', done: { text: expect.stringContaining('Neither counts') } })
    expect(await stepOf(of)).toBe('panels')
    expect(textOf(await go(of, 'arena.lottery'))).toContain('two people wrote different numbers, 123 and 132')
    await lookAgain(of, town.people.gita, '132')
    await writeAgain(of, town.people.chen, '132')
    expect(await stepOf(of)).toBe('drawn')
    expect(textOf(await go(of, 'arena.lottery'))).toContain('so they were looked at again')
    expect(textOf(await write(of, town.people.gita, '555'))).toContain('A panel is drawn')
  })

  it('cannot have the groups made twice: the second job finds them made, two clerks at once get one', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const asked = await Promise.all(
      [town.people.chen, town.people.gita].map((as) => go(of, 'arena.make-lottery-panels', { as })),
    )
    expect(asked.filter(({ kind }) => kind === 'redirect')).toHaveLength(1)
    await Promise.all([work(of), work(of)])
    const first = (await panelsOf(read(), at(of)))?.hash
    await work(of)
    expect((await panelsOf(read(), at(of)))?.hash).toBe(first)
    const published = (await kindsOf(of)).filter((kind) => kind === 'arena.lottery-panels-published')
    expect(published).toHaveLength(1)
    expect(textOf(await go(of, 'arena.make-lottery-panels', { as: town.people.chen }))).toContain('They are made once')
  })
})

describe('limits nobody can meet', () => {
  /** The women are all 30 and older: six women and four older ones are not on one panel. */
  const impossible: Bounds = [
    [6, 6],
    [4, 4],
    [6, 6],
    [4, 4],
  ]

  it('are explained in words, and made wider with one press, in public', async () => {
    const of = await withLimits(
      impossible,
      tellings.map((telling, one) => ({ ...telling, age: one % 2 === 0 ? 1 : 0 })),
    )
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    const page = textOf(await go(of, 'arena.lottery', { as: town.people.chen }))
    expect(page).toContain('No panel meets all the limits')
    expect(page).toContain('Take way out 1')
    const taken = await go(of, 'arena.widen-lottery-limits', { as: town.people.chen, typed: { way: '0', run: '1' } })
    expect(taken).toMatchObject({ kind: 'redirect' })
    await work(of, 2)
    expect(await stepOf(of)).toBe('panels')
    expect(textOf(await go(of, 'arena.lottery'))).toContain('No panel met them all, so')
    // A way out that was shown before is not taken a second time.
    expect(
      textOf(await go(of, 'arena.widen-lottery-limits', { as: town.people.chen, typed: { way: '0', run: '1' } })),
    ).toContain('The limits can be met')
  })
})
