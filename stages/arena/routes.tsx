import { anyone, holds, isStaff } from '@folkmoot/basics/actor.ts'
import { parseId } from '@folkmoot/basics/ids.ts'
import { membersOf, politicians, politiciansById, todayIn } from '../../platform/directory/index.ts'
import {
  field,
  fields,
  notFound,
  page,
  readForm,
  redirect,
  redirectSaying,
  refused,
  route,
  type FieldError,
  type Reply,
  type Route,
  type Visit,
} from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../problem/index.ts'
import * as commands from './commands.ts'
import { isOnePartyOnly } from './composition.ts'
import { loadArena } from './load.ts'
import { arenaWords, type ArenaKey } from './messages/words.ts'
import { ApplicationsPage } from './pages/applications-page.tsx'
import { AppliedPage, ApplyPage } from './pages/apply-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import * as rules from './rules.ts'
import { isCallOpen } from './slots.ts'
import * as store from './store.ts'

const callForm = fields({ until: field.date() })
const applyForm = fields({
  profile: field.text({ most: 36 }),
  motivation: field.text({ most: 2000 }),
  tie: field.text({ most: 500 }),
  gender: field.choice(['none', 'woman', 'man', 'other']),
})
const answerForm = fields({ answer: field.choice(['select', 'decline']), reason: field.text({ most: 1000 }) })
const seatForm = fields({ person: field.text({ most: 36 }), chair: field.ticked(), reason: field.text({ most: 1000 }) })
const confirmForm = fields({ exception: field.optionalText({ most: 1000 }) })

export const arenaRoutes: readonly Route[] = [
  route('arena.people', { allowed: anyone, records: 'nothing' }, (visit) => peoplePage(visit)),

  route('arena.open-call', { allowed: rules.mayLead, records: ['arena.call-opened'] }, async (visit) => {
    const form = readForm(visit, callForm)
    if (!form.ok) return peoplePage(visit, form.errors)
    const opened = await commands.openCall(visit.database, visit.actor, {
      slug: visit.params.problem,
      until: form.value.until,
      timeZone: visit.jurisdiction.timeZone,
    })
    if (!opened.ok) return complain(visit, opened.refusal)
    return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
      text: say(visit)('done.call'),
      next: say(visit)('done.call-next', { day: visit.time.weekday(form.value.until) }),
    })
  }),

  route('arena.seat-politician', { allowed: rules.mayLead, records: ['arena.seated'] }, async (visit) => {
    const form = readForm(visit, seatForm)
    if (!form.ok) return peoplePage(visit, form.errors)
    const person = parseId('person', form.value.person)
    if (!person) return peoplePage(visit, [{ field: 'person', text: visit.common('choose-one') }])
    const seated = await commands.seatPolitician(visit.database, visit.actor, {
      slug: visit.params.problem,
      person,
      isChair: form.value.chair,
      reason: form.value.reason,
    })
    if (!seated.ok) return complain(visit, seated.refusal)
    return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
      text: say(visit)('done.seated'),
      next: say(visit)('done.seated-next'),
    })
  }),

  route('arena.confirm', { allowed: rules.mayLead, records: ['arena.confirmed'] }, async (visit) => {
    const form = readForm(visit, confirmForm)
    if (!form.ok) return peoplePage(visit, form.errors)
    const confirmed = await commands.confirmGroup(visit.database, visit.actor, {
      slug: visit.params.problem,
      ...form.value,
    })
    if (!confirmed.ok) return complain(visit, confirmed.refusal)
    return redirectSaying(visit.to('arena.people', { problem: visit.params.problem }), {
      text: say(visit)('done.confirmed'),
      next: say(visit)('done.confirmed-next'),
    })
  }),

  route('arena.application', { allowed: rules.mayApply, records: 'nothing' }, (visit) => applyPage(visit)),

  route('arena.apply', { allowed: rules.mayApply, records: ['arena.applied'] }, async (visit) => {
    const form = readForm(visit, applyForm)
    if (!form.ok) return applyPage(visit, form.errors)
    const profile = parseId('profile', form.value.profile)
    if (!profile) return applyPage(visit, [{ field: 'profile', text: visit.common('choose-one') }])
    const { gender, ...words } = form.value
    const applied = await commands.applyForSeat(visit.database, visit.actor, {
      ...words,
      slug: visit.params.problem,
      profile,
      gender: gender === 'none' ? null : gender,
    })
    if (!applied.ok) return refused(say(visit)(`refused.${applied.refusal}`))
    return redirect(visit.to('arena.application', { problem: visit.params.problem }))
  }),

  route('arena.applications', { allowed: rules.mayReadApplications, records: 'nothing' }, (visit) =>
    applicationsPage(visit),
  ),

  route(
    'arena.select',
    { allowed: rules.mayReadApplications, records: ['arena.application-answered', 'arena.seated'] },
    async (visit) => {
      const form = readForm(visit, answerForm)
      if (!form.ok) return applicationsPage(visit, form.errors, Number(visit.params.number))
      const answered = await commands.answerApplication(visit.database, visit.actor, {
        slug: visit.params.problem,
        number: Number(visit.params.number),
        isSelected: form.value.answer === 'select',
        reason: form.value.reason,
      })
      if (!answered.ok) return refused(say(visit)(`refused.${answered.refusal}`))
      return redirectSaying(visit.to('arena.applications', { problem: visit.params.problem }), {
        text: say(visit)(form.value.answer === 'select' ? 'done.selected' : 'done.declined'),
        next: say(visit)('done.answered-next'),
      })
    },
  ),
]

type OfProblem = Visit<'arena.people'>

type Refusal = Extract<ArenaKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

// Who may not act here at all has no form to mend.
const closedDoors: ReadonlySet<Refusal> = new Set<Refusal>([
  'staff-never-choose',
  'not-yours-to-lead',
  'no-such-problem',
])

const fieldsOfRefusals: Readonly<Partial<Record<Refusal, string>>> = {
  'closes-too-soon': 'until',
  'rule-not-met': 'exception',
  'seated-already': 'person',
  'no-account': 'person',
  'chair-taken': 'chair',
  'reason-needed': 'reason',
}

/** The page again with what was typed, the complaint at its field; the list of what the rule misses stands beside it. */
function complain(visit: OfProblem, refusal: Refusal): Promise<Reply> | Reply {
  const text = say(visit)(`refused.${refusal}`)
  return closedDoors.has(refusal)
    ? refused(text, 403)
    : peoplePage(visit, [{ field: fieldsOfRefusals[refusal] ?? '', text }])
}

function say(visit: Visit) {
  return arenaWords.say(visit.lang)
}

async function peoplePage(visit: OfProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const title = say(visit)('page.title')
  const crumbs = problemCrumbs(visit, problem)
  if (problem.source !== null) {
    const groups = await store.toldGroupsOf(visit.read, problem.id)
    return page({
      title,
      crumbs,
      body: <ToldPage say={say(visit)} reader={visit} groups={groups} question={problem.question} />,
    })
  }
  const arena = await loadArena(visit.read, problem)
  const [applications, seated, people, members] = await Promise.all([
    store.applicationsOf(visit.read, problem.id),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
    politiciansById(
      visit.read,
      arena.seats.flatMap((seat) => seat.person ?? []),
    ),
    bylines(
      visit.read,
      arena.seats.map((seat) => seat.account),
    ),
  ])
  const council = arena.parentBody
    ? await membersOf(visit.read, arena.parentBody, todayIn(visit.jurisdiction, visit.now))
    : []
  const partiesInCouncil = new Set(seated.filter(({ id }) => council.includes(id)).map(({ party }) => party)).size
  const politicalParties = arena.seats.flatMap((seat) => (seat.person ? [people.get(seat.person)?.party ?? null] : []))
  return page({
    title,
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PeoplePage
        {...{ problem, arena, people, members, errors, typed: visit.form.typed }}
        reader={visit}
        say={say(visit)}
        isOpen={isCallOpen(arena, visit.now)}
        isOneParty={isOnePartyOnly(politicalParties, partiesInCouncil)}
        appliedFor={Map.groupBy(applications, (one) => one.profile)}
        applicationCount={applications.length}
        waitingCount={applications.filter((one) => one.state === 'waiting').length}
        mine={applications.find((one) => one.account === visit.actor.account)}
        candidates={seated.filter(({ id }) => !arena.seats.some((seat) => seat.person === id))}
        may={{
          lead: rules.leads(arena, visit.actor),
          readApplications: mayRead(arena, visit),
          // Politicians are seated, and staff prepare: neither asks for a citizen's seat.
          apply: !holds(visit.actor, 'politician') && !isStaff(visit.actor),
        }}
      />
    ),
  })
}

async function applyPage(visit: OfProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem || visit.actor.account === null) return notFound()
  const arena = await loadArena(visit.read, problem)
  const words = say(visit)
  const crumbs = [
    ...problemCrumbs(visit, problem),
    { text: words('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
  ]
  const mine = await store.applicationOf(visit.read, problem.id, visit.actor.account)
  const shared = { say: words, reader: visit, problem, arena }
  if (mine) return page({ title: words('apply.done'), crumbs, body: <AppliedPage {...shared} application={mine} /> })
  const allowed = rules.apply(arena, { hasApplied: false, isProfile: true }, { actor: visit.actor, now: visit.now })
  if (!allowed.ok) return refused(words(`refused.${allowed.refusal}`), 403)
  return page({
    title: words('apply.title'),
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: <ApplyPage {...shared} typed={visit.form.typed} errors={errors} />,
  })
}

/** Those who choose, and clerks and facilitators who prepare. */
function mayRead(arena: rules.ArenaState, visit: Visit): boolean {
  return (
    rules.leads(arena, visit.actor) || visit.actor.roles.some(({ name }) => name === 'clerk' || name === 'facilitator')
  )
}

async function applicationsPage(visit: OfProblem, errors: readonly FieldError[] = [], atNumber = 0): Promise<Reply> {
  const problem: Problem | undefined = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const arena = await loadArena(visit.read, problem)
  const words = say(visit)
  if (!mayRead(arena, visit)) return refused(words('refused.not-yours-to-lead'), 403)
  const applications = await store.applicationsOf(visit.read, problem.id)
  const authors = await bylines(
    visit.read,
    applications.map((one) => one.account),
  )
  return page({
    title: words('list.title'),
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: words('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <ApplicationsPage
        {...{ problem, arena, applications, authors, errors, atNumber, typed: visit.form.typed }}
        reader={visit}
        say={words}
        mayAnswer={rules.leads(arena, visit.actor) && !arena.isConfirmed}
      />
    ),
  })
}
