import { holds, isSignedIn, whoever, type Actor, type Policy, type RoleName, type SignedIn } from '@folkmoot/basics/actor.ts'
import type { Noun } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export const mayModerate: Policy = whoever('clerk', 'facilitator', 'administrator')

export const hidingRules = ['personal-data', 'threat', 'discrimination', 'unlawful', 'off-topic', 'spam'] as const
export type HidingRule = (typeof hidingRules)[number]

/** What people write can be hidden. What a body or a politician did in office stands for ever. */
const hideable: ReadonlySet<Noun> = new Set<Noun>([
  'problem', 'framing', 'actor', 'question', 'note', 'statement', 'idea', 'recommendation', 'clause', 'pledge', 'meeting', 'item',
])

export function isHideable(kind: Noun): boolean {
  return hideable.has(kind)
}

export type HideRefusal = 'not-a-moderator' | 'reason-needed' | 'official-act'

export function hide(
  actor: Actor,
  { kind, reason }: { readonly kind: Noun; readonly reason: string },
): Result<{ readonly who: SignedIn; readonly role: RoleName }, HideRefusal> {
  if (!isSignedIn(actor) || !mayModerate.allows(actor)) return refuse('not-a-moderator')
  if (!isHideable(kind)) return refuse('official-act')
  if (reason.trim() === '') return refuse('reason-needed')
  return accept({ who: actor, role: moderatingRole(actor) })
}

function moderatingRole(actor: Actor): RoleName {
  if (holds(actor, 'facilitator')) return 'facilitator'
  return holds(actor, 'clerk') ? 'clerk' : 'administrator'
}
