import { bound } from '@folkmoot/basics/bound.ts'
import type { Noun } from '@folkmoot/basics/ids.ts'
import { factSentences, wordsByStage } from '../overview/index.ts'
import type { Catalogue } from '../platform/i18n/index.ts'
import { fileCards } from '../platform/files/index.ts'
import { subscribe } from '../platform/ledger/index.ts'
import { bindAudience, bindBehind, bindCaseNames } from '../platform/notices/index.ts'
import { bindCards, type Cards } from '../platform/thread/index.ts'
import { applicantsIn, arenaCards, arenaWords } from '../stages/arena/index.ts'
import { decisionCards, decisionWords, followReferredHiding } from '../stages/decision/index.ts'
import { deliveryCards, deliveryWords } from '../stages/delivery/index.ts'
import { draftCards, draftWords } from '../stages/draft/index.ts'
import { inquiryCards, inquiryWords } from '../stages/inquiry/index.ts'
import { mandateCards, mandateWords } from '../stages/mandate/index.ts'
import { meetingCards, meetingWords } from '../stages/meeting/index.ts'
import {
  followShown,
  followTakenBack,
  opinionCards,
  opinionWords,
  votersIn,
  votersOn,
} from '../stages/opinion/index.ts'
import { outcomeCards, outcomeWords } from '../stages/outcome/index.ts'
import { followHiding, followOnward, problemBySlug, problemCards, problemWords } from '../stages/problem/index.ts'

/** All facts there are, each with its sentence: the public documentation is made from this. */
export const allFacts = factSentences
export { wordsByStage }

type Named = readonly [Readonly<Partial<Record<Noun, Cards>>>, Pick<Catalogue, 'sayAny'>]

/** How each stage names its things, and in which words it says their states. */
const cards: readonly Named[] = [
  [problemCards, problemWords],
  [mandateCards, mandateWords],
  [arenaCards, arenaWords],
  [meetingCards, meetingWords],
  [inquiryCards, inquiryWords],
  [opinionCards, opinionWords],
  [draftCards, draftWords],
  [decisionCards, decisionWords],
  [deliveryCards, deliveryWords],
  [outcomeCards, outcomeWords],
]

/** Which fact of a place that took a problem up is told as which step where the problem came from. */
const stepsElsewhere = [
  ['mandate.adopted', 'mandate'],
  ['arena.confirmed', 'group'],
  ['decision.handed-over', 'proposal'],
  ['decision.closed', 'answer'],
  ['delivery.committed', 'delivery'],
  ['outcome.account-signed', 'outcome'],
] as const satisfies readonly (readonly [keyof typeof allFacts, Parameters<typeof followOnward>[0]])[]

const done = bound<'house', true>()

/** Binds once what the floors below name only by kind. */
export function bind(): void {
  if (done.has('house')) return
  done.set('house', true)
  bindCards('file', fileCards.file)
  bindAudience('arena', applicantsIn)
  bindAudience('opinion', votersIn)
  bindBehind('statement', votersOn)
  bindCaseNames(async (read, slug) => (await problemBySlug(read, slug))?.question || undefined) // hidden: ''
  for (const kind of ['moderation.hidden', 'moderation.restored']) {
    subscribe(kind, followHiding)
    subscribe(kind, followReferredHiding)
  }
  subscribe('moderation.restored', followShown)
  subscribe('moderation.taken-back', followTakenBack)
  for (const [fact, step] of stepsElsewhere) subscribe(fact, followOnward(step))
  for (const [named, words] of cards) {
    for (const [kind, make] of Object.entries(named)) bindCards(kind as Noun, make, words.sayAny) // keys of a record of nouns
  }
}
