import type { Visit } from '../../../platform/http/index.ts'
import { affectedActors, type Problem } from '../../problem/index.ts'
import { loadArena, type Arena } from '../arena.ts'
import { affectedLines, reachedIn } from './affected.ts'
import { comparisonOf } from './against.ts'
import { representationWords, type SayRepresentation } from './messages/words.ts'
import { tooFew, type TooFew } from './report.ts'
import * as rules from './rules.ts'
import { crowdCountOf } from './store.ts'

/** Who is missing in a case, in one sentence; null before anybody could be. */
export type MissingLine = { readonly sentence: string; readonly href: string }

/** More names are read on the page itself. */
const mostNamed = 3

/** For lists of cases: of those who asked for a seat where the reader may see them, of members as everybody may. */
export async function missingLine(visit: Visit, problem: Problem): Promise<MissingLine | null> {
  if (problem.source !== null) return null
  const arena = await loadArena(visit.read, problem)
  if (!arena.isMandateAdopted || (!arena.call && arena.seats.length === 0)) return null
  const [few, actors] = await Promise.all([fewIn(visit, problem, arena), affectedActors(visit.read, problem.id)])
  const { missing } = reachedIn(affectedLines(actors, { profiles: arena.rule.profiles, seats: arena.seats }))
  const say = representationWords.say(visit.lang)
  const parts = [
    few ? fewWords(say, few) : '',
    missing.length > 0
      ? say('line.affected', {
          names: listed(
            say,
            missing.map(({ actor }) => actor.name),
          ),
        })
      : '',
  ]
  const sentence = parts.filter(Boolean).join(' ') || say(few ? 'line.nobody' : 'line.not-compared')
  return { sentence, href: visit.to('arena.representation', { problem: problem.slug }) }
}

async function fewIn(visit: Visit, { id }: Problem, arena: Arena): Promise<TooFew | undefined> {
  const comparison = await comparisonOf(visit.read, id)
  if (!comparison) return undefined
  const isPublic = arena.isConfirmed || !rules.maySeeApplicants(arena, visit.actor)
  const crowd = await crowdCountOf(visit.read, id, isPublic ? 'members' : 'applicants')
  return crowd && tooFew(crowd, comparison.sums)
}

function fewWords(say: SayRepresentation, { surely, perhaps }: TooFew): string {
  const names = (groups: readonly string[][]) =>
    listed(
      say,
      groups.map((group) => group.reduce((first, second) => say('line.or', { first, second }))),
    )
  if (surely.length > 0) return say('line.missing', { names: names(surely) })
  return perhaps.length > 0 ? say('line.perhaps', { names: names(perhaps) }) : ''
}

function listed(say: SayRepresentation, names: readonly string[]): string {
  const named = names.slice(0, mostNamed).join(', ')
  return names.length > mostNamed ? say('line.more', { named, count: names.length - mostNamed }) : named
}
