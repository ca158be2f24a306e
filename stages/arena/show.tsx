import { holds, isStaff } from '@folkmoot/basics/actor.ts'
import { majorityOf, membersOf, politicians, politiciansById, todayIn } from '../../platform/directory/index.ts'
import { notFound, page, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { bylines } from '../../platform/identity/index.ts'
import { affectedActors, problemBySlug, problemCrumbs, toInvite } from '../problem/index.ts'
import { lookedForNow } from './appeals/slots.ts'
import { forgettingOf } from './forgetting/store.ts'
import { mayReadDrafts } from './framings/rules.ts'
import { fills } from './acceptances/rules.ts'
import { isMajorityOnly, isOnePartyOnly } from './composition/missing.ts'
import { mayRead } from './application-show.tsx'
import { loadArena } from './arena.ts'
import { awaits } from './awaiting-rules.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { drawLine } from './lottery/slots.ts'
import { soughtBy } from './calls/seeking.ts'
import { ringsOf } from './groups/rings.ts'
import { arenaWords } from './messages/words.ts'
import { PeoplePage } from './pages/people-page.tsx'
import { ToldPage } from './pages/told-page.tsx'
import * as rules from './rules.ts'
import { affectedLines, reachedIn } from './representation/affected.ts'
import { isCallOpen } from './slots.ts'
import { staffingOf } from './staffing/store.ts'
import { exceptionsOf, groupsByPerson, groupLimitsOf } from './workload/store.ts'
import * as store from './store.ts'
import { toldGroupsOf } from './told-store.ts'

/** Loads what a page needs and puts it on the page: the reading half of the routes. */

export type OfProblem = Visit<'arena.people'>

export async function peoplePage(visit: OfProblem, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const title = say(visit)('page.title')
  const crumbs = problemCrumbs(visit, problem)
  if (problem.source !== null) {
    const groups = await toldGroupsOf(visit.read, problem.id)
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
      arena.seats.flatMap((seat) => [seat.account, seat.chosenBy]),
    ),
  ])
  const atTable = affectedLines(named, { profiles: arena.rule.profiles, seats: arena.seats })
  const missing = new Set(reachedIn(atTable).missing.map(({ actor }) => actor.id))
  const asked = applications.filter(({ state }) => state !== 'withdrawn')
  const council = arena.parentBody
    ? await membersOf(visit.read, arena.parentBody, todayIn(visit.jurisdiction, visit.now))
    : []
  const majority = arena.parentBody ? await majorityOf(visit.read, arena.parentBody) : []
  const partiesInCouncil = new Set(seated.filter(({ id }) => council.includes(id)).map(({ party }) => party)).size
  const politicalParties = arena.seats.flatMap((seat) => (seat.person ? [people.get(seat.person)?.party ?? null] : []))
  const [rings, serving, lookedFor, limits, groups, exceptions, inDraw, draw] = await Promise.all([
    ringsOf(visit.read, problem.id, arena.seats),
    staffingOf(visit.read, problem.id),
    lookedForNow(visit, problem.id, isCallOpen(arena, visit.now)),
    groupLimitsOf(visit.read),
    groupsByPerson(visit.read, todayIn(visit.jurisdiction, visit.now)),
    exceptionsOf(visit.read, problem.id),
    accountsInDraw(visit.read, problem.id),
    drawLine(visit, problem),
  ])
  return page({
    title,
    crumbs,
    status: errors.length > 0 ? 422 : 200,
    body: (
      <PeoplePage
        {...{ problem, arena, people, members, errors, typed: visit.form.typed }}
        {...{ rings, serving, lookedFor }}
        workload={{ limits, groups, exceptions }}
        reader={visit}
        say={say(visit)}
        forgetting={await forgettingOf(visit.read, problem.id)}
        isOpen={isCallOpen(arena, visit.now)}
        sought={await soughtBy(visit, { problem, applications })}
        affected={named}
        toInvite={toInvite(named).filter(({ id }) => missing.has(id))}
        isOneParty={isOnePartyOnly(politicalParties, partiesInCouncil)}
        isMajorityOnly={isMajorityOnly(politicalParties, {
          majority: majority.map(({ name }) => name),
          inBody: seated.filter(({ id }) => council.includes(id)).map(({ party }) => party),
        })}
        choosers={members}
        isAsked={arena.asked.some(({ account }) => account === visit.actor.account)}
        appliedFor={Map.groupBy(asked, (one) => one.profile)}
        applicationCount={asked.length}
        waitingCount={applications.filter((one) => one.state === 'waiting').length}
        waits={awaits(applications, { filling: arena.filling, inDraw })}
        drawSentence={draw?.sentence ?? ''}
        mine={asked.find((one) => one.account === visit.actor.account)}
        candidates={seated.filter(({ id }) => ![...arena.seats, ...arena.asked].some((one) => one.person === id))}
        may={{
          lead: rules.leads(arena, visit.actor),
          fill: fills(arena, problem.id, visit.actor),
          leave: arena.seats.some(({ account }) => account === visit.actor.account),
          reframe: mayReadDrafts.allows(visit.actor) && arena.isConfirmed,
          readApplications: mayRead(arena, visit),
          // Politicians are seated, and staff prepare: neither asks for a citizen's seat.
          apply: !holds(visit.actor, 'politician') && !isStaff(visit.actor),
        }}
      />
    ),
  })
}

export function say(visit: Visit) {
  return arenaWords.say(visit.lang)
}
