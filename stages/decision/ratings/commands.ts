import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockShared, type Database } from '../../../platform/db/index.ts'
import type { Jurisdiction } from '../../../platform/directory/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import * as answerStore from '../answers/store.ts'
import { record } from '../facts.ts'
import type { PackageMissing } from '../in-package.ts'
import { invitedTo } from '../questions/invited.ts'
import { packageOf } from '../store.ts'
import * as rules from './rules.ts'
import { putRating } from './store.ts'

export type RateInput = rules.Rating & {
  readonly slug: string
  readonly number: number
  /** The version of the answer that she rates. */
  readonly seen: number
  readonly place: Jurisdiction
}

type RateRefusal = rules.RateRefusal | PackageMissing | 'no-such-item'

/** Many rate at once and hold up nobody; whoever answers or closes waits for them, and they for her. */
export async function rateAnswer(
  database: Database,
  actor: Actor,
  { slug, number, seen, place, ...rating }: RateInput,
): Promise<Result<null, RateRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<null, RateRefusal>> => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) return refuse('no-such-problem')
    const known = await packageOf(tx, problem.id)
    if (!known) return refuse('not-handed-over')
    await lockShared(tx, known.id)
    const pack = (await packageOf(tx, problem.id)) ?? known
    const item = (await answerStore.itemsOf(tx, [pack.id])).find((one) => one.number === number)
    if (!item) return refuse('no-such-item')
    const invited = await invitedTo(tx, { problem: problem.id, recommendations: [item.recommendation] })
    const state: rules.RatingState = {
      isTold: pack.source !== null,
      signer: item.answer?.person,
      isInvited: actor.account !== null && invited.has(actor.account),
      isSeen: item.answer?.version === seen,
      closesAt: rules.ratingClosesAt({ closedAt: pack.closedAt, answeredAt: item.answer?.answeredAt ?? null }, place),
      now: await clock(tx),
    }
    const allowed = rules.rate(state, actor)
    if (!allowed.ok) return allowed
    if (!item.answer) return refuse('no-answer-yet')
    await putRating(tx, item.answer, { ...rating, account: allowed.value.account })
    await record(tx, {
      kind: 'decision.answer-rated',
      problem: problem.id,
      // Not even which answer: how many rated it would be told by counting these.
      public: {},
      secret: { by: allowed.value.account, number, version: item.answer.version, ...rating },
      time: 'coarse',
    })
    return accept(null)
  })
}
