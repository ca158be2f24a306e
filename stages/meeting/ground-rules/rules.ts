import {
  holdsIn,
  isSignedIn,
  isStaff,
  whoever,
  type Actor,
  type Policy,
  type SignedIn,
} from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { runs } from '../rules.ts'

export const mayPropose: Policy = whoever('member', 'facilitator', 'clerk')
export const mayRecordAgreement: Policy = whoever('arena-chair', 'facilitator', 'clerk')

/** Every seat may put other rules to the group; whoever runs the meetings may propose the first. */
export function propose(
  problem: Id<'problem'>,
  { words, current }: { readonly words: string; readonly current: string },
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly isStaff: boolean }, 'not-a-member' | 'nothing-changed'> {
  if (!isSignedIn(actor) || !(runs(actor, problem) || holdsIn(actor, problem, 'member'))) return refuse('not-a-member')
  return words === current ? refuse('nothing-changed') : accept({ by: actor, isStaff: isStaff(actor) })
}

export type AgreeRefusal =
  | 'not-yours-to-run'
  | 'agreed-already'
  | 'newer-version'
  | 'no-meeting-yet'
  | 'more-than-seats'
  | 'not-enough'

/**
 * The rules are the group's own: they hold when more than half of its seats said so in a meeting. Whoever runs it writes down
 * how many did; nobody's hand is recorded with a name.
 */
export function agree(
  problem: Id<'problem'>,
  state: {
    readonly isAgreed: boolean
    readonly isNewest: boolean
    readonly hasMet: boolean
    readonly agreed: number
    readonly seats: number
  },
  actor: Actor,
): Result<SignedIn, AgreeRefusal> {
  if (!runs(actor, problem)) return refuse('not-yours-to-run')
  if (state.isAgreed) return refuse('agreed-already')
  if (!state.isNewest) return refuse('newer-version')
  if (!state.hasMet) return refuse('no-meeting-yet')
  if (state.agreed > state.seats) return refuse('more-than-seats')
  return state.agreed * 2 > state.seats ? accept(actor) : refuse('not-enough')
}

/** What the group works by: of versions with the newest first, the newest it agreed. */
export function inForce<Version extends { readonly agreed: unknown }>(
  versions: readonly Version[],
): Version | undefined {
  return versions.find(({ agreed }) => agreed !== null)
}
