import type { TextContent } from './document.ts'
import { stayingOf } from './order.ts'

export type ComparedClause = {
  readonly id: string
  /** Its place in the version it stands in last. */
  readonly number: number
  readonly how: 'same' | 'added' | 'changed' | 'moved' | 'gone'
  /** Empty where it did not stand yet. */
  readonly before: string
  /** Empty where it is gone. */
  readonly after: string
}

export type ComparedSection = {
  readonly id: string
  readonly how: 'same' | 'added' | 'changed' | 'moved' | 'gone'
  readonly heading: string
  /** Null where it is new. */
  readonly earlierHeading: string | null
  readonly clauses: readonly ComparedClause[]
}

/** Two versions laid side by side: the later one in its order, with what is gone where it stood. O(n). */
export function compare(before: TextContent, after: TextContent): readonly ComparedSection[] {
  const earlier = new Map(before.sections.map((section, at) => [section.id, { ...section, at }]))
  const now = new Set(after.sections.map(({ id }) => id))
  const homes = new Map(after.sections.flatMap(({ id, clauses }) => clauses.map((clause) => [clause.id as string, id])))
  const words = new Map(before.sections.flatMap(({ clauses }) => clauses.map(({ id, text }) => [id as string, text])))
  const moved = movedAmong(
    before.sections.map(({ id }) => id).filter((id) => now.has(id)),
    after.sections.map(({ id }) => id).filter((id) => earlier.has(id)),
  )
  const standing = after.sections.map((section): ComparedSection => {
    const was = earlier.get(section.id)
    const clauses = clausesOf(was?.clauses ?? [], section.clauses, { words, homes })
    const isSame =
      was?.heading === section.heading && was.kind === section.kind && clauses.every(({ how }) => how === 'same')
    const how = !was ? 'added' : !isSame ? 'changed' : moved.has(section.id) ? 'moved' : 'same'
    return { id: section.id, how, heading: section.heading, earlierHeading: was?.heading ?? null, clauses }
  })
  return withGone(before.sections, standing, (section): ComparedSection => ({
    id: section.id,
    how: 'gone',
    heading: section.heading,
    earlierHeading: section.heading,
    clauses: clausesOf(section.clauses, [], { words, homes }),
  }))
}

type Clauses = TextContent['sections'][number]['clauses']
type Known = { readonly words: ReadonlyMap<string, string>; readonly homes: ReadonlyMap<string, string> }

function clausesOf(before: Clauses, after: Clauses, { words, homes }: Known): readonly ComparedClause[] {
  const here = new Set<string>(before.map(({ id }) => id))
  const now = new Set<string>(after.map(({ id }) => id))
  const moved = movedAmong(
    before.map(({ id }) => id as string).filter((id) => now.has(id)),
    after.map(({ id }) => id as string).filter((id) => here.has(id)),
  )
  const standing = after.map(({ id, text }, i): ComparedClause => {
    const was = words.get(id)
    const how =
      was === undefined ? 'added' : was !== text ? 'changed' : here.has(id) && !moved.has(id) ? 'same' : 'moved'
    return { id, number: i + 1, how, before: was ?? '', after: text }
  })
  // What went to another section is told there.
  const gone = before.filter(({ id }) => !homes.has(id) || now.has(id))
  return withGone(gone, standing, ({ id, text }): ComparedClause => ({
    id,
    number: before.findIndex((one) => one.id === id) + 1,
    how: 'gone',
    before: text,
    after: '',
  }))
}

/** Puts what is gone behind what it stood behind. */
function withGone<Was extends { readonly id: string }, One extends { readonly id: string }>(
  before: readonly Was[],
  standing: readonly One[],
  gone: (was: Was) => One,
): readonly One[] {
  const all = [...standing]
  before.forEach((was, i) => {
    if (all.some(({ id }) => id === was.id)) return
    const behind = before[i - 1]?.id
    all.splice(behind === undefined ? 0 : all.findIndex(({ id }) => id === behind) + 1, 0, gone(was))
  })
  return all
}

/** What is not in the longest run that stands in the same order in both. */
function movedAmong(before: readonly string[], after: readonly string[]): ReadonlySet<string> {
  const kept = stayingOf(before, after)
  return new Set(after.filter((id) => !kept.has(id)))
}
