import { notFound, page, type FieldError, type Reply, type Visit } from '../../../platform/http/index.ts'
import { affectedActors, problemBySlug, problemCrumbs } from '../../problem/index.ts'
import { mayLookFor } from '../appeals/rules.ts'
import { loadArena } from '../arena.ts'
import { placeLang } from '../features/show.tsx'
import { arenaWords } from '../messages/words.ts'
import { populations } from '../population/store.ts'
import { affectedLines } from './affected.ts'
import { comparisonOf } from './against.ts'
import { countedApplicants } from './applicants.ts'
import { representationWords } from './messages/words.ts'
import { nextTen } from './next-ten.ts'
import { RepresentationPage } from './pages/representation-page.tsx'
import { defaultGenderShare, publicReport, wholeReport, type Against } from './report.ts'
import * as rules from './rules.ts'
import { drawingOf } from './store.ts'

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
  const [comparison, actors, members, tables] = await Promise.all([
    comparisonOf(read, problem.id),
    affectedActors(read, problem.id),
    drawingOf(read, problem.id, 'members'),
    rules.mayChoose(arena, actor) ? populations(read) : [],
  ])
  const against: Against | undefined = comparison && {
    sums: comparison.sums,
    genderShare: arena.rule.minGenderShare ?? defaultGenderShare,
    seed: problem.id,
  }
  const applicants = seesApplicants && against ? await countedApplicants(read, problem.id) : undefined
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
        members={members && against ? { report: publicReport(members, against), drawnAt: members.drawnAt } : undefined}
        applicants={
          applicants && against && comparison
            ? {
                report: wholeReport(applicants, against),
                next: nextTen(applicants, comparison.sums, comparison.cells),
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
