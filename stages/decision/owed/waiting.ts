import { bodiesOf, holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { waitingIn, type Waiting, type WaitingAsked, type WaitingList } from '../../../platform/thread/index.ts'
import { directionsTo } from '../checks/store.ts'
import { decisionWords } from '../messages/words.ts'
import { namedFor } from '../questions/commands.ts'
import { dayOf, reply } from '../questions/rules.ts'
import { questionsOf } from '../questions/store.ts'
import { referralsWaitingFor } from '../referrals/slots.ts'
import { mayReturnHere } from '../returns/rules.ts'
import { returnOf } from '../returns/store.ts'
import { standingOf } from '../voting/standing.ts'
import * as answerStore from '../answers/store.ts'
import * as store from '../store.ts'
import { draftVotesIn } from '../voting/commands.ts'
import { close } from '../voting/rules.ts'

/**
 * What waits for her: politicians answer, reply to a direction and to questions, confirm, close and come back; a clerk sets dates.
 * Only answers may be hundreds.
 */
export async function decisionWaitingFor(visit: Visit, asked: WaitingAsked): Promise<WaitingList> {
  const { actor, read, now } = visit
  const mine = bodiesOf(actor, 'politician')
  const led = bodiesOf(actor, 'body-chair')
  const isClerk = holds(actor, 'clerk')
  if (mine.length === 0 && !isClerk) return waitingIn([], now)
  const [items, toLead, awaiting, directions] = await Promise.all([
    answerStore.openItems(read, { ...asked, bodies: mine, now }),
    isClerk || led.length > 0 ? store.packagesToLead(read, isClerk ? null : led) : [],
    store.packagesAwaiting(read, { bodies: mine, today: todayIn(visit.jurisdiction, now) }),
    directionsTo(read, mine),
  ])
  const say = decisionWords.say(visit.lang)
  const replies = directions
    .filter((direction) => actor.person !== null && !direction.replies.some((reply) => reply.person === actor.person))
    .map((direction): Waiting => ({
      due: direction.dueAt,
      title: say('waiting.reply'),
      detail: direction.text.slice(0, 140),
      act: { text: say('waiting.reply-act'), href: visit.to('decision.page', { problem: direction.slug }) },
    }))
  // Both go on after the answer is closed.
  const meetings = await Promise.all(
    awaiting.map(async (pack) => [
      ...(await returnWaiting(visit, pack)),
      ...(await questionsWaiting(visit, { pack, mine })),
    ]),
  )
  const leading = [
    ...toLead.flatMap((pack) => datesWaiting(visit, pack)),
    ...(isClerk ? [] : await chairWaiting(visit, toLead)),
  ]
  // What was passed on to her body belongs to a case of another one.
  const passedOn = asked.problem === undefined ? await referralsWaitingFor(visit, mine) : []
  return waitingIn([answersWaiting(visit, items), leading, meetings.flat(), replies, passedOn], now)
}

/** Of who may set them: a clerk, and the chair of the body. */
function datesWaiting(visit: Visit, pack: store.Package): readonly Waiting[] {
  if (pack.returnOn !== null) return []
  const say = decisionWords.say(visit.lang)
  const href = visit.to('decision.page', { problem: pack.slug })
  return [
    {
      due: pack.dueAt,
      title: say('waiting.dates'),
      detail: say('waiting.dates-detail'),
      act: { text: say('waiting.dates-act'), href },
    },
  ]
}

function answersWaiting(visit: Visit, { first, count, late }: answerStore.OpenItems): WaitingList {
  const say = decisionWords.say(visit.lang)
  const waiting = first.map(({ slug, number, title, dueAt }): Waiting => ({
    due: dueAt,
    title: say('waiting.answer', { number }),
    detail: title,
    act: {
      text: say('waiting.answer-act', { number }),
      href: visit.to('decision.answering', { problem: slug, number }),
    },
  }))
  return { first: waiting, count, late }
}

type Asked = { readonly pack: store.Package; readonly mine: readonly Id<'body'>[] }

/** From the day of a meeting on, what she was asked for it and nobody else has to reply to. */
async function questionsWaiting(visit: Visit, { pack, mine }: Asked): Promise<readonly Waiting[]> {
  if (pack.body === null || !mine.includes(pack.body)) return []
  const say = decisionWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, visit.now)
  const open = (await questionsOf(visit.read, pack.id)).filter(({ reply }) => reply === null)
  if (open.length === 0) return []
  const items = await answerStore.itemsOf(visit.read, [pack.id])
  const hers = await Promise.all(
    open.map(async (question) => {
      const item = items.find(({ recommendation }) => recommendation === question.recommendation)
      const named = await namedFor(visit.read, pack, item, today)
      return reply({ ...question, hasReply: false, named }, { pack, today }, visit.actor).ok ? [question] : []
    }),
  )
  const hidden = await hiddenAmong(
    visit.read,
    hers.flat().map(({ id }) => id),
  )
  // What nobody may read is owed no reply.
  const readable = hers.flat().filter(({ id }) => !hidden.has(id))
  return readable.map(({ number, round, text }) => {
    const day = dayOf(pack, round)
    return {
      due: day && endOfDay(day, visit.jurisdiction.timeZone),
      title: say('waiting.question', { number }),
      detail: text.slice(0, 140),
      act: {
        text: say('waiting.question-act', { number }),
        href: `${visit.to('decision.questions', { problem: pack.slug })}#question-${number}`,
      },
    }
  })
}

/** From the day they meet again, the chair says what became of the answer. */
async function returnWaiting(visit: Visit, pack: store.Package): Promise<readonly Waiting[]> {
  const today = todayIn(visit.jurisdiction, visit.now)
  if (pack.returnOn === null || Temporal.PlainDate.compare(today, pack.returnOn) < 0) return []
  const isReported = (await returnOf(visit.read, pack.id)) !== undefined
  if (!mayReturnHere({ pack, today, isReported }, visit.actor).ok) return []
  const say = decisionWords.say(visit.lang)
  return [
    {
      due: endOfDay(pack.returnOn, visit.jurisdiction.timeZone),
      title: say('waiting.return'),
      detail: say('waiting.return-detail'),
      act: { text: say('waiting.return-act'), href: visit.to('decision.returning', { problem: pack.slug }) },
    },
  ]
}

/** Votes to confirm; and what is answered and carried whole, to close. */
async function chairWaiting(visit: Visit, led: readonly store.Package[]): Promise<readonly Waiting[]> {
  const { actor, read } = visit
  const say = decisionWords.say(visit.lang)
  const [drafts, answered] = await Promise.all([
    draftVotesIn(read, led),
    answerStore.answeredWhole(
      read,
      led.map(({ id }) => id),
    ),
  ])
  const perPack = led.map(async (pack): Promise<readonly Waiting[]> => {
    const act = { href: visit.to('decision.page', { problem: pack.slug }) }
    const confirm = drafts
      .filter((draft) => draft.package === pack.id)
      .map(({ motion }): Waiting => ({
        due: pack.dueAt,
        title: say('waiting.confirm'),
        detail: motion.slice(0, 140),
        act: { ...act, text: say('waiting.confirm-act') },
      }))
    const items = answered.has(pack.id) ? await answerStore.itemsOf(read, [pack.id]) : null
    if (items === null || !close(pack, items.map(standingOf), actor).ok) return confirm
    return [
      ...confirm,
      {
        due: pack.dueAt,
        title: say('waiting.close'),
        detail: say('waiting.close-detail'),
        act: { ...act, text: say('waiting.close-act') },
      },
    ]
  })
  return (await Promise.all(perPack)).flat()
}
