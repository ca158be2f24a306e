import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { StateTag, type IconName, type Person, type TagColor } from '../../../../ui/index.ts'
import { opinionWords } from '../../messages/words.ts'

export type Politicians = ReadonlyMap<Id<'person'>, Politician>

export function personOf(reader: Pick<Reader, 'to'>, politician: Politician): Person {
  return {
    name: politician.name,
    role: 'politician',
    line: [politician.role, politician.party].filter(Boolean).join(' · '),
    href: reader.to('person', { person: politician.slug }),
  }
}

// The colours of the answers where people vote. Agreeing and disagreeing are no good and bad news: neither is an alarm.
const looks: Readonly<Record<Choice, { readonly icon: IconName; readonly color: TagColor }>> = {
  agree: { icon: 'agree', color: 'success' },
  disagree: { icon: 'disagree', color: 'info' },
  pass: { icon: 'empty', color: 'neutral' },
}

export function ChoiceTag({ lang, choice }: { readonly lang: string; readonly choice: Choice }) {
  return <StateTag {...looks[choice]}>{opinionWords.say(lang)(`choice.${choice}`)}</StateTag>
}
