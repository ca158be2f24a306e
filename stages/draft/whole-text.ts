import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read } from '../../platform/db/index.ts'
import { seatsOf } from '../arena/index.ts'
import { behind } from './recommendations.ts'
import type { AgreementKind } from './rules.ts'
import type { RecommendationRow, StandRow } from './store.ts'

/** Where the text of a case stands as a whole: which version, how much of it says where it comes from, and who agrees. */
export type WholeText = {
  /** Null where none was saved: a text that was told, or none yet. */
  readonly version: number | null
  readonly savedAt: Temporal.Instant | null
  readonly clauses: number
  readonly uncited: number
  readonly recommendations: number
  /** How many recommendations have it; `open`: too few have said, or it is not told. */
  readonly agreement: Readonly<Record<AgreementKind | 'open', number>>
}

type SectionCounts = Pick<
  RecommendationRow,
  'toldAgreement' | 'toldFor' | 'toldAgainst' | 'toldSilent' | 'toldVote' | 'source'
> & {
  readonly problem: Id<'problem'>
  /** Null in a passage. */
  readonly recommendation: Id<'recommendation'> | null
  readonly clauses: number
  readonly uncited: number
  readonly stands: readonly StandRow[]
  readonly version: number | null
  readonly savedAt: Temporal.Instant | null
}

/** Counted in the database: of ten cases with one statement, and without the words of any. */
const sectionCounts = listsBy(
  (row: SectionCounts) => row.problem,
  async (read, problems) => {
    const { rows } = await sql<SectionCounts>`
      select s.problem_id as problem, r.id as recommendation, r.source, r.told_agreement as "toldAgreement", r.told_for as "toldFor",
        r.told_against as "toldAgainst", r.told_silent as "toldSilent", coalesce(r.told_vote, '') as "toldVote",
        k.clauses, k.uncited, coalesce(t.stands, '[]') as stands, v.version, v.at as "savedAt"
      from draft.section s
      left join draft.recommendation r
        on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id and s.kind = 'recommendation'
      cross join lateral (
        select count(*)::int as clauses, count(*) filter (where not exists (
          select from draft.citation t where t.jurisdiction_id = c.jurisdiction_id and t.clause_id = c.id
        ))::int as uncited
        from draft.clause c
        where c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id and c.number is not null
      ) k
      left join lateral (
        select jsonb_agg(jsonb_build_object('recommendation', r.id, 'account', t.account_id, 'version', t.version, 'choice', t.choice)) as stands
        from draft.stand t
        where t.jurisdiction_id = r.jurisdiction_id and t.recommendation_id = r.id and t.version = (
          select max(v.version) from draft.recommendation_version v
          where v.jurisdiction_id = r.jurisdiction_id and v.recommendation_id = r.id
        )
      ) t on true
      left join lateral (
        select v.version, v.at from draft.text_version v
        where v.jurisdiction_id = s.jurisdiction_id and v.problem_id = s.problem_id
        order by v.version desc
        limit 1
      ) v on true
      where s.problem_id = any(${problems}::uuid[]) and s.position is not null`.execute(read)
    return rows
  },
)

export async function wholeTextOf(read: Read, problem: Id<'problem'>): Promise<WholeText> {
  const [sections, seats] = await Promise.all([sectionCounts(read, problem), seatsOf(read, problem)])
  const members = new Set(seats.flatMap(({ account }) => account ?? []))
  const asked = sections.filter(({ recommendation }) => recommendation !== null)
  const agreement = { consensus: 0, majority: 0, disagreement: 0, open: 0 }
  for (const row of asked)
    agreement[behind({ row, stands: row.stands, members, seats: seats.length }).agreement?.kind ?? 'open'] += 1
  const sum = (of: 'clauses' | 'uncited'): number => sections.reduce((all, row) => all + row[of], 0)
  return {
    version: sections[0]?.version ?? null,
    savedAt: sections[0]?.savedAt ?? null,
    clauses: sum('clauses'),
    uncited: sum('uncited'),
    recommendations: asked.length,
    agreement,
  }
}
