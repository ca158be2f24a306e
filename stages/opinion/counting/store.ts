import type { Id } from '@folkmoot/basics/ids.ts'
import { leastInCell } from '@folkmoot/tally/suppress.ts'
import type { Choice, Tally } from '@folkmoot/tally/tally.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { Between } from '../map/store.ts'
import type { Counts, NewAnswer } from './counted.ts'
import { stillCounts } from './voided.ts'

type CountedRow = Tally & {
  readonly statement: string
  readonly participants: readonly string[]
  readonly choices: readonly Choice[]
  readonly instants: readonly number[]
}

/**
 * All votes of a consultation up to this instant; null: of all. Statement by statement, backwards through the key, so that a million
 * votes are not sorted by who cast them. O(V + statements · P log P).
 */
export async function countUntil(
  read: Read,
  consultation: Id<'consultation'>,
  until: Temporal.Instant | null,
): Promise<Counts> {
  const { rows } = await sql<CountedRow>`
    select s.id as statement, o.*
    from opinion.statement s
    cross join lateral (
      select count(*) filter (where choice = 'agree') as agree, count(*) filter (where choice = 'disagree') as disagree,
        count(*) filter (where choice = 'pass') as pass,
        array_agg(participant_id::text order by place) filter (where place <= ${leastInCell}) as participants,
        array_agg(choice order by place) filter (where place <= ${leastInCell}) as choices,
        array_agg((extract(epoch from at) * 1000000)::float8 order by place) filter (where place <= ${leastInCell}) as instants
      from (
        select l.*, row_number() over (order by at desc, participant_id) as place
        from (
          select distinct on (v.participant_id) v.participant_id, v.choice, v.at
          from opinion.vote v
          where v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id and ${stillCounts(consultation)}
            and (${until}::timestamptz is null or v.at <= ${until}::timestamptz)
          order by v.participant_id desc, v.revision desc
        ) l
      ) placed
      having count(*) > 0
    ) o
    where s.consultation_id = ${consultation}`.execute(read)
  return new Map(rows.map((row) => [row.statement, countedOf(row)]))
}

function countedOf({ agree, disagree, pass, participants, choices, instants }: CountedRow) {
  const newest = participants.flatMap((participant, place) => {
    const [choice, at] = [choices[place], instants[place]]
    return choice !== undefined && at !== undefined ? [{ participant, choice, at }] : []
  })
  return { all: { agree, disagree, pass }, newest }
}

export type Coming = {
  /** Votes of the last minute before an instant. */
  readonly lately: number
  /** Votes after it. */
  readonly after: number
}

/** How many votes there are around this instant, as far as one can see now. By the index over time. */
export async function comingAround(
  read: Read,
  consultation: Id<'consultation'>,
  instant: Temporal.Instant,
): Promise<Coming> {
  // Counted, not `exists`: that would look through the whole table where it expects to find one soon.
  const { rows } = await sql<Coming>`
    select count(*) filter (where v.at <= ${instant}) as lately, count(*) filter (where v.at > ${instant}) as after
    from opinion.vote v
    join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
    where v.at > ${instant.subtract({ minutes: 1 })} and s.consultation_id = ${consultation}`.execute(read)
  return rows[0] ?? { lately: 0, after: 0 }
}

/** Of each who answered between two instants the last answer, and the one before the first. O(votes between · log V), by the index over time. */
export async function answersBetween(
  read: Read,
  consultation: Id<'consultation'>,
  { since, until }: Between,
): Promise<readonly NewAnswer[]> {
  const { rows } = await sql<NewAnswer>`
    select n.statement_id as statement, n.participant_id as participant, n.choice,
      (extract(epoch from n.at) * 1000000)::float8 as at, b.choice as before
    from (
      select distinct on (v.statement_id, v.participant_id) v.*
      from opinion.vote v
      join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
      where v.at > ${since} and v.at <= ${until} and s.consultation_id = ${consultation} and ${stillCounts(consultation)}
      order by v.statement_id, v.participant_id, v.revision desc
    ) n
    left join lateral (
      select w.choice
      from opinion.vote w
      where w.jurisdiction_id = n.jurisdiction_id and w.statement_id = n.statement_id
        and w.participant_id = n.participant_id and w.revision < n.revision and w.at <= ${since}
      order by w.revision desc
      limit 1
    ) b on true`.execute(read)
  return rows
}
