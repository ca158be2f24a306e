import { holdsIn, isStaff } from '@folkmoot/basics/actor.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { notFound, page, type Crumb, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { bylines } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../problem/index.ts'
import { arenaWords } from '../messages/words.ts'
import { stateOf } from './commands.ts'
import { givenIn } from './contributions.ts'
import { lineOf, linesOf } from './lines.ts'
import { membersOfGroup } from './member-store.ts'
import { groupsWords } from './messages/words.ts'
import { GroupPage } from './pages/group-page.tsx'
import { GroupsPage } from './pages/groups-page.tsx'
import { OpeningPage } from './pages/opening-page.tsx'
import { reportLines } from './report-lines.ts'
import { reportsOf } from './report-store.ts'
import * as rules from './rules.ts'
import { groupsOf } from './store.ts'

type OfCase = Visit & { readonly params: { readonly problem: string } }
export type OfGroup = Visit & { readonly params: { readonly problem: string; readonly number: string } }

export function say(visit: Visit) {
  return groupsWords.say(visit.lang)
}

export async function groupsPage(visit: OfCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const groups = await groupsOf(visit.read, problem.id)
  const ids = groups.map(({ id }) => id)
  const [hidden, reports] = await Promise.all([hiddenAmong(visit.read, ids), reportsOf(visit.read, ids)])
  const day = todayIn(visit.jurisdiction, visit.now)
  return page({
    title: say(visit)('title'),
    crumbs: crumbsToPeople(visit, problem),
    body: (
      <GroupsPage
        reader={visit}
        say={say(visit)}
        {...{ problem, groups }}
        hidden={new Set(hidden.keys())}
        reportCounts={new Map([...Map.groupBy(reports, ({ group }) => group)].map(([id, its]) => [id, its.length]))}
        isJoinable={(group) => rules.isJoinable(stateOf(group), day)}
        mayOpen={holdsIn(visit.actor, problem.id, 'member') && problem.mergedInto === null}
      />
    ),
  })
}

export async function openingPage(visit: OfCase, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  return page({
    title: say(visit)('open'),
    crumbs: crumbsToGroups(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <OpeningPage
        reader={visit}
        say={say(visit)}
        {...{ problem, errors }}
        tomorrow={todayIn(visit.jurisdiction, visit.now).add({ days: 1 })}
        typed={visit.form.typed}
      />
    ),
  })
}

export async function groupPage(visit: OfGroup, errors: readonly FieldError[] = []): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  const group = problem && (await groupsOf(visit.read, problem.id)).find((one) => one.number === numberOf(visit))
  if (!group) return notFound()
  const { actor, read } = visit
  const [hidden, members, given, reports] = await Promise.all([
    hiddenAmong(read, [group.id]),
    membersOfGroup(read, group.id),
    givenIn(read, group.id),
    reportLines(visit, group.id),
  ])
  const named = members.filter((one) => one.isNamed).map(({ account }) => account)
  const authors = await bylines(read, [group.openedBy, ...named])
  const mine = members.find(({ account }) => account === actor.account) ?? null
  const state = stateOf(group)
  const isIn = { isIn: mine !== null }
  const today = todayIn(visit.jurisdiction, visit.now)
  const stone = hidden.get(group.id)
  return page({
    title: stone ? say(visit)('number', { number: group.number }) : group.question,
    crumbs: crumbsToGroups(visit, problem),
    status: errors.length > 0 ? 422 : 200,
    body: (
      <GroupPage
        reader={visit}
        say={say(visit)}
        {...{ problem, group, stone, mine, reports, errors }}
        opener={authors.get(group.openedBy)}
        named={byName(named.flatMap((account) => authors.get(account) ?? []))}
        given={given.map(({ card, became }) => ({
          ...lineOf(visit, card),
          id: card.thing.id,
          became: linesOf(visit, became),
        }))}
        isJoinable={rules.isJoinable(state, today)}
        may={{
          // Who has not said who she is yet is told so when she presses.
          join: !isStaff(actor) && mine === null,
          report: rules.reportForGroup(state, isIn, actor).ok,
          close: rules.closeGroup(state, actor).ok,
          isStaff: isStaff(actor),
        }}
        typed={visit.form.typed}
      />
    ),
  })
}

function crumbsToPeople(visit: Visit, problem: Problem): readonly Crumb[] {
  return [
    ...problemCrumbs(visit, problem),
    { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
  ]
}

function crumbsToGroups(visit: Visit, problem: Problem): readonly Crumb[] {
  const href = visit.to('arena.groups', { problem: problem.slug })
  return [...crumbsToPeople(visit, problem), { text: say(visit)('title'), href }]
}

export function numberOf({ params }: OfGroup): number {
  return /^\d{1,9}$/.test(params.number) ? Number(params.number) : 0
}

function byName<One extends { readonly name: string }>(people: readonly One[]): readonly One[] {
  return people.toSorted((one, other) => one.name.localeCompare(other.name))
}
