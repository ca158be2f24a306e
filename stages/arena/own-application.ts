import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Reader } from '../../platform/http/index.ts'
import type { Offer } from './acceptances/store.ts'
import type { Arena } from './arena.ts'
import { awaitedBy, type Awaited } from './awaiting-rules.ts'
import { lotteryWords } from './lottery/messages/words.ts'
import { comparedWithAverage, type OwnDraw } from './lottery/own-draws.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { arenaWords } from './messages/words.ts'
import type { Application } from './store.ts'

/** What one application stands for, to whoever wrote it: her own page and the page of the case say the same. */
export type OwnStanding = {
  readonly application: Application
  /** The latest seat she was offered. */
  readonly offer: Offer | undefined
  /** The latest draw she is in. */
  readonly draw: OwnDraw | undefined
  readonly awaited: Awaited
  readonly hasLeft: boolean
  /** When the call closes or closed; null before it was opened. */
  readonly closesAt: Temporal.Instant | null
  readonly isOpen: boolean
}

type Looking = { readonly problem: Id<'problem'>; readonly draw: OwnDraw | undefined; readonly now: Temporal.Instant }

export async function ownStanding(
  read: Read,
  { arena, application }: { readonly arena: Arena; readonly application: Application },
  { problem, draw, now }: Looking,
): Promise<OwnStanding> {
  const { account } = application
  const inDraw = application.state === 'waiting' ? await accountsInDraw(read, problem) : []
  const closesAt = arena.call?.closesAt ?? null
  return {
    application,
    offer: arena.offers.findLast((one) => one.account === account),
    draw,
    awaited: awaitedBy(application, { filling: arena.filling, inDraw }),
    hasLeft:
      arena.left.some((seat) => seat.account === account) && !arena.seats.some((seat) => seat.account === account),
    closesAt,
    isOpen: closesAt !== null && !arena.isConfirmed && Temporal.Instant.compare(now, closesAt) < 0,
  }
}

type Saying = Pick<Reader, 'lang' | 'time'>

/** The heading of her application: how far it is. */
export function ownTitle({ lang }: Pick<Saying, 'lang'>, { application, draw, awaited }: OwnStanding): string {
  const say = arenaWords.say(lang)
  if (application.state !== 'waiting') return say('apply.answered')
  if (draw === undefined) return say('apply.done')
  if (draw.step !== 'drawn') return lotteryWords.say(lang)('own.title-in')
  return awaited === 'choice' ? say('apply.done') : lotteryWords.say(lang)('own.title-not-drawn')
}

/** What became of it, why, and what comes next, in a few sentences. */
export function ownSentences(saying: Saying, standing: OwnStanding): readonly string[] {
  const { application, draw } = standing
  if (application.state === 'withdrawn') return [arenaWords.say(saying.lang)('apply.withdrawn')]
  if (application.state === 'waiting') return waitingSentences(saying, standing)
  return [...answerSentences(saying, standing), ...(draw ? [drawSentence(saying, draw)] : [])]
}

function answerSentences(
  { lang, time }: Saying,
  { application: { state, answer, substitute }, offer, hasLeft }: OwnStanding,
): readonly string[] {
  const say = arenaWords.say(lang)
  if (offer?.state === 'waiting')
    return [say('apply.offered', { reason: offer.reason, deadline: time.deadline(offer.answerBy) })]
  if (offer?.state === 'declined' || offer?.state === 'lapsed') return [say(`apply.offer-${offer.state}`)]
  if (hasLeft) return [say('apply.left')]
  if (state === 'selected') {
    const brings =
      offer && offer.criteria.length > 0 ? [say('apply.brings', { criteria: offer.criteria.join(' · ') })] : []
    return [say('apply.state-selected', { reason: offer?.reason ?? answer }), ...brings]
  }
  const place = substitute === null ? [] : [say('apply.substitute', { place: substitute })]
  return [say('apply.state-not-selected', { reason: answer }), ...place]
}

function waitingSentences(saying: Saying, { draw, awaited, closesAt, isOpen }: OwnStanding): readonly string[] {
  const { lang, time } = saying
  const [say, sayDraw] = [arenaWords.say(lang), lotteryWords.say(lang)]
  const day = closesAt ? time.day(closesAt) : ''
  const before = draw ? [drawSentence(saying, draw)] : []
  if (draw && draw.step !== 'drawn') return before
  if (awaited === 'choice') return [...before, say(isOpen ? 'apply.state-waiting' : 'apply.state-closed', { day })]
  if (awaited === 'confirmation') return [...before, sayDraw(draw ? 'own.not-drawn-next' : 'own.given-next')]
  return [...before, draw ? sayDraw('own.again-next') : sayDraw(isOpen ? 'own.open-next' : 'own.closed-next', { day })]
}

/** Her number in the list, her chance, and what the limits did to it: drawn or not. */
function drawSentence({ lang }: Saying, { step, number, chance, isDrawn }: OwnDraw): string {
  const say = lotteryWords.say(lang)
  if (step === 'pool') return say('own.in-list', { number })
  const what = step === 'panels' ? 'own.in-draw' : isDrawn ? 'own.drawn' : 'own.not-drawn'
  if (chance === null) return say('own.without-chance', { number })
  const { average } = chance
  const pull = comparedWithAverage(chance)
  return `${say(what, { number, chance: chance.chance })} ${say(`own.${step === 'panels' ? 'is' : 'was'}-${pull}`, { average })}`
}
