import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { record } from '../facts.ts'
import { wordsAsSaved } from '../text/saved.ts'
import { inClause, type AtClause, type ClauseMissing } from './in-clause.ts'
import * as rules from './poll-rules.ts'
import { beginRound, countPoll, drawPoll, pollRound, putPollAnswer } from './poll-store.ts'

export type PollInput = AtClause & { readonly choice: rules.PollChoice; readonly base: string }

/** Says what one thinks of a clause, unseen. The record tells that somebody answered; who and what it never holds. */
export function answerPoll(
  database: Database,
  actor: Actor,
  { choice, base, ...at }: PollInput,
): Promise<Result<null, rules.PollRefusal | ClauseMissing>> {
  return inClause<null, rules.PollRefusal>(database, actor, at, async (tx, { problem, clause, state }) => {
    const allowed = rules.answerPoll(state, { base: wordsAsSaved(base), current: clause.text }, actor)
    if (!allowed.ok) return allowed
    const round = (await pollRound(tx, clause.id)) ?? (await beginRound(tx, { problem: problem.id, clause: clause.id }))
    await putPollAnswer(tx, { clause: clause.id, round, account: allowed.value.account, choice })
    const [count, seats] = [await countPoll(tx, clause.id, round), await seatsOf(tx, problem.id)]
    if (rules.isDrawn(round.drawn, { count, members: seats.length })) await drawPoll(tx, clause.id, { round, count })
    await record(tx, {
      kind: 'draft.poll-answered',
      problem: problem.id,
      public: { clause: clause.id },
      time: 'coarse',
    })
    return accept(null)
  })
}
