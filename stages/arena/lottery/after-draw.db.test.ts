import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { describe, expect, it } from 'vitest'
import type { Database } from '../../../platform/db/index.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { offersOf } from '../acceptances/store.ts'
import { withdrawApplication } from '../changing.ts'
import { answerApplications } from '../selecting.ts'
import { answerApplication } from '../application-store.ts'
import { applicationsOf, seatsOf } from '../store.ts'
import { sayYes } from '../testing.ts'
import { solveBeside } from './beside.ts'
import { solveLotteries } from './jobs.ts'
import { lastRunOf, panelsOf } from './panels-store.ts'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { verifyDraw } from './verifying.ts'
import { entriesOf, poolOf, forgetEntries, putPool } from './pool-store.ts'
import { readDrawFile, readRowsFile } from './draw-file.ts'
import { lotteryOf, putLottery } from './store.ts'
import type { Solver } from './solving.ts'
import { solveHere, type LotteryCase } from './testing.ts'
import {
  openTown,
  database,
  town,
  later,
  go,
  fair,
  withLimits,
  limitsOfTown,
  work,
  withPanels,
  thrown,
  digits,
  write,
  writeAgain,
  read,
  at,
  stepOf,
} from './testing-draw.ts'

openTown()

describe('what ends in the middle', () => {
  // A bug once: the limits held a time, which does not go from thread to thread.
  it('is made in a thread of its own, and says so when that fails', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await expect(work(of, 1, () => Promise.reject(new Error('no memory')))).rejects.toThrow('no memory')
    expect(textOf(await go(of, 'arena.lottery', { as: town.people.chen }))).toContain('It could not be finished')
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of, 2, solveBeside)
    expect(await stepOf(of)).toBe('panels')
  })

  // A bug once: one lost transaction while the panels were made, and the try had failed for good.
  it('goes on when the database is away for a moment, and is tried again when it is away at the beginning', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    const then = database.at(later(of.closedAt, 10))
    /** Loses just this transaction, counted from 0. */
    const losing = (which: number): Database => {
      let count = -1
      const transact: Database['transact'] = (...asked) => {
        count += 1
        return count === which ? Promise.reject(new Error('connection lost')) : then.transact(...asked)
      }
      return { ...then, transact }
    }
    const slowly: Solver = async (input, watch) => {
      await new Promise((done) => setTimeout(done, 1500))
      return solveHere(input, watch)
    }
    const job = { jurisdiction: town.place.id, problem: of.problem.id, lottery: 1, run: 1 }
    await expect(solveLotteries(slowly)(losing(0), job)).rejects.toThrow('connection lost')
    expect(await lastRunOf(read(), at(of))).toMatchObject({ state: 'waiting' })
    await solveLotteries(slowly)(losing(1), job)
    expect(await stepOf(of)).toBe('panels')
  })

  it('is stopped, and comes out the same when it is begun again', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await go(of, 'arena.stop-lottery-panels', { as: town.people.chen })
    await work(of)
    expect(await stepOf(of)).toBe('pool')
    expect(textOf(await go(of, 'arena.lottery', { as: town.people.chen }))).toContain('You stopped it')
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    // A worker that was killed leaves the try running; the next one takes it up.
    await database.transact(town.place.id, null, (tx) =>
      sql`update arena.lottery_run set state = 'running' where problem_id = ${of.problem.id} and run = 2`.execute(tx),
    )
    await work(of, 2)
    expect(await stepOf(of)).toBe('panels')
  })

  it('leaves out whoever withdrew after the list was locked, and says which numbers left', async () => {
    const of = await withLimits()
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const gone = (await entriesOf(read(), at(of)))[3]
    await database.transact(town.place.id, null, (tx) =>
      sql`update arena.application set state = 'withdrawn' where id = ${gone?.application}`.execute(tx),
    )
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    await work(of)
    const made = await panelsOf(read(), at(of))
    expect(made?.left).toEqual([gone?.number])
    expect(made?.panels.some((panel) => panel.includes(gone?.number ?? 0))).toBe(false)
  })

  it('is given up in public with a reason, and another begins with a list of its own', async () => {
    const of = await withPanels()
    expect(textOf(await go(of, 'arena.end-lottery', { as: town.people.dora, typed: { reason: ' ' } }))).toContain(
      'field-reason',
    )
    await go(of, 'arena.end-lottery', { as: town.people.dora, typed: { reason: 'The film failed.' } })
    expect(await stepOf(of)).toBe('ended')
    await go(of, 'arena.set-lottery-limits', { as: town.people.chen, typed: await limitsOfTown(of, fair) })
    expect(await lotteryOf(read(), of.problem.id)).toMatchObject({ number: 2, step: 'limits' })
  })

  // A bug once: the list kept account, answers and salt of whoever took her application back.
  it('forgets at once whoever takes her application back, and everybody else still reads her chance and why', async () => {
    const of = await withPanels()
    const [gone, stays] = of.people
    if (!gone || !stays) throw new Error('24 people applied')
    const number = (await entriesOf(read(), at(of))).find(({ account }) => account === gone.account)?.number
    const before = textOf(await go(of, 'arena.lottery', { as: stays }))
    const back = await withdrawApplication(database.at(later(of.closedAt, 20)), gone, of.problem.slug)
    expect(back).toMatchObject({ ok: true })
    const entry = (await entriesOf(read(), at(of))).find((one) => one.number === number)
    expect(entry).toMatchObject({ account: null, application: null, values: null, household: null, salt: null })
    expect(entry?.chance).toBeNull()
    expect(before).toContain('Your chance is')
    expect(textOf(await go(of, 'arena.lottery', { as: stays }))).toBe(before)
    expect(textOf(await go(of, 'arena.lottery', { as: gone }))).not.toContain('Your number')
  })

  it('forgets what people told, and the list still proves what it was', async () => {
    const of = await withPanels()
    const accounts = of.people.flatMap(({ account }) => (account ? [account] : []))
    const hash = textOf(await go(of, 'arena.lottery-list'))
    const erased = await database.transact(town.place.id, null, (tx) => forgetEntries(tx, of.problem.id, accounts))
    expect(erased).toBe(24)
    expect(textOf(await go(of, 'arena.lottery-list'))).toBe(hash)
    expect(textOf(await go(of, 'arena.lottery', { as: of.people[0] as Actor }))).not.toContain('Your number')
  })
})

describe('those who were drawn', () => {
  async function drawn(of: LotteryCase): Promise<readonly Actor[]> {
    await write(of, town.people.chen, '314')
    await writeAgain(of, town.people.gita, '314')
    const numbers = (await panelsOf(read(), at(of)))?.panels[314] ?? []
    const there = (await entriesOf(read(), at(of))).filter(({ number }) => numbers.includes(number))
    return of.people.filter(({ account }) => there.some((one) => one.account === account))
  }

  it('are offered their seats by lot, and named when they have said yes', async () => {
    const of = await withPanels()
    const people = await drawn(of)
    expect(people).toHaveLength(10)
    const offers = await offersOf(read(), of.problem.id)
    expect(offers).toHaveLength(10)
    expect(offers[0]).toMatchObject({ way: 'drawn', reason: 'Drawn by lot: panel 314.', state: 'waiting' })
    await sayYes(database.at(later(of.closedAt, 200)), of.problem.slug, people.slice(0, 3))
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('7 have not said yes yet')
    for (const { name } of people.slice(0, 3)) expect(page).toContain(name)
    for (const { name } of people.slice(3)) expect(page).not.toMatch(new RegExp(`${name}<`))
  })

  it('are replaced by another draw among those who were left, by what the limits leave to be met', async () => {
    const of = await withPanels()
    const people = await drawn(of)
    const { slug } = of.problem
    const again = (as: Actor, minutes: number) =>
      go(of, 'arena.draw-lottery-again', { as, at: later(of.closedAt, minutes) })
    expect(textOf(await again(town.people.chen, 200))).toContain('has not said yes or no yet')
    await sayYes(database.at(later(of.closedAt, 210)), slug, people.slice(0, 8))
    for (const actor of people.slice(8))
      await answerOffer(database.at(later(of.closedAt, 215)), actor, { slug, isYes: false, words: '' })
    const page = textOf(await go(of, 'arena.lottery', { as: town.people.chen }))
    expect(page).toContain('2 seats are free again')
    const by = town.people.chen.account ?? newId('account')
    const second = { problem: of.problem.id, lottery: 2 }
    const said = database.transact(town.place.id, null, async (tx) => {
      await putLottery(tx, second, by, { replaces: 1, seal: Buffer.alloc(32) })
      await putPool(tx, second, { hash: '0'.repeat(64), applied: { Women: 3 }, ways: null, by, entries: [] })
    })
    await expect(said).rejects.toThrow('is sealed')
    expect(await again(town.people.chen, 220)).toMatchObject({ kind: 'redirect' })
    expect(await lotteryOf(read(), of.problem.id)).toMatchObject({ number: 2, step: 'pool', replaces: 1 })
    const list = await entriesOf(read(), second)
    expect(list).toHaveLength(14)
    expect(list.filter(({ account }) => people.some((one) => one.account === account))).toEqual([])
    await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
    const job = { jurisdiction: town.place.id, problem: of.problem.id, lottery: 2, run: 1 }
    await solveLotteries(solveHere)(database.at(later(of.closedAt, 225)), job)
    const evening = { ...thrown, 'thrown-time': '14:00', ...digits('008') }
    await go(of, 'arena.write-lottery-number', { as: town.people.gita, at: later(of.closedAt, 240), typed: evening })
    await go(of, 'arena.write-lottery-number-again', {
      as: town.people.chen,
      at: later(of.closedAt, 242),
      typed: digits('008'),
    })
    const numbers = (await panelsOf(read(), second))?.panels[8] ?? []
    const called = of.people.filter(({ account }) =>
      list.some((one) => one.account === account && numbers.includes(one.number)),
    )
    await sayYes(database.at(later(of.closedAt, 250)), slug, called)
    const seats = (await seatsOf(read(), of.problem.id)).filter(({ kind }) => kind === 'citizen')
    expect(seats).toHaveLength(10)
    const rows = (await entriesOf(read(), at(of))).filter(({ account }) => seats.some((one) => one.account === account))
    const count = (value: string | undefined) => rows.filter(({ values }) => values?.includes(value ?? '')).length
    expect([5, 6]).toContain(count(of.gender.values[0]?.id))
    expect([3, 4]).toContain(count(of.age.values[0]?.id))
    // What the second limits leave to be met is what those who had said yes told: nothing of it is public.
    const published = (await entries(read(), { problem: of.problem.id, limit: 500 })).flatMap((entry) =>
      JSON.stringify(entry.public).includes('"lottery":2') ? [JSON.stringify(entry.public)] : [],
    )
    expect(published.length).toBeGreaterThanOrEqual(4)
    for (const value of [...of.gender.values, ...of.age.values])
      expect(published.filter((one) => one.includes(value.id))).toEqual([])
    for (const address of ['arena.lottery-limits-table', 'arena.lottery-panels', 'arena.lottery-data'] as const) {
      for (const as of [town.people.alice, town.people.dora])
        expect(await go(of, address, { as })).toMatchObject({ kind: 'refused', status: 403 })
      expect(await go(of, address, { as: town.people.chen })).toMatchObject({ kind: 'file', isPrivate: true })
    }
    const anybodys = textOf(await go(of, 'arena.lottery', { as: town.people.dora }))
    expect(anybodys).toContain('The limits of this draw are not public')
    for (const group of ['Under 30', 'Women', 'arena.lottery-data']) expect(anybodys).not.toContain(group)
    // A leak once: who was in the second list read in the reason for her chance how many of which group were still to be drawn.
    for (const one of of.people.filter(({ account }) => list.some((row) => row.account === account))) {
      const hers = textOf(await go(of, 'arena.lottery', { as: one }))
      expect(hers).toContain('Your chance was')
      // A bug once: of a draw that is over it said what the average is.
      expect(hers).toContain('The average was')
      expect(hers).not.toMatch(/seats (?:had to|could) go to it|belong to this group/)
    }
    expect(await poolOf(read(), second)).toMatchObject({ applied: {}, ways: null })
    const whole = readDrawFile(textOf(await go(of, 'arena.lottery-data', { as: town.people.chen })))
    const told = readRowsFile(textOf(await go(of, 'arena.lottery-rows', { as: town.people.chen })))
    if (!whole.ok || !told.ok) throw new Error('an auditor reads both')
    expect(whole.value.limits.seal).toMatch(/^[0-9a-f]{64}$/)
    const findings = await verifyDraw(whole.value, told.value, await loadSolver())
    expect(findings.filter(({ is }) => is === false)).toEqual([])
    // The first draw stays to be looked at and checked.
    expect(textOf(await go(of, 'arena.lottery'))).toContain('?draw=1')
    expect(textOf(await go(of, 'arena.lottery', { query: 'draw=1' }))).toContain('Panel 314 was drawn')
    expect(JSON.parse(textOf(await go(of, 'arena.lottery-data', { query: 'draw=1' }))).lottery).toBe(1)
  })

  it('are answered by the draw alone while it goes on, not even past our rules by another', async () => {
    const of = await withPanels()
    const [first] = await applicationsOf(read(), of.problem.id)
    const chosen = await answerApplications(database.at(later(of.closedAt, 30)), town.people.dora, {
      slug: of.problem.slug,
      choices: [{ number: first?.number ?? 0, isSelected: false, reason: 'No.', criteria: [], isSubstitute: false }],
    })
    expect(chosen).toMatchObject({ ok: false, refusal: 'in-the-draw' })
    await expect(
      database.transact(town.place.id, null, (tx) =>
        answerApplication(
          tx,
          { id: first?.id ?? ('' as never), problem: of.problem.id },
          { state: 'not-selected', answer: 'No.', by: town.people.dora.account as never, isSubstitute: false },
        ),
      ),
    ).rejects.toThrow('is in a draw')
  })
})
