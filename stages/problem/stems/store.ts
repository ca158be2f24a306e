import type { Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
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
          order by framing_id desc
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

export type ProblemHit = { readonly id: Id<'problem'>; readonly piece: string }

/** "flood -winter": with the one and without the other. */
const without = /(?<=^|\s)-\S+/gu

/** Search shows ten of a kind; of what lies beyond it says only that there is more. */
const mostPieces = 20

/** Cases in whose framings, present, earlier or proposed, all these words stand, the best first. */
export async function searchProblems(read: Read, words: Sought, limit: number): Promise<readonly ProblemHit[]> {
  const numbered = await byReceipt(read, words.words.trim())
  if (numbered) return [numbered]
  const ids = await idsWith(read, words, { limit, by: sql`f.worth desc, f.problem_id desc` })
  const pieces = await piecesOf(read, ids.slice(0, mostPieces), words)
  return ids.map((id) => ({ id, piece: pieces.get(id) ?? '' }))
}

/** Who narrows a list by words that stand in more problems than this sees the newest of them. */
const mostListed = 2_000

/** Problems with all these words, for a list that is then put in its own order. */
export function problemsWith(read: Read, words: Sought): Promise<readonly Id<'problem'>[]> {
  return idsWith(read, words, { limit: mostListed, by: sql`f.problem_id desc` })
}

type Best = { readonly limit: number; readonly by: RawBuilder<unknown> }

/**
 * Begins with the word that stands in the fewest problems and asks of those alone whether they have the others, too. Where even
 * that one stands in more than `mostListed`, the newest of them are looked at. What is hidden is not.
 */
async function idsWith(read: Read, words: Sought, { limit, by }: Best): Promise<readonly Id<'problem'>[]> {
  const [asked, unwanted] = await Promise.all([
    stemsOf(read, { ...words, words: words.words.replaceAll(without, ' ') }, { withParts: true }),
    stemsOf(read, { ...words, words: words.words.match(without)?.join(' ') ?? '' }),
  ])
  const [rarest, ...others] = await rarestFirst(read, asked)
  if (!rarest) return []
  const hidden = (id: RawBuilder<unknown>) =>
    sql`exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = ${id})`
  const has = (stems: readonly string[]) => sql`exists (
    select from problem.framing o
    join problem.stem s on s.jurisdiction_id = o.jurisdiction_id and s.framing_id = o.id and s.stem = any(${[...stems]}::text[])
    where o.jurisdiction_id = ${read.jurisdiction} and o.problem_id = f.problem_id and not ${hidden(sql`o.id`)}
  )`
  const wanted = [
    sql`not ${hidden(sql`f.problem_id`)}`,
    ...others.map(({ stems }) => has(stems)),
    ...unwanted.map(({ stems }) => sql`not ${has(stems)}`),
  ]
  const { rows } = await sql<{ id: Id<'problem'> }>`
    select f.problem_id as id
    from (
      select s.problem_id, max(s.weight) as worth
      from problem.stem s
      where s.jurisdiction_id = ${read.jurisdiction} and s.stem = any(${[...rarest.stems]}::text[]) and not ${hidden(sql`s.framing_id`)}
      group by s.problem_id
      order by s.problem_id desc
      limit ${mostListed}
    ) f
    where ${sql.join(wanted, sql` and `)}
    order by ${by}
    limit ${limit}`.execute(read)
  return rows.map(({ id }) => id)
}

async function rarestFirst(read: Read, asked: readonly Asked[]): Promise<readonly Asked[]> {
  if (asked.length < 2) return asked
  const { rows } = await sql<{ known: number }>`
    select (
      select count(*) from (
        select from problem.stem s
        where s.jurisdiction_id = ${read.jurisdiction} and s.stem = any(string_to_array(a.stems, ' ')) limit ${mostListed}
      ) k
    ) as known
    from unnest(${asked.map(({ stems }) => stems.join(' '))}::text[]) with ordinality a (stems, place)
    order by a.place`.execute(read)
  const known = new Map(asked.map((one, at) => [one, rows[at]?.known ?? 0]))
  return asked.toSorted((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0))
}

/** Who was read a number out when staff wrote her problem down types it here. */
async function byReceipt(read: Read, words: string): Promise<ProblemHit | undefined> {
  const digits = words.replaceAll(/[\s-]/g, '')
  if (!/^\d{9}$/.test(digits)) return undefined
  const row = await read
    .selectFrom('problem.problem')
    .select('id')
    .where('receipt', '=', digits.replace(/(\d{3})(\d{3})(\d{3})/, '$1-$2-$3'))
    .executeTakeFirst()
  return row && { id: row.id, piece: '' }
}

/** The few words around what was found. */
async function piecesOf(
  read: Read,
  ids: readonly Id<'problem'>[],
  { words, configurations }: Sought,
): Promise<ReadonlyMap<Id<'problem'>, string>> {
  if (ids.length === 0) return new Map()
  const configuration = configurations[0] ?? 'simple'
  const { rows } = await sql<ProblemHit>`
    select t.problem_id as id, ts_headline(${configuration}::regconfig, t.searched, websearch_to_tsquery(${configuration}::regconfig, ${words}),
      'StartSel="", StopSel="", MinWords=12, MaxWords=30') as piece
    from (
      select f.problem_id, string_agg(concat_ws(' ', f.question, f.place, f.what_happens, f.who_is_affected, f.how_often, f.since_when, f.tried),
        ' ' order by f.state <> 'current', f.number desc) as searched
      from problem.framing f
      where f.jurisdiction_id = ${read.jurisdiction} and f.problem_id = any(${ids}::uuid[])
        and not exists (select from moderation.hidden h where h.jurisdiction_id = f.jurisdiction_id and h.about_id = f.id)
      group by f.problem_id
    ) t`.execute(read)
  return new Map(rows.map(({ id, piece }) => [id, piece]))
}

// A stem never has a space in it, so that a list of them travels as one text.
function askedRows(asked: readonly Asked[]) {
  const words = asked.map(({ word }) => word)
  const stems = asked.map((one) => one.stems.join(' '))
  return sql`unnest(${words}::text[], ${stems}::text[])`
}
