import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import { noon } from './calendar.ts'
import type { People } from './people.ts'
import type { Row } from './rows.ts'

type Vote = {
  readonly id: Id<'resolution'>
  readonly about: Thing
  readonly motion: string
  readonly on: Temporal.PlainDate
}

/** The record of a vote of the council as its clerk drafts it: 18 to 9, the others abstaining. */
export function voteRow({ id, about, motion, on }: Vote, { council, clerk }: People): Row {
  return {
    id,
    body_id: council,
    about_kind: about.kind,
    about_id: about.id,
    motion,
    decided_on: on.toString(),
    reference: `Item ${on.toString()}`,
    votes_for: 18,
    votes_against: 9,
    abstentions: 3,
    is_carried: true,
    drafted_by: clerk,
    drafted_at: noon(on),
  }
}

/** The mayor of that day confirms the records the day after. */
export async function confirmVotes(
  tx: Tx,
  votes: readonly { readonly resolution: Id<'resolution'>; readonly on: Temporal.PlainDate }[],
  { chairOn }: People,
): Promise<void> {
  const days = votes.map(({ on }) => on.add({ days: 1 }))
  await sql`
    update directory.resolution r set confirmed_by = v.account, confirmed_at = v.at
    from unnest(
      ${votes.map(({ resolution }) => resolution)}::uuid[], ${days.map((day) => chairOn(day).account)}::uuid[], ${days.map(noon)}::timestamptz[]
    ) v (id, account, at)
    where r.jurisdiction_id = ${tx.jurisdiction} and r.id = v.id`.execute(tx)
}
