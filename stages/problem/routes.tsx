import { anyone } from '@folkmoot/basics/actor.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirectSaying,
  refused,
  route,
  type Done,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { agendaWords } from './agenda/messages/words.ts'
import { NoRulePage } from './agenda/pages/no-rule-page.tsx'
import { agendaRoutes } from './agenda/routes.tsx'
import { hasChannel, maySetRule } from './agenda/rules.ts'
import { ruleInForce } from './agenda/store.ts'
import { actorWords } from './actors/messages/words.ts'
import { mayNameActor } from './actors/rules.ts'
import { actorRoutes } from './actors/routes.tsx'
import { affectedActors } from './actors/store.ts'
import * as commands from './commands.ts'
import { problemCrumbs } from './crumbs.ts'
import { problemWords } from './messages/words.ts'
import { NewPage } from './pages/new-page.tsx'
import { ProblemPage } from './pages/problem-page.tsx'
import { ReframePage } from './pages/reframe-page.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

const framingFields = {
  question: field.line({ least: 5, most: 200 }),
  whatHappens: field.text({ most: 4000 }),
  whoIsAffected: field.text({ most: 2000 }),
}
const raiseForm = fields(framingFields)
const sponsorForm = fields({ words: field.text({ most: 2000 }) })
const reframeForm = fields({ ...framingFields, reason: field.text({ most: 2000 }) })
const answerForm = fields({ answer: field.choice(['accept', 'decline']), reason: field.optionalText({ most: 2000 }) })
export const problemRoutes: readonly Route[] = [
  ...agendaRoutes,
  route('problem.new', { allowed: rules.mayRaise, records: 'nothing' }, async (visit) =>
    hasChannel((await ruleInForce(visit.read)) !== undefined, visit.actor) ? newPage(visit) : noRulePage(visit),
  ),

  route('problem.raise', { allowed: rules.mayRaise, records: ['problem.raised'] }, async (visit) => {
    const form = readForm(visit, raiseForm)
    if (!form.ok) return newPage(visit, form.errors)
    const raised = await commands.raiseProblem(visit.database, visit.actor, { ...form.value, language: visit.lang })
    if (!raised.ok && raised.refusal === 'no-rule') return noRulePage(visit, 409)
    if (!raised.ok) return refused(say(visit)(`refused.${raised.refusal}`), 403)
    return redirectSaying(visit.to('journey', { problem: raised.value.slug }), done(visit, 'raised'))
  }),

  route('problem.page', { allowed: anyone, records: 'nothing' }, (visit) => problemPage(visit)),

  route('problem.sponsor', { allowed: rules.maySponsor, records: ['problem.sponsored'] }, async (visit) => {
    const form = readForm(visit, sponsorForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const sponsored = await commands.sponsorProblem(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (!sponsored.ok) return refused(say(visit)(`refused.${sponsored.refusal}`))
    return redirectSaying(visit.to('problem.page', visit.params), done(visit, 'sponsored'))
  }),

  route('problem.reframing', { allowed: rules.mayRaise, records: 'nothing' }, (visit) => reframePage(visit)),

  route('problem.reframe', { allowed: rules.mayRaise, records: ['problem.framing-proposed'] }, async (visit) => {
    const form = readForm(visit, reframeForm)
    if (!form.ok) return reframePage(visit, form.errors)
    const proposed = await commands.proposeFraming(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (!proposed.ok) return refused(say(visit)(`refused.${proposed.refusal}`))
    return redirectSaying(visit.to('problem.page', visit.params), done(visit, 'proposed'))
  }),

  route('problem.answer-framing', { allowed: rules.mayRaise, records: ['problem.framing-answered'] }, async (visit) => {
    const form = readForm(visit, answerForm)
    if (!form.ok) return problemPage(visit, form.errors)
    const answered = await commands.answerFraming(visit.database, visit.actor, {
      slug: visit.params.problem,
      number: Number(visit.params.number),
      isAccepted: form.value.answer === 'accept',
      reason: form.value.reason,
    })
    if (!answered.ok) return refused(say(visit)(`refused.${answered.refusal}`))
    return redirectSaying(visit.to('problem.page', { problem: visit.params.problem }), done(visit, 'answered'))
  }),

  ...actorRoutes,
]

function say(visit: Visit) {
  return problemWords.say(visit.lang)
}

function done(visit: Visit, what: 'raised' | 'sponsored' | 'proposed' | 'answered'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

function newPage(visit: Visit, errors: readonly FieldError[] = []): Reply {
  const words = say(visit)
  return page({
    title: words('new.title'),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <NewPage
        say={words}
        common={visit.common}
        action={visit.to('problem.raise')}
        typed={visit.form.typed}
        errors={errors}
      />
    ),
  })
}

function noRulePage(visit: Visit, status: 200 | 409 = 200): Reply {
  const words = agendaWords.say(visit.lang)
  return page({
    title: words('none.title'),
    status,
    body: <NoRulePage reader={visit} say={words} maySet={maySetRule.allows(visit.actor)} />,
  })
}

type ProblemVisit = Visit<'problem.page'> | Visit<'problem.sponsor'> | Visit<'problem.answer-framing'>

async function problemPage(visit: ProblemVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await store.problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [framings, sponsors, actors] = await Promise.all([
    store.framings(visit.read, problem.id),
    store.sponsorsOf(visit.read, problem.id),
    affectedActors(visit.read, problem.id),
  ])
  const [authors, people, hidden] = await Promise.all([
    bylines(
      visit.read,
      framings.flatMap((framing) => [framing.proposedBy, framing.answeredBy]),
    ),
    politiciansById(visit.read, problem.sponsors),
    hiddenAmong(visit.read, [problem.id, ...framings.map((framing) => framing.id)]),
  ])
  return page({
    title: `${say(visit)('page.title')}: ${problem.question}`,
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ProblemPage
        reader={visit}
        say={say(visit)}
        sayActor={actorWords.say(visit.lang)}
        errors={errors}
        typed={visit.form.typed}
        {...{ problem, framings, sponsors, actors, authors, people, hidden }}
        may={{
          sponsor: rules.sponsor(problem, visit.actor).ok,
          reframe: rules.mayRaise.allows(visit.actor),
          answer: rules.mayAnswerFraming(problem, visit.actor),
          addActor: mayNameActor.allows(visit.actor),
        }}
      />
    ),
  })
}

async function reframePage(
  visit: Visit<'problem.reframing'> | Visit<'problem.reframe'>,
  errors: readonly FieldError[] = [],
): Promise<Reply> {
  const problem = await store.problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = say(visit)
  const firstTyped = {
    question: problem.question,
    whatHappens: problem.whatHappens,
    whoIsAffected: problem.whoIsAffected,
  }
  return page({
    title: words('reframe.title'),
    crumbs: problemCrumbs(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ReframePage
        say={words}
        common={visit.common}
        action={visit.to('problem.reframe', { problem: problem.slug })}
        typed={errors.length > 0 ? visit.form.typed : firstTyped}
        errors={errors}
      />
    ),
  })
}
