import type { Id } from '@folkmoot/basics/ids.ts'
import type { NamedChoice } from '../../platform/directory/votes/names.ts'
import { byName } from '../by-name.ts'

/** One act of one politician in a case, as the record has it. */
export type Credit = {
  readonly person: Id<'person'>
  readonly kind: CreditKind
  readonly text: string
  readonly href: string
  /** Null where no day is known. */
  readonly at: Temporal.Instant | null
}

/** What an act was to the case: opposition is a part of it, not the lack of one. */
export const creditKinds = [
  'opened',
  'sponsored',
  'framed',
  'stood',
  'brokered',
  'listened',
  'opposed',
  'moved',
] as const
export type CreditKind = (typeof creditKinds)[number]

export type Cast = Exclude<NamedChoice, 'absent'>

/** A vote by name; who was absent did nothing in it. Who abstained stands behind nothing and is against nothing: it says where she stands. */
export function kindOfVote(choice: Cast): CreditKind {
  return choice === 'for' ? 'sponsored' : choice === 'against' ? 'opposed' : 'stood'
}

export type CreditedPerson = { readonly id: Id<'person'>; readonly name: string; readonly acts: readonly Credit[] }

/**
 * People by name and each one's acts by time: who did more stands no higher than who did one thing, and nobody is counted.
 * Who has no name here (no longer known to the directory) is left out.
 */
export function creditsByName(
  acts: readonly Credit[],
  names: ReadonlyMap<Id<'person'>, { readonly name: string }>,
  lang: string,
): readonly CreditedPerson[] {
  const credited = [...Map.groupBy(acts, ({ person }) => person)].flatMap(([id, own]) => {
    const name = names.get(id)?.name
    return name === undefined ? [] : [{ id, name, acts: own.toSorted(byTime) }]
  })
  return byName(credited, lang)
}

/** What has no day comes first: it was there before the record of this place. */
function byTime(a: Credit, b: Credit): number {
  if (a.at === null || b.at === null) return Number(b.at === null) - Number(a.at === null)
  return Temporal.Instant.compare(a.at, b.at)
}
