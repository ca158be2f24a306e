import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { ownCalendar } from '../../../platform/directory/index.ts'
import { record } from '../facts.ts'
import { problemBySlug } from '../store.ts'
import * as rules from './rules.ts'
import { answersOf, putRaisedAgain } from './store.ts'
import { agendaOf, type Agenda } from '../agenda/store.ts'

/** The same problem once more, as whoever raises it says herself. */
export type Earlier = { readonly slug: string; readonly newFacts: string }

export type EarlierRefusal = rules.RaiseAgainRefusal | 'no-such-earlier'

/** Which earlier problem it is, if its own rule allows that it is raised again now. */
export async function raisableAgain(
  tx: Tx,
  { slug, newFacts }: Earlier,
): Promise<Result<Id<'problem'>, EarlierRefusal>> {
  const earlier = await problemBySlug(tx, slug)
  const agenda = earlier && (await agendaOf(tx, earlier.id))
  if (!earlier || !agenda) return refuse('no-such-earlier')
  const { timeZone } = await ownCalendar(tx)
  const today = tx.now.toZonedDateTimeISO(timeZone).toPlainDate()
  const allowed = rules.raiseAgain(await endOf(tx, agenda), { today, newFacts })
  return allowed.ok ? accept(earlier.id) : allowed
}

/** When a matter ended without being taken up, by refusal or by lapse; null where it has not. */
export async function endOf(read: Read, { problem, rule, lapsedAt, settledAt }: Agenda): Promise<rules.Ended> {
  const { timeZone } = await ownCalendar(read)
  const dayOf = (at: Temporal.Instant): Temporal.PlainDate => at.toZonedDateTimeISO(timeZone).toPlainDate()
  if (lapsedAt !== null) return { on: dayOf(lapsedAt), rule }
  if (settledAt === null) return null
  const last = (await answersOf(read, problem)).find(({ confirmedAt }) => confirmedAt !== null)
  return last?.outcome === 'refused' && last.confirmedAt ? { on: dayOf(last.confirmedAt), rule } : null
}

/** Joins the new problem to the earlier one, in public. */
export async function joinToEarlier(
  tx: Tx,
  problem: Id<'problem'>,
  { earlier, newFacts }: { readonly earlier: Id<'problem'>; readonly newFacts: string },
): Promise<void> {
  await putRaisedAgain(tx, { problem, earlier, newFacts })
  await record(tx, { kind: 'problem.raised-again', problem, public: { earlier }, secret: { newFacts }, time: 'coarse' })
}
