import { everydayWords } from './everyday.ts'

/**
 * The languages a place's pages can be read in: those it names that the pages have words for, its first one first.
 * What people write may be in any language the place names; nobody is shown English under the name of French.
 */
export function pageLanguages({ languages }: { readonly languages: readonly string[] }): readonly string[] {
  const spoken = languages.filter((lang) => everydayWords.languages.includes(lang))
  return spoken.length > 0 ? spoken : ['en']
}

/** The languages a place names that its pages have no words for: people may write in them all the same. */
export function writtenLanguages({ languages }: { readonly languages: readonly string[] }): readonly string[] {
  return languages.filter((lang) => !everydayWords.languages.includes(lang))
}
