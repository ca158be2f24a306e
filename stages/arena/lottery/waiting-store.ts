import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

type Asked = {
  /** Null for all cases of the place. */
  readonly among: readonly Id<'problem'>[] | null
  /** Offers that end before. */
  readonly until: Temporal.Instant
  /** A seat by lot that nobody took since. */
  readonly since: Temporal.Instant
}

/** More cases at once than anybody prepares. */
const mostCases = 60

/** Cases in which seats are to be drawn, are being drawn, wait for a yes or no, or were not taken. */
export async function casesWithDraws(read: Read, { among, until, since }: Asked): Promise<readonly Id<'problem'>[]> {
  if (among?.length === 0) return []
  const { rows } = await sql<{ readonly problem: Id<'problem'> }>`
    select distinct c.problem_id as problem
    from (
      select l.problem_id from arena.lottery l where l.step in ('limits', 'pool', 'panels')
      union all
      select o.problem_id from arena.offer o where o.state = 'waiting' and o.answer_by <= ${until}
      union all
      select o.problem_id from arena.offer o where o.way = 'drawn' and o.answered_at > ${since}
      union all
      select r.problem_id
      from arena.recruitment r
      where r.confirmed_at is not null
        and exists (
          select from arena.recruited_profile p
          where (p.jurisdiction_id, p.problem_id) = (r.jurisdiction_id, r.problem_id) and p.drawn > 0
        )
        and exists (
          select from arena.open_call c
          where (c.jurisdiction_id, c.problem_id) = (r.jurisdiction_id, r.problem_id)
        )
        and not exists (
          select from arena.confirmation c
          where (c.jurisdiction_id, c.problem_id) = (r.jurisdiction_id, r.problem_id)
        )
    ) c
    where ${among === null} or c.problem_id = any(${[...(among ?? [])]}::uuid[])
    order by c.problem_id
    limit ${mostCases}`.execute(read)
  return rows.map(({ problem }) => problem)
}
