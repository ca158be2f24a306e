import type { Id } from '@folkmoot/basics/ids.ts'
import { notFound, page, type Reply, type Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import { problemCrumbs, type Problem } from '../../stages/problem/index.ts'
import { lineOf } from './fate.ts'
import { clausesIn, contributionsIn, groupNamed, pageOf, type Group } from './groups.ts'
import { threadWords, type SayThread } from './messages/words.ts'
import { ClauseRows, GivenList, GroupPage, RecommendationRows, type GivenRow } from './pages/group-page.tsx'
import type { MatterClause, ThreadMatter } from './thread-matter.ts'
import { threadOf } from './thread-of.ts'

/** Loads the list of one group of the thread and puts it on the page. */

type AtGroup = Visit<'thread.group'>

export async function groupPage(visit: AtGroup, problem: Problem): Promise<Reply> {
  const group = groupNamed(visit.params.group)
  if (!group) return notFound()
  const say = threadWords.say(visit.lang)
  const { matter, words } = await threadOf(visit, problem)
  const shown = await listOf(visit, { group, matter, problem, say })
  const isTold = problem.source !== null
  const named =
    group.kind === 'source'
      ? { title: words.source[group.source], lead: say('list.source-lead') }
      : group.kind === 'recommendations'
        ? { title: say('list.recommendations', group), lead: say('list.recommendations-lead') }
        : group.kind === 'left'
          ? { title: words.unused, lead: say(isTold ? 'list.left-lead-told' : 'list.left-lead') }
          : { title: say(`list.${group.kind}`), lead: say(`list.${group.kind}-lead`) }
  const at = { problem: problem.slug, group: visit.params.group }
  return page({
    title: named.title,
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: say('crumb'), href: visit.to('thread.page', { problem: problem.slug }) },
    ],
    body: (
      <GroupPage
        reader={visit}
        {...{ say, ...named, ...shown }}
        slug={problem.slug}
        question={problem.question}
        language={problem.language}
        href={(to) => `${visit.to('thread.group', at)}${to === 1 ? '' : `?page=${to}`}`}
      >
        {shown.list}
      </GroupPage>
    ),
  })
}

type Listing = {
  readonly group: Group
  readonly matter: ThreadMatter
  readonly problem: Problem
  readonly say: SayThread
}

async function listOf(visit: AtGroup, { group, matter, problem, say }: Listing) {
  const asked = visit.query.get('page')
  const countOf = countIn(matter)
  if (group.kind === 'recommendations') {
    const recommendations = matter.recommendations
      .filter(({ number }) => number >= group.from && number <= group.to)
      .toSorted((a, b) => a.number - b.number)
    const count = recommendations.length
    return { page: 1, last: 1, count, list: <RecommendationRows {...{ say, recommendations, countOf }} /> }
  }
  if (group.kind === 'uncited' || group.kind === 'background') {
    const all = clausesIn(matter, group)
    const { items, ...at } = pageOf(all, asked)
    return { ...at, count: all.length, list: <ClauseRows {...{ say, countOf }} clauses={items} /> }
  }
  const all = contributionsIn(matter, group)
  const { items, ...at } = pageOf(all, asked)
  // A list of one kind says it once, above it; what was said in meetings is of several.
  const isMixed = group.kind === 'left' || group.source === 'meeting'
  const rows = await givenRows(visit, { problem, matter, items, say, isMixed })
  const nothing =
    group.kind === 'left'
      ? ''
      : say(problem.source !== null ? 'fate.unknown' : matter.isOver ? 'list.nothing' : 'list.nothing-yet')
  return { ...at, count: all.length, list: <GivenList {...{ say, rows, nothing }} /> }
}

/** How many contributions a clause came from; the question of the case is cited, and nobody's contribution to it. */
function countIn({ contributions }: ThreadMatter): (clause: MatterClause) => number {
  const known = new Set(contributions.map(({ thing }) => thing.id))
  return ({ cites }) => cites.filter((id) => known.has(id)).length
}

const mostClauses = 3

async function givenRows(
  visit: AtGroup,
  {
    problem,
    matter,
    items,
    say,
    isMixed,
  }: Omit<Listing, 'group'> & {
    readonly items: ThreadMatter['contributions']
    readonly isMixed: boolean
  },
): Promise<readonly GivenRow[]> {
  const things = items.map(({ thing }) => thing)
  const [cards, hidden] = await Promise.all([
    cardsOf(visit.read, things),
    hiddenAmong(
      visit.read,
      things.map(({ id }) => id),
    ),
  ])
  const sought = new Set<Id>(items.flatMap(({ thing, end }) => [thing.id, end]))
  const named = new Map<Id, MatterClause[]>()
  for (const clause of [...matter.recommendations.flatMap((one) => one.clauses), ...matter.passages])
    for (const id of clause.cites)
      if (sought.has(id)) {
        const clauses = named.get(id) ?? []
        named.set(id, clauses)
        clauses.push(clause)
      }
  return items.map(({ thing, end }): GivenRow => {
    const card = cards.get(thing.id)
    const line = card?.visibility === 'public' ? lineOf(visit, card) : undefined
    const clauses = [...new Set([thing.id, end].flatMap((id) => named.get(id) ?? []))]
    return {
      title: !line ? say('text-closed') : hidden.has(thing.id) ? say('text-hidden') : line.title,
      href: line?.href ?? '',
      kind: isMixed ? (line?.kind ?? '') : '',
      fate: visit.to('thread.fate', { problem: problem.slug, kind: thing.kind, thing: thing.id }),
      clauses: clauses.slice(0, mostClauses),
      more: Math.max(0, clauses.length - mostClauses),
    }
  })
}
