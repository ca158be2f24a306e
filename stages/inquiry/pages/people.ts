import type { Id } from '@folkmoot/basics/ids.ts'
import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { Person } from '../../../ui/index.ts'
import { inquiryWords } from '../messages/words.ts'

export type Politicians = ReadonlyMap<Id<'person'>, Politician>

export type AskedOf = {
  readonly reader: Reader
  readonly people: Politicians
  readonly to: Id<'person'> | null
}

/** Who is asked: a politician with her party, or the administration. */
export function askedPerson({ reader, people, to }: AskedOf): Person {
  const politician = to === null ? undefined : people.get(to)
  if (!politician)
    return { name: inquiryWords.say(reader.lang)('to.administration'), role: 'staff', line: reader.common('staff') }
  return {
    name: politician.name,
    role: 'politician',
    line: [politician.role, politician.party].filter(Boolean).join(' · '),
    href: reader.to('person', { person: politician.slug }),
  }
}
