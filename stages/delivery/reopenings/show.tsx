import type { Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import type { Errors } from '../../../ui/index.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { isSettled, type CommitmentState } from '../rules.ts'
import type { Commitment } from '../store.ts'
import { reopenState } from './commands.ts'
import { reopeningWords } from './messages/words.ts'
import { Reopenings } from './pages/reopenings.tsx'
import * as rules from './rules.ts'
import { reopeningsOf } from './store.ts'

export type Reopenable = {
  readonly slug: string
  readonly commitment: Commitment
  readonly state: CommitmentState
  readonly errors: Errors
}

/** The part of a commitment's page on which its closing is doubted and defended. */
export async function reopeningsPart(visit: Visit, { slug, commitment, state, errors }: Reopenable) {
  const isClosed = commitment.source === null && isSettled(commitment.standing)
  const reopenings = await reopeningsOf(visit.read, commitment.id)
  const [authors, hidden, reopenable] = await Promise.all([
    bylines(
      visit.read,
      reopenings.map(({ by }) => by),
    ),
    hiddenAmong(
      visit.read,
      reopenings.map(({ id }) => id),
    ),
    isClosed ? reopenState(visit.read, commitment, visit) : undefined,
  ])
  const at = { problem: slug, number: commitment.number }
  return (
    <Reopenings
      reader={visit}
      say={reopeningWords.say(visit.lang)}
      typed={visit.form.typed}
      {...{ errors, reopenings, authors, hidden }}
      reopenAction={visit.to('delivery.reopen', at)}
      answerAction={visit.to('delivery.answer-reopening', at)}
      today={todayIn(visit.jurisdiction, visit.now)}
      may={{
        reopen: reopenable !== undefined && rules.reopen(reopenable, visit.actor, visit.now).ok,
        answer: commitment.standing === 'reopened' && rules.maySay(state, visit.actor),
        signIn: isClosed && visit.actor.account === null,
      }}
    />
  )
}
