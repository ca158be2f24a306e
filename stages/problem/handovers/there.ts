import { href } from '@folkmoot/basics/addresses.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { pageLanguages } from '../../../platform/i18n/index.ts'

/** The journey of a problem in another place, in the reader's language where that place's pages speak it. */
export function journeyThere(lang: string, place: Jurisdiction, problem: string): string {
  const spoken = pageLanguages(place)
  return href('journey', {
    lang: spoken.includes(lang) ? lang : (spoken[0] ?? lang),
    jurisdiction: place.slug,
    problem,
  })
}
