import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'

/** A condition on a vote `v`: nobody has set it aside. The list is read once, however many votes there are. */
export function stillCounts(consultation: Id<'consultation'>) {
  return sql`v.participant_id not in (select x.participant_id from opinion.voided x where x.consultation_id = ${consultation})`
}

export type Voided = { readonly participant: string; readonly anomaly: number; readonly at: Temporal.Instant }

/** Whose votes were set aside, for which anomaly, and when. */
export async function voidedIn(read: Read, consultation: Id<'consultation'>): Promise<readonly Voided[]> {
  const { rows } = await sql<Voided>`
    select x.participant_id as participant, x.number as anomaly, x.at
    from opinion.voided x
    where x.consultation_id = ${consultation}
    order by x.number, x.participant_id`.execute(read)
  return rows
}

/**
 * The list of what was left out, as the record of the close says it: of each anomaly the places of its voters in the list of all
 * voters, sorted by their random names, counted from one. An auditor who has the votes finds them again; nobody else learns who they are.
 */
export function placesOf(voters: readonly string[], voided: readonly Voided[]): readonly Places[] {
  const place = new Map(voters.toSorted((a, b) => (a < b ? -1 : 1)).map((voter, at) => [voter, at + 1]))
  return [...Map.groupBy(voided, ({ anomaly }) => anomaly)]
    .map(([anomaly, of]) => ({
      anomaly,
      places: of.flatMap(({ participant }) => place.get(participant) ?? []).toSorted((a, b) => a - b),
    }))
    .toSorted((a, b) => a.anomaly - b.anomaly)
}

export type Places = { readonly anomaly: number; readonly places: readonly number[] }
