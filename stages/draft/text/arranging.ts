import type { TextContent } from './document.ts'

/** What can be done with a section or a clause besides writing in it. */
export const arrangements = ['up', 'down', 'remove'] as const
export type Arrangement = (typeof arrangements)[number]

/** The text with one section or clause a place further up or down, or without it. Where it stands first already, it stays. */
export function arranged(text: TextContent, how: Arrangement, id: string): TextContent {
  const sections = shifted(text.sections, how, id)
  if (sections !== text.sections) return { sections }
  return {
    sections: text.sections.map((section) => ({ ...section, clauses: shifted(section.clauses, how, id) })),
  }
}

function shifted<One extends { readonly id: string }>(
  all: readonly One[],
  how: Arrangement,
  id: string,
): readonly One[] {
  const at = all.findIndex((one) => one.id === id)
  const one = all[at]
  if (!one) return all
  const rest = all.filter((_, i) => i !== at)
  if (how === 'remove') return rest
  const to = how === 'up' ? Math.max(0, at - 1) : Math.min(rest.length, at + 1)
  return [...rest.slice(0, to), one, ...rest.slice(to)]
}
