import type { Catalogue } from '../platform/i18n/index.ts'
import { moderationWords } from '../platform/moderation/index.ts'
import { arenaWords } from '../stages/arena/index.ts'
import { decisionWords } from '../stages/decision/index.ts'
import { deliveryWords } from '../stages/delivery/index.ts'
import { draftWords } from '../stages/draft/index.ts'
import { inquiryWords } from '../stages/inquiry/index.ts'
import { mandateWords } from '../stages/mandate/index.ts'
import { meetingWords } from '../stages/meeting/index.ts'
import { opinionWords } from '../stages/opinion/index.ts'
import { outcomeWords } from '../stages/outcome/index.ts'
import { problemWords } from '../stages/problem/index.ts'

/** Who says a notice's words: each stage's own catalogue, and moderation's. */
export const wordsByStage: Readonly<Record<string, Pick<Catalogue, 'sayAny'>>> = {
  problem: problemWords,
  mandate: mandateWords,
  arena: arenaWords,
  meeting: meetingWords,
  inquiry: inquiryWords,
  opinion: opinionWords,
  draft: draftWords,
  decision: decisionWords,
  delivery: deliveryWords,
  outcome: outcomeWords,
  moderation: moderationWords,
}
