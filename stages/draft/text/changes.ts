import type { TextContent } from './document.ts'
import type { SectionKind } from './store.ts'

export type ClauseChange = {
  readonly id: string
  readonly how: 'added' | 'changed' | 'moved' | 'gone'
  /** The section it stands in now; for what is gone, the one it stood in. */
  readonly section: string
}

export type SectionChange = {
  readonly id: string
  readonly kind: SectionKind
  /** `revised`: its words changed, or the order of its clauses. Where it stands in the text is no change of its words. */
  readonly how: 'added' | 'revised' | 'gone'
}

export type Changes = { readonly sections: readonly SectionChange[]; readonly clauses: readonly ClauseChange[] }

/** What a version changed of the one before it. A section that becomes a recommendation is gone as a passage, and added. O(n). */
export function changesBetween(before: TextContent, after: TextContent): Changes {
  return { sections: sectionChanges(before, after), clauses: clauseChanges(before, after) }
}

function sectionChanges(before: TextContent, after: TextContent): readonly SectionChange[] {
  const keyOf = ({ id, kind }: { readonly id: string; readonly kind: SectionKind }): string => `${kind} ${id}`
  const earlier = new Map(before.sections.map((section) => [keyOf(section), section]))
  const now = new Set(after.sections.map(keyOf))
  return [
    ...after.sections.flatMap((section): SectionChange[] => {
      const { id, kind } = section
      const known = earlier.get(keyOf(section))
      if (!known) return [{ id, kind, how: 'added' }]
      return JSON.stringify(wordsIn(known)) === JSON.stringify(wordsIn(section)) ? [] : [{ id, kind, how: 'revised' }]
    }),
    ...before.sections
      .filter((section) => !now.has(keyOf(section)))
      .map(({ id, kind }): SectionChange => ({ id, kind, how: 'gone' })),
  ]
}

function wordsIn({ heading, clauses }: TextContent['sections'][number]): readonly unknown[] {
  return [heading, ...clauses.map(({ id, text }) => [id, text])]
}

function clauseChanges(before: TextContent, after: TextContent): readonly ClauseChange[] {
  const [earlier, now] = [clausesIn(before), clausesIn(after)]
  return [
    ...[...now.values()].flatMap(({ id, text, section }): ClauseChange[] => {
      const known = earlier.get(id)
      if (!known) return [{ id, how: 'added', section }]
      if (known.text !== text) return [{ id, how: 'changed', section }]
      return known.section === section ? [] : [{ id, how: 'moved', section }]
    }),
    ...[...earlier.values()]
      .filter(({ id }) => !now.has(id))
      .map(({ id, section }): ClauseChange => ({ id, how: 'gone', section })),
  ]
}

type Standing = { readonly id: string; readonly text: string; readonly section: string }

function clausesIn({ sections }: TextContent): ReadonlyMap<string, Standing> {
  return new Map(
    sections.flatMap((section) =>
      section.clauses.map(({ id, text }): [string, Standing] => [id, { id, text, section: section.id }]),
    ),
  )
}
