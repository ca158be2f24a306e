import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { seatsLeft } from '@folkmoot/sortition/replacement.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import type { Arena } from '../arena.ts'
import { record } from '../facts.ts'
import { lockEntries, publicLimits } from './commands.ts'
import type { Limits } from './limits.ts'
import { instanceOf } from './maker.ts'
import { entriesOf, type Entry } from './pool-store.ts'
import * as rules from './rules.ts'
import { inLottery, type LotteryStanding } from './standing.ts'
import * as store from './store.ts'

/** What is free again of the seats a lottery gave, and who can still be drawn for it. */
export type Vacant = {
  /** The lottery whose seats they are. */
  readonly first: number
  /** Seats nobody holds and nobody is asked for. */
  readonly free: number
  /** Somebody who was drawn has not said yes or no. */
  readonly isAsked: boolean
  readonly limits: Limits
  readonly entries: readonly Entry[]
}

/** Counted anew from who sits: a no, silence, and a seat that was left make one free. */
export async function vacantIn(
  read: Read,
  standing: Pick<LotteryStanding, 'problem' | 'arena' | 'at' | 'lottery'>,
): Promise<Vacant | null> {
  const { problem, arena, lottery } = standing
  if (lottery?.step !== 'drawn') return null
  const first = lottery.replaces ?? lottery.number
  const at = { problem, lottery: first }
  const [versions, entries] = await Promise.all([store.limitsOf(read, at), entriesOf(read, at)])
  const limits = versions.at(-1)
  if (!limits) return null
  const drawn = drawnAccounts(arena)
  const sitting = arena.seats.filter(({ account }) => drawn.has(account)).map(({ account }) => account)
  const asked = arena.asked.filter(({ account }) => drawn.has(account)).length
  const left = whatIsLeft(limits, { entries, sitting, drawn })
  return { first, free: limits.seats - sitting.length - asked, isAsked: asked > 0, ...left }
}

function drawnAccounts({ offers }: Pick<Arena, 'offers'>): ReadonlySet<Id<'account'>> {
  return new Set(offers.filter(({ way }) => way === 'drawn').map(({ account }) => account))
}

type Sitting = {
  readonly entries: readonly Entry[]
  readonly sitting: readonly Id<'account'>[]
  readonly drawn: ReadonlySet<Id<'account'>>
}

/** The fairest draw given who has said yes is the same draw with what the limits leave to be met, among those who are left. */
function whatIsLeft(limits: Limits, { entries, sitting, drawn }: Sitting): Pick<Vacant, 'limits' | 'entries'> {
  const known = entries.flatMap((entry) => (entry.values && entry.account ? [{ ...entry, values: entry.values }] : []))
  const people = known.map(({ number, values, household }) => ({ number, values, household }))
  const numbersOf = (isOne: (entry: Entry) => boolean) =>
    new Set(known.filter(isOne).map(({ number }) => String(number)))
  const left = seatsLeft(instanceOf({ limits, people }), {
    accepted: numbersOf(({ account }) => account !== null && sitting.includes(account)),
    declined: numbersOf(
      ({ account, isWaiting }) => account !== null && !sitting.includes(account) && (drawn.has(account) || !isWaiting),
    ),
  })
  const candidates = new Set(left.candidates.map(({ id }) => id))
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
    entries: entries.filter(({ number }) => candidates.has(String(number))),
  }
}

/** Begins the draw for the seats that are free: its limits and its list follow from the first draw, so both stand at once. */
export function drawAgain(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<{ readonly seats: number }, rules.AgainRefusal | 'no-such-problem'>> {
  return inLottery(database, actor, slug, async (tx, standing) => {
    const { problem, at } = standing
    const vacant = await vacantIn(tx, standing)
    const counts = { free: vacant?.free ?? 0, isAsked: vacant?.isAsked ?? false, left: vacant?.entries.length ?? 0 }
    const allowed = rules.drawAgain(standing, counts, actor)
    if (!allowed.ok || !vacant) return allowed.ok ? accept({ seats: 0 }) : allowed
    const by = allowed.value.account
    const next = { problem, lottery: at.lottery + 1 }
    await store.putLottery(tx, next, by, vacant.first)
    await store.putLimits(tx, next, { ...vacant.limits, version: 1, population: '', why: 'set', by })
    await record(tx, {
      kind: 'arena.lottery-limits-set',
      problem,
      public: {
        lottery: next.lottery,
        version: 1,
        why: 'set',
        replaces: vacant.first,
        by: actor.name,
        population: '',
        ...publicLimits(vacant.limits),
      },
      time: 'exact',
    })
    const people = vacant.entries.flatMap(({ account, application, values, household }) =>
      account && application && values ? [{ account, application, values, household }] : [],
    )
    await lockEntries(tx, next, { applicants: people, limits: { ...vacant.limits, version: 1 }, actor: allowed.value })
    return accept({ seats: vacant.limits.seats })
  })
}
