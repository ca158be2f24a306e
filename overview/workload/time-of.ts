import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { everySeatOf, everyStaffingOf, type HeldSeat } from '../../stages/arena/index.ts'
import { attendances, countPapers, encountersWith, meetingsOf, tasksOf } from '../../stages/meeting/index.ts'
import type { NamedProblem } from '../../stages/problem/index.ts'
import { added, hoursOfFacilitator, hoursOfSeat, hoursOfTalks, unrecorded, type Held, type Hours } from './hours.ts'

export type NamedHours = { readonly name: string; readonly href: string | undefined; readonly hours: Hours }

/** The time one case asks and has had. Citizens are added up; politicians and public employees stand by name, as their attendance does. */
export type CaseTime = {
  readonly politicians: readonly NamedHours[]
  readonly facilitators: readonly NamedHours[]
  readonly citizens: { readonly count: number; readonly hours: Hours }
  readonly meetings: number
  readonly unrecorded: number
  /** Papers that went out: how long they take to read no file tells, so they are counted and not reckoned in hours. */
  readonly papers: number
  readonly tasks: { readonly all: number; readonly done: number }
  /** The reader's own, where she has a seat or facilitates. */
  readonly mine: Hours | undefined
}

export async function timeOf(visit: Visit, problem: Pick<NamedProblem, 'id'>): Promise<CaseTime> {
  const { read, now, actor } = visit
  const [seats, serving, called, tasks] = await Promise.all([
    everySeatOf(read, problem.id),
    everyStaffingOf(read, problem.id),
    meetingsOf(read, problem.id),
    tasksOf(read, problem.id),
  ])
  const held = await heldOf(visit, called)
  const seated = (one: HeldSeat): Hours => hoursOfSeat({ id: one.id, from: one.since, to: one.endedAt }, held, now)
  const citizens = byAccount(
    seats.filter(({ kind }) => kind === 'citizen').map((one) => ({ account: one.account, hours: seated(one) })),
  )
  const [politicians, papers] = await Promise.all([
    politiciansOf(visit, problem, { seats, seated }),
    countPapers(
      read,
      held.map(({ id }) => id),
    ),
  ])
  const facilitators = byAccount(
    serving
      .filter(({ role }) => role === 'facilitator')
      .map(({ account, name, namedAt, endedAt }) => ({
        account,
        name,
        href: undefined,
        hours: hoursOfFacilitator({ from: namedAt, to: endedAt }, held, now),
      })),
  )
  const own = [...politicians, ...facilitators, ...citizens].find(({ account }) => account === actor.account)
  return {
    politicians,
    facilitators,
    citizens: { count: citizens.length, hours: added(citizens.map(({ hours }) => hours)) },
    meetings: held.length,
    unrecorded: unrecorded(held, now),
    papers,
    tasks: { all: tasks.length, done: tasks.filter(({ doneAt }) => doneAt !== null).length },
    mine: own?.hours,
  }
}

type OfAccount = { readonly account: Id<'account'>; readonly hours: Hours }

/** Who left and came back is one person, with the hours of both times. */
function byAccount<One extends OfAccount>(all: readonly One[]): readonly One[] {
  return [...Map.groupBy(all, ({ account }) => account).values()].flatMap(([first, ...others]) =>
    first ? [{ ...first, hours: added([first, ...others].map(({ hours }) => hours)) }] : [],
  )
}

type Seated = { readonly seats: readonly HeldSeat[]; readonly seated: (seat: HeldSeat) => Hours }

/** Each with the talks she offered about the problem. */
async function politiciansOf(
  visit: Visit,
  problem: Pick<NamedProblem, 'id'>,
  { seats, seated }: Seated,
): Promise<readonly (NamedHours & OfAccount)[]> {
  const named = seats.flatMap((one) =>
    one.person === null ? [] : [{ ...one, person: one.person, hours: seated(one) }],
  )
  const people = await politiciansById(
    visit.read,
    named.map(({ person }) => person),
  )
  return Promise.all(
    byAccount(named).map(async ({ person, name, account, hours }) => {
      const talks = (await encountersWith(visit.read, person)).filter(
        (one) => one.problem === problem.id && one.cancelledAt === null,
      )
      const one = people.get(person)
      return {
        account,
        name,
        href: one ? visit.to('person', { person: one.slug }) : undefined,
        hours: added([hours, hoursOfTalks(talks, visit.now)]),
      }
    }),
  )
}

type Called = Awaited<ReturnType<typeof meetingsOf>>

/** Meetings whose hours are known and that were not called off, each with who came. */
async function heldOf({ read }: Visit, called: Called): Promise<readonly Held[]> {
  const came = await attendances(
    read,
    called.map(({ id }) => id),
  )
  return called.flatMap(({ id, startsAt, endsAt, state, attendanceAt }) => {
    if (startsAt === null || endsAt === null || state === 'cancelled') return []
    const here = (came.get(id) ?? []).filter(({ isPresent, standIn }) => isPresent && standIn === null)
    const present = attendanceAt === null ? null : new Set<Id<'seat'>>(here.map(({ seat }) => seat))
    return [{ id, startsAt, endsAt, present }]
  })
}
