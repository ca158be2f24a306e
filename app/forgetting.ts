import type { Id } from '@folkmoot/basics/ids.ts'
import { forgetStrangers } from '../overview/index.ts'
import type { Database, Tx } from '../platform/db/index.ts'
import { forgetWaiting } from '../platform/files/index.ts'
import {
  forgetChallenges,
  forgetExpired,
  forgetKeptActs,
  forgetNetworks,
  forgetPace,
  forgetUndone,
} from '../platform/identity/index.ts'
import { forgetErrands } from '../platform/identity/oidc/index.ts'
import { forgetResidence } from '../platform/identity/residence/index.ts'
import { forgetOldMail } from '../platform/mail/index.ts'
import { forgetReporters } from '../platform/moderation/index.ts'
import { forgetOldNotices } from '../platform/notices/index.ts'
import { forgetOpenings } from '../stages/arena/index.ts'
import { forgetDays } from '../stages/draft/index.ts'
import { forgetUnbooked } from '../stages/meeting/index.ts'
import { forgetJudged, forgetVoters } from '../stages/opinion/index.ts'
import { forgetUnanswered } from '../stages/problem/index.ts'

/** What has a time of its own in the code and needs nobody's act: each erases what is over of its own tables. */
export const forgetters: readonly ((tx: Tx) => Promise<void>)[] = [
  forgetExpired,
  forgetErrands,
  forgetChallenges,
  forgetKeptActs,
  forgetNetworks,
  forgetPace,
  forgetUndone,
  forgetResidence,
  forgetStrangers,
  forgetOldMail,
  forgetOldNotices,
  forgetReporters,
  forgetWaiting,
  forgetUnanswered,
  forgetOpenings,
  forgetUnbooked,
  forgetJudged,
  forgetVoters,
  forgetDays,
]

export function forgetOverdue(database: Database, place: Id<'jurisdiction'>): Promise<void> {
  return database.transact(place, null, async (tx) => {
    for (const forget of forgetters) await forget(tx)
  })
}
