import {
  holds,
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

/** D4: the OECD's good practice principles for deliberative processes (2020), each a question that is answered yes, partly or no. */
export const principles = [
  'purpose',
  'accountability',
  'transparency',
  'representativeness',
  'inclusiveness',
  'information',
  'deliberation',
  'time',
  'integrity',
  'privacy',
  'evaluation',
] as const

/** D5: the OECD's ten steps for citizen participation (2022). */
export const steps = [
  'problem-and-moment',
  'expected-results',
  'right-people',
  'right-method',
  'right-tools',
  'told-in-time',
  'run-well',
  'input-used',
  'evaluated',
  'culture',
] as const

export const points = [...principles, ...steps] as const
export type Point = (typeof points)[number]

export const verdicts = ['yes', 'partly', 'no'] as const
export type Verdict = (typeof verdicts)[number]

/** Pages of a case that can show it: evidence is where anyone can look, not a word of honour. */
export const evidences = [
  'problem',
  'mandate',
  'people',
  'meetings',
  'statements',
  'draft',
  'answer',
  'delivery',
  'outcome',
  'surveys',
  'record',
] as const
export type Evidence = (typeof evidences)[number]

export const mayFill: Policy = whoever('member', 'facilitator', 'officer', 'clerk')

export type WroteAs = 'politician' | 'member' | 'staff'

export type Entry = { readonly point: Point; readonly verdict: Verdict; readonly evidence: Evidence }

export type FillRefusal = 'not-at-the-table' | 'no-group-yet' | 'nothing-filled'

/** Who sat at the table, and staff who ran it. Nobody else: whoever looks from outside is asked in the surveys. */
export function fill(
  problem: Id<'problem'>,
  { isGroupConfirmed, changed }: { readonly isGroupConfirmed: boolean; readonly changed: number },
  actor: Actor,
): Result<{ readonly by: SignedIn; readonly as: WroteAs }, FillRefusal> {
  if (!isSignedIn(actor) || !mayFillHere(problem, actor)) return refuse('not-at-the-table')
  if (!isGroupConfirmed) return refuse('no-group-yet')
  if (changed === 0) return refuse('nothing-filled')
  return accept({ by: actor, as: isStaff(actor) ? 'staff' : actor.person === null ? 'member' : 'politician' })
}

export function mayFillHere(problem: Id<'problem'>, actor: Actor): boolean {
  return holdsIn(actor, problem, 'member') || (isStaff(actor) && holds(actor, 'facilitator', 'officer', 'clerk'))
}
