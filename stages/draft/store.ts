import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, together, type Read, type Tx } from '../../platform/db/index.ts'
import type { AgreementKind, As } from './rules.ts'
import { clausesOf, type ClauseRow } from './text/store.ts'

export type RecommendationRow = {
  readonly id: Id<'recommendation'>
  readonly problem: Id<'problem'>
  readonly section: Id<'section'>
  readonly number: number
  readonly proposedAt: Temporal.Instant
  readonly toldAgreement: AgreementKind | null
  readonly toldFor: number | null
  readonly toldAgainst: number | null
  readonly toldSilent: number | null
  readonly toldVote: string
  readonly toldDay: Temporal.PlainDate | null
  readonly source: string | null
  /** It has left the text; its number and its history stay. */
  readonly isWithdrawn: boolean
}

export type Version = {
  readonly recommendation: Id<'recommendation'>
  readonly version: number
  readonly change: 'proposed' | 'revised' | 'clause-added' | 'withdrawn' | 'returned'
  readonly title: string
  readonly text: string
  readonly reason: string
  readonly writtenBy: Id<'account'> | null
  readonly as: As
  readonly at: Temporal.Instant
  /** The clauses as they stood then. */
  readonly clauses: readonly { readonly number: number; readonly text: string }[]
}

export type StandRow = {
  readonly recommendation: Id<'recommendation'>
  readonly account: Id<'account'>
  readonly version: number
  readonly choice: 'agree' | 'disagree'
}

export type MinorityRow = {
  readonly recommendation: Id<'recommendation'>
  readonly text: string
  readonly writtenBy: Id<'account'> | null
}

/** Everything written in the draft of a case, unsorted into recommendations. */
export type DraftRows = {
  readonly recommendations: readonly RecommendationRow[]
  readonly versions: readonly Version[]
  readonly clauses: readonly ClauseRow[]
  readonly stands: readonly StandRow[]
  readonly minorityTexts: readonly MinorityRow[]
}

const recommendationColumns = sql`
  r.id, r.problem_id as problem, r.number, r.proposed_at as "proposedAt", r.told_agreement as "toldAgreement",
  r.told_for as "toldFor", r.told_against as "toldAgainst", r.told_silent as "toldSilent", r.told_vote as "toldVote", r.told_day as "toldDay",
  r.source, s.id as section, s.kind <> 'recommendation' or s.position is null as "isWithdrawn"
  from draft.recommendation r
  join draft.section s on s.jurisdiction_id = r.jurisdiction_id and s.recommendation_id = r.id`

export function draftRows(read: Read, problem: Id<'problem'>): Promise<DraftRows> {
  return askForDraft(read, read.jurisdiction, problem)
}

const askForDraft = together(async (read: Read, problems: readonly Id<'problem'>[]) => {
  const rows = await draftRowsOf(read, problems)
  const problemOf = new Map(rows.recommendations.map(({ id, problem }) => [id, problem]))
  return problems.map((problem): DraftRows => {
    const isOurs = (row: { readonly recommendation: Id<'recommendation'> }): boolean =>
      problemOf.get(row.recommendation) === problem
    return {
      recommendations: rows.recommendations.filter((row) => row.problem === problem),
      versions: rows.versions.filter(isOurs),
      clauses: rows.clauses.filter(isOurs),
      stands: rows.stands.filter(isOurs),
      minorityTexts: rows.minorityTexts.filter(isOurs),
    }
  })
})

async function draftRowsOf(read: Read, problems: readonly Id<'problem'>[]): Promise<DraftRows> {
  const ours = sql`select id from draft.recommendation where problem_id = any(${problems}::uuid[])`
  const [recommendations, versions, clauses, stands, minorityTexts] = await Promise.all([
    sql<RecommendationRow>`
      select ${recommendationColumns} where r.problem_id = any(${problems}::uuid[]) order by r.number`.execute(read),
    sql<Version>`
      select v.recommendation_id as recommendation, v.version, v.change, v.title, v.text, v.reason, v.written_by as "writtenBy",
        v.written_as as "as", v.at, v.clauses
      from draft.recommendation_version v
      where v.recommendation_id in (${ours})
      order by v.recommendation_id, v.version`.execute(read),
    clausesOf(read, problems),
    sql<StandRow>`
      select s.recommendation_id as recommendation, s.account_id as account, s.version, s.choice
      from draft.stand s
      where s.recommendation_id in (${ours})`.execute(read),
    sql<MinorityRow>`
      select distinct on (m.recommendation_id) m.recommendation_id as recommendation, m.text, m.written_by as "writtenBy"
      from draft.minority_text m
      where m.recommendation_id in (${ours})
      order by m.recommendation_id, m.revision desc`.execute(read),
  ])
  return {
    recommendations: recommendations.rows,
    versions: versions.rows,
    clauses,
    stands: stands.rows,
    minorityTexts: minorityTexts.rows,
  }
}

export type Named = {
  readonly id: Id<'recommendation'>
  readonly number: number
  readonly title: string
  readonly problem: Id<'problem'>
  /** Everybody who wrote one of its versions. */
  readonly writers: readonly Id<'account'>[]
}

/** Numbers and present titles, for naming. */
export async function recommendationsById(read: Read, ids: readonly Id[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select distinct on (r.id) r.id, r.number, v.title, r.problem_id as problem, array(
      select distinct w.written_by::text
      from draft.recommendation_version w
      where w.recommendation_id = r.id and w.written_by is not null
    ) as writers
    from draft.recommendation r
    join draft.recommendation_version v on v.recommendation_id = r.id
    where r.id = any(${ids}::uuid[])
    order by r.id, v.version desc`.execute(read)
  return rows
}

export type NewRecommendation = Omit<RecommendationRow, 'id' | 'section' | 'number' | 'proposedAt' | 'isWithdrawn'> & {
  readonly proposedBy: Id<'account'> | null
}

/** The caller holds the lock on the problem. */
export async function putRecommendation(
  tx: Tx,
  made: NewRecommendation,
): Promise<{ readonly id: Id<'recommendation'>; readonly number: number }> {
  const id = newId('recommendation')
  const row = await tx
    .insertInto('draft.recommendation')
    .values((all) => ({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: made.problem,
      number: all
        .selectFrom('draft.recommendation')
        .select(sql<number>`count(*) + 1`.as('next'))
        .where('problem_id', '=', made.problem),
      proposed_by: made.proposedBy,
      proposed_at: tx.now,
      told_agreement: made.toldAgreement,
      told_for: made.toldFor,
      told_against: made.toldAgainst,
      told_silent: made.toldSilent,
      told_vote: made.toldVote,
      told_day: made.toldDay,
      source: made.source,
    }))
    .returning('number')
    .executeTakeFirstOrThrow()
  return { id, number: row.number }
}

/** Keeps the whole text as it now stands: title, text, and the clauses already in their table. */
export async function putVersion(
  tx: Tx,
  version: Omit<Version, 'at' | 'clauses'> & {
    /** The version of the whole text it came with; left out in told cases. */
    readonly textVersion?: number
  },
): Promise<void> {
  await sql`
    insert into draft.recommendation_version (
      jurisdiction_id, recommendation_id, version, change, title, text, clauses, reason, written_by, written_as, at, text_version
    )
    select ${tx.jurisdiction}, ${version.recommendation}, ${version.version}, ${version.change}, ${version.title}, ${version.text},
      coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'number', c.number, 'text', c.text, 'as', c.written_as) order by c.number), '[]'),
      ${version.reason}, ${version.writtenBy}::uuid, ${version.as}, ${tx.now}::timestamptz, ${version.textVersion ?? null}::int
    from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    where s.recommendation_id = ${version.recommendation} and c.number is not null`.execute(tx)
}

export async function putMinorityText(tx: Tx, words: MinorityRow): Promise<void> {
  await sql`
    insert into draft.minority_text (jurisdiction_id, recommendation_id, revision, text, written_by, at)
    select ${tx.jurisdiction}, ${words.recommendation}, count(*) + 1, ${words.text}, ${words.writtenBy}::uuid, ${tx.now}::timestamptz
    from draft.minority_text
    where recommendation_id = ${words.recommendation}`.execute(tx)
}

export async function putFrozen(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await tx
    .insertInto('draft.frozen')
    .values({ jurisdiction_id: tx.jurisdiction, problem_id: problem, at: tx.now })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

const frozenOf = listsBy(
  (row: { readonly problem: Id<'problem'> }) => row.problem,
  async (read, problems) => {
    const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
      select f.problem_id as problem from draft.frozen f where f.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

export async function isFrozen(read: Read, problem: Id<'problem'>): Promise<boolean> {
  return (await frozenOf(read, problem)).length > 0
}
