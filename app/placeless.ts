import type { Jurisdiction } from '../platform/directory/index.ts'

/** A frame without a place: the list of places stands in it. */
export function placeless(lang: string, places: readonly Jurisdiction[]): Jurisdiction {
  const some = places[0]
  return {
    id: some?.id ?? ('00000000-0000-4000-8000-000000000000' as Jurisdiction['id']), // no place of this id can exist
    parent: null,
    slug: some?.slug ?? '',
    name: 'Folkmoot',
    level: 'town',
    tagline: '',
    timeZone: 'UTC',
    holidays: [],
    languages: [lang],
    accent: null,
    brand: null,
    words: {},
    offlineRoute: '',
    isFictional: false,
    isTold: false,
  }
}
