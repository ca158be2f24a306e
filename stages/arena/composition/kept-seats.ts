import { holds, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Declaration } from '../../problem/index.ts'
import type { KeptRefusal } from '../rules.ts'
import type { SetUpProfile } from './set-up-rules.ts'

/** What an organisation has said in the register of itself; nothing where it withdrew it or moderation hid it. */
export type Declared = Pick<Declaration, 'withdrawnAt' | 'isHidden' | 'resources' | 'resourceWords'> | undefined

/** Whether it stands in the register with what it can bring: money, rooms, hands, or in words. */
export function hasDeclaredResources(declared: Declared): boolean {
  if (!declared || declared.withdrawnAt !== null || declared.isHidden) return false
  return declared.resources.length > 0 || declared.resourceWords !== ''
}

/** Why somebody cannot ask for a seat that is kept; null where she can, or it is kept for nobody. */
export function whyNotKept(
  profile: Pick<SetUpProfile, 'isForOrganisations'> | undefined,
  { actor, declared }: { readonly actor: Actor; readonly declared: Declared },
): KeptRefusal | null {
  if (!profile?.isForOrganisations) return null
  if (!holds(actor, 'organisation')) return 'for-organisations'
  return hasDeclaredResources(declared) ? null : 'declare-first'
}

/** Seats somebody in her own name can ask for. */
export function openToPeople<Profile extends Pick<SetUpProfile, 'isForOrganisations'>>(
  profiles: readonly Profile[],
): readonly Profile[] {
  return profiles.filter(({ isForOrganisations }) => !isForOrganisations)
}

export type KeptFault = 'organisations-by-lot' | 'no-such-group'

/** What is wrong with how a profile is kept: lots are drawn among people, and a seat stands for a group of this case. */
export function keptFault(
  { isForOrganisations, drawn, keptFor }: Pick<SetUpProfile, 'isForOrganisations' | 'drawn' | 'keptFor'>,
  affected: readonly { readonly id: Id<'actor'> }[],
): KeptFault | null {
  if (isForOrganisations && drawn > 0) return 'organisations-by-lot'
  return keptFor !== null && !affected.some(({ id }) => id === keptFor) ? 'no-such-group' : null
}
