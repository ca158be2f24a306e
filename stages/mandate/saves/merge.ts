import canonicalize from 'canonicalize'
import type { Terms } from '../rules.ts'
import { asJson } from '../terms.ts'
import { sectionOf, type Section } from './sections.ts'
import type { Save } from './store.ts'

/** What stands when somebody saves: the words of the draft, and who saved which section when. */
export type Standing = {
  readonly terms: Terms
  /** The words before the first save of the draft. */
  readonly origin: Terms
  /** The earliest first. */
  readonly saves: readonly Save[]
}

/** What was typed, by whom had seen the draft as the save `seen` left it. */
export type TypedSections = {
  readonly seen: number
  /** Where a section was opened at another save than the rest. */
  readonly seenIn?: Readonly<Partial<Record<Section, number>>>
  readonly terms: Terms
  readonly sections: readonly Section[]
}

export type Merged = {
  readonly terms: Terms
  readonly saved: readonly Section[]
  /** Changed by her, and by somebody else since she opened it: nothing of it is written. */
  readonly conflicts: readonly Section[]
}

/** Puts in what she changed; never over words saved since she opened the page. */
export function merge(standing: Standing, typed: TypedSections): Merged {
  const fates = typed.sections.map((section) => [section, fateOf(standing, typed, section)] as const)
  const saved = fates.flatMap(([section, fate]) => (fate === 'save' ? [section] : []))
  return {
    terms: saved.reduce((terms, section) => ({ ...terms, ...sectionOf(typed.terms, section) }), standing.terms),
    saved,
    conflicts: fates.flatMap(([section, fate]) => (fate === 'conflict' ? [section] : [])),
  }
}

function fateOf(
  { terms, origin, saves }: Standing,
  typed: TypedSections,
  section: Section,
): 'leave' | 'save' | 'conflict' {
  const mine = words(asJson(typed.terms), section)
  if (mine === words(asJson(terms), section)) return 'leave'
  const at = typed.seenIn?.[section] ?? typed.seen
  const own = saves.filter((save) => save.section === section)
  const seen = own.findLast((save) => save.revision <= at)
  // She left the section as she found it; what somebody else wrote meanwhile stays.
  if (own.length > 0 && mine === words(seen?.words ?? asJson(origin), section)) return 'leave'
  return own.some((save) => save.revision > at) ? 'conflict' : 'save'
}

function words(all: Save['words'], section: Section): string {
  return canonicalize(sectionOf(all, section)) ?? ''
}
