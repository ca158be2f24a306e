import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import { listsBy, together, type Read, type Tx } from '../../platform/db/index.ts'
import { hiddenWords } from '../../platform/moderation/index.ts'
import { bindToRule } from './agenda/store.ts'
import { putFraming, type FramingWords } from './framing-store.ts'
import type { Point } from './rules.ts'

export type Problem = {
  readonly id: Id<'problem'>
  readonly slug: string
  /** The current framing's question: the name of the case. */
  readonly question: string
  readonly whatHappens: string
  readonly whoIsAffected: string
  readonly howOften: string
  readonly sinceWhen: string
  readonly tried: string
  /** Where it is, in words. */
  readonly place: string
  readonly point: Point | null
  readonly raisedBy: Id<'account'> | null
  readonly raisedAt: Temporal.Instant
  /** That of the current framing. */
  readonly language: string
  /** Where a told case was read; null for what happens here. */
  readonly source: string | null
  readonly sponsors: readonly Id<'person'>[]
  /** Those among them whom a body named and who have not spoken for themselves yet. */
  readonly named: readonly Id<'person'>[]
  /** How it came: written here, told and written down by staff, or parted from another one by whoever wrote it down. */
  readonly channel: Channel
  readonly writtenDownBy: Id<'account'> | null
  /** The number that was read out to who told it. */
  readonly receipt: string | null
  /** The problem it goes on in; null while it stands for itself. */
  readonly mergedInto: Id<'problem'> | null
}

export type Channel = 'online' | 'phone' | 'paper' | 'desk' | 'parted'

export type SponsorRow = {
  readonly problem: Id<'problem'>
  readonly person: Id<'person'>
  readonly words: string
  readonly language: string
  readonly at: Temporal.Instant
  /** The body that named her, while she has not spoken for herself. */
  readonly namedBy: string | null
}

// Every page, feed and notice names a case by its question: what is hidden must not be read there.
// Asked once a row, not once a column.
const oneHidden = sql`
  left join lateral (
    select true as is_hidden from moderation.hidden h
    where h.jurisdiction_id = p.jurisdiction_id and h.about_id in (p.id, f.id)
    limit 1
  ) h on true`
const shown = sql`case when h.is_hidden then ${hiddenWords}`
const shownBeside = sql`case when h.is_hidden then '' else`
const pointOf = sql`case when f.latitude is not null then json_build_object('latitude', f.latitude, 'longitude', f.longitude) end`

const problemColumns = sql<Problem>`
  p.id, p.slug, ${shown} else f.question end as question, ${shown} else f.what_happens end as "whatHappens",
  ${shown} else f.who_is_affected end as "whoIsAffected",
  ${shownBeside} f.how_often end as "howOften", ${shownBeside} f.since_when end as "sinceWhen", ${shownBeside} f.tried end as tried,
  ${shownBeside} f.place end as place, case when h.is_hidden then null else ${pointOf} end as point,
  (select m.into_id from problem.merger m
    where m.jurisdiction_id = p.jurisdiction_id and m.problem_id = p.id and m.undone_at is null) as "mergedInto",
  p.channel, p.written_down_by as "writtenDownBy", p.receipt,
  p.raised_by as "raisedBy", p.raised_at as "raisedAt", f.language, p.source,
  coalesce((select array_agg(s.person_id::uuid order by s.at) from problem.sponsorship s
    where s.jurisdiction_id = p.jurisdiction_id and s.problem_id = p.id and s.ended_at is null), '{}') as sponsors,
  coalesce((select array_agg(s.person_id::uuid order by s.at) from problem.sponsorship s
    where s.jurisdiction_id = p.jurisdiction_id and s.problem_id = p.id and s.ended_at is null
      and s.named_by is not null and s.spoken_at is null), '{}') as named
  from problem.problem p
  join problem.framing f on f.jurisdiction_id = p.jurisdiction_id and f.problem_id = p.id and f.state = 'current'
  ${oneHidden}`

export async function problemBySlug(read: Read, slug: string): Promise<Problem | undefined> {
  const { rows } = await sql<Problem>`select ${problemColumns} where p.slug = ${slug}`.execute(read)
  return rows[0]
}

export async function problemsById(read: Read, ids: readonly Id<'problem'>[]): Promise<readonly Problem[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<Problem>`select ${problemColumns} where p.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** What a line that only names a case needs of it. */
export type NamedProblem = Pick<Problem, 'id' | 'slug' | 'question' | 'language' | 'source'>

/** Names of many cases at once: of a whole problem nine tenths would be read for nothing. */
export async function problemNames(
  read: Read,
  ids: readonly Id<'problem'>[],
): Promise<ReadonlyMap<Id<'problem'>, NamedProblem>> {
  const rows = ids.length === 0 ? [] : await named(read, sql`p.id = any(${[...new Set(ids)]}::uuid[])`)
  return new Map(rows.map((one) => [one.id, one]))
}

/** The same for who has only their addresses; by address. */
export async function namesBySlug(read: Read, slugs: readonly string[]): Promise<ReadonlyMap<string, NamedProblem>> {
  const rows = slugs.length === 0 ? [] : await named(read, sql`p.slug = any(${[...new Set(slugs)]}::text[])`)
  return new Map(rows.map((one) => [one.slug, one]))
}

async function named(
  read: Read,
  which: RawBuilder<unknown>,
  order: RawBuilder<unknown> = sql``,
): Promise<readonly NamedProblem[]> {
  const { rows } = await sql<NamedProblem>`
    select p.id, p.slug, p.source, f.language, ${shown} else f.question end as question
    from problem.problem p
    join problem.framing f on f.jurisdiction_id = p.jurisdiction_id and f.problem_id = p.id and f.state = 'current'
    ${oneHidden}
    where p.jurisdiction_id = ${read.jurisdiction} and ${which} ${order}`.execute(read)
  return rows
}

/** Newest first; pages by the time of the last one seen. */
export async function listProblems(
  read: Read,
  { limit = 50, before }: { readonly limit?: number; readonly before?: Temporal.Instant } = {},
): Promise<readonly Problem[]> {
  const { rows } = await sql<Problem>`
    select ${problemColumns}
    where ${before ?? null}::timestamptz is null or p.raised_at < ${before ?? null}
    order by p.raised_at desc
    limit ${limit}`.execute(read)
  return rows
}

export type NewProblem = Pick<Problem, 'slug' | 'raisedBy' | 'language' | 'source'> &
  FramingWords & { readonly writtenDown?: WrittenDown | undefined }

export type WrittenDown = {
  readonly channel: Exclude<Channel, 'online'>
  readonly by: Id<'account'>
  /** None for a part: nobody told it. */
  readonly receipt: string | null
}

/** Writes a new problem; one that is not told is bound to the rule in force, whoever raises it and however. */
export async function putProblem(
  tx: Tx,
  problem: NewProblem,
): Promise<{ readonly problem: Id<'problem'>; readonly framing: Id<'framing'> }> {
  const id = newId('problem')
  await tx
    .insertInto('problem.problem')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      slug: problem.slug,
      raised_by: problem.raisedBy,
      raised_at: tx.now,
      language: problem.language,
      source: problem.source,
      channel: problem.writtenDown?.channel ?? 'online',
      written_down_by: problem.writtenDown?.by ?? null,
      receipt: problem.writtenDown?.receipt ?? null,
    })
    .execute()
  if (problem.source === null) await bindToRule(tx, id)
  const framing = await putFraming(tx, id, {
    ...problem,
    number: 1,
    reason: '',
    // Who parts a problem writes the words of the part; whoever told staff of hers stays unnamed.
    proposedBy: problem.writtenDown?.channel === 'parted' ? problem.writtenDown.by : problem.raisedBy,
    state: 'current',
  })
  return { problem: id, framing }
}

export async function putSponsorship(
  tx: Tx,
  problem: Id<'problem'>,
  {
    person,
    account,
    words,
    language = 'und',
    namedBy = null,
  }: {
    readonly person: Id<'person'>
    readonly account: Id<'account'> | null
    readonly words: string
    readonly language?: string | undefined
    readonly namedBy?: Id<'body'> | null
  },
): Promise<void> {
  await tx
    .insertInto('problem.sponsorship')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      person_id: person,
      account_id: account,
      words,
      language,
      named_by: namedBy,
      at: tx.now,
    })
    .execute()
}

/** What this politician has taken up, the newest first. Of a desk several stages ask it in the same moment. */
export function problemsLedBy(read: Read, person: Id<'person'>): Promise<readonly Problem[]> {
  return ledByEach(read, read.jurisdiction, person)
}

const ledByEach = together(async (read: Read, people: readonly Id<'person'>[]) => {
  const lists = new Map([...new Set(people)].map((person) => [person, ledBy(read, person)]))
  return Promise.all(people.map(async (person) => (await lists.get(person)) ?? []))
})

const led = (read: Read, person: Id<'person'>) => sql`p.id in (
  select s.problem_id from problem.sponsorship s
  where s.jurisdiction_id = ${read.jurisdiction} and s.person_id = ${person} and s.ended_at is null
)`
const newestFirst = sql`order by p.raised_at desc, p.id desc`

async function ledBy(read: Read, person: Id<'person'>): Promise<readonly Problem[]> {
  const { rows } = await sql<Problem>`select ${problemColumns} where ${led(read, person)} ${newestFirst}`.execute(read)
  return rows
}

/** The same by name alone: who leads for twenty years leads dozens, and a desk only lists them. */
export function namesLedBy(read: Read, person: Id<'person'>): Promise<readonly NamedProblem[]> {
  return namesLed(read, read.jurisdiction, person)
}

const namesLed = together(async (read: Read, people: readonly Id<'person'>[]) => {
  const lists = new Map([...new Set(people)].map((person) => [person, named(read, led(read, person), newestFirst)]))
  return Promise.all(people.map(async (person) => (await lists.get(person)) ?? []))
})

/** How many problems each of these politicians leads. */
export async function ledCounts(
  read: Read,
  people: readonly Id<'person'>[],
): Promise<ReadonlyMap<Id<'person'>, number>> {
  const { rows } = await sql<{ person: Id<'person'>; count: number }>`
    select s.person_id as person, count(*) as count from problem.sponsorship s
    where s.jurisdiction_id = ${read.jurisdiction} and s.person_id = any(${people}::uuid[]) and s.ended_at is null
    group by s.person_id`.execute(read)
  return new Map(rows.map(({ person, count }) => [person, count]))
}

export const sponsorsOf = listsBy(
  (sponsor: SponsorRow) => sponsor.problem,
  async (read, problems) => {
    const { rows } = await sql<SponsorRow>`
      select s.problem_id as problem, s.person_id as person, s.words, s.language, s.at,
        case when s.spoken_at is null then b.name end as "namedBy"
      from problem.sponsorship s
      left join directory.body b on b.jurisdiction_id = s.jurisdiction_id and b.id = s.named_by
      where s.problem_id = any(${problems}::uuid[]) and s.ended_at is null
      order by s.at`.execute(read)
    return rows
  },
)

/** Which of these addresses are taken already. */
export async function takenSlugs(tx: Tx, stem: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('problem.problem')
    .select('slug')
    .where((where) => where.or([where('slug', '=', stem), where('slug', 'like', `${stem}-%`)]))
    .execute()
  return new Set(rows.map((row) => row.slug))
}

/** The case somebody holds the number of. */
export async function slugOfReceipt(read: Read, receipt: string): Promise<string | undefined> {
  const row = await read.selectFrom('problem.problem').select('slug').where('receipt', '=', receipt).executeTakeFirst()
  return row?.slug
}
