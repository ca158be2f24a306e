import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Item } from '../answers/store.ts'
import { invitedTo } from '../questions/invited.ts'
import type { Package } from '../store.ts'
import { ratingWords } from './messages/words.ts'
import { RatingPart } from './pages/rating-part.tsx'
import * as rules from './rules.ts'
import { keptResult, ratingBy } from './store.ts'

type Rated = {
  readonly problem: Problem
  readonly pack: Package
  readonly item: Item
  readonly errors: readonly FieldError[]
}

/** Under the answer to one recommendation; nothing where there is no answer of ours to rate. */
export async function ratingPart(visit: Visit, { problem, pack, item, errors }: Rated) {
  const { read, actor } = visit
  const { answer } = item
  if (pack.source !== null || !answer) return null
  const closesAt = rules.ratingClosesAt({ closedAt: pack.closedAt, answeredAt: answer.answeredAt }, visit.jurisdiction)
  const isClosed = rules.isClosed({ closesAt, now: visit.now })
  const invited = isSignedIn(actor)
    ? await invitedTo(read, { problem: problem.id, recommendations: [item.recommendation] })
    : new Set()
  const isInvited = actor.account !== null && invited.has(actor.account)
  const state = { isTold: false, signer: answer.person, isInvited, isSeen: true, closesAt, now: visit.now }
  return (
    <RatingPart
      reader={visit}
      say={ratingWords.say(visit.lang)}
      typed={errors.length > 0 ? visit.form.typed : {}}
      slug={problem.slug}
      number={item.number}
      version={answer.version}
      mayRate={rules.rate(state, actor).ok}
      own={isSignedIn(actor) ? await ratingBy(read, answer, actor.account) : undefined}
      isClosed={isClosed}
      kept={isClosed ? await keptResult(read, answer) : undefined}
      {...{ errors, closesAt }}
    />
  )
}
