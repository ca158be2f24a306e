/**
 * What is kept of people: each folder that owns tables says it in its `personal.ts`, column by column. `docs/personal-data.md` and the
 * privacy page are made from it; a test reads the schema and demands that no column is forgotten.
 */

/** Why it is kept, and on which ground of the GDPR. Opinions and what people tell of themselves need their explicit consent too. */
export const purposes = {
  'sign-in': 'art. 6(1)(e)',
  words: 'art. 6(1)(e), art. 9(2)(a)',
  opinions: 'art. 6(1)(e), art. 9(2)(a)',
  seats: 'art. 6(1)(e), art. 9(2)(a)',
  paper: 'art. 6(1)(e)',
  groups: 'art. 6(1)(e), art. 9(2)(a)',
  office: 'art. 6(1)(e)',
  record: 'art. 6(1)(e)',
  moderation: 'art. 6(1)(e)',
  news: 'art. 6(1)(a) by mail, art. 6(1)(e) on her page',
  safety: 'art. 6(1)(e)',
} as const

export type Purpose = keyof typeof purposes

/** Names of columns, parted by spaces, by the table they are of. */
export type Columns = Readonly<Record<string, string>>

export type Held = {
  readonly purpose: Purpose
  readonly until: string
  /** Which functions erase it, or take from it whose it was. None: it stays. */
  readonly by: readonly ((...args: never[]) => unknown)[]
  readonly columns: Columns
}

export type Personal = {
  readonly held: readonly Held[]
  /** What could hold words or lead to somebody, and does not. */
  readonly nobodys: Columns
}

export const stays = 'no end'
