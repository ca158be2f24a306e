import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '../../../platform/http/index.ts'
import type { Problem } from '../../problem/index.ts'
import { placeLang } from '../features/show.tsx'
import { comparisonOf } from './against.ts'
import { CrowdReportPart } from './pages/crowd-report.tsx'
import { defaultGenderShare, crowdReport } from './report.ts'
import { say } from './show.tsx'
import { crowdCountOf } from './store.ts'

/** What everybody may see of a crowd against the place: as it was last counted. Null where nobody has chosen a table for the case. */
export async function crowdPart(
  visit: Visit,
  problem: Pick<Problem, 'id'>,
  crowd: 'voters' | 'contributors',
): Promise<JSX.Element | null> {
  const [comparison, counted] = await Promise.all([
    comparisonOf(visit.read, problem.id),
    crowdCountOf(visit.read, problem.id, crowd),
  ])
  if (!comparison) return null
  const { population, sums } = comparison
  const empty = { people: 0, told: 0, counts: new Map() }
  const report = crowdReport(counted ?? empty, {
    sums,
    genderShare: defaultGenderShare,
    seed: `${problem.id} ${crowd}`,
  })
  const source = {
    name: population.name,
    asOf: population.asOf,
    href: visit.to('arena.population', { population: population.id }),
  }
  return (
    <>
      <CrowdReportPart
        reader={visit}
        say={say(visit)}
        placeLang={placeLang(visit)}
        level={3}
        {...{ crowd, report, source }}
      />
      {counted ? <p class="fm-mini">{say(visit)('page.counted', { day: visit.time.day(counted.countedAt) })}</p> : null}
    </>
  )
}
