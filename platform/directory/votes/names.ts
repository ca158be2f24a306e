import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Votes by name, where a body votes so: pure, whatever is voted on. */

export const namedChoices = ['for', 'against', 'abstains', 'absent'] as const
export type NamedChoice = (typeof namedChoices)[number]
export type NamedVote = { readonly person: Id<'person'>; readonly choice: NamedChoice }
/** As a page names her. */
export type NamedVoter = NamedVote & { readonly name: string; readonly slug: string }

export type NamesTyped = {
  /** Who sat in the body on the day of the vote. */
  readonly members: readonly Id<'person'>[]
  /** How most voted; undefined where that was not said. */
  readonly most: NamedChoice | undefined
  readonly exceptions: ReadonlyMap<Id<'person'>, NamedChoice>
}

/** Who was named votes as was chosen for her, everybody else as most did; nobody where the body does not vote by name. */
export function namesFrom({ members, most, exceptions }: NamesTyped): readonly NamedVote[] {
  const others = most === undefined ? [] : members.filter((person) => !exceptions.has(person))
  const all = new Map([...exceptions, ...others.map((person) => [person, most as NamedChoice] as const)])
  return [...all].map(([person, choice]) => ({ person, choice }))
}

export function tallyOf(named: readonly NamedVote[]): Readonly<Record<NamedChoice, number>> {
  const count = (choice: NamedChoice): number => named.filter((one) => one.choice === choice).length
  return { for: count('for'), against: count('against'), abstains: count('abstains'), absent: count('absent') }
}

export type Counted = { readonly votesFor: number; readonly votesAgainst: number; readonly abstentions: number }

export type NamesRefusal = 'not-a-member' | 'names-missing' | 'names-do-not-count'

/** Votes by name are none, or one of each member on the day of the vote, exactly as they were counted. */
export function checkNames(
  named: readonly NamedVote[],
  counted: Counted,
  members: readonly Id<'person'>[],
): Result<null, NamesRefusal> {
  if (named.length === 0) return accept(null)
  if (!named.every(({ person }) => members.includes(person))) return refuse('not-a-member')
  const people = new Set(named.map(({ person }) => person))
  if (!members.every((person) => people.has(person))) return refuse('names-missing')
  const tally = tallyOf(named)
  const fits =
    people.size === named.length &&
    tally.for === counted.votesFor &&
    tally.against === counted.votesAgainst &&
    tally.abstains === counted.abstentions
  return fits ? accept(null) : refuse('names-do-not-count')
}
