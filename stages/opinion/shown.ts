import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import type { Problem } from '../problem/index.ts'
import { lastMapOf } from './map/last-map.ts'
import type { PublishedMap } from './map/published.ts'
import { resultsIn, type StatementResult } from './results.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What this reader may read of a consultation: nothing of what people think before the rule of the results lets her. */
export type ShownOpinion = {
  readonly consultation: store.Consultation
  readonly shows: ReturnType<typeof rules.showsResults>
  /** On how many statements she has voted. */
  readonly voted: number
  /** Who may not vote sees results at the close. */
  readonly mayVote: boolean
  /** From how many on she sees results, where that was chosen. */
  readonly votesNeeded: number
  /** Of statements that can be read; empty while results are not shown to her. */
  readonly results: readonly StatementResult[]
  /** The last one; undefined while results are not shown to her, and before the first. */
  readonly map: PublishedMap | undefined
}

/** For pages across stages. Undefined where nobody votes: no consultation, or a hearing that was told. */
export async function shownOpinion(
  { read, actor }: Pick<Visit, 'read' | 'actor'>,
  problem: Pick<Problem, 'id'>,
): Promise<ShownOpinion | undefined> {
  const consultation = await store.consultationOf(read, problem.id)
  if (!consultation || consultation.isHearing) return undefined
  const mine = actor.account ? await store.votesOf(read, consultation.id, actor.account) : new Map()
  const shows = rules.showsResults(consultation, { voted: mine.size })
  const hers = {
    consultation,
    shows,
    voted: mine.size,
    mayVote: rules.isInvited(actor),
    votesNeeded: rules.votesUntilResults,
  }
  if (shows !== 'yes') return { ...hers, results: [], map: undefined }
  const [results, last] = await Promise.all([resultsIn(read, consultation.id), lastMapOf(read, consultation.id)])
  const hidden = await hiddenAmong(
    read,
    results.map(({ statement }) => statement.id),
  )
  return {
    ...hers,
    results: results.filter(({ statement }) => !hidden.has(statement.id)),
    map: last?.published,
  }
}
