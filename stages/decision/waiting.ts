import { holdsIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import type { Waiting } from '../../platform/thread/index.ts'
import { directionsTo } from './checks/store.ts'
import { decisionWords } from './messages/words.ts'
import { namedFor } from './questions/commands.ts'
import { dayOf, reply } from './questions/rules.ts'
import { questionsOf } from './questions/store.ts'
import { mayReturnHere } from './returns/rules.ts'
import { returnOf } from './returns/store.ts'
import { isAnswered } from './rules.ts'
import { standingOf } from './standing.ts'
import * as answerStore from './answer-store.ts'
import * as store from './store.ts'
import { votesOf } from './voting.ts'
import { close } from './voting-rules.ts'

/** What waits for her: politicians answer, reply to a direction and to questions, confirm, close and come back; a clerk sets dates. */
export async function decisionWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const mine = politicalBodies(visit.actor)
  const isClerk = visit.actor.roles.some((role) => role.name === 'clerk')
  if (mine.length === 0 && !isClerk) return []
  const [open, awaiting, directions] = await Promise.all([
    store.openPackages(visit.read),
    store.packagesAwaiting(visit.read, { bodies: mine, today: todayIn(visit.jurisdiction, visit.now) }),
    directionsTo(visit.read, mine),
  ])
  const items = Map.groupBy(
    await answerStore.itemsOf(
      visit.read,
      open.map((pack) => pack.id),
    ),
    (item) => item.package,
  )
  const perPack = await Promise.all(
    open.map(async (pack) => [
      ...datesWaiting(visit, pack, isClerk),
      ...answersWaiting(visit, { pack, items: items.get(pack.id) ?? [], mine }),
      ...(await chairWaiting(visit, pack, items.get(pack.id) ?? [])),
    ]),
  )
  const say = decisionWords.say(visit.lang)
  const replies = directions
    .filter(
      (direction) =>
        visit.actor.person !== null && !direction.replies.some((reply) => reply.person === visit.actor.person),
    )
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
      ...(await questionsWaiting(visit, { pack, items: await answerStore.itemsOf(visit.read, [pack.id]), mine })),
    ]),
  )
  return [...perPack.flat(), ...meetings.flat(), ...replies]
}

function politicalBodies(actor: Actor): readonly Id<'body'>[] {
  return actor.roles.flatMap((role) => (role.name === 'politician' ? [role.scope as Id<'body'>] : [])) // a politician's scope is her body
}

function datesWaiting(visit: Visit, pack: store.Package, isClerk: boolean): readonly Waiting[] {
  const isHers = isClerk || (pack.body !== null && holdsIn(visit.actor, pack.body, 'body-chair'))
  if (!isHers || pack.returnOn !== null) return []
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

type OpenPack = {
  readonly pack: store.Package
  readonly items: readonly answerStore.Item[]
  readonly mine: readonly Id<'body'>[]
}

function answersWaiting(visit: Visit, { pack, items, mine }: OpenPack): readonly Waiting[] {
  if (pack.body === null || !mine.includes(pack.body) || pack.returnOn === null) return []
  const say = decisionWords.say(visit.lang)
  return items
    .filter((item) => !isAnswered(item.answer?.kind))
    .map(({ number, title }) => ({
      due: pack.dueAt,
      title: say('waiting.answer', { number }),
      detail: title,
      act: {
        text: say('waiting.answer-act', { number }),
        href: visit.to('decision.answering', { problem: pack.slug, number }),
      },
    }))
}

/** From the day of a meeting on, what she was asked for it and nobody else has to reply to. */
async function questionsWaiting(visit: Visit, { pack, items, mine }: OpenPack): Promise<readonly Waiting[]> {
  if (pack.body === null || !mine.includes(pack.body)) return []
  const say = decisionWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, visit.now)
  const open = (await questionsOf(visit.read, pack.id)).filter(({ reply }) => reply === null)
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
  return hers.flat().map(({ id, number, round, text }) => {
    const day = dayOf(pack, round)
    return {
      due: day && endOfDay(day, visit.jurisdiction.timeZone),
      title: say('waiting.question', { number }),
      detail: hidden.has(id) ? '' : text.slice(0, 140),
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

async function chairWaiting(
  visit: Visit,
  pack: store.Package,
  items: readonly answerStore.Item[],
): Promise<readonly Waiting[]> {
  if (pack.body === null || !holdsIn(visit.actor, pack.body, 'body-chair')) return []
  const say = decisionWords.say(visit.lang)
  const href = visit.to('decision.page', { problem: pack.slug })
  const drafts = (await votesOf(visit.read, pack)).filter((vote) => vote.confirmedAt === null)
  const confirm = drafts.map((vote): Waiting => ({
    due: pack.dueAt,
    title: say('waiting.confirm'),
    detail: vote.motion.slice(0, 140),
    act: { text: say('waiting.confirm-act'), href },
  }))
  if (!close(pack, items.map(standingOf), visit.actor).ok) return confirm
  return [
    ...confirm,
    {
      due: pack.dueAt,
      title: say('waiting.close'),
      detail: say('waiting.close-detail'),
      act: { text: say('waiting.close-act'), href },
    },
  ]
}
