import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { NamedVote, NamedVoter } from '../../../platform/directory/votes/names.ts'

/** SQL of what a record of a vote says besides its counts: who voted how, and where the body's own minutes stand. */

export type VoteDetails = { readonly named: readonly NamedVoter[]; readonly minutes: string }

export const noDetails: VoteDetails = { named: [], minutes: '' }

export async function detailsOf(
  read: Read,
  votes: readonly Id<'resolution'>[],
): Promise<ReadonlyMap<Id<'resolution'>, VoteDetails>> {
  if (votes.length === 0) return new Map()
  const [named, minutes] = await Promise.all([
    sql<NamedVoter & { readonly resolution: Id<'resolution'> }>`
      select v.resolution_id as resolution, v.person_id as person, v.choice, p.name, p.slug
      from decision.named_vote v
      join directory.person p on p.jurisdiction_id = v.jurisdiction_id and p.id = v.person_id
      where v.resolution_id = any(${votes}::uuid[])
      order by p.name`.execute(read),
    read
      .selectFrom('decision.vote_minutes')
      .select(['resolution_id as resolution', 'address'])
      .where('resolution_id', 'in', [...votes])
      .execute(),
  ])
  const byVote = Map.groupBy(named.rows, ({ resolution }) => resolution)
  const addresses = new Map(minutes.map(({ resolution, address }) => [resolution, address]))
  return new Map(votes.map((vote) => [vote, { named: byVote.get(vote) ?? [], minutes: addresses.get(vote) ?? '' }]))
}

export async function putDetails(
  tx: Tx,
  resolution: Id<'resolution'>,
  { named, minutes }: { readonly named: readonly NamedVote[]; readonly minutes: string },
): Promise<void> {
  const key = { jurisdiction_id: tx.jurisdiction, resolution_id: resolution }
  if (named.length > 0)
    await tx
      .insertInto('decision.named_vote')
      .values(named.map(({ person, choice }) => ({ ...key, person_id: person, choice })))
      .execute()
  if (minutes !== '')
    await tx
      .insertInto('decision.vote_minutes')
      .values({ ...key, address: minutes })
      .execute()
}
