import type { Visit } from '../../platform/http/index.ts'
import { problemsById, type Problem } from '../problem/index.ts'
import { loadArena } from './arena.ts'
import { forgettingWords } from './forgetting/messages/words.ts'
import { lotteryWords } from './lottery/messages/words.ts'
import { ownDraws, type OwnDraw } from './lottery/own-draws.ts'
import { arenaWords } from './messages/words.ts'
import { ownSentences, ownStanding } from './own-application.ts'
import { applicationsBy, type OwnApplication } from './store.ts'

export type OwnApplicationLine = {
  readonly title: string
  readonly state: string
  readonly href: string
  /** The draw she is in. */
  readonly more?: { readonly text: string; readonly href: string }
}

/** The seats she herself asked for, for her own page: applications have no card, so that nothing else names them. */
export async function ownApplications(visit: Visit): Promise<readonly OwnApplicationLine[]> {
  const { account } = visit.actor
  if (!account) return []
  const [asked, draws] = await Promise.all([applicationsBy(visit.read, account), ownDraws(visit.read, account)])
  const ids = asked.map(({ problem }) => problem)
  const problems = new Map((await problemsById(visit.read, ids)).map((problem) => [problem.id, problem]))
  return Promise.all(
    asked.flatMap((one) => {
      const problem = problems.get(one.problem)
      return problem ? [lineOf(visit, one, { problem, draw: draws.get(one.problem) })] : []
    }),
  )
}

type Of = { readonly problem: Problem; readonly draw: OwnDraw | undefined }

async function lineOf(visit: Visit, application: OwnApplication, { problem, draw }: Of): Promise<OwnApplicationLine> {
  const line = { title: problem.question, href: visit.to('arena.application', { problem: problem.slug }) }
  if (application.erasedAt) return { ...line, state: erasedState(visit, application, application.erasedAt) }
  const arena = await loadArena(visit.read, problem)
  const looking = { problem: problem.id, draw, now: visit.now }
  const state = ownSentences(visit, await ownStanding(visit.read, { arena, application }, looking)).join(' ')
  if (!draw) return { ...line, state }
  return {
    ...line,
    state,
    more: { text: lotteryWords.say(visit.lang)('own.see'), href: drawHref(visit, problem, draw) },
  }
}

function erasedState(visit: Visit, { state }: OwnApplication, erasedAt: Temporal.Instant): string {
  const answer = arenaWords.say(visit.lang)(state === 'selected' ? 'list.own-seat' : `list.state-${state}`)
  return `${answer}, ${forgettingWords.say(visit.lang)('mine.line', { day: visit.time.day(erasedAt) })}`
}

/** That draw, whatever draws came after it. */
export function drawHref(visit: Pick<Visit, 'to'>, { slug }: Pick<Problem, 'slug'>, { lottery }: OwnDraw): string {
  return `${visit.to('arena.lottery', { problem: slug })}?draw=${lottery}`
}
