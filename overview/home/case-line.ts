import { politiciansById, type Politician } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import type { Owed } from '../../platform/thread/index.ts'
import { adoptedMandate, promiseWords } from '../../stages/mandate/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import { byName } from '../by-name.ts'
import type { Step } from '../journey/seven.ts'
import { stepsOf } from '../journey/steps-of.ts'
import { homeWords } from './messages/words.ts'

/** A case as a card shows it. */
export type CaseLine = {
  readonly slug: string
  readonly question: string
  /** 1–7; 8 when all steps are done. */
  readonly step: number
  readonly present: Step | undefined
  /** Of a told case, in which nothing is under way here: the last step any source tells of. */
  readonly toldTo: Step | undefined
  /** What one can do now; else where the step that is under way is read. */
  readonly act: {
    readonly text: string
    readonly href: string
    readonly effort: string
    readonly isReading: boolean
  } | null
  readonly isTold: boolean
  /** Of a told case: what it was about, for there is nothing to do. */
  readonly about: string
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
      const lastDone = steps.findLastIndex((step) => step.stands === 'done')
      // What is known of some recommendations and not of others is told of, too.
      const lastTold = steps.findLastIndex((step) => step.stands === 'done' || step.isToldInPart === true)
      const isTold = visit.jurisdiction.isTold || problem.source !== null
      return {
        slug: problem.slug,
        question: problem.question,
        step: at === -1 ? lastDone + 2 : at + 1,
        present,
        toldTo: isTold ? steps[lastTold] : undefined,
        act: isTold ? null : actOf(visit, steps, present, problem),
        isTold,
        about: isTold ? firstSentence(problem.whatHappens) : '',
        next: isTold ? null : (owed.find((one) => one.problem === problem.id && !one.isDone) ?? null),
        // "Unknown" is no promise one could hold anybody to.
        level: mandate && !isTold ? promiseWords(visit.lang, mandate).level : '',
        leaders: byName(
          problem.sponsors.flatMap((id) => people.get(id) ?? []),
          visit.lang,
        ),
      }
    }),
  )
}

/** From the answer on the case is with the elected: what one wants is to read how it goes. */
const reading = { answer: 'decision.page', delivery: 'delivery.page', outcome: 'outcome.page' } as const

function actOf(visit: Visit, steps: readonly Step[], present: Step | undefined, problem: Problem): CaseLine['act'] {
  const own = present?.acts[0]
  if (own) return { ...own, isReading: false }
  const name = present?.name
  if (name === 'answer' || name === 'delivery' || name === 'outcome')
    return {
      text: homeWords.say(visit.lang)(`read.${name}`),
      href: visit.to(reading[name], { problem: problem.slug }),
      effort: '',
      isReading: true,
    }
  const other = steps.flatMap((step) => step.acts)[0]
  return other ? { ...other, isReading: false } : null
}

const mostLetters = 220

function firstSentence(text: string): string {
  const [first = ''] = text.split(/(?<=[.!?])\s|\n/)
  return first.length <= mostLetters ? first : `${first.slice(0, first.lastIndexOf(' ', mostLetters))}…`
}
