import { holdsIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Reader, Visit } from '../../platform/http/index.ts'
import type { JourneyPart } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { decisionWords } from './messages/words.ts'
import { isAnswered } from './rules.ts'
import * as answerStore from './answers/store.ts'
import * as store from './store.ts'

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
  return { state, isToldInPart: answered > 0 || status !== null, figure: '', sentences, links }
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
