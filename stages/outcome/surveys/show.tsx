import { bodyById, todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { packageOf } from '../../decision/index.ts'
import { adoptedMandate } from '../../mandate/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { outcomeCrumbs } from '../crumbs.ts'
import { mayPrepareHere } from '../rules.ts'
import { standingOf } from './commands.ts'
import { itemsFor, pagesOf } from './instruments.ts'
import { surveysWords } from './messages/words.ts'
import { NoSurveyPage, SurveyPage } from './pages/survey-page.tsx'
import { SurveysPage, type Running } from './pages/surveys-page.tsx'
import { waitsFor, moments, type Moment } from './rules.ts'
import * as store from './store.ts'

/** Loads what a page of the surveys needs and puts it on the page. */

type AtProblem = Visit & { readonly params: { readonly problem: string } }
type AtSurvey = Visit & { readonly params: { readonly problem: string; readonly moment: string } }

export function momentOf(text: string): Moment | undefined {
  return moments.find((moment) => moment === text)
}

export async function surveysPage(visit: AtProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const rounds = await store.roundsOf(visit.read, problem.id)
  const say = surveysWords.say(visit.lang)
  const running = rounds.filter(({ published }) => published === null)
  return page({
    title: `${say('page.title')}: ${problem.question}`,
    crumbs: crumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    isWide: rounds.some(({ published }) => published !== null),
    body: (
      <SurveysPage
        reader={visit}
        typed={visit.form.typed}
        {...{ say, errors, problem, rounds }}
        body={await bodyName(visit, problem)}
        running={await Promise.all(running.map((round) => runningOf(visit, round)))}
        mayOpen={await opensNow(visit, problem)}
      />
    ),
  })
}

/** What the body that answers calls itself: before the hand-over, the one the mandate names. */
async function bodyName({ read, lang }: Visit, { id }: Problem): Promise<string> {
  const body = (await packageOf(read, id))?.body ?? (await adoptedMandate(read, id))?.recipientBody ?? null
  const named = body === null ? undefined : await bodyById(read, body)
  return named?.name ?? surveysWords.say(lang)('the-body')
}

async function runningOf({ read, actor }: Visit, round: store.Round): Promise<Running> {
  const counts = await store.askedCounts(read, round)
  const as = actor.account === null ? undefined : await store.askedAs(read, round, actor.account)
  const asked = Object.values(counts).reduce((sum, count) => sum + count, 0)
  if (as === undefined || actor.account === null) return { ...round, asked, hers: null }
  const of = itemsFor(as, round.moment).length
  return { ...round, asked, hers: { done: (await store.answeredItems(read, round, actor.account)).size, of } }
}

async function opensNow(visit: Visit, problem: Problem): Promise<readonly Moment[] | null> {
  if (visit.jurisdiction.isTold) return null
  const at = { problem, place: visit.jurisdiction, today: todayIn(visit.jurisdiction, visit.now) }
  const states = await Promise.all(
    moments.map(async (moment) => ({ moment, state: await standingOf(visit.read, { ...at, moment }) })),
  )
  if (!states.every(({ state }) => mayPrepareHere(state.body, visit.actor))) return null
  return states.flatMap(({ moment, state }) => (waitsFor(state, moment) === null ? [moment] : []))
}

export async function surveyPage(visit: AtSurvey, errors: readonly FieldError[] = []): Promise<Reply> {
  const { read, actor } = visit
  const moment = momentOf(visit.params.moment)
  const problem = await problemBySlug(read, visit.params.problem)
  const round = problem && moment && (await store.roundOf(read, problem.id, moment))
  if (!problem || !moment || !round) return notFound()
  const say = surveysWords.say(visit.lang)
  const as = actor.account === null ? undefined : await store.askedAs(read, round, actor.account)
  const isOver = round.published !== null || Temporal.Instant.compare(visit.now, round.closesAt) > 0
  const common = { reader: visit, say, question: problem.question, slug: problem.slug }
  const framed = (body: Parameters<typeof page>[0]['body']) =>
    page({
      title: `${say('survey.title')}: ${problem.question}`,
      crumbs: crumbs(visit, problem),
      status: errors.length > 0 ? 422 : 200,
      body,
    })
  if (as === undefined || actor.account === null || isOver)
    return framed(<NoSurveyPage {...common} why={as === undefined && !isOver ? 'not-asked' : 'over'} />)
  const answered = await store.answeredItems(read, round, actor.account)
  const pages = pagesOf(itemsFor(as, moment))
  return framed(
    <SurveyPage
      {...common}
      typed={visit.form.typed}
      at={pageAt(visit, pages, answered)}
      {...{ errors, moment, closesAt: round.closesAt, pages, answered }}
      body={await bodyName(visit, problem)}
    />,
  )
}

/** The page asked for; else the first with a question that is open. */
function pageAt(visit: Visit, pages: ReturnType<typeof pagesOf>, answered: ReadonlySet<string>): number {
  const asked = Number(visit.form.typed['page']?.[0] ?? visit.query.get('page') ?? 0) - 1
  if (asked in pages) return asked
  return Math.max(
    0,
    pages.findIndex((page) => page.some(({ key }) => !answered.has(key))),
  )
}

function crumbs(visit: Visit, problem: Problem) {
  const say = surveysWords.say(visit.lang)
  return [
    ...outcomeCrumbs(visit, problem),
    { text: say('page.title'), href: visit.to('outcome.surveys', { problem: problem.slug }) },
  ]
}
