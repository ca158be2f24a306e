import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { record } from '../facts.ts'
import { isFull, takeOnMore, type Load } from './rules.ts'
import { countOthers, groupLimitsOf, putException } from './store.ts'

type TakingOn = { readonly person: Id<'person'>; readonly reason: string }

/**
 * A politician is taken on for one group more: asked in two cases at once, the second finds what the first did. From the limit of
 * the place on there is a reason, which stands beside the seat once she has taken it.
 */
export async function takeOn(
  tx: Tx,
  problem: Id<'problem'>,
  { person, reason }: TakingOn,
): Promise<Result<null, 'over-limit'>> {
  await lockExclusive(tx, person)
  const [groups, limits] = [await countOthers(tx, problem, { person, today: await today(tx) }), await groupLimitsOf(tx)]
  const load = { groups, most: limits.politicians }
  const allowed = takeOnMore(load, reason)
  if (!allowed.ok) return allowed
  if (isFull(load)) await sayWhyMore(tx, problem, { person, load, reason })
  return accept(null)
}

/** The same of who facilitates. */
export async function takeOnFacilitator(
  tx: Tx,
  problem: Id<'problem'>,
  { facilitator, reason }: { readonly facilitator: Id<'account'>; readonly reason: string },
): Promise<Result<null, 'over-limit'>> {
  await lockExclusive(tx, facilitator)
  const groups = await countOthers(tx, problem, { facilitator, today: await today(tx) })
  return takeOnMore({ groups, most: (await groupLimitsOf(tx)).facilitators }, reason)
}

async function today(tx: Tx): Promise<Temporal.PlainDate> {
  return todayIn(await ownCalendar(tx), tx.now)
}

type Why = TakingOn & { readonly load: Load }

async function sayWhyMore(tx: Tx, problem: Id<'problem'>, { person, load, reason }: Why): Promise<void> {
  await putException(tx, problem, { person, groups: load.groups, reason })
  await record(tx, {
    kind: 'arena.seated-over-limit',
    problem,
    public: { groups: load.groups, most: load.most },
    // Whether she takes the seat is hers to say: until then nobody reads whom it is about.
    secret: { person, reason },
    time: 'exact',
  })
}
