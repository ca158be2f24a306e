import { href } from '@folkmoot/basics/addresses.ts'
import type { Visit } from '../platform/http/index.ts'

/** A card's path in this language and place: `/problems/harbour` → `/en/lindhavn/problems/harbour`. */
export function pathIn(visit: Pick<Visit, 'lang' | 'jurisdiction'>, path: string): string {
  return `${href('home', { lang: visit.lang, jurisdiction: visit.jurisdiction.slug })}${path}`
}
