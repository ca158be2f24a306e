import { anyone } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { notFound, page, route, type Route, type Visit } from '../../platform/http/index.ts'
import { hiddenAmong, hiddenWords } from '../../platform/moderation/index.ts'
import { authorsOfEach } from '../../platform/notices/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import {
  givenInGroups,
  groupsWords,
  ringNames,
  ringsOf,
  ringWords,
  seatsOf,
  workingGroupsOf,
  type RingName,
} from '../../stages/arena/index.ts'
import { problemBySlug, problemCrumbs, type Problem } from '../../stages/problem/index.ts'
import { matterOf } from '../thread/reading.ts'
import { fromEachRing, type FromRing } from './by-ring.ts'
import { ringsWords } from './messages/words.ts'
import { RingsPage, type RingLine, type RingPart } from './pages/rings-page.tsx'

/** Of what a ring gave and the text names, so much is listed; the thread has it all. */
const mostListed = 10

export const ringsRoutes: readonly Route[] = [
  route('journey.rings', { allowed: anyone, records: 'nothing' }, async (visit) => {
    const problem = await problemBySlug(visit.read, visit.params.problem)
    if (!problem) return notFound()
    const say = ringsWords.say(visit.lang)
    return page({
      title: say('title'),
      crumbs: [
        ...problemCrumbs(visit, problem),
        { text: say('to-people'), href: visit.to('arena.people', { problem: problem.slug }) },
      ],
      body: (
        <RingsPage
          reader={visit}
          {...{ say, problem }}
          parts={problem.source === null ? await partsOf(visit, problem) : []}
        />
      ),
    })
  }),
]

async function partsOf(visit: Visit, problem: Problem): Promise<readonly RingPart[]> {
  const { read } = visit
  const [matter, seats, groups] = await Promise.all([
    matterOf(visit, problem),
    seatsOf(read, problem.id),
    workingGroupsOf(read, problem.id),
  ])
  const ids = matter.contributions.map(({ thing }) => thing.id)
  const [rings, inGroups, authors, hidden] = await Promise.all([
    ringsOf(read, problem.id, seats),
    givenInGroups(
      read,
      groups.map(({ id }) => id),
    ),
    authorsOfEach(read, ids),
    hiddenAmong(
      read,
      groups.map(({ id }) => id),
    ),
  ])
  const from = fromEachRing(matter, { seats: new Set<Id>(seats.map(({ account }) => account)), inGroups, authors })
  const say = groupsWords.say(visit.lang)
  const lines = new Map<RingName, readonly RingLine[]>([
    [
      'groups',
      groups.map(({ id, number, question, language }) => ({
        title: hidden.has(id) ? hiddenWords : question,
        lang: language,
        href: visit.to('arena.group', { problem: problem.slug, number }),
      })),
    ],
  ])
  return Promise.all(
    ringNames.map(async (ring) => ({
      ring,
      name: say(`rings.${ring}`),
      size: ringWords(say, ring, rings),
      came: ring === 'followers' ? null : await cameOf(visit, problem, from[ring]),
      groups: lines.get(ring) ?? [],
    })),
  )
}

async function cameOf(visit: Visit, problem: Problem, { given, taken, recommendations }: FromRing) {
  const say = ringsWords.say(visit.lang)
  return {
    given: given.length,
    taken: taken.length,
    recommendations: recommendations.map(({ number, title, href, lang }) => ({
      title: say('recommendation', { number, title }),
      href,
      lang,
    })),
    lines: await named(
      visit,
      problem,
      taken.slice(0, mostListed).map(({ thing }) => thing),
    ),
  }
}

/** Each with the page of its fate; what was hidden keeps its place without its words. */
async function named(visit: Visit, problem: Problem, things: readonly Thing[]): Promise<readonly RingLine[]> {
  const [cards, hidden] = await Promise.all([
    cardsOf(visit.read, things),
    hiddenAmong(
      visit.read,
      things.map(({ id }) => id),
    ),
  ])
  return things.flatMap(({ kind, id }) => {
    const card = cards.get(id)
    if (!card || card.visibility !== 'public') return []
    const href = visit.to('thread.fate', { problem: problem.slug, kind, thing: id })
    return [{ title: hidden.has(id) ? hiddenWords : card.title, href }]
  })
}
