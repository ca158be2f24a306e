import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { record } from '../facts.ts'
import { isFull, takeOnMore, type Load } from './rules.ts'
import { groupsAskedInto, groupsByFacilitator, groupsByPerson, limitsOf, putException } from './store.ts'

type InTime = Read & { readonly now: Temporal.Instant }

type TakingOn = { readonly person: Id<'person'>; readonly reason: string }

/** In how many other groups at work she sits now, and how many the place asks of one; from there on only with a reason. */
export async function loadTakenOn(
  read: InTime,
  problem: Id<'problem'>,
  { person, reason }: TakingOn,
): Promise<Result<Load, 'over-limit'>> {
  const day = await today(read)
  const sits = (await groupsByPerson(read, day)).get(person) ?? []
  // Asked in many cases at once, she would sit in all of them a day later.
  const asked = await groupsAskedInto(read, person, day)
  const load = { groups: others([...new Set([...sits, ...asked])], problem), most: (await limitsOf(read)).politicians }
  const allowed = takeOnMore(load, reason)
  return allowed.ok ? accept(load) : allowed
}

export async function loadOfFacilitator(read: InTime, problem: Id<'problem'>, account: Id<'account'>): Promise<Load> {
  const [{ facilitators }, all] = [await limitsOf(read), await groupsByFacilitator(read, await today(read))]
  return { groups: others(all.get(account), problem), most: facilitators }
}

async function today(read: InTime): Promise<Temporal.PlainDate> {
  return todayIn(await ownCalendar(read), read.now)
}

function others(groups: readonly Id<'problem'>[] | undefined, problem: Id<'problem'>): number {
  return groups?.filter((one) => one !== problem).length ?? 0
}

type Why = TakingOn & { readonly load: Load }

/** The reason for one group more stands beside the seat once she has taken it. */
export async function sayWhyMore(tx: Tx, problem: Id<'problem'>, { person, load, reason }: Why): Promise<void> {
  if (!isFull(load)) return
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
