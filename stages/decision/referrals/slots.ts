import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../../platform/moderation/index.ts'
import type { Owed, Waiting } from '../../../platform/thread/index.ts'
import * as inStore from './in-store.ts'
import { referralWords } from './messages/words.ts'

/** What pages across stages show of what was passed on to the bodies of this place. */

/** Which of these nobody may read here: hidden by this place, or where they came from. */
export async function unreadable(read: Read, ins: readonly inStore.ReferralIn[]): Promise<ReadonlySet<Id>> {
  const hidden = await hiddenAmong(
    read,
    ins.map(({ id }) => id),
  )
  return new Set([...hidden.keys(), ...ins.filter(({ hiddenAt }) => hiddenAt !== null).map(({ id }) => id)])
}

async function waitingHere(visit: Visit, bodies: readonly Id<'body'>[] | null) {
  const ins = await inStore.insWaiting(visit.read, bodies)
  const hidden = await unreadable(visit.read, ins)
  return ins.map((one) => ({ ...one, title: hidden.has(one.id) ? hiddenWords : one.title }))
}

/** On the desk of whoever sits in one of these bodies. */
export async function referralsWaitingFor(visit: Visit, bodies: readonly Id<'body'>[]): Promise<readonly Waiting[]> {
  const say = referralWords.say(visit.lang)
  return (await waitingHere(visit, bodies)).map(({ number, dueAt, fromBodyName, title }) => ({
    due: dueAt,
    title: say('waiting.title', { body: fromBodyName }),
    detail: title,
    act: { text: say('waiting.act'), href: visit.to('decision.referral', { number: String(number) }) },
  }))
}

/** Answers the bodies of this place owe to other bodies. */
export async function referralsOwed(visit: Visit): Promise<readonly Owed[]> {
  if (visit.jurisdiction.isTold) return []
  const say = referralWords.say(visit.lang)
  return (await waitingHere(visit, null)).map(({ number, dueAt, fromBodyName, title, bodyName, body }) => ({
    problem: null,
    due: dueAt,
    title: say('owed.title', { body: fromBodyName, title }),
    href: visit.to('decision.referral', { number: String(number) }),
    owner: bodyName,
    body,
    isDone: false,
  }))
}
