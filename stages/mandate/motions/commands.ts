import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { ownCalendar, resolutionsAbout, todayIn } from '../../../platform/directory/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { inMandate } from '../commands.ts'
import { record } from '../facts.ts'
import * as store from '../store.ts'
import { newsOf } from '../telling.ts'
import * as rules from './rules.ts'
import { putWithdrawal } from './store.ts'
import { waitingOn } from './voiding.ts'

export type WithdrawInput = {
  readonly slug: string
  readonly resolution: Id<'resolution'> | undefined
  readonly reason: string
}

/** Takes the record of a vote back before the chair confirms it. The record stays to be read, with the reason. */
export async function withdrawMotion(
  database: Database,
  actor: Actor,
  { slug, resolution, reason }: WithdrawInput,
): Promise<Result<null, rules.WithdrawRefusal | 'no-such-problem'>> {
  return inMandate(database, actor, slug, async (tx, { problem, draft }) => {
    const versions = await store.mandatesOf(tx, problem.id)
    const votes = await resolutionsAbout(
      tx,
      versions.map(({ id }) => id),
    )
    const vote = votes.find(({ id }) => id === resolution)
    const isWaiting = draft !== undefined && vote !== undefined && draft.pendingResolution === vote.id
    const allowed = rules.withdraw(
      vote ? { body: vote.body, draftedBy: vote.draftedBy, isConfirmed: vote.confirmedAt !== null, isWaiting } : null,
      actor,
    )
    if (!allowed.ok) return allowed
    if (!vote || !draft) return refuse('nothing-to-withdraw')
    const by = allowed.value.account
    await putWithdrawal(tx, { resolution: vote.id, mandate: draft.id, reason, by })
    await store.setPending(tx, draft.id, null)
    await record(tx, {
      kind: 'mandate.motion-withdrawn',
      problem: problem.id,
      public: { version: draft.version, body: vote.body, reason, byChair: vote.draftedBy !== by },
      time: 'exact',
    })
    const today = todayIn(await ownCalendar(tx), tx.now)
    const hearers = (await waitingOn(tx, vote, today)).filter((account) => account !== by)
    await tellThese(tx, hearers, {
      ...newsOf(problem),
      message: 'told.motion-withdrawn',
      values: { question: problem.question, reason },
    })
    return accept(null)
  })
}
