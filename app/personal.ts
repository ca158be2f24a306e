import { dbPersonal } from '../platform/db/index.ts'
import { directoryPersonal } from '../platform/directory/index.ts'
import { filesPersonal } from '../platform/files/index.ts'
import { identityPersonal } from '../platform/identity/index.ts'
import { ledgerPersonal } from '../platform/ledger/index.ts'
import { mailPersonal } from '../platform/mail/index.ts'
import { moderationPersonal } from '../platform/moderation/index.ts'
import { noticesPersonal } from '../platform/notices/index.ts'
import type { Personal } from '../platform/personal/index.ts'
import { threadPersonal } from '../platform/thread/index.ts'
import { arenaPersonal } from '../stages/arena/index.ts'
import { decisionPersonal } from '../stages/decision/index.ts'
import { deliveryPersonal } from '../stages/delivery/index.ts'
import { draftPersonal } from '../stages/draft/index.ts'
import { inquiryPersonal } from '../stages/inquiry/index.ts'
import { mandatePersonal } from '../stages/mandate/index.ts'
import { meetingPersonal } from '../stages/meeting/index.ts'
import { opinionPersonal } from '../stages/opinion/index.ts'
import { outcomePersonal } from '../stages/outcome/index.ts'
import { problemPersonal } from '../stages/problem/index.ts'

/** By schema of the database: each folder that owns tables says what it keeps of whom. */
export const personalBySchema: Readonly<Record<string, Personal>> = {
  folkmoot: dbPersonal,
  directory: directoryPersonal,
  identity: identityPersonal,
  notices: noticesPersonal,
  mail: mailPersonal,
  files: filesPersonal,
  moderation: moderationPersonal,
  ledger: ledgerPersonal,
  thread: threadPersonal,
  problem: problemPersonal,
  mandate: mandatePersonal,
  arena: arenaPersonal,
  meeting: meetingPersonal,
  inquiry: inquiryPersonal,
  opinion: opinionPersonal,
  draft: draftPersonal,
  decision: decisionPersonal,
  delivery: deliveryPersonal,
  outcome: outcomePersonal,
}
