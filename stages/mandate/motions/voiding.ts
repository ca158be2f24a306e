import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, resolutionsAbout, todayIn, type Resolution } from '../../../platform/directory/index.ts'
import { accountsIn } from '../../../platform/identity/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import type { Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import type { Mandate } from '../store.ts'
import { newsOf } from '../telling.ts'

type Voided = {
  readonly problem: Problem
  readonly draft: Mandate
  readonly motion: Id<'resolution'>
  readonly by: Id<'account'>
}

/** The text changed after the vote was recorded: the record no longer counts, and those it waited on are told. */
export async function voidMotion(tx: Tx, { problem, draft, motion, by }: Voided): Promise<void> {
  const vote = (await resolutionsAbout(tx, [draft.id])).find((one) => one.id === motion)
  if (!vote) return
  await record(tx, {
    kind: 'mandate.motion-voided',
    problem: problem.id,
    public: { version: draft.version, body: vote.body },
    time: 'exact',
  })
  const today = todayIn(await ownCalendar(tx), tx.now)
  const hearers = (await waitingOn(tx, vote, today)).filter((account) => account !== by)
  await tellThese(tx, hearers, { ...newsOf(problem), message: 'told.motion-voided' })
}

/** Whoever wrote the record, and the chair it waits for. */
export async function waitingOn(
  read: Read,
  { body, draftedBy }: Pick<Resolution, 'body' | 'draftedBy'>,
  today: Temporal.PlainDate,
): Promise<readonly Id<'account'>[]> {
  const chairs = await accountsIn(read, { body, today, only: 'chair' })
  return [...new Set([...(draftedBy ? [draftedBy] : []), ...chairs])]
}
