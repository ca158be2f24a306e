import { bodiesOf, holds } from '@folkmoot/basics/actor.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import { todayIn } from '../../platform/directory/index.ts'
import type { Reader, Visit } from '../../platform/http/index.ts'
import {
  waitingIn,
  type JourneyPart,
  type Waiting,
  type WaitingAsked,
  type WaitingList,
} from '../../platform/thread/index.ts'
import { packageOf, statusWords } from '../decision/index.ts'
import type { Problem } from '../problem/index.ts'
import { withBody } from './in-commitment.ts'
import { deliveryWords } from './messages/words.ts'
import { monitorsWaiting } from './monitors/slots.ts'
import * as pledgeStore from './pledges/store.ts'
import { maySay } from './reopenings/rules.ts'
import { isSettled, nextDue, promisesHerself, type DueThing } from './rules.ts'
import { draftsFor } from './draft-store.ts'
import { reopenedCommitments, reportsDue } from './open-store.ts'
import * as store from './store.ts'

/** What the pages across stages show of carrying it out. */

export async function deliveryJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = deliveryWords.say(visit.lang)
  const commitments = await store.commitmentsOf(visit.read, problem.id)
  const links = [{ text: say('journey.link'), href: visit.to('delivery.page', { problem: problem.slug }) }]
  // A case that was told may go on here: then it is live from the first promise made here.
  const isTold = problem.source !== null && commitments.every(({ source }) => source !== null)
  if (isTold) return toldPart(visit, { problem, commitments, links })
  if (commitments.length === 0) return { state: 'coming', figure: '', sentences: [say('journey.coming')], links }
  const kept = commitments.filter((commitment) => commitment.standing === 'kept').length
  const late = commitments.filter((commitment) => isLate(commitment, todayIn(visit.jurisdiction, visit.now))).length
  const figure = say('journey.figure', { kept, count: commitments.length })
  const sentences = [
    say('journey.now', { kept, count: commitments.length }),
    ...(late > 0 ? [say('journey.late', { late })] : []),
  ]
  const isDone = commitments.every((commitment) => isSettled(commitment.standing))
  return { state: isDone ? 'done' : 'now', figure, sentences, links }
}

type Told = Pick<JourneyPart, 'links'> & {
  readonly problem: Problem
  readonly commitments: readonly store.Commitment[]
}

/** A told case: carried out, still open or unknown as its sources say; one that is unknown leaves the step unknown. */
async function toldPart(visit: Visit, { problem, commitments, links }: Told): Promise<JourneyPart> {
  const say = deliveryWords.say(visit.lang)
  const status = (await packageOf(visit.read, problem.id))?.toldStatus ?? null
  const count = (...standings: readonly store.Commitment['standing'][]): number =>
    commitments.filter(({ standing }) => standings.includes(standing)).length
  const [open, unknown] = [count('promised', 'late'), count('unknown')]
  const inWords = (counts: Readonly<Record<'kept' | 'open' | 'dropped' | 'unknown', number>>): string =>
    (['kept', 'open', 'dropped', 'unknown'] as const)
      .filter((standing) => counts[standing] > 0)
      .map((standing) => say(`journey.told-${standing}`, { count: counts[standing] }))
      .join(', ')
  const sentences = [
    ...(status ? [statusWords(visit, status)] : []),
    ...(commitments.length > 0
      ? [say('journey.told', { counts: inWords({ kept: count('kept'), open, dropped: count('dropped'), unknown }) })]
      : [say(status ? 'journey.later-unknown' : 'journey.unknown')]),
  ]
  const state = commitments.length === 0 || unknown > 0 ? 'coming' : open > 0 ? 'now' : 'done'
  const isToldInPart = status !== null || unknown < commitments.length
  return { state, isToldInPart, figure: '', sentences, links }
}

export function isLate(commitment: store.Commitment, today: Temporal.PlainDate): boolean {
  if (commitment.source !== null) return commitment.standing === 'late'
  const due = nextDue(commitment.standing, commitment.nextReportOn, commitment.milestones)
  return commitment.standing === 'late' || (due !== null && Temporal.PlainDate.compare(due.on, today) < 0)
}

/** A day alone would pass for the day of the promise: it says what it belongs to. */
export function dueTitle({ lang }: Reader, { title }: store.Commitment, due: DueThing | null): string {
  const say = deliveryWords.say(lang)
  if (due?.kind === 'milestone') return say('owed.milestone', { title, what: due.what })
  if (due?.kind === 'answer') return say('owed.answer', { title })
  return due?.kind === 'report' ? say('owed.report', { title }) : title
}

/** A promise somebody prepared for her waits for the politician it names. A report that is due soon or late waits for the owner and the clerk; a pledge waits for the one who made it. */
export async function deliveryWaitingFor(visit: Visit, asked: WaitingAsked): Promise<WaitingList> {
  const { actor, now } = visit
  if (actor.account === null) return waitingIn([], now)
  const say = deliveryWords.say(visit.lang)
  const zone = visit.jurisdiction.timeZone
  const soon = todayIn(visit.jurisdiction, now).add({ days: daysAhead })
  const [reports, reopened] = await Promise.all([reportsWaiting(visit, asked, soon), reopenedWaiting(visit)])
  const pledges = (await pledgeStore.openPledgesBy(visit.read, actor.account)).map((pledge): Waiting => ({
    due: pledge.byDay ? endOfDay(pledge.byDay, zone) : null,
    title: say('waiting.pledge'),
    detail: pledge.what,
    act: { text: say('waiting.pledge-act'), href: visit.to('delivery.own-pledges') },
  }))
  const drafts = (actor.person === null ? [] : await draftsFor(visit.read, actor.person))
    .filter((draft) => draft.owner !== null && promisesHerself(draft.owner, actor))
    .map((draft): Waiting => ({
      due: null,
      title: say('waiting.draft'),
      detail: draft.title,
      act: {
        text: say('waiting.draft-act'),
        href: visit.to('delivery.commitment', { problem: draft.slug, number: draft.number }),
      },
    }))
  return waitingIn([reopened, drafts, reports, await monitorsWaiting(visit, soon), pledges], now)
}

/** Whether it is done is for the chair to say, and for nobody else. */
async function reopenedWaiting(visit: Visit): Promise<readonly Waiting[]> {
  if (!holds(visit.actor, 'body-chair')) return []
  const say = deliveryWords.say(visit.lang)
  const reopened = await reopenedCommitments(visit.read)
  const states = await Promise.all(reopened.map((commitment) => withBody(visit.read, commitment)))
  return reopened.flatMap((commitment, at): readonly Waiting[] => {
    const state = states[at]
    if (!state || !maySay(state, visit.actor)) return []
    return [
      {
        due: commitment.nextReportOn && endOfDay(commitment.nextReportOn, visit.jurisdiction.timeZone),
        title: say('waiting.reopened'),
        detail: commitment.title,
        act: {
          text: say('waiting.reopened-act'),
          href: `${visit.to('delivery.commitment', { problem: commitment.slug, number: commitment.number })}#answer-reopening`,
        },
      },
    ]
  })
}

/** What is due until a day: for a clerk of everybody, for a politician what she answers for where she still sits. */
async function reportsWaiting(visit: Visit, asked: WaitingAsked, until: Temporal.PlainDate): Promise<WaitingList> {
  const { actor, read, jurisdiction, now } = visit
  const owner = actor.person
  if (!holds(actor, 'clerk') && owner === null) return waitingIn([], now)
  const hers =
    holds(actor, 'clerk') || owner === null
      ? {}
      : { hers: { owner, bodies: bodiesOf(actor, 'politician', 'body-chair') } }
  const due = await reportsDue(read, { ...asked, ...hers, until, today: todayIn(jurisdiction, now) })
  const say = deliveryWords.say(visit.lang)
  const first = due.first.flatMap((commitment): readonly Waiting[] => {
    const next = nextDue(commitment.standing, commitment.nextReportOn, commitment.milestones)
    if (next === null) return []
    return [
      {
        due: endOfDay(next.on, jurisdiction.timeZone),
        title: say('waiting.report'),
        detail: dueTitle(visit, commitment, next),
        act: {
          text: say('waiting.report-act'),
          href: visit.to('delivery.commitment', { problem: commitment.slug, number: commitment.number }),
        },
      },
    ]
  })
  return { ...due, first }
}

// What is due within two weeks belongs on a desk; what is due later only on the calendar.
const daysAhead = 14
