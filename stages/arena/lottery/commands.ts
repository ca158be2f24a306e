import { randomBytes, randomInt } from 'node:crypto'
import type { Actor, SignedIn } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import { featuresOf } from '../features/store.ts'
import { waysIn } from '../letters/ways.ts'
import { notLookedUp } from '../homes/rules.ts'
import { countWaiting } from '../by-staff/store.ts'
import { applicationsOf } from '../store.ts'
import { gather, type Applicant } from './applicants.ts'
import { commitToRow, fileHash, poolFile } from './commitment.ts'
import { appliedOf } from './counted.ts'
import { fillable } from './fillable.ts'
import { faultsIn, type Limits, type LimitsFault } from './limits.ts'
import { genderFault, genderRule } from './gender-limit.ts'
import { areAsSetUp, seatsToDraw } from './offered.ts'
import { putPool, type NewEntry } from './pool-store.ts'
import * as rules from './rules.ts'
import { inLottery, type LotteryStanding } from './standing.ts'
import * as store from './store.ts'

export type LimitsInput = Pick<Limits, 'features'> & {
  readonly slug: string
  readonly population: string
}

export type SetLimitsRefusal = rules.SetRefusal | LimitsFault['kind'] | 'no-such-problem'

/** How many seats are drawn, and so many of each group; public at once, before anybody applied where that can be. */
export function setLimits(
  database: Database,
  actor: Actor,
  { slug, population, features }: LimitsInput,
): Promise<Result<{ readonly version: number }, SetLimitsRefusal>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const allowed = rules.setLimits(standing, await keepingOf(tx, standing, { features }), actor)
    if (!allowed.ok) return allowed
    // As the group was set up: nobody types it a second time.
    const { rule, setUp } = standing.arena
    const limits = { seats: seatsToDraw(rule), onePerHousehold: setUp?.isOnePerHousehold ?? false, features }
    const [fault] = faultsIn(limits)
    if (fault) return refuse(fault.kind)
    const by = allowed.value.account
    const { at, lottery, problem } = standing
    if (!lottery) await store.putLottery(tx, at, by)
    const version = (lottery?.version ?? 0) + 1
    await store.putLimits(tx, at, { ...limits, version, population, why: 'set', by })
    await record(tx, {
      kind: 'arena.lottery-limits-set',
      problem,
      public: { lottery: at.lottery, version, why: 'set', by: actor.name, population, ...publicLimits(limits) },
      time: 'exact',
    })
    return accept({ version })
  })
}

/** What the set-up says of the draw, and whether these limits keep to it. */
async function keepingOf(
  read: Read,
  { arena: { rule } }: LotteryStanding,
  limits: Pick<Limits, 'features'>,
): Promise<rules.Keeping> {
  const toDraw = seatsToDraw(rule)
  return {
    toDraw,
    areAsSetUp: areAsSetUp(limits, rule),
    isGenderKept: genderFault(limits, genderRule(await featuresOf(read), rule.minGenderShare, toDraw)) === null,
  }
}

/** The limits as everybody reads them, and as the making of panels is given them. */
export function publicLimits({ seats, onePerHousehold, features }: Limits) {
  return {
    seats,
    onePerHousehold,
    features: features.map((feature) => ({
      key: feature.key,
      name: feature.name,
      values: feature.values.map(({ key, name, min, max, minFlex, maxFlex }) => ({
        key,
        name,
        min,
        max,
        minFlex,
        maxFlex,
      })),
    })),
  }
}

/** The limits as they go into the code the panels rest on. */
export function codedLimits(limits: Limits, seal: string | null) {
  return seal === null ? publicLimits(limits) : { ...publicLimits(limits), seal }
}

/** What the record says of limits: of sealed ones how many seats they are for. */
export function recordedLimits(limits: Limits, lottery: Pick<rules.LotteryState, 'replaces'>) {
  return lottery.replaces === null ? publicLimits(limits) : { seats: limits.seats, replaces: lottery.replaces }
}

/** Locks the list: from now on nobody comes to it, and what each told counts as it stands. */
export function lockPool(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<{ readonly size: number; readonly hash: string }, rules.LockRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { at, lottery } = standing
    const limits = (await store.limitsOf(tx, at)).at(-1)
    const { applicants, isHomeAsked } = await gather(tx, standing, limits ?? nothing)
    const now = await clock(tx)
    const keeping = await keepingOf(tx, standing, limits ?? nothing)
    const homes = limits?.onePerHousehold ? notLookedUp(await applicationsOf(tx, at.problem)).length : 0
    const { call } = standing.arena
    const records = call ? await countWaiting(tx, at.problem, call.closesAt) : 0
    const waiting = limits ? fillable(limits, applicants) : 0
    const pool = { ...keeping, seats: limits?.seats ?? 0, waiting, records, isHomeAsked, homes }
    const allowed = rules.lockPool(standing, pool, { actor, now })
    if (!allowed.ok) return allowed
    const locking = {
      applicants,
      limits: { features: [], ...limits, version: lottery?.version ?? 0 },
      actor: allowed.value,
      isSealed: false,
    }
    return accept(await lockEntries(tx, at, locking))
  })
}

const nothing = { features: [], onePerHousehold: false } as const

type Locking = {
  readonly applicants: readonly Applicant[]
  readonly limits: Pick<Limits, 'features'> & { readonly version: number }
  readonly actor: SignedIn
  /** Nothing is said of who is in it: beside the first list it would say who has left that one. */
  readonly isSealed: boolean
}

/** The list as it is locked: numbers, salted commitments, and the hash over them. Within the transaction of the act. */
export async function lockEntries(
  tx: Tx,
  at: store.At,
  { applicants, limits, actor, isSealed }: Locking,
): Promise<{ readonly size: number; readonly hash: string }> {
  const entries = numbered(applicants)
  const hash = fileHash(poolFile(entries))
  const told = entries.map(({ values }) => values)
  const accounts = entries.map(({ account }) => account)
  const applied = isSealed ? {} : appliedOf(limits, told)
  const ways = isSealed ? null : await waysIn(tx, at.problem, accounts)
  await putPool(tx, at, { hash, applied, ways, by: actor.account, entries })
  await store.setStep(tx, at, 'pool')
  await record(tx, {
    kind: 'arena.lottery-list-locked',
    problem: at.problem,
    public: { lottery: at.lottery, version: limits.version, size: entries.length, hash, by: actor.name },
    time: 'exact',
  })
  return { size: entries.length, hash }
}

const saltBytes = 32

/** Numbers by chance, not by the order in which people applied: staff know that order. */
function numbered(applicants: readonly Applicant[]): readonly NewEntry[] {
  const order = [...applicants]
  for (let last = order.length - 1; last > 0; last -= 1) {
    const pick = randomInt(last + 1)
    ;[order[last], order[pick]] = [order[pick] as Applicant, order[last] as Applicant] // both lie in 0…last
  }
  return order.map((applicant, at) => {
    const number = at + 1
    const salt = randomBytes(saltBytes)
    return { ...applicant, number, salt, commitment: commitToRow({ ...applicant, number }, salt) }
  })
}
