import { holdsIn, isSignedIn, isStaff, type Actor, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { shuffled } from '@folkmoot/basics/seeded.ts'
import type { DraftState } from '../rules.ts'

export type Pair = readonly [Id<'account'>, Id<'account'>]

export type AskRefusal = 'only-chair' | 'handed-over' | 'already-asked' | 'too-few-members' | 'two-members' | 'day-past'

export type Asking = {
  readonly isAsked: boolean
  readonly members: readonly Id<'account'>[]
  /** From which the two are drawn; or those she asks. */
  readonly by: { readonly seed: string } | { readonly asked: readonly string[] }
  readonly dueOn: Temporal.PlainDate
  readonly today: Temporal.PlainDate
}

/** The chair calls the devil's advocate once for a recommendation (F15); two members, drawn without her or asked by her. */
export function askCounterCase(
  { problem, isFrozen }: Pick<DraftState, 'problem' | 'isFrozen'>,
  { isAsked, members, by, dueOn, today }: Asking,
  actor: Actor,
): Result<{ readonly who: SignedIn; readonly pair: Pair }, AskRefusal> {
  if (!isSignedIn(actor) || isStaff(actor) || !holdsIn(actor, problem, 'arena-chair')) return refuse('only-chair')
  if (isFrozen) return refuse('handed-over')
  if (isAsked) return refuse('already-asked')
  if (Temporal.PlainDate.compare(dueOn, today) <= 0) return refuse('day-past')
  const chosen =
    'seed' in by
      ? drawn(
          members.filter((one) => one !== actor.account),
          by.seed,
        )
      : members.filter((one) => by.asked.includes(one))
  const [first, second] = chosen
  if (!first || !second) return refuse('seed' in by ? 'too-few-members' : 'two-members')
  return chosen.length === 2 ? accept({ who: actor, pair: [first, second] }) : refuse('two-members')
}

/** Two of the members, in the order of their ids, by the seed: who doubts may draw again. */
export function drawn(members: readonly Id<'account'>[], seed: string): readonly Id<'account'>[] {
  return shuffled(members.toSorted(), seed).slice(0, 2)
}

export type WriteRefusal = 'not-asked' | 'only-advocates' | 'handed-over'

export function writeCounterCase(
  { isFrozen }: Pick<DraftState, 'isFrozen'>,
  pair: Pair | undefined,
  actor: Actor,
): Result<SignedIn, WriteRefusal> {
  if (!pair) return refuse('not-asked')
  if (!isSignedIn(actor) || !pair.includes(actor.account)) return refuse('only-advocates')
  return isFrozen ? refuse('handed-over') : accept(actor)
}
