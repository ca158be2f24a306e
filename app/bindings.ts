import type { Noun } from '@folkmoot/basics/ids.ts'
import { factSentences, wordsByStage } from '../overview/index.ts'
import { bindCards, type Cards } from '../platform/thread/index.ts'
import { arenaCards } from '../stages/arena/index.ts'
import { decisionCards } from '../stages/decision/index.ts'
import { deliveryCards } from '../stages/delivery/index.ts'
import { draftCards } from '../stages/draft/index.ts'
import { inquiryCards } from '../stages/inquiry/index.ts'
import { mandateCards } from '../stages/mandate/index.ts'
import { meetingCards } from '../stages/meeting/index.ts'
import { opinionCards } from '../stages/opinion/index.ts'
import { outcomeCards } from '../stages/outcome/index.ts'
import { problemCards } from '../stages/problem/index.ts'

/** All facts there are, each with its sentence: the public documentation is made from this. */
export const allFacts = factSentences
export { wordsByStage }

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
