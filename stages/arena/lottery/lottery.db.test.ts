import { createHash } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import type { Reply } from '../../../platform/http/index.ts'
import { answerAt, textOf, typed, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { giveRule } from '../../problem/testing.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { offersOf } from '../acceptances/store.ts'
import { applyForSeat } from '../commands.ts'
import { putPopulation } from '../population/store.ts'
import { answerApplications } from '../selecting.ts'
import { answerApplication } from '../application-store.ts'
import { applicationsOf, seatsOf } from '../store.ts'
import { sayYes } from '../testing.ts'
import { adoptedMandate } from '../../mandate/index.ts'
import { solveBeside } from './beside.ts'
import { boundField, featureUsed } from './form.ts'
import { readDrawFile, readRowsFile } from './draw-file.ts'
import { solveLotteries } from './jobs.ts'
import type { Published } from './maker.ts'
import { panelsOf } from './panels-store.ts'
import { entriesOf, forgetEntries } from './pool-store.ts'
import { lotteryRoutes } from './routes.tsx'
import { lotteryOf } from './store.ts'
import { verifyDraw, type Finding } from './verifying.ts'
import type { Solver } from './solving.ts'
import { solveHere, waitingCase, type LotteryCase, type Telling } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

beforeEach(async () => {
  town = await foundTown(database)
  await giveRule(database, town)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

/** 24 people: half women, a third under 30, two who did not say their age. */
const tellings: readonly Telling[] = Array.from({ length: 24 }, (_, at) => ({
  gender: at % 2,
  age: at < 2 ? undefined : at % 3 === 0 ? 0 : 1,
}))

const later = (at: Temporal.Instant, minutes: number): Temporal.Instant => at.add({ minutes })

type Going = {
  readonly as?: Actor
  readonly at?: Temporal.Instant
  readonly typed?: Record<string, string>
  readonly query?: string
}

async function go(
  of: LotteryCase,
  address: Address,
  { as, at = of.closedAt, typed: fields = {}, query }: Going = {},
): Promise<Reply> {
  return answerAt(
    lotteryRoutes,
    address,
    visitIn(database, town.place, {
      ...(as ? { as } : {}),
      ...(query === undefined ? {} : { query }),
      at,
      params: { problem: of.problem.slug },
      typed: typed(fields),
    }),
  )
}

/** [least, most] of women, men, under 30, 30 and older. */
type Bounds = readonly (readonly [number, number])[]

function limitsTyped(of: LotteryCase, bounds: Bounds, profile: string, seats: number): Record<string, string> {
  const groups = [of.gender, of.age].flatMap(({ id, values }) => values.map((value) => [id, value.id] as const))
  const fields: Record<string, string> = {
    [featureUsed(of.gender.id)]: 'yes',
    [featureUsed(of.age.id)]: 'yes',
    [featureUsed('profile')]: 'yes',
  }
  const put = (feature: string, value: string, [min, max]: readonly [number, number]): void => {
    fields[boundField(feature, value, 'min')] = String(min)
    fields[boundField(feature, value, 'max')] = String(max)
    fields[boundField(feature, value, 'minFlex')] = '0'
    fields[boundField(feature, value, 'maxFlex')] = String(seats)
  }
  put('profile', profile, [seats, seats])
  for (const [at, [feature, value]] of groups.entries()) put(feature, value, bounds[at] ?? [0, seats])
  return fields
}

const fair: Bounds = [
  [5, 6],
  [4, 5],
  [3, 4],
  [6, 7],
]

async function withLimits(bounds: Bounds = fair, all = tellings): Promise<LotteryCase> {
  const of = await waitingCase(database, town, { seats: 10, tellings: all })
  const set = await go(of, 'arena.set-lottery-limits', { as: town.people.chen, typed: await limitsOfTown(of, bounds) })
  expect(set.kind).toBe('redirect')
  return of
}

async function limitsOfTown(of: LotteryCase, bounds: Bounds): Promise<Record<string, string>> {
  const mandate = await adoptedMandate(database.read(town.place.id), of.problem.id)
  return limitsTyped(of, bounds, mandate?.profiles[0]?.id ?? '', 10)
}

async function work(of: LotteryCase, run = 1, solve: Solver = solveHere): Promise<void> {
  const job = { jurisdiction: town.place.id, problem: of.problem.id, lottery: 1, run }
  await solveLotteries(solve)(database.at(later(of.closedAt, 10)), job)
}

async function withPanels(): Promise<LotteryCase> {
  const of = await withLimits()
  await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
  await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
  await work(of)
  return of
}

const thrown = {
  'thrown-date': '2026-11-23',
  'thrown-time': '12:00',
  place: 'the library',
  thrownBy: 'three children',
  witnesses: 'Two neighbours',
  watched: '43',
}
const digits = (number: string) => ({ hundreds: number[0] ?? '', tens: number[1] ?? '', ones: number[2] ?? '' })

async function write(of: LotteryCase, as: Actor, number: string): Promise<Reply> {
  return go(of, 'arena.write-lottery-number', {
    as,
    at: later(of.closedAt, 180),
    typed: { ...thrown, ...digits(number) },
  })
}

async function writeAgain(of: LotteryCase, as: Actor, number: string): Promise<Reply> {
  return go(of, 'arena.write-lottery-number-again', { as, at: later(of.closedAt, 182), typed: digits(number) })
}

const read = () => database.read(town.place.id)
const at = (of: LotteryCase) => ({ problem: of.problem.id, lottery: 1 })
const stepOf = async (of: LotteryCase) => (await lotteryOf(read(), of.problem.id))?.step

async function kindsOf(of: LotteryCase): Promise<readonly string[]> {
  const all = await entries(read(), { problem: of.problem.id, limit: 500 })
  return all.map(({ kind }) => kind)
}

describe('a draw, from its limits to the dice', () => {
  it('goes step by step, each public, and ends with a panel that meets every limit', async () => {
    const of = await withPanels()
    expect(textOf(await go(of, 'arena.lottery'))).toContain('1,000 fair panels are ready')
    await write(of, town.people.chen, '472')
    const second = await writeAgain(of, town.people.gita, '472')
    expect(second).toMatchObject({ kind: 'redirect', done: { text: 'The panel is drawn.' } })
    expect(await stepOf(of)).toBe('drawn')
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('Panel 472 was drawn')
    expect(page).toContain('43 people watched')
    const panels = await panelsOf(read(), at(of))
    const drawn = panels?.panels[472] ?? []
    const rows = (await entriesOf(read(), at(of))).filter(({ number }) => drawn.includes(number))
    const count = (value: string | undefined) => rows.filter(({ values }) => values?.includes(value ?? '')).length
    expect(rows).toHaveLength(10)
    expect([5, 6]).toContain(count(of.gender.values[0]?.id))
    expect([3, 4]).toContain(count(of.age.values[0]?.id))
    expect(await kindsOf(of)).toEqual(
      expect.arrayContaining([
        'arena.lottery-limits-set',
        'arena.lottery-list-locked',
        'arena.lottery-panels-published',
        'arena.lottery-number-written',
        'arena.lottery-drawn',
      ]),
    )
  })

  it('tells an applicant her number, her chance and why, and nobody else', async () => {
    const of = await withPanels()
    const [mine] = of.people
    const page = textOf(await go(of, 'arena.lottery', { as: mine as Actor }))
    expect(page).toMatch(/Your number is \d+/)
    expect(page).toMatch(/Your chance is \d+ in 1,000/)
    for (const as of [undefined, town.people.chen, town.people.dora]) {
      const other = textOf(await go(of, 'arena.lottery', as ? { as } : {}))
      expect(other).not.toContain('Your number')
      expect(other).not.toMatch(/Resident \d/)
    }
  })

  it('names nobody who was drawn before she has said yes', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '007')
    await writeAgain(of, town.people.dora, '007')
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('10 have not said yes yet')
    expect(page).not.toMatch(/Resident \d/)
    const drawn = (await panelsOf(read(), at(of)))?.panels[7] ?? []
    const one = (await entriesOf(read(), at(of))).find(({ number }) => number === drawn[0])
    const actor = of.people.find(({ account }) => account === one?.account)
    expect(textOf(await go(of, 'arena.lottery', { as: actor as Actor }))).toContain('You were drawn, Resident')
  })

  it('shows the wall of the hall the code before the dice, and the number after', async () => {
    const of = await withPanels()
    const hash = (await panelsOf(read(), at(of)))?.hash ?? ''
    const before = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    expect(before).toContain(`${hash.slice(0, 4)} ${hash.slice(4, 8)} ${hash.slice(8, 12)}`)
    expect(before).toContain('http-equiv="refresh"')
    await write(of, town.people.chen, '031')
    const between = textOf(await go(of, 'arena.lottery', { query: 'screen' }))
    expect(between).toContain('A second person writes what she saw')
    expect(between).not.toContain('Panel 031')
    await writeAgain(of, town.people.gita, '031')
    expect(textOf(await go(of, 'arena.lottery', { query: 'screen' }))).toContain('Panel 031 was drawn')
  })
})

describe('what is published', () => {
  it('has the hashes the page reads aloud, and nothing of a person', async () => {
    const of = await withPanels()
    const panels = textOf(await go(of, 'arena.lottery-panels'))
    const list = textOf(await go(of, 'arena.lottery-list'))
    const made = await panelsOf(read(), at(of))
    const sha = (text: string) => createHash('sha256').update(text).digest('hex')
    expect(sha(panels)).toBe(made?.hash)
    const data = JSON.parse(textOf(await go(of, 'arena.lottery-data')))
    expect(sha(list)).toBe(data.list.hash)
    expect(data.panels.file).toBe(panels)
    expect(panels.split('\n')).toHaveLength(1002)
    const secrets = (await entriesOf(read(), at(of))).flatMap(({ account, salt, application }) => [
      account,
      application,
      salt?.toString('hex'),
    ])
    for (const file of [panels, list, JSON.stringify(data), textOf(await go(of, 'arena.lottery'))]) {
      expect(secrets.filter((secret) => file.includes(secret ?? 'never'))).toEqual([])
    }
  })

  it('gives everybody a share within one in 1,000 of her chance', async () => {
    const of = await withPanels()
    const made = await panelsOf(read(), at(of))
    const { chances } = (made?.certificate ?? { chances: [] }) as Pick<Published, 'chances'>
    expect(chances).toHaveLength(24)
    for (const [number, chance] of chances) {
      const times = made?.panels.filter((panel) => panel.includes(number)).length ?? 0
      expect(Math.abs(times - 1000 * chance)).toBeLessThan(1)
    }
  })

  it('says how many applied only when the list is locked, and no number below five', async () => {
    const few = tellings.map((telling, one) => ({ ...telling, gender: one < 3 ? 0 : 1 }))
    const of = await withLimits(
      [
        [0, 3],
        [7, 10],
        [3, 4],
        [6, 7],
      ],
      few,
    )
    expect(textOf(await go(of, 'arena.lottery'))).not.toContain('Applied')
    await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
    const page = textOf(await go(of, 'arena.lottery'))
    expect(page).toContain('fewer than 5')
    expect(page).not.toContain('>21<')
  })

  it('lets the clerk alone read the rows, and keeps them out of every cache', async () => {
    const of = await withPanels()
    expect(
      lotteryRoutes.find(({ at: address }) => address === 'arena.lottery-rows')?.allowed.allows(town.people.dora),
    ).toBe(false)
    const rows = await go(of, 'arena.lottery-rows', { as: town.people.chen })
    expect(rows).toMatchObject({ kind: 'file', isPrivate: true })
    expect(JSON.parse(textOf(rows)).rows).toHaveLength(24)
  })
})

describe('limits nobody can meet', () => {
  /** Twelve of 24 are women, and ten seats: no panel has all of them women and half of them men. */
  const impossible: Bounds = [
    [10, 10],
    [0, 10],
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
    await write(of, town.people.gita, '132')
    await writeAgain(of, town.people.chen, '132')
    expect(await stepOf(of)).toBe('drawn')
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
    expect(offers[0]).toMatchObject({ way: 'drawn', reason: 'Drawn by lot: panel 314', state: 'waiting' })
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
    expect(await again(town.people.chen, 220)).toMatchObject({ kind: 'redirect' })
    expect(await lotteryOf(read(), of.problem.id)).toMatchObject({ number: 2, step: 'pool', replaces: 1 })
    const second = { problem: of.problem.id, lottery: 2 }
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

describe('who may', () => {
  it('is who leads the case, its clerk and its facilitator', async () => {
    const of = await withLimits()
    for (const as of [town.people.emil, town.people.freja]) {
      expect(textOf(await go(of, 'arena.lock-lottery-list', { as }))).toContain('Only those who lead the case')
      expect(textOf(await go(of, 'arena.lottery-limits', { as }))).toContain('Only those who lead the case')
    }
    expect(textOf(await go(of, 'arena.lottery-limits', { as: town.people.dora }))).toContain('Under 30')
  })

  it('gets limits filled in from the shares of the people, and what they follow is public', async () => {
    const of = await withLimits()
    const { chen } = town.people
    const [young, old] = of.age.values
    const population = await database.transact(town.place.id, null, (tx) =>
      putPopulation(tx, {
        name: 'Residents',
        source: 'The registry',
        asOf: '1 January 2026',
        fileName: 'residents.csv',
        sha256: 'a'.repeat(64),
        importedBy: chen.account as never,
        features: [of.age.id],
        cells: [
          { values: [young?.id as never], people: 250 },
          { values: [old?.id as never], people: 750 },
        ],
      }),
    )
    const page = textOf(await go(of, 'arena.lottery-limits', { as: chen, query: `population=${population}` }))
    const shown = (bound: 'min' | 'max') =>
      new RegExp(`name="${boundField(of.age.id, young?.id ?? '', bound)}" value="(\\d+)"`).exec(page)?.[1]
    expect([shown('min'), shown('max')]).toEqual(['2', '3'])
    await go(of, 'arena.set-lottery-limits', { as: chen, typed: { ...(await limitsOfTown(of, fair)), population } })
    expect(textOf(await go(of, 'arena.lottery'))).toContain('They follow Residents, 1 January 2026.')
  })

  it('keeps what was typed, and says at the numbers what is wrong', async () => {
    const of = await withLimits()
    const wrong = await limitsOfTown(of, [
      [6, 6],
      [6, 6],
      [3, 4],
      [6, 7],
    ])
    const page = await go(of, 'arena.set-lottery-limits', { as: town.people.chen, typed: wrong })
    expect(page).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(page)).toContain('Gender: at least 12 are asked for in all, and there are 10 seats')
  })
})

/** What a test turns in a published file. */
type Changeable = {
  panels: { file: string }
  drawn: { panel: string }
  list: { file: string }
  limits: { features: { values: { min: number }[] }[] }
  rows: { values: string[] }[]
}

describe('whoever doubts', () => {
  async function files(of: LotteryCase): Promise<{ readonly draw: string; readonly rows: string }> {
    const draw = textOf(await go(of, 'arena.lottery-data'))
    return { draw, rows: textOf(await go(of, 'arena.lottery-rows', { as: town.people.chen })) }
  }

  async function check(draw: string, rows?: string) {
    const read = readDrawFile(draw)
    const private_ = rows === undefined ? undefined : readRowsFile(rows)
    if (!read.ok || private_?.ok === false) throw new Error('the files are read')
    return verifyDraw(read.value, private_?.value, await loadSolver())
  }

  const wrong = (findings: readonly Finding[]) => findings.filter(({ is }) => is === false).map(({ what }) => what)

  it('finds every check passed, and the panels the same when they are made again', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    const { draw, rows } = await files(of)
    const findings = await check(draw, rows)
    expect(findings).toHaveLength(12)
    expect(findings.filter(({ is }) => is !== true)).toEqual([])
    // Without the rows of the list the four checks that need them say so.
    expect((await check(draw)).filter(({ is }) => is === null)).toHaveLength(4)
  })

  it('sees what was changed: a panel, the number, the list, a limit, a row', async () => {
    const of = await withPanels()
    await write(of, town.people.chen, '472')
    await writeAgain(of, town.people.gita, '472')
    const { draw, rows } = await files(of)
    const changed = (change: (data: Changeable) => void, text = draw): string => {
      const data = JSON.parse(text) as Changeable
      change(data)
      return JSON.stringify(data)
    }
    const swapPanels = changed((data) => {
      data.panels.file = data.panels.file.replace(/^472,(.*)$/m, '472,1 2 3 4 5 6 7 8 9 10')
    })
    expect(wrong(await check(swapPanels, rows))).toContain('The panels have the code that was read aloud')
    const otherNumber = changed((data) => {
      data.drawn.panel = '471'
    })
    expect(wrong(await check(otherNumber))).toEqual(['The number two people wrote gives the panel that was drawn'])
    const otherList = changed((data) => {
      data.list.file = data.list.file.replace(/^1,..../m, '1,0000')
    })
    expect(wrong(await check(otherList))).toContain('The list has the code that was published when it was locked')
    const otherLimit = changed((data) => {
      const value = data.limits.features[1]?.values[0]
      if (value) value.min = 0
    })
    expect(wrong(await check(otherLimit))).toContain('The panels rest on these limits, this list and whoever left it')
    const otherRow = changed((data) => {
      const values = data.rows[0]?.values
      if (values) values[1] = values[1] === 'not-told' ? 'told' : 'not-told'
    }, rows)
    expect(wrong(await check(draw, otherRow))).toContain('Every row is the one that was locked')
  })
})
