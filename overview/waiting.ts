import type { Visit } from '../platform/http/index.ts'
import type { Waiting } from '../platform/thread/index.ts'
import { arenaWaitingFor } from '../stages/arena/index.ts'
import { decisionWaitingFor } from '../stages/decision/index.ts'
import { deliveryWaitingFor } from '../stages/delivery/index.ts'
import { draftWaitingFor } from '../stages/draft/index.ts'
import { inquiryWaitingFor } from '../stages/inquiry/index.ts'
import { mandateWaitingFor } from '../stages/mandate/index.ts'
import { meetingWaitingFor } from '../stages/meeting/index.ts'
import { outcomeWaitingFor } from '../stages/outcome/index.ts'
import { byClock } from './by-clock.ts'

/** Everything that waits for the person who looks, from all stages, the most pressing first. */
export async function waitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const lists = await Promise.all([
    mandateWaitingFor(visit),
    arenaWaitingFor(visit),
    meetingWaitingFor(visit),
    inquiryWaitingFor(visit),
    draftWaitingFor(visit),
    decisionWaitingFor(visit),
    deliveryWaitingFor(visit),
    outcomeWaitingFor(visit),
  ])
  return byClock(lists.flat())
}
