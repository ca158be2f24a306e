import { moderationFacts } from '../../platform/moderation/index.ts'
import type { FactCatalogue } from '../../platform/ledger/index.ts'
import { arenaFacts } from '../../stages/arena/index.ts'
import { decisionFacts } from '../../stages/decision/index.ts'
import { deliveryFacts } from '../../stages/delivery/index.ts'
import { draftFacts } from '../../stages/draft/index.ts'
import { inquiryFacts } from '../../stages/inquiry/index.ts'
import { mandateFacts } from '../../stages/mandate/index.ts'
import { meetingFacts } from '../../stages/meeting/index.ts'
import { opinionFacts } from '../../stages/opinion/index.ts'
import { outcomeFacts } from '../../stages/outcome/index.ts'
import { problemFacts } from '../../stages/problem/index.ts'
import { facts as delegateFacts } from '../delegates/facts.ts'
import { facts as leavingFacts } from '../leaving/facts.ts'
import { facts as residenceFacts } from '../residence/facts.ts'
import { facts as settingsFacts } from '../settings/facts.ts'

/** Every kind of entry with its sentence, in the order of the process. The sentences are English: they are the format's documentation. */
export const factSentences: FactCatalogue = {
  ...problemFacts,
  ...mandateFacts,
  ...arenaFacts,
  ...meetingFacts,
  ...inquiryFacts,
  ...opinionFacts,
  ...draftFacts,
  ...decisionFacts,
  ...deliveryFacts,
  ...outcomeFacts,
  ...moderationFacts,
  ...settingsFacts,
  ...delegateFacts,
  ...leavingFacts,
  ...residenceFacts,
}

/** What happened, without the note on what is public: "Somebody raised a problem." */
export function happeningOf(kind: string): string {
  const sentence = factSentences[kind] ?? kind
  const note = /\s(Public|Committed to):/.exec(sentence)
  return note ? sentence.slice(0, note.index) : sentence
}
