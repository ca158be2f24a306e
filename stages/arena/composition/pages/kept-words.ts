import type { AffectedActor } from '../../../problem/index.ts'
import type { SayComposition } from '../messages/words.ts'
import type { SetUpProfile } from '../set-up-rules.ts'

/** For whom the seats of a profile are kept, in words; '' where for nobody, or for a group that is shown no more. */
export function keptWords(
  say: SayComposition,
  { isForOrganisations, keptFor }: Pick<SetUpProfile, 'isForOrganisations' | 'keptFor'>,
  affected: readonly Pick<AffectedActor, 'id' | 'name'>[],
): string {
  const group = affected.find(({ id }) => id === keptFor)?.name
  return [isForOrganisations ? say('kept.organisations') : '', group ? say('kept.group', { group }) : '']
    .filter(Boolean)
    .join(' · ')
}
