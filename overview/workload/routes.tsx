import { anyone } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { politiciansById, todayIn } from '../../platform/directory/index.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { accountsById } from '../../platform/identity/index.ts'
import { groupsByFacilitator, groupsByPerson, groupLimitsOf, seatsHeldBy } from '../../stages/arena/index.ts'
import { movedInPlace, whereIs } from '../../stages/mandate/index.ts'
import { problemBySlug, problemCrumbs, problemNames, type NamedProblem } from '../../stages/problem/index.ts'
import { workloadWords } from './messages/words.ts'
import { CasePage } from './pages/case-page.tsx'
import { PlacePage, type CaseLine, type ManyLine } from './pages/place-page.tsx'
import { timeOf } from './time-of.ts'

/** Of one's own cases so many are reckoned; after twenty years somebody has sat in many. */
const mostOwn = 10

export const workloadRoutes: readonly Route[] = [
  route('journey.workload', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    if (!problem) return notFound()
    const say = workloadWords.say(visit.lang)
    return page({
      title: say('case.title'),
      crumbs: [
        ...problemCrumbs(visit, problem),
        { text: say('to-people'), href: visit.to('arena.people', { problem: problem.slug }) },
      ],
      body: <CasePage reader={visit} {...{ say, problem }} time={await timeOf(visit, problem)} />,
    })
  }),

  route('workload', { allowed: anyone, records: 'nothing' }, (visit) => placePage(visit)),
]

async function placePage(visit: Visit) {
  const { read } = visit
  const say = workloadWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, visit.now)
  const [byPerson, byFacilitator, limits, moved, own] = await Promise.all([
    groupsByPerson(read, today),
    groupsByFacilitator(read, today),
    groupLimitsOf(read),
    movedInPlace(read),
    visit.actor.account === null ? [] : seatsHeldBy(read, visit.actor.account),
  ])
  const atWork = [...new Set([...byPerson.values(), ...byFacilitator.values()].flat())]
  const hers = own.slice(0, mostOwn).map(({ problem }) => problem)
  const named = await problemNames(read, [...atWork, ...hers])
  const cases = await linesOf(visit, atWork, named)
  const others = await linesOf(
    visit,
    hers.filter((id) => !atWork.includes(id)),
    named,
  )
  return page({
    title: say('place.title'),
    crumbs: [{ text: visit.jurisdiction.name, href: visit.to('home') }],
    isWide: true,
    body: (
      <PlacePage
        reader={visit}
        {...{ say, cases, limits }}
        mine={[...cases, ...others].flatMap(({ time, ...line }) => (time.mine ? [{ ...line, hours: time.mine }] : []))}
        many={[
          ...(await politiciansIn(visit, byPerson, limits.politicians)),
          ...(await facilitatorsIn(visit, byFacilitator, limits.facilitators)),
        ]}
        freedHours={moved
          .filter((one) => whereIs(one, today) === 'moved')
          .reduce((sum, { freedHours }) => sum + (freedHours ?? 0), 0)}
      />
    ),
  })
}

async function linesOf(
  visit: Visit,
  ids: readonly Id<'problem'>[],
  named: ReadonlyMap<Id<'problem'>, NamedProblem>,
): Promise<readonly CaseLine[]> {
  return Promise.all(
    ids.flatMap((id) => {
      const problem = named.get(id)
      if (!problem) return []
      const { question, language, slug } = problem
      const href = visit.to('journey.workload', { problem: slug })
      return [timeOf(visit, problem).then((time) => ({ question, language, href, time }))]
    }),
  )
}

type Groups<N extends 'person' | 'account'> = ReadonlyMap<Id<N>, readonly Id<'problem'>[]>

async function politiciansIn(visit: Visit, groups: Groups<'person'>, most: number): Promise<readonly ManyLine[]> {
  const people = await politiciansById(visit.read, [...groups.keys()])
  return byMany(
    [...groups].flatMap(([id, its]) => {
      const one = people.get(id)
      if (!one) return []
      const href = visit.to('person', { person: one.slug })
      return [{ name: one.name, href, groups: its.length, isFull: its.length >= most }]
    }),
  )
}

async function facilitatorsIn(visit: Visit, groups: Groups<'account'>, most: number): Promise<readonly ManyLine[]> {
  const accounts = await accountsById(visit.read, [...groups.keys()])
  const role = visit.common('role.facilitator')
  return byMany(
    [...groups].map(([id, its]) => ({
      name: [accounts.get(id)?.name ?? '', role].filter(Boolean).join(', '),
      href: undefined,
      groups: its.length,
      isFull: its.length >= most,
    })),
  )
}

/** Those in most groups first. */
function byMany(lines: readonly ManyLine[]): readonly ManyLine[] {
  return lines.toSorted((one, other) => other.groups - one.groups || one.name.localeCompare(other.name))
}
