import { politiciansById, type Politician } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { adoptedMandate, promiseWords } from '../../stages/mandate/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import type { Step } from '../journey/seven.ts'
import { stepsOf } from '../journey/steps-of.ts'

/** A case as a card shows it. */
export type CaseLine = {
  readonly slug: string
  readonly question: string
  /** 1–7; 8 when all steps are done. */
  readonly step: number
  readonly present: Step | undefined
  readonly act: { readonly text: string; readonly href: string; readonly effort: string } | null
  /** What is owed next; else how far the promise goes. */
  readonly next: Owed | null
  readonly level: string
  readonly leaders: readonly Politician[]
}

/** Cases with where they stand, in the order given. */
export async function caseLines(
  visit: Visit,
  problems: readonly Problem[],
  owed: readonly Owed[],
): Promise<readonly CaseLine[]> {
  const people = await politiciansById(
    visit.read,
    problems.flatMap((problem) => problem.sponsors),
  )
  return Promise.all(
    problems.map(async (problem): Promise<CaseLine> => {
      const [steps, mandate] = await Promise.all([stepsOf(visit, problem), adoptedMandate(visit.read, problem.id)])
      const at = steps.findIndex((step) => step.stands === 'now')
      const present = steps[at]
      const isTold = visit.jurisdiction.isTold || problem.source !== null
      return {
        slug: problem.slug,
        question: problem.question,
        step: at === -1 ? steps.length + 1 : at + 1,
        present,
        act: isTold ? null : (present?.acts[0] ?? steps.flatMap((step) => step.acts)[0] ?? null),
        next: isTold ? null : (owed.find((one) => one.problem === problem.id && !one.isDone) ?? null),
        level: mandate ? promiseWords(visit.lang, mandate).level : '',
        leaders: problem.sponsors.flatMap((id) => people.get(id) ?? []),
      }
    }),
  )
}
