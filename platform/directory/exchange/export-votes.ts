import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Read } from '../../db/index.ts'
import { motionsFrom, type Voted } from './motions.ts'

/** What bodies decided in one case, in Popolo: each motion with its vote, and who is named in them. */
export type VotesExport = JsonObject & {
  readonly organizations: readonly JsonObject[]
  readonly persons: readonly JsonObject[]
  readonly motions: readonly JsonObject[]
  readonly vote_events: readonly JsonObject[]
}

/** Bodies and people bear the ids of the whole place's export, so that both can be read together. */
export async function exportVotes(read: Read, votes: readonly Voted[]): Promise<VotesExport> {
  const [bodies, people] = await Promise.all([
    bodyNames(read, [...new Set(votes.map(({ body }) => body))]),
    personNames(read, [...new Set(votes.flatMap(({ named }) => named.map(({ person }) => person)))]),
  ])
  const { motions, vote_events } = motionsFrom(
    votes.map((vote) => ({
      ...vote,
      // Read back as an id of ours by nobody: it is the name this person has in the export.
      named: vote.named.map((one) => ({ ...one, person: (people.get(one.person)?.id ?? one.person) as Id<'person'> })),
    })),
  )
  const ofBody = (list: typeof motions): readonly JsonObject[] =>
    list.map(({ body, popolo }) => ({ ...popolo, organization_id: bodies.get(body)?.id ?? body }))
  return {
    organizations: [...bodies.values()],
    persons: [...people.values()],
    motions: ofBody(motions),
    vote_events: ofBody(vote_events),
  }
}

type Named = JsonObject & { readonly id: string; readonly name: string }

async function bodyNames(read: Read, ids: readonly Id<'body'>[]): Promise<ReadonlyMap<Id, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('directory.body')
    .select(['id', 'popolo_id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ id, popolo_id, name }) => [id, { id: popolo_id ?? id, name }]))
}

async function personNames(read: Read, ids: readonly Id<'person'>[]): Promise<ReadonlyMap<Id, Named>> {
  if (ids.length === 0) return new Map()
  const rows = await read
    .selectFrom('directory.person')
    .select(['id', 'popolo_id', 'name'])
    .where('id', 'in', [...ids])
    .orderBy('name')
    .execute()
  return new Map(rows.map(({ id, popolo_id, name }) => [id, { id: popolo_id ?? id, name }]))
}
