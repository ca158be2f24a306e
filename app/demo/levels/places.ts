import type { PlaceScript } from './found-place.ts'

/** The places Lindhavn lies in, and its nation's neighbour. All are invented. */

const days = (list: readonly string[]): readonly Temporal.PlainDate[] => list.map((day) => Temporal.PlainDate.from(day))

const rule = {
  window: { count: 6, unit: 'months' },
  openTo: 'tied',
  leastAssurance: 'low',
  againAfterMonths: 12,
  againWithNewFacts: true,
  preset: null,
} as const

export const northernUnion: PlaceScript = {
  slug: 'northern-union',
  name: 'Northern Union',
  level: 'union',
  tagline: 'Nations and residents together',
  timeZone: 'Europe/Brussels',
  languages: ['en', 'da', 'fr', 'de'],
  holidays: days([
    '2026-12-24',
    '2026-12-25',
    '2026-12-31',
    '2027-01-01',
    '2027-03-26',
    '2027-03-29',
    '2027-05-09',
    '2027-05-17',
  ]),
  words: {
    council: { en: 'The Union Assembly', da: 'Unionsforsamlingen' },
    arena: { en: 'Citizens’ panel', da: 'Borgerpanel' },
  },
  offlineRoute:
    'Write to the Union Assembly, Bridge Square 1, in any language of a member. You can do everything by letter that you can do here.',
  chamber: { name: 'Union Assembly', kind: 'parliament' },
  committee: 'Committee on Climate and Health',
  executive: 'Union Commission',
  parties: ['Group of the Coasts', 'Green Alliance', 'Group of the Centre'],
  politicians: [
    { key: 'elin', name: 'Elin Corvane', party: 'Group of the Coasts' },
    { key: 'marek', name: 'Marek Oldin', party: 'Green Alliance' },
    { key: 'ines', name: 'Ines Tallow', party: 'Group of the Centre' },
    { key: 'pavel', name: 'Pavel Strome', party: 'Group of the Coasts' },
    { key: 'lotte', name: 'Lotte Varga', party: 'Green Alliance' },
  ],
  role: 'Member of the Assembly',
  chairRole: 'President',
  residents: [{ key: 'joana', name: 'Joana Reis' }],
  clerk: 'Niko Bast',
  rule: {
    ...rule,
    rungs: [{ threshold: 5000, owes: 'decision' }],
    answer: { count: 60, unit: 'days' },
    reference: 'Rules of the Assembly, article 12',
  },
}

export const estrand: PlaceScript = {
  slug: 'estrand',
  name: 'Estrand',
  level: 'nation',
  tagline: 'A nation works it out',
  timeZone: 'Europe/Copenhagen',
  languages: ['en', 'da'],
  holidays: days([
    '2026-12-24',
    '2026-12-25',
    '2027-01-01',
    '2027-03-25',
    '2027-03-26',
    '2027-03-29',
    '2027-05-06',
    '2027-05-17',
    '2027-06-15',
  ]),
  words: {
    council: { en: 'The Parliament of Estrand', da: 'Estrands parlament' },
    arena: { en: 'Deliberative committee', da: 'Rådslagningsudvalg' },
  },
  offlineRoute:
    'Call 00 00 00 11 on weekdays from 8 to 18, or go to any town hall. They can do everything there that you can do here.',
  chamber: { name: 'Parliament', kind: 'parliament' },
  committee: 'Transport and Climate Committee',
  executive: 'Government',
  parties: ['Coast Party', 'Forest Union', 'Workers’ List'],
  politicians: [
    { key: 'astrid', name: 'Astrid Solmark', party: 'Coast Party' },
    { key: 'bjarne', name: 'Bjarne Holt', party: 'Forest Union' },
    { key: 'carla', name: 'Carla Winde', party: 'Workers’ List' },
    { key: 'david', name: 'David Ekre', party: 'Coast Party' },
    { key: 'eva', name: 'Eva Lindqvist', party: 'Forest Union' },
    { key: 'farid', name: 'Farid Noor', party: 'Workers’ List' },
    { key: 'greta', name: 'Greta Hamre', party: 'Coast Party' },
    { key: 'hugo', name: 'Hugo Aske', party: 'Forest Union' },
    { key: 'ida', name: 'Ida Quist', party: 'Workers’ List' },
  ],
  role: 'Member of Parliament',
  chairRole: 'Speaker',
  residents: [
    { key: 'runa', name: 'Runa Beck' },
    { key: 'tariq', name: 'Tariq Olsen' },
  ],
  clerk: 'Signe Aaby',
  rule: {
    ...rule,
    rungs: [{ threshold: 2000, owes: 'decision' }],
    answer: { count: 2, unit: 'months' },
    reference: 'Standing orders of Parliament, rule 130',
  },
}

export const vestmark: PlaceScript = {
  slug: 'vestmark',
  name: 'Vestmark',
  level: 'nation',
  tagline: 'Decided together',
  timeZone: 'Europe/Oslo',
  languages: ['en', 'da'],
  holidays: days(['2026-12-25', '2027-01-01', '2027-05-01', '2027-05-17']),
  words: {
    council: { en: 'The Diet of Vestmark', da: 'Vestmarks rigsdag' },
    arena: { en: 'Citizens’ assembly', da: 'Borgerforsamling' },
  },
  offlineRoute: 'Write to the Diet, High Street 2.',
  chamber: { name: 'Diet', kind: 'parliament' },
  committee: 'Committee on Health',
  executive: 'Cabinet',
  parties: ['Mountain Party', 'City Party'],
  politicians: [
    { key: 'odd', name: 'Odd Ramsvik', party: 'Mountain Party' },
    { key: 'sunniva', name: 'Sunniva Tveit', party: 'City Party' },
    { key: 'ylva', name: 'Ylva Norheim', party: 'Mountain Party' },
  ],
  role: 'Member of the Diet',
  chairRole: 'President of the Diet',
  residents: [{ key: 'kari', name: 'Kari Moen' }],
  clerk: 'Per Sunde',
  rule: {
    ...rule,
    rungs: [{ threshold: 1000, owes: 'answer' }],
    answer: { count: 40, unit: 'working-days' },
    reference: 'Act on petitions, section 3',
  },
}
