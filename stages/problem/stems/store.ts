import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Sought, Tx } from '../../../platform/db/index.ts'
import type { Asked, Candidate } from './rules.ts'

/** Cuts the words of all framings of a problem to their stems, anew. */
export async function writeStems(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await sql`call problem.write_stems(${tx.jurisdiction}, ${problem})`.execute(tx)
}

// Who types more has said enough by then; each word costs a look into the index.
const mostWords = 40
const mostParts = 30

/**
 * Words as they were typed, each with its stems. A problem is indexed in the language it was written in, which need not be one
 * of the place: so a word is looked for as each of them would cut it. One that only joins others, in a language of the place, is
 * left out: `the` stands in no English problem's index.
 */
export async function stemsOf(
  read: Read,
  { words, configurations }: Sought,
  { withParts = false }: { readonly withParts?: boolean } = {},
): Promise<readonly Asked[]> {
  const typed = [...new Set(words.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu) ?? [])].slice(0, mostWords)
  if (typed.length === 0) return []
  const { rows } = await sql<Asked>`
    select w.word,
      array(
        select distinct s.lexeme
        from unnest(array['english', 'danish', 'simple']) c, unnest(to_tsvector(c::regconfig, w.word)) s
        ${withParts ? partsOf(read) : sql``}
        order by 1
      ) as stems
    from unnest(${typed}::text[]) with ordinality w (word, place)
    where not exists (
      select from unnest(${[...configurations]}::text[]) c where to_tsvector(c::regconfig, w.word) = ''
    )
    order by w.place`.execute(read)
  return rows.filter(({ stems }) => stems.length > 0)
}

/** Who types "arbour" finds the harbour. */
function partsOf(read: Read) {
  return sql`
    union (
      select v.stem from problem.word v
      where v.jurisdiction_id = ${read.jurisdiction} and strpos(v.stem, w.word) > 0 and length(w.word) > 2
      order by v.stem
      limit ${mostParts}
    )`
}

/**
 * Of a stem that stands in more problems than this, only the newest count: it says little, and reading all of them would
 * make each letter somebody types cost as much as the place is large.
 */
const mostOfStem = 500
const mostCandidates = 30

/** Problems that share words with these, those that share the rarest ones in the weightiest places first. */
export async function candidatesFor(
  read: Read,
  asked: readonly Asked[],
  { except = null }: { readonly except?: Id<'problem'> | null } = {},
): Promise<readonly Candidate[]> {
  if (asked.length === 0) return []
  const { rows } = await sql<Candidate>`
    with asked as (select a.word, s.stem from ${askedRows(asked)} a (word, stems), unnest(string_to_array(a.stems, ' ')) s (stem)),
    place as (select count(*)::float8 as problems from problem.problem where jurisdiction_id = ${read.jurisdiction}),
    standing as (
      select a.word, s.problem_id, s.framing_id, s.weight, ln(1 + place.problems / s.known) as rarity
      from place, asked a cross join lateral (
        select n.*, count(*) over () as known from (
          select problem_id, framing_id, weight from problem.stem
          where jurisdiction_id = ${read.jurisdiction} and stem = a.stem
          order by problem_id desc, framing_id desc
          limit ${mostOfStem}
        ) n
      ) s
      where s.weight > 0
    ),
    shared as (
      select s.problem_id, s.word, max(s.rarity * (1 + s.weight)) as worth, max(s.rarity) as rarity
      from standing s
      where not exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = s.framing_id)
        and s.problem_id is distinct from ${except}
      group by s.problem_id, s.word
    ),
    best as (
      select problem_id, sum(worth) as score, sum(rarity) as rarity, array_agg(word order by worth desc, word) as words
      from shared
      group by problem_id
      order by score desc, problem_id
      limit ${mostCandidates}
    )
    select b.problem_id as problem, b.score::float8, b.rarity::float8, b.words,
      case when f.latitude is not null then json_build_object('latitude', f.latitude, 'longitude', f.longitude) end as point
    from best b
    join problem.framing f on f.jurisdiction_id = ${read.jurisdiction} and f.problem_id = b.problem_id and f.state = 'current'
    where not exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = b.problem_id)
      and not exists (
        select from problem.merger m
        where m.jurisdiction_id = ${read.jurisdiction} and m.problem_id = b.problem_id and m.undone_at is null
      )
    order by b.score desc, b.problem_id`.execute(read)
  return rows
}

/** What the words are worth together, were they all shared: by how few problems have them. */
export async function rarityOf(read: Read, asked: readonly Asked[]): Promise<number> {
  if (asked.length === 0) return 0
  const { rows } = await sql<{ rarity: number }>`
    with place as (select count(*)::float8 as problems from problem.problem where jurisdiction_id = ${read.jurisdiction})
    select coalesce(sum(ln(1 + place.problems / greatest(1, (
      select count(*) from (
        select from problem.stem s
        where s.jurisdiction_id = ${read.jurisdiction} and s.stem = any(string_to_array(a.stems, ' ')) limit ${mostOfStem}
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
