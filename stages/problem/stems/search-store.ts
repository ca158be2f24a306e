import type { Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read, Sought } from '../../../platform/db/index.ts'
import type { Asked } from '../../../platform/near/index.ts'
import { stemsOf } from './store.ts'

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
const fewCandidates = 200

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
  const {
    fewest,
    words: [rarest, ...others],
  } = await rarestFirst(read, asked)
  if (!rarest) return []
  const hidden = (id: RawBuilder<unknown>) =>
    sql`exists (select from moderation.hidden h where h.jurisdiction_id = ${read.jurisdiction} and h.about_id = ${id})`
  // Of few each is asked for by its key; with many, what has the other word is read from the oldest of them on, and compared.
  const askEach = fewest <= fewCandidates ? sql`offset 0` : sql``
  const has = (stems: readonly string[]) => sql`exists (
    select from problem.stem s
    where s.jurisdiction_id = ${read.jurisdiction} and s.stem = any(${[...stems]}::text[]) and s.problem_id = f.problem_id
      and s.problem_id >= (select c.problem_id from candidates c order by c.problem_id limit 1)
      and not ${hidden(sql`s.framing_id`)}
    ${askEach}
  )`
  const wanted = [
    sql`not ${hidden(sql`f.problem_id`)}`,
    ...others.map(({ stems }) => has(stems)),
    ...unwanted.map(({ stems }) => sql`not ${has(stems)}`),
  ]
  const { rows } = await sql<{ id: Id<'problem'> }>`
    with candidates as materialized (
      select n.problem_id, max(n.weight) as worth
      from unnest(${[...rarest.stems]}::text[]) a (stem)
      -- Each stem by itself: so its newest are read off the index, and no more of it.
      cross join lateral (
        select s.problem_id, s.weight from problem.stem s
        where s.jurisdiction_id = ${read.jurisdiction} and s.stem = a.stem and not ${hidden(sql`s.framing_id`)}
        order by s.problem_id desc
        limit ${mostListed}
      ) n
      group by n.problem_id
      order by n.problem_id desc
      limit ${mostListed}
    )
    select f.problem_id as id
    from candidates f
    where ${sql.join(wanted, sql` and `)}
    order by ${by}
    limit ${limit}`.execute(read)
  return rows.map(({ id }) => id)
}

type Rarest = {
  readonly words: readonly Asked[]
  /** In how many framings the first of them stands; at most `mostListed`. */
  readonly fewest: number
}

async function rarestFirst(read: Read, asked: readonly Asked[]): Promise<Rarest> {
  if (asked.length < 2) return { words: asked, fewest: mostListed }
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
  const words = asked.toSorted((a, b) => (known.get(a) ?? 0) - (known.get(b) ?? 0))
  return { words, fewest: Math.min(...known.values()) }
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
