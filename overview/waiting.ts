import type { Visit } from '../platform/http/index.ts'
import { waitingIn, type Waiting, type WaitingList } from '../platform/thread/index.ts'
import { arenaWaitingFor } from '../stages/arena/index.ts'
import { decisionWaitingFor } from '../stages/decision/index.ts'
import { deliveryWaitingFor } from '../stages/delivery/index.ts'
import { draftWaitingFor } from '../stages/draft/index.ts'
import { inquiryWaitingFor } from '../stages/inquiry/index.ts'
import { mandateWaitingFor } from '../stages/mandate/index.ts'
import { meetingWaitingFor } from '../stages/meeting/index.ts'
import { opinionWaitingFor } from '../stages/opinion/index.ts'
import { outcomeWaitingFor } from '../stages/outcome/index.ts'
import { namesBySlug, problemWaitingFor } from '../stages/problem/index.ts'
import { byClock } from './by-clock.ts'

/** How much is listed of what waits, before somebody asks for all of it. */
export const mostWaiting = 60

/** "All of it": nobody has read further than that. */
const mostEver = 1000

/**
 * Everything that waits for the person who looks, from all stages: the most pressing first, and how much it is in all. `isAll`: more
 * than presses is asked for.
 */
export async function waitingFor(visit: Visit, isAll: boolean): Promise<WaitingList> {
  const asked = { most: isAll ? mostEver : mostWaiting }
  const lists = await Promise.all([
    problemWaitingFor(visit),
    mandateWaitingFor(visit),
    arenaWaitingFor(visit),
    meetingWaitingFor(visit),
    inquiryWaitingFor(visit),
    opinionWaitingFor(visit),
    draftWaitingFor(visit),
    decisionWaitingFor(visit, asked),
    deliveryWaitingFor(visit, asked),
    outcomeWaitingFor(visit, asked),
  ])
  const { first, ...counts } = pressing(waitingIn(lists, visit.now), asked.most)
  return { first: await inCases(visit, first), ...counts }
}

/** Each stage told its first ones by their day, so the first of them all are among those. */
export function pressing({ first, ...counts }: WaitingList, most: number): WaitingList {
  return { first: byClock(first).slice(0, most), ...counts }
}

/** Says of each thing in which case it waits, told from where it leads: "recommendation 2" alone may be of any. */
async function inCases(visit: Visit, waiting: readonly Waiting[]): Promise<readonly Waiting[]> {
  const named = await namesBySlug(
    visit.read,
    waiting.flatMap((one) => slugIn(one.act.href) ?? []),
  )
  return waiting.map((one) => {
    const question = named.get(slugIn(one.act.href) ?? '')?.question ?? ''
    const detail = one.detail === question ? question : [one.detail, question].filter(Boolean).join(' · ')
    return { ...one, detail }
  })
}

function slugIn(href: string): string | undefined {
  return /\/problems\/([^/]+)/.exec(href)?.[1]
}
