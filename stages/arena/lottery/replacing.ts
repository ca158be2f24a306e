import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { seatsLeft } from '@folkmoot/sortition/replacement.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read } from '../../../platform/db/index.ts'
import { freeSeats } from '../acceptances/vacancy-rules.ts'
import type { Arena } from '../arena.ts'
import { countWaiting } from '../by-staff/store.ts'
import { record } from '../facts.ts'
import { applicationsOf } from '../store.ts'
import { gather, homesOf, type Applicant } from './applicants.ts'
import { lockEntries, recordedLimits } from './commands.ts'
import { fillable } from './fillable.ts'
import type { Limits } from './limits.ts'
import { instanceOf } from './maker.ts'
import { entriesOf, type Entry } from './pool-store.ts'
import * as rules from './rules.ts'
import { inLottery, type LotteryStanding } from './standing.ts'
import * as store from './store.ts'

/** Somebody who was in a list of this draw, or has asked for a seat since: when the call was opened again. */
type Candidate = Pick<Entry, 'number' | 'isWaiting'> & Applicant

/** What is free again of the seats a lottery gave, and who can still be drawn for it. */
export type Vacant = {
  /** The lottery whose seats they are. */
  readonly first: number
  /** Seats nobody holds and nobody is asked for. */
  readonly free: number
  /** Somebody who was drawn has not said yes or no. */
  readonly isAsked: boolean
  /** Somebody who was chosen and shares a home with one who can be drawn has not said yes or no. */
  readonly isHomeAsked: boolean
  readonly limits: Limits
  readonly candidates: readonly Candidate[]
}

/** Counted anew from who sits: a no, silence, and a seat that was left make one free. */
export async function vacantIn(
  read: Read,
  standing: Pick<LotteryStanding, 'problem' | 'arena' | 'all' | 'lottery'>,
): Promise<Vacant | null> {
  const { problem, arena, lottery, all } = standing
  if (lottery?.step !== 'drawn') return null
  const first = lottery.replaces ?? lottery.number
  const limits = (await store.limitsOf(read, { problem, lottery: first })).at(-1)
  if (!limits) return null
  const numbers = all.filter((one) => one.number === first || one.replaces === first).map(({ number }) => number)
  const people = await everybodyIn(read, { problem, arena, numbers, limits })
  const drawn = drawnAccounts(arena)
  const sitting = arena.seats.filter(({ account }) => drawn.has(account)).map(({ account }) => account)
  const asked = arena.asked.filter(({ account }) => drawn.has(account)).length
  const left = whatIsLeft(limits, { people, sitting, drawn })
  const own = {
    first,
    free: Math.min(limits.seats - sitting.length - asked, stillFree(arena)),
    isAsked: asked > 0,
    limits: left.limits,
  }
  if (!limits.onePerHousehold) return { ...own, isHomeAsked: false, candidates: left.candidates }
  // Of each home one person sits, whether she was drawn or chosen.
  const applications = await applicationsOf(read, problem)
  const [homes, waiting] = [homesOf(applications, arena.seats), homesOf(applications, arena.asked)]
  const isIn = (of: ReadonlySet<string>) => (one: Candidate) => one.household !== null && of.has(one.household)
  const candidates = left.candidates.filter((one) => !isIn(homes)(one))
  return { ...own, isHomeAsked: candidates.some(isIn(waiting)), candidates }
}

/** Once the group has begun a seat by lot is given by choice: filled so, it is not free. */
function stillFree({ filling, isConfirmed }: Arena): number {
  return isConfirmed ? (freeSeats(filling, 'citizen') ?? 0) : Number.MAX_SAFE_INTEGER
}

type Lists = Pick<LotteryStanding, 'problem' | 'arena'> & {
  readonly numbers: readonly number[]
  readonly limits: Limits
}

/** Everybody of the first list as it was locked, then who came with each later one, then who waits and is in none yet. */
async function everybodyIn(read: Read, { problem, arena, numbers, limits }: Lists): Promise<readonly Candidate[]> {
  const lists = await Promise.all(numbers.map((lottery) => entriesOf(read, { problem, lottery })))
  const known = lists
    .flat()
    .flatMap(({ account, application, values, household, isWaiting }) =>
      account && application && values ? [{ account, application, values, household, isWaiting }] : [],
    )
  const { applicants } = await gather(read, { problem, arena }, limits)
  const newcomers = applicants.map((one) => ({ ...one, isWaiting: true }))
  const byAccount = new Map<Id<'account'>, Omit<Candidate, 'number'>>()
  for (const one of [...known, ...newcomers]) if (!byAccount.has(one.account)) byAccount.set(one.account, one)
  return [...byAccount.values()].map((one, at) => ({
    ...one,
    // As the panels were made: where homes do not count, two of one home may both sit.
    household: limits.onePerHousehold ? one.household : null,
    number: at + 1,
  }))
}

function drawnAccounts({ offers }: Pick<Arena, 'offers'>): ReadonlySet<Id<'account'>> {
  return new Set(offers.filter(({ way }) => way === 'drawn').map(({ account }) => account))
}

type Sitting = {
  readonly people: readonly Candidate[]
  readonly sitting: readonly Id<'account'>[]
  readonly drawn: ReadonlySet<Id<'account'>>
}

/** The fairest draw given who has said yes is the same draw with what the limits leave to be met, among those who are left. */
function whatIsLeft(limits: Limits, { people, sitting, drawn }: Sitting): Pick<Vacant, 'limits' | 'candidates'> {
  const numbersOf = (isOne: (one: Candidate) => boolean) =>
    new Set(people.filter(isOne).map(({ number }) => String(number)))
  const left = seatsLeft(instanceOf({ limits, people }), {
    accepted: numbersOf(({ account }) => sitting.includes(account)),
    declined: numbersOf(({ account, isWaiting }) => !sitting.includes(account) && (drawn.has(account) || !isWaiting)),
  })
  const drawable = new Set(left.candidates.map(({ id }) => id))
  return {
    limits: {
      seats: left.size,
      onePerHousehold: limits.onePerHousehold,
      features: limits.features.map((feature, at) => ({
        ...feature,
        values: feature.values.map((value) => {
          const { min, max, minFlex, maxFlex } =
            left.features[at]?.quotas.find((quota) => quota.value === value.key) ?? value
          return { key: value.key, name: value.name, min, max, minFlex, maxFlex }
        }),
      })),
    },
    candidates: people.filter(({ number }) => drawable.has(String(number))),
  }
}

/** Begins the draw for the seats that are free: its limits and its list follow from the first draw, so both stand at once. */
export function drawAgain(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<{ readonly seats: number }, rules.AgainRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { problem } = standing
    const vacant = await vacantIn(tx, standing)
    const { call } = standing.arena
    const counts = {
      records: call ? await countWaiting(tx, problem, call.closesAt) : 0,
      free: vacant?.free ?? 0,
      isAsked: vacant?.isAsked ?? false,
      isHomeAsked: vacant?.isHomeAsked ?? false,
      left: vacant ? fillable(vacant.limits, vacant.candidates) : 0,
    }
    const allowed = rules.drawAgain(standing, counts, { actor, now: await clock(tx) })
    if (!allowed.ok || !vacant) return allowed.ok ? accept({ seats: 0 }) : allowed
    const by = allowed.value.account
    const next = { problem, lottery: standing.next }
    await store.putLottery(tx, next, by, { replaces: vacant.first, seal: randomBytes(32) })
    await store.putLimits(tx, next, { ...vacant.limits, version: 1, population: '', why: 'set', by })
    await record(tx, {
      kind: 'arena.lottery-limits-set',
      problem,
      public: {
        lottery: next.lottery,
        version: 1,
        why: 'set',
        by: actor.name,
        ...recordedLimits(vacant.limits, { replaces: vacant.first }),
      },
      time: 'exact',
    })
    const { candidates, limits } = vacant
    await lockEntries(tx, next, {
      applicants: candidates,
      limits: { ...limits, version: 1 },
      actor: allowed.value,
      isSealed: true,
    })
    return accept({ seats: vacant.limits.seats })
  })
}
