import type { Choice } from '@folkmoot/tally/tally.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import { StateTag, type IconName, type Person } from '../../../../ui/index.ts'
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

// By its sign alone: the colours of the answers are those of votes, and agreeing is no good news, disagreeing no alarm.
const icons: Readonly<Record<Choice, IconName>> = { agree: 'agree', disagree: 'disagree', pass: 'empty' }

export function ChoiceTag({ lang, choice }: { readonly lang: string; readonly choice: Choice }) {
  return (
    <StateTag icon={icons[choice]} color="neutral">
      {opinionWords.say(lang)(`choice.${choice}`)}
    </StateTag>
  )
}
