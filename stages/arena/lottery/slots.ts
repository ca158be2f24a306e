import { holds } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { gather } from './applicants.ts'
import { fillable } from './fillable.ts'
import { inForce } from './beacon-rules.ts'
import { announcementsOf, readingsOf } from './beacon-store.ts'
import { lotteryWords } from './messages/words.ts'
import { nextStep, offersRunOut, type DrawState, type NextName, type NextStep } from './next-step.ts'
import { seatsToDraw } from './offered.ts'
import { lastRunOf, panelsAtOf, throwsOf } from './panels-store.ts'
import { poolOf } from './pool-store.ts'
import { vacantIn } from './replacing.ts'
import { prepares } from './rules.ts'
import { lastAnswerIn } from '../arena.ts'
import { standingOf, type LotteryStanding } from './standing.ts'
import { limitsOf, lotteryOf } from './store.ts'
import { casesWithDraws } from './waiting-store.ts'

/** A seat by lot nobody has drawn again by then is left free on purpose. */
const remembered = { hours: 24 * 60 } as const

/** The next step of each draw, for those who lead the case, and for its clerk and facilitator. */
export async function drawsWaitingFor(
  visit: Visit,
  { led }: { readonly led: readonly Id<'problem'>[] },
): Promise<readonly Waiting[]> {
  const { actor, read, now } = visit
  // The chair of a body leads what her body took up; which those are only the cases themselves say.
  const among = holds(actor, 'clerk', 'facilitator', 'body-chair') ? null : led
  const cases = await casesWithDraws(read, { among, until: now.add(offersRunOut), since: now.subtract(remembered) })
  const problems = await problemsById(read, cases)
  return (await Promise.all(problems.map((problem) => waitingIn(visit, problem)))).flat()
}

async function waitingIn(visit: Visit, problem: Problem): Promise<readonly Waiting[]> {
  if (problem.source !== null) return []
  const standing = await standingOf(visit.read, problem)
  if (!standing.arena.isMandateAdopted || !prepares(standing, visit.actor)) return []
  const state = await stateOf(visit.read, standing, visit.now)
  const next = nextStep(state, { now: visit.now, account: visit.actor.account })
  return next ? [lineOf(visit, { problem, state, next })] : []
}

type Line = { readonly problem: Problem; readonly state: DrawState; readonly next: NextStep }

function lineOf(visit: Visit, { problem, state, next: { name, since, due } }: Line): Waiting {
  const say = lotteryWords.say(visit.lang)
  const slug = { problem: problem.slug }
  return {
    due,
    since,
    title: say(`waiting.${name}`, { count: name === 'offers' ? state.asked : state.free }),
    detail: problem.question,
    act: { text: say(`waiting.${name}-act`), href: visit.to(pageOf(name), slug) },
  }
}

function pageOf(name: NextName) {
  if (name === 'set-limits') return 'arena.lottery-limits'
  return name === 'offers' ? 'arena.vacancies' : 'arena.lottery'
}

async function stateOf(read: Read, standing: LotteryStanding, now: Temporal.Instant): Promise<DrawState> {
  const { arena, at, lottery } = standing
  const [versions, pool, run, panelsAt, throws, readings, announced, vacant] = await Promise.all([
    limitsOf(read, at),
    poolOf(read, at),
    lastRunOf(read, at),
    panelsAtOf(read, at),
    throwsOf(read, at),
    readingsOf(read, at),
    announcementsOf(read, at),
    vacantIn(read, standing),
  ])
  const limits = versions.at(-1)
  const isGathering = lottery === null || lottery.step === 'limits'
  const beacon = inForce(announced, panelsAt ?? now)
  // What was read of a beacon that was given up waits for nobody.
  const written = [...throws, ...(beacon ? readings : [])].find(({ secondAt }) => secondAt === null)
  return {
    step: lottery?.step ?? null,
    limited: limits?.seats ?? null,
    toDraw: seatsToDraw(arena.rule),
    waiting: limits && isGathering ? fillable(limits, (await gather(read, standing, limits)).applicants) : 0,
    isConfirmed: arena.isConfirmed,
    closesAt: arena.call?.closesAt ?? null,
    lockedAt: pool?.committedAt ?? null,
    run: run?.state ?? null,
    panelsAt: panelsAt ?? null,
    numberAt: beacon?.roundAt ?? null,
    written: written ? { by: written.typedBy, at: written.typedAt } : null,
    doubted: beacon?.doubtedBy && beacon.doubtedAt ? { by: beacon.doubtedBy, at: beacon.doubtedAt } : null,
    answeredAt: lastAnswerIn(arena),
    asked: arena.asked.length,
    answerBy: arena.asked.map(({ answerBy }) => answerBy).toSorted((a, b) => Temporal.Instant.compare(a, b))[0] ?? null,
    free: vacant && !vacant.isAsked ? vacant.free : 0,
    left: vacant ? fillable(vacant.limits, vacant.candidates) : 0,
  }
}

/** What the journey of a case says of its draw; null where nothing is drawn. */
export async function drawLine(visit: Visit, problem: Problem) {
  const lottery = await lotteryOf(visit.read, problem.id)
  if (!lottery || lottery.step === 'ended' || lottery.version === 0) return null
  const say = lotteryWords.say(visit.lang)
  return {
    sentence: say(`journey.${lottery.step}`),
    link: { text: say('journey.link'), href: visit.to('arena.lottery', { problem: problem.slug }) },
  }
}
