import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { As } from '../rules.ts'
import type { RecommendationRow, StandRow } from '../store.ts'
import type { Letters } from './rules.ts'
import type { SectionKind } from './store.ts'

/** The text as a reader sees it. What each clause comes from is counted here, and read where somebody asks for it. */
export type ReadClause = {
  readonly id: Id<'clause'>
  readonly section: Id<'section'>
  readonly number: number
  readonly text: string
  readonly as: As
  /** Everything it names, the question of the case included. */
  readonly cites: number
  /** The same without that question: it is nobody's contribution. */
  readonly contributions: number
}

/** `raised`: the question the case was raised with. */
export async function readClauses(
  read: Read,
  { problem, raised }: { readonly problem: Id<'problem'>; readonly raised: Id | undefined },
): Promise<readonly ReadClause[]> {
  const { rows } = await sql<ReadClause>`
    with counted as (
      select t.clause_id, count(*) as cites, count(*) filter (where t.cited_id = ${raised ?? null}::uuid) as raised
      from draft.citation t
      join draft.clause c on c.jurisdiction_id = t.jurisdiction_id and c.id = t.clause_id
      join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
      where s.problem_id = ${problem}
      group by t.clause_id
    )
    select c.id, c.section_id as section, c.number, c.text, c.written_as as "as",
      coalesce(k.cites, 0) as cites, coalesce(k.cites - k.raised, 0) as contributions
    from draft.section s
    join draft.clause c on c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id
    left join counted k on k.clause_id = c.id
    where s.problem_id = ${problem} and s.position is not null and c.number is not null
    order by s.position, c.number`.execute(read)
  return rows
}

export type ReadSection = Pick<
  RecommendationRow,
  'toldAgreement' | 'toldFor' | 'toldAgainst' | 'toldSilent' | 'toldVote' | 'source'
> & {
  readonly id: Id<'section'>
  readonly position: number
  readonly kind: SectionKind
  readonly heading: string
  /** Null in a passage; so is what follows. */
  readonly recommendation: Id<'recommendation'> | null
  readonly number: number | null
  /** Words above its clauses, in a text from before every word belonged to a clause. */
  readonly intro: string
  readonly minorityText: string
  readonly stands: readonly StandRow[]
}

export async function readSections(read: Read, problem: Id<'problem'>): Promise<readonly ReadSection[]> {
  const { rows } = await sql<ReadSection>`
    select s.id, s.position, s.kind, s.heading, r.id as recommendation, r.number, r.source,
      r.told_agreement as "toldAgreement", r.told_for as "toldFor", r.told_against as "toldAgainst", r.told_silent as "toldSilent",
      coalesce(r.told_vote, '') as "toldVote", coalesce(v.text, '') as intro, coalesce(m.text, '') as "minorityText",
      coalesce(t.stands, '[]') as stands
    from draft.section s
    left join draft.recommendation r
      on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id and s.kind = 'recommendation'
    left join lateral (
      select v.version, v.text from draft.recommendation_version v
      where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
      order by v.version desc
      limit 1
    ) v on true
    left join lateral (
      select m.text from draft.minority_text m
      where m.jurisdiction_id = r.jurisdiction_id and m.recommendation_id = r.id
      order by m.revision desc
      limit 1
    ) m on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('recommendation', r.id, 'account', t.account_id, 'version', t.version, 'choice', t.choice)) as stands
      from draft.stand t
      where t.jurisdiction_id = r.jurisdiction_id and t.recommendation_id = r.id and t.version = v.version
    ) t on true
    where s.problem_id = ${problem} and s.position is not null
    order by s.position`.execute(read)
  return rows
}

export type LastLetters = {
  readonly version: number
  readonly at: Temporal.Instant
  readonly letters: Readonly<Record<string, Letters>>
}

/** Whose letters the last saved version has; nothing in a text that was told. */
export async function lastLetters(read: Read, problem: Id<'problem'>): Promise<LastLetters | undefined> {
  const { rows } = await sql<LastLetters>`
    select v.version, v.at, v.letters
    from draft.text_version v
    where v.problem_id = ${problem}
    order by v.version desc
    limit 1`.execute(read)
  return rows[0]
}
