import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { write, type As, type DraftState, type WriteRefusal, type Writer } from '../rules.ts'

/** A text as the rules see it: headings and words, each under the id that is its own. */
export type Words = {
  readonly sections: readonly {
    readonly id: string
    readonly kind: 'recommendation' | 'passage'
    readonly heading: string
    readonly clauses: readonly { readonly id: string; readonly text: string }[]
  }[]
}

/** Letters; the database holds them too. */
export const limits = { leastHeading: 3, mostHeading: 200, mostClause: 4000, mostReason: 2000 } as const

export type WordsRefusal = 'heading-needed' | 'heading-too-long' | 'clause-too-long' | 'doubled-ids' | 'not-a-text'

export type SaveRefusal = WriteRefusal | WordsRefusal | 'nothing-changed' | 'reason-needed'

export type Saving = {
  /** What stands in the last version. */
  readonly saved: Words
  /** What has been typed since. */
  readonly typed: Words
  readonly reason: string
  /** Ids of the typed text that name something of another case. */
  readonly foreign: readonly string[]
}

/** A version is the whole text, well formed, with the reason for what changed in it. */
export function saveVersion(
  state: DraftState,
  { saved, typed, reason, foreign }: Saving,
  actor: Actor,
): Result<Writer, SaveRefusal> {
  const writes = write(state, actor)
  if (!writes.ok) return writes
  const formed = wellFormed(typed)
  if (!formed.ok) return formed
  if (foreign.length > 0) return refuse('doubled-ids')
  if (!differ(saved, typed)) return refuse('nothing-changed')
  return reason === '' ? refuse('reason-needed') : writes
}

/** What nobody could read, cite or find again is no version. */
export function wellFormed({ sections }: Words): Result<null, WordsRefusal> {
  const ids = sections.flatMap(({ id, clauses }) => [id, ...clauses.map((clause) => clause.id)])
  if (new Set(ids).size !== ids.length) return refuse('doubled-ids')
  if (!ids.every((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id))) return refuse('not-a-text')
  for (const { heading, clauses } of sections) {
    if (heading.length < limits.leastHeading) return refuse('heading-needed')
    if (heading.length > limits.mostHeading) return refuse('heading-too-long')
    if (clauses.some(({ text }) => text.length > limits.mostClause)) return refuse('clause-too-long')
  }
  return accept(null)
}

/** Words, their order or what they are: anything of it. */
export function differ(one: Words, other: Words): boolean {
  return spelled(one) !== spelled(other)
}

function spelled({ sections }: Words): string {
  return JSON.stringify(
    sections.map(({ id, kind, heading, clauses }) => [
      id,
      kind,
      heading,
      clauses.map((clause) => [clause.id, clause.text]),
    ]),
  )
}

/** At the hand-over nothing may be left that was typed and not saved: the body would not get it, and nobody would know. */
export function freeze({ saved, typed }: Pick<Saving, 'saved' | 'typed'>): Result<null, 'unsaved-words'> {
  return differ(saved, typed) ? refuse('unsaved-words') : accept(null)
}

export type CiteRefusal = WriteRefusal | 'cite-something' | 'cites-unknown' | 'cites-hidden'

export type Citing = {
  readonly cited: readonly string[]
  /** Everything said in this case that a clause can come from. */
  readonly known: ReadonlySet<string>
  readonly hidden: ReadonlySet<string>
}

/** A clause comes from what was said in this case and can be read by anyone (R25). */
export function cite(state: DraftState, { cited, known, hidden }: Citing, actor: Actor): Result<Writer, CiteRefusal> {
  const writes = write(state, actor)
  if (!writes.ok) return writes
  if (cited.length === 0) return refuse('cite-something')
  if (!cited.every((id) => known.has(id))) return refuse('cites-unknown')
  return cited.some((id) => hidden.has(id)) ? refuse('cites-hidden') : writes
}

/** Letters that stand, by the role of who wrote them. */
export type Letters = Readonly<Record<As, number>>

export const noLetters: Letters = { politician: 0, citizen: 0, staff: 0, unknown: 0 }

export type Shares = Readonly<Record<Exclude<As, 'unknown'>, number>>

/** Share of the letters of each kind of author, 0 to 1 each, 1 together; null while there is none of a known author. O(n). */
export function sharesOf(letters: readonly Letters[]): Shares | null {
  const sum = (as: keyof Shares): number => letters.reduce((all, one) => all + one[as], 0)
  const [politician, citizen, staff] = [sum('politician'), sum('citizen'), sum('staff')]
  const all = politician + citizen + staff
  return all === 0 ? null : { politician: politician / all, citizen: citizen / all, staff: staff / all }
}

/** Public employees should serve the group's words, not write them (R17). */
export function staffDominates(shares: Shares | null): boolean {
  return shares !== null && shares.staff > 0.5
}

/** Whose words they mostly are: she with the most letters, of equals the first of this list; nobody known, unknown. */
export function mostly(letters: Letters): keyof Letters {
  const known = (['citizen', 'politician', 'staff'] as const).filter((as) => letters[as] > 0)
  return known.toSorted((one, other) => letters[other] - letters[one])[0] ?? 'unknown'
}
