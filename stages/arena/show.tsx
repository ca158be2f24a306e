import { holds, isStaff } from '@folkmoot/basics/actor.ts'
import { membersOf, politicians, politiciansById, todayIn } from '../../platform/directory/index.ts'
import { notFound, page, refused, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { affectedActors, problemBySlug, problemCrumbs, toInvite, type Problem } from '../problem/index.ts'
import { typedFeatures } from './features/form.ts'
import { countedBy } from './features/show.tsx'
import { toldFeaturesOf } from './features/told-store.ts'
import { mayReadDrafts } from './framings/rules.ts'
import { isOnePartyOnly } from './composition.ts'
import { loadArena } from './arena.ts'
import { ringsOf } from './groups/rings.ts'
import { arenaWords } from './messages/words.ts'
import { ApplicationsPage } from './pages/applications-page.tsx'
import { AppliedPage, ApplyPage } from './pages/apply-page.tsx'
import { PeoplePage } from './pages/people-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import * as rules from './rules.ts'
import { isCallOpen } from './slots.ts'
import { staffingOf } from './staffing/store.ts'
import * as store from './store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type OfProblem = Visit<'arena.people'>

export async function peoplePage(visit: OfProblem, errors: readonly FieldError[] = []): Promise<Reply> {
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
  const [named, applications, seated, people, members] = await Promise.all([
    affectedActors(visit.read, problem.id),
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
  const [rings, serving] = await Promise.all([
    ringsOf(visit.read, problem.id, arena.seats),
    staffingOf(visit.read, problem.id),
  ])
  return page({
    title,
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PeoplePage
        {...{ problem, arena, people, members, errors, typed: visit.form.typed }}
        {...{ rings, serving }}
        reader={visit}
        say={say(visit)}
        isOpen={isCallOpen(arena, visit.now)}
        toInvite={toInvite(named)}
        isOneParty={isOnePartyOnly(politicalParties, partiesInCouncil)}
        appliedFor={Map.groupBy(applications, (one) => one.profile)}
        applicationCount={applications.length}
        waitingCount={applications.filter((one) => one.state === 'waiting').length}
        mine={applications.find((one) => one.account === visit.actor.account)}
        candidates={seated.filter(({ id }) => !arena.seats.some((seat) => seat.person === id))}
        may={{
          lead: rules.leads(arena, visit.actor),
          reframe: mayReadDrafts.allows(visit.actor) && arena.isConfirmed,
          readApplications: mayRead(arena, visit),
          // Politicians are seated, and staff prepare: neither asks for a citizen's seat.
          apply: !holds(visit.actor, 'politician') && !isStaff(visit.actor),
        }}
      />
    ),
  })
}

export async function applyPage(visit: OfProblem, errors: readonly FieldError[] = []): Promise<Reply> {
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
  const [counted, told] = await Promise.all([countedBy(visit), toldFeaturesOf(visit.read, [visit.actor.account])])
  const typed = errors.length > 0 ? visit.form.typed : typedFeatures(told.get(visit.actor.account))
  return page({
    title: words('apply.title'),
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: <ApplyPage {...shared} counted={counted} typed={typed} errors={errors} />,
  })
}

/** Those who choose, and clerks and facilitators who prepare. */
function mayRead(arena: rules.ArenaState, visit: Visit): boolean {
  return (
    rules.leads(arena, visit.actor) || visit.actor.roles.some(({ name }) => name === 'clerk' || name === 'facilitator')
  )
}

export async function applicationsPage(
  visit: OfProblem,
  errors: readonly FieldError[] = [],
  atNumber = 0,
): Promise<Reply> {
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

export function say(visit: Visit) {
  return arenaWords.say(visit.lang)
}
