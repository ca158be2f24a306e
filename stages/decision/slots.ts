import { holdsIn, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Reader, Visit } from '../../platform/http/index.ts'
import type { JourneyPart, Waiting } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { directionsTo } from './directions.ts'
import { decisionWords } from './messages/words.ts'
import { isAnswered } from './rules.ts'
import { standingOf } from './standing.ts'
import * as answerStore from './answer-store.ts'
import * as store from './store.ts'
import { votesOf } from './voting.ts'
import { close } from './voting-rules.ts'

/** What the pages across stages show of the decision. */

/** Each recommendation of the case as it was handed over, with the answer that counts now. */
export async function answersOf(read: Read, problem: Id<'problem'>): Promise<readonly answerStore.Item[]> {
  const pack = await store.packageOf(read, problem)
  return pack ? answerStore.itemsOf(read, [pack.id]) : []
}

export async function decisionJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = decisionWords.say(visit.lang)
  const pack = await store.packageOf(visit.read, problem.id)
  const page = visit.to('decision.page', { problem: problem.slug })
  if (!pack) {
    return {
      state: 'coming',
      figure: '',
      sentences: [problem.source === null ? say('journey.coming') : visit.common('unknown')],
      links: [{ text: say('journey.link-before'), href: page }],
    }
  }
  const items = await answerStore.itemsOf(visit.read, [pack.id])
  const answered = items.filter((item) => isAnswered(item.answer?.kind)).length
  const figure = say('journey.figure', { answered, count: items.length })
  const links = [{ text: say('journey.link'), href: page }]
  if (pack.source !== null) return toldPart(visit, { pack, answered, count: items.length, links })
  if (pack.isClosed) return { state: 'done', figure, sentences: [say('journey.done', { count: items.length })], links }
  const due = pack.dueAt
    ? say('journey.due', { deadline: visit.time.deadline(pack.dueAt) })
    : say('journey.due-unknown')
  const first = firstOpen(items)
  const isMine =
    first !== undefined && pack.body !== null && holdsIn(visit.actor, pack.body, 'politician') && pack.returnOn !== null
  const act = isMine
    ? {
        text: say('journey.act', { number: first.number }),
        href: visit.to('decision.answering', { problem: problem.slug, number: first.number }),
        effort: say('journey.effort'),
      }
    : undefined
  return { state: 'now', figure, sentences: [say('journey.now', { answered, count: items.length }), due], links, act }
}

type Told = Pick<JourneyPart, 'links'> & {
  readonly pack: store.Package
  readonly answered: number
  readonly count: number
}

/** A told case: what its sources say of the answers, and no clock of ours. */
function toldPart(visit: Visit, { pack, answered, count, links }: Told): JourneyPart {
  const say = decisionWords.say(visit.lang)
  const { toldStatus: status } = pack
  const key = answered === count ? 'told-all' : answered > 0 ? 'told' : pack.isClosed ? 'told-none' : 'told-open'
  const sentences = [say(`journey.${key}`, { answered, count })]
  if (status) sentences.push(statusWords(visit, status))
  // A body that answered, of whose answers no source tells a single one, leaves the step unknown.
  const state = !pack.isClosed ? 'now' : answered > 0 ? 'done' : 'coming'
  return { state, figure: '', sentences, links }
}

/** "On 18 June 2022, of 97 in all: 9 done, 63 in progress …" */
export function statusWords(reader: Reader, { on, of, counts }: store.ToldStatus): string {
  const say = decisionWords.say(reader.lang)
  const all = counts.map((one) => `${one.count} ${say(`status.${one.standing}`)}`).join(', ')
  return say('journey.told-status', { day: reader.time.day(Temporal.PlainDate.from(on)), count: of, counts: all })
}

function firstOpen(items: readonly answerStore.Item[]): answerStore.Item | undefined {
  return items.find((item) => !isAnswered(item.answer?.kind))
}

/** Politicians answer, reply to a direction, confirm and close; a clerk sets dates. */
export async function decisionWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const mine = politicalBodies(visit.actor)
  const isClerk = visit.actor.roles.some((role) => role.name === 'clerk')
  if (mine.length === 0 && !isClerk) return []
  const [open, directions] = await Promise.all([store.openPackages(visit.read), directionsTo(visit.read, mine)])
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
      due: null,
      title: say('waiting.reply'),
      detail: direction.text.slice(0, 140),
      act: { text: say('waiting.reply-act'), href: visit.to('decision.page', { problem: direction.slug }) },
    }))
  return [...perPack.flat(), ...replies]
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

function answersWaiting(
  visit: Visit,
  {
    pack,
    items,
    mine,
  }: {
    readonly pack: store.Package
    readonly items: readonly answerStore.Item[]
    readonly mine: readonly Id<'body'>[]
  },
): readonly Waiting[] {
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
