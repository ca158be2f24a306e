import { basename, resolve } from 'node:path'
import { accept, type Accepted } from '@folkmoot/basics/result.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import type { FileRefusal, RefusedAt } from '../csv.ts'
import { readComments, readEitherVotes, readSummary, type FieldVotes } from '../polis-files.ts'

export type FieldFolder = {
  readonly topic: string
  readonly from: FieldVotes['from']
  /** By the number of the statement; empty where there is no comments.csv. */
  readonly texts: ReadonlyMap<string, string>
  readonly matrix: VoteMatrix
  readonly takenOut: number
}

/**
 * A folder of the field's files for an analysis: votes.csv or participants-votes.csv must be there, comments.csv gives the words,
 * summary.csv the topic. Without comments.csv every statement somebody voted on counts.
 */
export async function readFieldFolder(folder: string): Promise<Accepted<FieldFolder> | RefusedAt<FileRefusal>> {
  const summary = await readSummary(folder)
  if (!summary.ok && summary.refusal !== 'missing-file') return summary
  const comments = await readComments(folder)
  if (!comments.ok && comments.refusal !== 'missing-file') return comments
  const all = comments.ok ? comments.value : undefined
  const votes = await readEitherVotes(folder, all && new Set(all.map(({ number }) => `${number}`)))
  if (!votes.ok) return votes
  const kept = all?.filter(({ isTakenOut }) => !isTakenOut)
  return accept({
    topic: (summary.ok && summary.value.topic) || basename(resolve(folder)),
    from: votes.value.from,
    texts: new Map(kept?.map(({ number, text }) => [`${number}`, text])),
    matrix: votes.value.matrix(kept?.map(({ number }) => `${number}`)),
    takenOut: (all?.length ?? 0) - (kept?.length ?? 0),
  })
}
