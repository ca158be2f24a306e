import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { JourneyPart, JourneyPoint, Waiting } from '../../platform/thread/index.ts'
import { problemsSatIn, seatsOf } from '../arena/index.ts'
import { problemsById, type Problem } from '../problem/index.ts'
import { counterCasesToWrite } from './counter-cases/store.ts'
import { changesToDecide } from './margin/waiting.ts'
import { ideaCount } from './ideas/store.ts'
import { draftWords } from './messages/words.ts'
import { waitingForStand } from './stand-store.ts'
import * as store from './store.ts'
import { wholeTextOf, type WholeText } from './whole-text.ts'

/** What the journey of a case says of its ideas and its draft. */
export async function draftJourneyPart(visit: Visit, problem: Problem): Promise<JourneyPart> {
  const say = draftWords.say(visit.lang)
  const [ideas, text, isFrozen] = await Promise.all([
    ideaCount(visit.read, problem.id),
    wholeTextOf(visit.read, problem.id),
    store.isFrozen(visit.read, problem.id),
  ])
  const isTold = problem.source !== null
  const address = { problem: problem.slug }
  const counts = { ideas, recommendations: text.recommendations }
  const state = text.recommendations === 0 ? (ideas === 0 ? 'coming' : 'now') : isFrozen || isTold ? 'done' : 'now'
  const act = { text: say('journey.act'), href: visit.to('draft.ideas', address), effort: say('journey.effort') }
  return {
    state,
    figure: text.recommendations === 0 ? '' : say('journey.figure', counts),
    sentences: [
      text.recommendations === 0
        ? say('journey.ideas', counts)
        : say(isTold ? 'journey.told' : isFrozen ? 'journey.handed-over' : 'journey.draft', counts),
    ],
    points: [
      // What nobody tells of a told case was not therefore never written.
      ...(isTold && ideas === 0
        ? []
        : [{ name: say('ideas.title'), text: say('journey.ideas', counts), href: visit.to('draft.ideas', address) }]),
      ...textPoints(visit, problem, text),
    ],
    links: [
      { text: say('ideas.title'), href: visit.to('draft.ideas', address) },
      { text: say('page.title'), href: visit.to('draft.page', address) },
    ],
    act: isFrozen || isTold ? undefined : act,
  }
}

/** Which version the text has, and how far the group agrees on it. */
function textPoints(visit: Visit, { slug, source }: Problem, text: WholeText): readonly JourneyPoint[] {
  if (text.clauses === 0 && text.recommendations === 0) return []
  const say = draftWords.say(visit.lang)
  const { version, savedAt, recommendations, clauses, uncited, agreement } = text
  const href = visit.to('draft.page', { problem: slug })
  const sentences = [
    ...(version === null || savedAt === null
      ? []
      : [say('journey.version', { version, day: visit.time.day(savedAt) })]),
    say('journey.size', { recommendations, clauses }),
    ...(clauses === 0 ? [] : [say(source === null ? 'journey.uncited' : 'journey.uncited-told', { count: uncited })]),
  ]
  const said = (['consensus', 'majority', 'disagreement', 'open'] as const).flatMap((kind) =>
    agreement[kind] === 0
      ? []
      : [say(kind === 'open' && source !== null ? 'journey.open-told' : `journey.${kind}`, { count: agreement[kind] })],
  )
  return [
    { name: say('page.title'), text: sentences.join(' '), href },
    ...(said.length === 0 ? [] : [{ name: say('journey.agreement'), text: said.join(' '), href }]),
  ]
}

/** Where a member has not said where she stands, what she was asked to write against it, and changes for her to decide. */
export async function draftWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  if (!isSignedIn(visit.actor)) return []
  const { account } = visit.actor
  const say = draftWords.say(visit.lang)
  const satIn = await problemsSatIn(visit.read, { account })
  const [open, counters, changes] = await Promise.all([
    waitingForStand(visit.read, account, satIn),
    counterCasesToWrite(visit.read, account),
    changesToDecide(visit, satIn),
  ])
  const problems = new Map(
    (
      await problemsById(
        visit.read,
        [...open, ...counters].map(({ problem }) => problem),
      )
    ).map((one) => [one.id, one]),
  )
  const isSeated = async (id: Problem['id']): Promise<boolean> =>
    (await seatsOf(visit.read, id)).some((seat) => seat.account === account)
  const against = counters.map(async ({ problem: id, number, title, dueOn }) => {
    const problem = problems.get(id)
    if (!problem || !(await isSeated(id))) return []
    const href = `${visit.to('draft.recommendation', { problem: problem.slug, number })}#counter-case`
    return [
      {
        due: endOfDay(dueOn, visit.jurisdiction.timeZone),
        title: say('waiting.counter', { title }),
        detail: problem.question,
        act: { text: say('waiting.write-it'), href },
      },
    ]
  })
  const waiting = await Promise.all([
    ...against,
    ...open.map(async ({ problem: id, count }) => {
      const problem = problems.get(id)
      if (!problem || !(await isSeated(id))) return []
      return [
        {
          due: null,
          title: say('waiting.stand', { count }),
          detail: problem.question,
          act: { text: say('waiting.read'), href: visit.to('draft.page', { problem: problem.slug }) },
        },
      ]
    }),
  ])
  return [...changes, ...waiting.flat()]
}
