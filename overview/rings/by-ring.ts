import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { ThreadMatter } from '../thread/thread-matter.ts'

/** The rings in which somebody writes; who only follows has written nothing. */
export const writingRings = ['members', 'groups', 'open'] as const
export type WritingRing = (typeof writingRings)[number]

type Given = ThreadMatter['contributions'][number]

export type Around = {
  /** Accounts with a seat in the group. */
  readonly seats: ReadonlySet<Id>
  /** Ids of what says of itself that it is part of a working group. */
  readonly inGroups: ReadonlySet<Id>
  readonly authors: ReadonlyMap<Id, readonly Id[]>
}

// Whoever wrote the minutes or answered: it was said in the group's meetings, or asked for by it.
const atTheTable: ReadonlySet<Noun> = new Set<Noun>(['meeting', 'item', 'evidence', 'note'])

/** From which ring a contribution came: what was written in a working group's name is the working group's, whoever wrote it. */
export function ringOf({ thing }: Given, { seats, inGroups, authors }: Around): WritingRing {
  if (thing.kind === 'group-report' || inGroups.has(thing.id)) return 'groups'
  if (atTheTable.has(thing.kind)) return 'members'
  return authors.get(thing.id)?.some((account) => seats.has(account)) ? 'members' : 'open'
}

export type FromRing = {
  readonly given: readonly Given[]
  /** Those a clause of the text names, or names where they go on. */
  readonly taken: readonly Given[]
  /** The recommendations whose clauses name them, in the order of the text. */
  readonly recommendations: ThreadMatter['recommendations']
}

/** What came from each ring, and where it stands in the text. */
export function fromEachRing(matter: ThreadMatter, around: Around): Readonly<Record<WritingRing, FromRing>> {
  const clauses = [...matter.recommendations.flatMap((one) => one.clauses), ...matter.passages]
  const cited = new Set(clauses.flatMap(({ cites }) => cites))
  const isTaken = ({ thing, end }: Given): boolean => cited.has(thing.id) || cited.has(end)
  const by = Map.groupBy(matter.contributions, (one) => ringOf(one, around))
  const from = (ring: WritingRing): FromRing => {
    const given = by.get(ring) ?? []
    const taken = given.filter(isTaken)
    const ids = new Set(taken.flatMap(({ thing, end }) => [thing.id, end]))
    const recommendations = matter.recommendations.filter((one) =>
      one.clauses.some(({ cites }) => cites.some((id) => ids.has(id))),
    )
    return { given, taken, recommendations }
  }
  return { members: from('members'), groups: from('groups'), open: from('open') }
}
