import type { Id } from '@folkmoot/basics/ids.ts'
import type { Explained } from '@folkmoot/sortition/reasons.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** The latest draw of a case that somebody is in, as she herself may see it. */
export type OwnDraw = {
  readonly problem: Id<'problem'>
  readonly lottery: number
  readonly step: 'pool' | 'panels' | 'drawn'
  /** Hers in the list. */
  readonly number: number
  /** Null before there are panels, and where she left before. */
  readonly chance: Explained | null
  readonly isDrawn: boolean
}

export async function ownDraws(read: Read, account: Id<'account'>): Promise<ReadonlyMap<Id<'problem'>, OwnDraw>> {
  const { rows } = await sql<OwnDraw>`
    select distinct on (l.problem_id) l.problem_id as problem, l.number as lottery, l.step, e.number, e.chance,
      exists (
        select from arena.offer o
        where (o.jurisdiction_id, o.problem_id) = (l.jurisdiction_id, l.problem_id) and o.account_id = e.account_id
          and o.way = 'drawn'
      ) as "isDrawn"
    from arena.lottery l
    join arena.lottery_entry e on (e.jurisdiction_id, e.problem_id, e.lottery_number) = (l.jurisdiction_id, l.problem_id, l.number)
    where e.account_id = ${account} and l.step in ('pool', 'panels', 'drawn')
    order by l.problem_id, l.number desc`.execute(read)
  return new Map(rows.map((row) => [row.problem, row]))
}

/** Nearer to the average than this is the average. */
const noDifference = 0.0015

/** What the limits did to a chance. */
export function comparedWithAverage({ chance, average }: Explained): 'usual' | 'higher' | 'lower' {
  if (Math.abs(chance - average) < noDifference) return 'usual'
  return chance > average ? 'higher' : 'lower'
}
