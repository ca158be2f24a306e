import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'

/** SQL of what was put to the vote: the version of each answer that a record names. */

export type Ballot = {
  readonly resolution: Id<'resolution'>
  readonly answer: Id<'answer'>
  readonly version: number
}

export async function putBallots(
  tx: Tx,
  resolution: Id<'resolution'>,
  answers: readonly Omit<Ballot, 'resolution'>[],
): Promise<void> {
  await tx
    .insertInto('decision.put_to_vote')
    .values(
      answers.map(({ answer, version }) => ({
        jurisdiction_id: tx.jurisdiction,
        resolution_id: resolution,
        answer_id: answer,
        version,
      })),
    )
    .execute()
}

export async function ballotsOf(
  read: Read,
  resolutions: readonly Id<'resolution'>[],
): Promise<ReadonlyMap<Id<'resolution'>, readonly Ballot[]>> {
  if (resolutions.length === 0) return new Map()
  const rows = await read
    .selectFrom('decision.put_to_vote')
    .select(['resolution_id as resolution', 'answer_id as answer', 'version'])
    .where('resolution_id', 'in', [...resolutions])
    .execute()
  return Map.groupBy(rows, ({ resolution }) => resolution)
}

/** Each recommendation word for word as it was handed over, by number, for what is hashed: what a moderator hides later changes no hash. */
export async function frozenTexts(read: Read, pack: Id<'package'>): Promise<ReadonlyMap<number, string>> {
  const rows = await read
    .selectFrom('decision.item')
    .select(['number', 'text'])
    .where('package_id', '=', pack)
    .execute()
  return new Map(rows.map(({ number, text }) => [number, text]))
}
