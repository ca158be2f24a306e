import type { Noun } from '@folkmoot/basics/ids.ts'
import type { Say } from '../platform/i18n/index.ts'
import type { FactCatalogue } from '../platform/ledger/index.ts'
import { moderationFacts } from '../platform/moderation/index.ts'
import { bindCards, type Cards } from '../platform/thread/index.ts'
import { arenaCards, arenaFacts, arenaWords } from '../stages/arena/index.ts'
import { decisionCards, decisionFacts, decisionWords } from '../stages/decision/index.ts'
import { deliveryCards, deliveryFacts, deliveryWords } from '../stages/delivery/index.ts'
import { draftCards, draftFacts, draftWords } from '../stages/draft/index.ts'
import { inquiryCards, inquiryFacts, inquiryWords } from '../stages/inquiry/index.ts'
import { mandateCards, mandateFacts, mandateWords } from '../stages/mandate/index.ts'
import { meetingCards, meetingFacts, meetingWords } from '../stages/meeting/index.ts'
import { opinionCards, opinionFacts, opinionWords } from '../stages/opinion/index.ts'
import { outcomeCards, outcomeFacts, outcomeWords } from '../stages/outcome/index.ts'
import { problemCards, problemFacts, problemWords } from '../stages/problem/index.ts'

/** All facts there are, each with its sentence: the public documentation and the record page are made from this. */
export const allFacts: FactCatalogue = {
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
}

/** Who says a notice's words. */
export const wordsByStage: Readonly<Record<string, { readonly sayAny: (lang: string) => Say }>> = {
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
}

const cards: Readonly<Partial<Record<Noun, Cards>>> = {
  ...problemCards,
  ...mandateCards,
  ...arenaCards,
  ...meetingCards,
  ...inquiryCards,
  ...opinionCards,
  ...draftCards,
  ...decisionCards,
  ...deliveryCards,
  ...outcomeCards,
}

let areBound = false

/** Binds once what the floors below name only by kind. */
export function bind(): void {
  if (areBound) return
  areBound = true
  for (const [kind, make] of Object.entries(cards)) bindCards(kind as Noun, make) // keys of the record above
}
