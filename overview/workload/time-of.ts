import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import { seatsOf, staffingOf } from '../../stages/arena/index.ts'
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
    seatsOf(read, problem.id),
    staffingOf(read, problem.id),
    meetingsOf(read, problem.id),
    tasksOf(read, problem.id),
  ])
  const held = await heldOf(visit, called)
  const [people, papers] = await Promise.all([
    politiciansById(
      read,
      seats.flatMap(({ person }) => person ?? []),
    ),
    countPapers(
      read,
      held.map(({ id }) => id),
    ),
  ])
  const politicians = await Promise.all(
    seats.flatMap(({ id, person, name, account }) => {
      if (person === null) return []
      const talks = encountersWith(read, person).then((all) =>
        all.filter((one) => one.problem === problem.id && one.cancelledAt === null),
      )
      return [
        talks.then((these) => ({
          account,
          name,
          href: people.has(person) ? visit.to('person', { person: people.get(person)?.slug ?? '' }) : undefined,
          hours: added([hoursOfSeat(id, held, now), hoursOfTalks(these, now)]),
        })),
      ]
    }),
  )
  const citizens = seats.filter(({ kind }) => kind === 'citizen')
  const facilitators = serving
    .filter(({ role }) => role === 'facilitator')
    .map(({ account, name, namedAt }) => ({
      account,
      name,
      href: undefined,
      hours: hoursOfFacilitator(namedAt, held, now),
    }))
  const own = citizens.find(({ account }) => account === actor.account)
  const byName = [...politicians, ...facilitators].find(({ account }) => account === actor.account)
  return {
    politicians,
    facilitators,
    citizens: { count: citizens.length, hours: added(citizens.map(({ id }) => hoursOfSeat(id, held, now))) },
    meetings: held.length,
    unrecorded: unrecorded(held, now),
    papers,
    tasks: { all: tasks.length, done: tasks.filter(({ doneAt }) => doneAt !== null).length },
    mine: byName?.hours ?? (own ? hoursOfSeat(own.id, held, now) : undefined),
  }
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
