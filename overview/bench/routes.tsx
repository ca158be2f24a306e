import { holds } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { mayModerate, openReports } from '../../platform/moderation/index.ts'
import { callOf, isConfirmed, missingLine, offersOf, recruitingOf, setUpOf } from '../../stages/arena/index.ts'
import { packageOf } from '../../stages/decision/index.ts'
import { listed, problemBySlug, type Problem } from '../../stages/problem/index.ts'
import { byName } from '../by-name.ts'
import { partsOf, stepsFrom } from '../journey/steps-of.ts'
import { owedInCases } from '../owed/owed.ts'
import { waitingFor } from '../waiting.ts'
import { benchWords } from './messages/words.ts'
import { BenchPage } from './pages/bench-page.tsx'
import { CaseBenchPage } from './pages/case-bench-page.tsx'
import { nextTask, phasesOf, tally, type TaskName } from './tasks.ts'
import { mayUseBench } from './who.ts'

/** Each row asks all ten stages; older cases are reached through the list of cases. */
const mostCases = 12

export const benchRoutes: readonly Route[] = [
  route('bench', { allowed: mayUseBench, records: 'nothing' }, async (visit) => {
    const say = benchWords.say(visit.lang)
    const isModerator = mayModerate.allows(visit.actor)
    const [waiting, led, reports] = await Promise.all([
      waitingFor(visit, visit.query.get('all') === 'yes'),
      listed(visit.read, { limit: mostCases, order: 'newest', isLed: true }),
      isModerator ? openReports(visit.read) : [],
    ])
    const cases = await Promise.all(
      led.flatMap(({ problem }) => (problem.source === null ? [caseRow(visit, problem)] : [])),
    )
    return page({
      title: say('title'),
      isWide: true,
      body: (
        <BenchPage
          reader={visit}
          say={say}
          now={visit.now}
          waiting={waiting.first}
          count={waiting.count}
          cases={cases}
          reports={isModerator ? reports.length : null}
          isAdministrator={visit.actor.roles.some((role) => role.name === 'administrator')}
        />
      ),
    })
  }),

  route('journey.bench', { allowed: mayUseBench, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    return problem ? caseBenchPage(visit, problem) : notFound()
  }),
]

async function caseRow(visit: Visit<'bench'>, problem: Problem) {
  const [{ phases, steps }, missing] = await Promise.all([progressOf(visit, problem), missingLine(visit, problem)])
  const at = steps.findIndex((step) => step.stands === 'now')
  return {
    question: problem.question,
    href: visit.to('journey.bench', { problem: problem.slug }),
    step: at + 1,
    stepName: steps[at]?.name ?? null,
    ...tally(phases),
    // In a case that is closed nobody is looked for.
    missing: at < 0 ? null : missing,
  }
}

async function caseBenchPage(visit: Visit<'journey.bench'>, problem: Problem) {
  const say = benchWords.say(visit.lang)
  const [{ phases, applicantsWaiting }, owed, leaders, missing] = await Promise.all([
    progressOf(visit, problem),
    owedInCases(visit, [problem.id]),
    politiciansById(visit.read, problem.sponsors),
    missingLine(visit, problem),
  ])
  return page({
    title: say('case-title', { question: problem.question }),
    crumbs: [{ text: say('crumb'), href: visit.to('bench') }],
    isWide: true,
    body: (
      <CaseBenchPage
        reader={visit}
        say={say}
        now={visit.now}
        question={problem.question}
        journey={visit.to('journey', { problem: problem.slug })}
        missing={missing}
        missingPage={visit.to('arena.representation', { problem: problem.slug })}
        phases={phases}
        counts={tally(phases)}
        next={nextTask(phases)}
        applicantsWaiting={applicantsWaiting}
        hrefOf={(task) => hrefOf(visit, task, problem.slug)}
        owed={owed.filter((one) => !one.isDone)}
        leaders={byName(leaders.values(), visit.lang)}
        isModerator={mayModerate.allows(visit.actor)}
      />
    ),
  })
}

async function progressOf(visit: Visit<'bench'>, problem: Problem) {
  const { read } = visit
  const [parts, setUp, call, recruiting, offers, confirmed, pack] = await Promise.all([
    partsOf(visit, problem),
    setUpOf(read, problem.id),
    callOf(read, problem.id),
    recruitingOf(read, problem),
    offersOf(read, problem.id),
    isConfirmed(read, problem.id),
    packageOf(read, problem.id),
  ])
  const { applicantsWaiting, lot } = recruiting
  const { problem: own, mandate, meeting, inquiry, opinion, draft, decision, delivery, outcome } = parts
  const phases = phasesOf({
    states: {
      problem: own.state,
      mandate: mandate.state,
      meeting: meeting.state,
      inquiry: inquiry.state,
      opinion: opinion.state,
      draft: draft.state,
      decision: decision.state,
      delivery: delivery.state,
      outcome: outcome.state,
    },
    setUp: setUp === undefined ? 'none' : setUp.confirmedAt === null ? 'begun' : 'confirmed',
    hasCall: call !== undefined,
    offers: { made: offers.length, waiting: offers.filter(({ state }) => state === 'waiting').length },
    applicantsWaiting,
    lot,
    isConfirmed: confirmed,
    isHandedOver: pack !== undefined,
  })
  return { phases, applicantsWaiting, steps: stepsFrom(parts) }
}

const pages = {
  sponsor: 'problem.page',
  mandate: 'mandate.page',
  'set-up': 'arena.set-up',
  call: 'arena.people',
  applicants: 'arena.applications',
  draw: 'arena.lottery',
  offers: 'arena.vacancies',
  confirm: 'arena.people',
  meetings: 'meeting.series',
  questions: 'inquiry.questions',
  opinion: 'opinion.statements',
  draft: 'draft.page',
  'hand-over': 'decision.page',
  answers: 'decision.page',
  commitments: 'delivery.page',
  outcome: 'outcome.page',
} as const satisfies Readonly<Record<TaskName, string>>

function hrefOf(visit: Visit<'bench'>, task: TaskName, problem: string): string {
  // Applications are for who chooses and their clerks; others on the bench see who takes part.
  const isForOthers =
    ['set-up', 'applicants', 'offers'].includes(task) && !holds(visit.actor, 'clerk', 'facilitator', 'politician')
  return visit.to(isForOthers ? 'arena.people' : pages[task], { problem })
}
