import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'

/** Public holidays of Denmark, whose calendar the fictional town keeps. */
const holidays = [
  '2026-01-01',
  '2026-04-02',
  '2026-04-03',
  '2026-04-06',
  '2026-05-14',
  '2026-05-25',
  '2026-06-05',
  '2026-12-24',
  '2026-12-25',
  '2027-01-01',
  '2027-03-25',
  '2027-03-26',
  '2027-03-29',
  '2027-05-06',
  '2027-05-17',
  '2027-06-05',
  '2027-12-24',
  '2027-12-25',
].map((day) => Temporal.PlainDate.from(day))

export function lindhavn(parent: Id<'jurisdiction'> | null): Jurisdiction {
  return {
    id: newId('jurisdiction'),
    parent,
    slug: 'lindhavn',
    name: 'Lindhavn',
    level: 'town',
    tagline: 'Town and residents together',
    timeZone: 'Europe/Copenhagen',
    languages: ['en', 'da'],
    holidays,
    accent: null,
    brand: null,
    words: {
      council: { en: 'The town council', da: 'Byrådet' },
      arena: { en: 'Task committee', da: 'Opgaveudvalg' },
    },
    offlineRoute:
      'Call 00 00 00 00 on weekdays from 9 to 15, or come to the library desk, Quay Street 4. You can do everything there that you can do here.',
    isFictional: true,
    isTold: false,
  }
}
