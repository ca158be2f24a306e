import { sql, type RawBuilder } from 'kysely'
import type { Read } from './database.ts'

/** How PostgreSQL cuts words to their stems; `simple` leaves them as they are. */
export type Configuration = 'english' | 'danish' | 'simple'

/** What somebody looks for, in the languages of the place. */
export type Sought = { readonly words: string; readonly configurations: readonly Configuration[] }

const stemmed: Readonly<Record<string, Configuration>> = { en: 'english', da: 'danish' }

export function sought(words: string, languages: readonly string[]): Sought {
  const known = languages.flatMap((language) => stemmed[language] ?? [])
  return { words, configurations: known.length > 0 ? known : ['simple'] }
}

/** Whether a row has all these words, as a search box takes them: “two together”, -without. Of a table or alias whose columns `words_english` … keep them cut to their stems. */
export function hasWords(table: string, { words, configurations }: Sought): RawBuilder<boolean> {
  return anyOf(
    configurations.map(
      (one) => sql`${sql.ref(`${table}.words_${one}`)} @@ websearch_to_tsquery(${sql.lit(one)}, ${words})`,
    ),
  )
}

/** The same of a text that is cut now: for tables of which a case has few rows. */
export function saysWords(text: RawBuilder<unknown>, { words, configurations }: Sought): RawBuilder<boolean> {
  return anyOf(
    configurations.map(
      (one) => sql`to_tsvector(${sql.lit(one)}, ${text}) @@ websearch_to_tsquery(${sql.lit(one)}, ${words})`,
    ),
  )
}

function anyOf(conditions: readonly RawBuilder<unknown>[]): RawBuilder<boolean> {
  return sql<boolean>`(${sql.join(conditions, sql` or `)})`
}

/**
 * The best of the candidates: a select of what a hit shows, with its `id` and with `searched`, the text that must have the
 * words. Each comes with `piece`, the few words around what was found. `loosely` also takes parts of words: "arbour".
 */
export async function bestOf<Row>(
  read: Read,
  candidates: RawBuilder<unknown>,
  { words, configurations }: Sought,
  { limit, loosely = false }: { readonly limit: number; readonly loosely?: boolean },
): Promise<readonly (Row & { readonly piece: string })[]> {
  const inEach = configurations.map((one) => ({
    vector: sql`to_tsvector(${sql.lit(one)}, c.searched)`,
    query: sql`websearch_to_tsquery(${sql.lit(one)}, ${words})`,
  }))
  const stems = inEach.map(({ vector, query }) => sql`${vector} @@ ${query}`)
  const parts = loosely ? [sql`(${everyPart(words)})`] : []
  const ranks = inEach.map(({ vector, query }) => sql`ts_rank(${vector}, ${query})`)
  const { rows } = await sql<Row & { readonly piece: string }>`
    -- First the candidates, then the words: else every row of the place is cut to its stems.
    with c as materialized (${candidates})
    select f.*, ts_headline(${sql.lit(configurations[0] ?? 'simple')}, f.searched,
      websearch_to_tsquery(${sql.lit(configurations[0] ?? 'simple')}, ${words}),
      'StartSel="", StopSel="", MinWords=12, MaxWords=30') as piece
    from (
      select c.*, greatest(${sql.join(ranks)}) as rank
      from c
      where ${sql.join([...stems, ...parts], sql` or `)}
      order by rank desc, c.id desc
      limit ${limit}
    ) f
    order by f.rank desc, f.id desc`.execute(read)
  return rows
}

function everyPart(words: string): RawBuilder<unknown> {
  const parts = words.toLowerCase().split(/\s+/u).filter(Boolean)
  return sql.join(
    parts.map((part) => sql`strpos(lower(c.searched), ${part}) > 0`),
    sql` and `,
  )
}
