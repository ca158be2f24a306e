import { anyone } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { filesOf, type KeptFile } from '../../platform/files/index.ts'
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
import { agendaRoutes } from './agenda/routes.tsx'
import { actorWords } from './actors/messages/words.ts'
import { mayNameActor } from './actors/rules.ts'
import { actorRoutes } from './actors/routes.tsx'
import { affectedActors } from './actors/store.ts'
import * as commands from './commands.ts'
import { problemCrumbs } from './crumbs.ts'
import { framingFields, keepSent, sentFiles, withPoint, type KeptFiles } from './form.ts'
import { framings as framingsOf } from './framing-store.ts'
import { problemWords } from './messages/words.ts'
import { ProblemPage } from './pages/problem-page.tsx'
import { ReframePage } from './pages/reframe-page.tsx'
import { raisingRoutes } from './raising/routes.tsx'
import * as rules from './rules.ts'
import * as store from './store.ts'

const sponsorForm = fields({ words: field.text({ most: 2000 }) })
const reframeForm = fields({ ...framingFields, reason: field.text({ most: 2000 }) })
const answerForm = fields({ answer: field.choice(['accept', 'decline']), reason: field.optionalText({ most: 2000 }) })
export const problemRoutes: readonly Route[] = [
  ...agendaRoutes,
  ...raisingRoutes,

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
    const typed = readForm(visit, reframeForm)
    const form = typed.ok ? withPoint(visit, typed.value) : typed
    const sent = await sentFiles(visit, rules.raise(visit.actor).ok)
    if (!form.ok || sent.errors.length > 0)
      return reframePage(visit, [...(form.ok ? [] : form.errors), ...sent.errors], await keepSent(visit, sent.files))
    const proposed = await commands.proposeFraming(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
      files: sent.files,
      carried: (visit.form.typed.carried ?? []).flatMap((id) => parseId('file', id) ?? []),
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

function done(visit: Visit, what: 'sponsored' | 'proposed' | 'answered'): Done {
  return { text: say(visit)(`done.${what}`), next: say(visit)(`done.${what}-next`) }
}

function hrefOfFile({ jurisdiction }: Visit, { hash }: KeptFile): string {
  return href('file', { jurisdiction: jurisdiction.slug, hash })
}

type ProblemVisit = Visit<'problem.page'> | Visit<'problem.sponsor'> | Visit<'problem.answer-framing'>

async function problemPage(visit: ProblemVisit, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await store.problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const [framings, sponsors, actors] = await Promise.all([
    framingsOf(visit.read, problem.id),
    store.sponsorsOf(visit.read, problem.id),
    affectedActors(visit.read, problem.id),
  ])
  const [authors, files, people, hidden] = await Promise.all([
    bylines(visit.read, [
      problem.writtenDownBy,
      ...framings.flatMap((framing) => [framing.proposedBy, framing.answeredBy]),
    ]),
    filesOf(
      visit.read,
      framings.map((framing) => framing.id),
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
        files={files.map((file) => ({ ...file, href: hrefOfFile(visit, file) }))}
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
  kept: KeptFiles = {},
): Promise<Reply> {
  const problem = await store.problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = say(visit)
  const { question, whatHappens, whoIsAffected, howOften, sinceWhen, tried, place } = problem
  const point = problem.point ? `${problem.point.latitude}, ${problem.point.longitude}` : ''
  const firstTyped = { question, whatHappens, whoIsAffected, howOften, sinceWhen, tried, place, point }
  const current = (await framingsOf(visit.read, problem.id)).find((framing) => framing.state === 'current')
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
        kept={kept}
        files={current ? await filesOf(visit.read, [current.id]) : []}
      />
    ),
  })
}
