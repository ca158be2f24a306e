import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { affectedActors, problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { mayLookFor } from '../appeals/rules.ts'
import { loadArena } from '../arena.ts'
import { placeLang } from '../features/show.tsx'
import { waysOfApplicants } from '../letters/ways.ts'
import { arenaWords } from '../messages/words.ts'
import { populations } from '../population/store.ts'
import { affectedLines } from './affected.ts'
import { comparisonOf } from './against.ts'
import { representationWords } from './messages/words.ts'
import { nextTen } from './next-ten.ts'
import { namesOf } from './pages/crowd-report.tsx'
import { RepresentationPage } from './pages/representation-page.tsx'
import { defaultGenderShare, crowdReport, type Against } from './report.ts'
import * as rules from './rules.ts'
import { crowdCountOf, type CrowdCount } from './store.ts'

export type OfRepresentation = Visit<'arena.representation'>

export function say(visit: Pick<Visit, 'lang'>) {
  return representationWords.say(visit.lang)
}

export async function representationPage(visit: OfRepresentation, errors: readonly FieldError[] = []): Promise<Reply> {
  const { read, actor } = visit
  const problem = await problemBySlug(read, visit.params.problem)
  if (!problem || problem.source !== null) return notFound()
  const arena = await loadArena(read, problem)
  const seesApplicants = rules.maySeeApplicants(arena, actor)
  const [comparison, actors, members, applicants, tables] = await Promise.all([
    comparisonOf(read, problem.id),
    affectedActors(read, problem.id),
    crowdCountOf(read, problem.id, 'members'),
    seesApplicants ? crowdCountOf(read, problem.id, 'applicants') : undefined,
    rules.mayChoose(arena, actor) ? populations(read) : [],
  ])
  const against: Against | undefined = comparison && {
    sums: comparison.sums,
    genderShare: arena.rule.minGenderShare ?? defaultGenderShare,
    seed: problem.id,
  }
  const seen = (crowd: CrowdCount | undefined) =>
    crowd && against && { report: crowdReport(crowd, against), countedAt: crowd.countedAt }
  const asking = seen(applicants)
  return page({
    title: say(visit)('page.title'),
    crumbs: [
      ...problemCrumbs(visit, problem),
      { text: arenaWords.say(visit.lang)('page.title'), href: visit.to('arena.people', { problem: problem.slug }) },
    ],
    status: errors.length > 0 ? 422 : 200,
    body: (
      <RepresentationPage
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        {...{ problem, arena, errors }}
        population={comparison?.population}
        members={seen(members)}
        applicants={
          asking && comparison
            ? {
                ...asking,
                next: nextTen(asking.report, { ...comparison, nameOf: (names) => namesOf(say(visit), names) }),
                ways: await waysOfApplicants(read, problem.id),
              }
            : undefined
        }
        affected={affectedLines(actors, { profiles: arena.rule.profiles, seats: arena.seats })}
        may={{
          choose: rules.mayChoose(arena, actor),
          seeApplicants: seesApplicants,
          lookFor: mayLookFor(arena, actor),
        }}
        tables={tables}
        typed={errors.length > 0 ? visit.form.typed : {}}
      />
    ),
  })
}
