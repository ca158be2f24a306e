import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read, Sought } from '../db/index.ts'
import { cutWords, type Asked } from '../near/index.ts'

/** Words somebody looks for: as she typed them, and each of them cut to the stems it may have. */
export type SoughtWords = { readonly typed: Sought; readonly cut: readonly Asked[] }

/** `problem`: null for all cases of the place. */
export type About = { readonly problem: Id<'problem'> | null; readonly words: SoughtWords | null }

/**
 * What of one kind was said in a case and can be named by who builds on it, as its stage offers it: a select of `id`, `within` (what it
 * is hidden along with; null for nothing) and `at`, a number that grows; where there are words, only what has them all.
 */
export type Said = (read: Read, about: About) => RawBuilder<unknown>

/** Whether a row belongs to the case that is asked for. */
export function ofCase(problemId: string, { problem }: About): RawBuilder<boolean> {
  return problem === null ? sql<boolean>`true` : sql<boolean>`${sql.ref(problemId)} = ${problem}`
}

export type SaidByKind<N extends Noun = Noun> = { readonly [kind in N]: Said }

/** Beyond this many of a kind they are neither counted nor paged through: words narrow them down. */
export const mostCounted = 10_000

export type Wanted = {
  readonly problem: Id<'problem'>
  /** Null for all there is. */
  readonly sought: Sought | null
  /** What is not to be among them. */
  readonly except: readonly Id[]
  /** Of each kind so many, behind so many. */
  readonly limit: number
  readonly offset: number
}

export type SaidOfKind<N extends Noun> = { readonly kind: N; readonly ids: readonly Id[]; readonly count: number }

/** Of each kind the newest, and how many there are in all. What is hidden is not among them. */
export async function saidIn<N extends Noun>(
  read: Read,
  kinds: Partial<SaidByKind<N>>,
  { problem, sought, except, limit, offset }: Wanted,
): Promise<readonly SaidOfKind<N>[]> {
  const words = sought && (await cut(read, sought))
  const each = entriesOf(kinds).map(
    ([kind, said]) => sql`(
      select ${sql.lit(kind)} as kind, f.id, count(*) over () as count
      from (
        select s.id, s.at from (${said(read, { problem, words })}) s
        where s.id <> all(${except}::uuid[]) and ${isReadable(read)}
        order by s.at desc
        limit ${mostCounted}
      ) f
      order by f.at desc, f.id
      limit ${limit} offset ${offset}
    )`,
  )
  const { rows } = await sql<{ kind: N; id: Id; count: number }>`${sql.join(each, sql` union all `)}`.execute(read)
  return [...Map.groupBy(rows, ({ kind }) => kind)].map(([kind, found]) => ({
    kind,
    ids: found.map(({ id }) => id),
    count: found[0]?.count ?? 0,
  }))
}

/** A search cuts what it chooses its best from to stems: of a word that stands everywhere, so many are enough. */
const mostSought = 200

/** What was said anywhere in the place and has all the words, as a select of its `id`, for a search. What is hidden is not among it. */
export async function saidAnywhere(read: Read, said: Said, sought: Sought): Promise<RawBuilder<unknown>> {
  const words = await cut(read, sought)
  return sql`select s.id from (${said(read, { problem: null, words })}) s where ${isReadable(read)} limit ${mostSought}`
}

async function cut(read: Read, sought: Sought): Promise<SoughtWords> {
  return { typed: sought, cut: await cutWords(read, sought) }
}

/** Neither a row of `s` nor what it stands in is hidden. */
function isReadable({ jurisdiction }: Read): RawBuilder<boolean> {
  return sql<boolean>`
    not exists (select from moderation.hidden h where h.jurisdiction_id = ${jurisdiction} and h.about_id = s.id)
    and not exists (select from moderation.hidden h where h.jurisdiction_id = ${jurisdiction} and h.about_id = s.within)`
}

export type SaidThing<N extends Noun> = { readonly thing: Thing<N>; readonly within: Id | null }

/** Which of these were said in the case, hidden or not. */
export async function saidAmong<N extends Noun>(
  read: Read,
  kinds: SaidByKind<N>,
  { problem, ids }: { readonly problem: Id<'problem'>; readonly ids: readonly string[] },
): Promise<readonly SaidThing<N>[]> {
  const each = entriesOf(kinds).map(
    ([kind, said]) => sql`
      select ${sql.lit(kind)} as kind, s.id, s.within from (${said(read, { problem, words: null })}) s where s.id = any(${ids}::uuid[])`,
  )
  const { rows } = await sql<{ kind: N; id: Id; within: Id | null }>`${sql.join(each, sql` union all `)}`.execute(read)
  return rows.map(({ kind, id, within }) => ({ thing: { kind, id: id as Id<N> }, within })) // of the kind whose table it came from
}

function entriesOf<N extends Noun>(kinds: Partial<SaidByKind<N>>): readonly (readonly [N, Said])[] {
  return Object.entries(kinds) as [N, Said][] // its own keys
}
