import type { Noun } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read } from '../db/index.ts'
import type { Asked, Candidate } from './rules.ts'

/** Where things of one kind are looked for: the stems of their words, as their stage keeps them. Each part is SQL of that stage. */
export type Heap = {
  /** How many things there are, as one number. */
  readonly total: RawBuilder<unknown>
  /**
   * The rows that have this stem, the newest first: `thing`, `part` of it in which the word stands and with which it is
   * hidden, `weight` by where it stands.
   */
  readonly having: (stem: RawBuilder<unknown>) => RawBuilder<unknown>
  /** Where the point of a thing is known, as the columns `latitude` and `longitude` of `p`: a join on `b.thing`. */
  readonly points: RawBuilder<unknown>
  /** A condition on `b.thing`: which of the best may be shown. */
  readonly shown: RawBuilder<unknown>
}

/**
 * Of a stem that stands in more things than this, only the newest count: it says little, and reading all of them would
 * make each letter somebody types cost as much as the place is large.
 */
const mostOfStem = 500
const mostCandidates = 30

/** Things that share words with these, those that share the rarest ones in the weightiest places first. */
export async function candidatesIn<N extends Noun>(
  read: Read,
  heap: Heap,
  { asked, except = null }: { readonly asked: readonly Asked[]; readonly except?: string | null },
): Promise<readonly Candidate<N>[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<Candidate<N>>`
    with asked as (select a.word, s.stem from ${askedRows(asked)} a (word, stems), unnest(string_to_array(a.stems, ' ')) s (stem)),
    place as (select (${heap.total})::float8 as things),
    standing as (
      select a.word, s.thing, s.part, s.weight, ln(1 + place.things / s.known) as rarity
      from place, asked a cross join lateral (
        select n.*, count(*) over () as known from (${heap.having(sql`a.stem`)} limit ${mostOfStem}) n
      ) s
      where s.weight > 0
    ),
    shared as (
      select s.thing, s.word, max(s.rarity * (1 + s.weight)) as worth, max(s.rarity) as rarity
      from standing s
      where not exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = s.part)
        and s.thing is distinct from ${except}
      group by s.thing, s.word
    ),
    best as (
      select thing, sum(worth) as score, sum(rarity) as rarity, array_agg(word order by worth desc, word) as words
      from shared
      group by thing
      order by score desc, thing
      limit ${mostCandidates}
    )
    select b.thing as id, b.score::float8, b.rarity::float8, b.words,
      case when p.latitude is not null then json_build_object('latitude', p.latitude, 'longitude', p.longitude) end as point
    from best b
    ${heap.points}
    where not exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = b.thing)
      and ${heap.shown}
    order by b.score desc, b.thing`.execute(read)
  return rows
}

/** What the words are worth together, were they all shared: by how few things have them. */
export async function rarityIn(read: Read, heap: Heap, asked: readonly Asked[]): Promise<number> {
  if (asked.length === 0) return 0
  const { rows } = await sql<{ rarity: number }>`
    with place as (select (${heap.total})::float8 as things)
    select coalesce(sum(ln(1 + place.things / greatest(1, (
      select count(*) from (
        select from unnest(string_to_array(a.stems, ' ')) s (stem) cross join lateral (
          ${heap.having(sql`s.stem`)} limit ${mostOfStem}
        ) n limit ${mostOfStem}
      ) known
    )))), 0)::float8 as rarity
    from place, ${askedRows(asked)} a (word, stems)`.execute(read)
  return rows[0]?.rarity ?? 0
}

// A stem never has a space in it, so that a list of them travels as one text.
function askedRows(asked: readonly Asked[]) {
  const words = asked.map(({ word }) => word)
  const stems = asked.map((one) => one.stems.join(' '))
  return sql`unnest(${words}::text[], ${stems}::text[])`
}
