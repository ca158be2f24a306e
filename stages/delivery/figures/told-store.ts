import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { AnswerKind, ToldStatus } from '../../decision/index.ts'
import type { Standing } from '../rules.ts'

/** What sources tell of one case: counted as they tell it. No clock of ours ran, so that nothing of it is in time or late. */
export type ToldFigures = {
  readonly problem: Id<'problem'>
  readonly slug: string
  /** Recommendations whose answers are told one by one, by answer. */
  readonly answers: Readonly<Partial<Record<AnswerKind, number>>>
  /** What a source counts without saying which. */
  readonly status: ToldStatus | null
  readonly promises: Readonly<Partial<Record<Standing | 'unknown', number>>>
}

/** Every case of the place that is told, by its address. */
export async function toldFigures(read: Read): Promise<readonly ToldFigures[]> {
  const { rows } = await sql<ToldFigures>`
    select p.id as problem, p.slug, k.told_status as status, coalesce(a.counts, '{}') as answers, coalesce(c.counts, '{}') as promises
    from problem.problem p
    left join decision.package k on k.jurisdiction_id = p.jurisdiction_id and k.problem_id = p.id and k.source is not null
    left join lateral (
      select jsonb_object_agg(kind, count) as counts from (
        select coalesce(v.kind, 'unknown') as kind, count(*) as count
        from decision.item i
        left join decision.current_answer v on v.jurisdiction_id = i.jurisdiction_id and v.recommendation_id = i.recommendation_id
        where i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
        group by 1
      ) by_kind
    ) a on true
    left join lateral (
      select jsonb_object_agg(standing, count) as counts from (
        select c.standing, count(*) as count from delivery.commitment c
        where c.jurisdiction_id = p.jurisdiction_id and c.problem_id = p.id and c.source is not null
        group by 1
      ) by_standing
    ) c on true
    where p.source is not null and (k.id is not null or c.counts is not null)
    order by p.slug`.execute(read)
  return rows
}
