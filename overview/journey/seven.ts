import type { JourneyPart } from '../../platform/thread/index.ts'

/** The seven steps as people see them; the fourth is four stages of the process. */
export const stepNames = ['problem', 'mandate', 'people', 'work', 'answer', 'delivery', 'outcome'] as const
export type StepName = (typeof stepNames)[number]

export type Step = JourneyPart & {
  readonly name: StepName
  /**
   * Where the whole case stands, told from all seven: done before the present one, coming after it. Of a told case each step
   * says what its sources say of it: done, still open, or unknown.
   */
  readonly stands: 'done' | 'now' | 'next' | 'open' | 'unknown'
  readonly acts: readonly NonNullable<JourneyPart['act']>[]
}

type Parts = readonly [
  JourneyPart,
  JourneyPart,
  JourneyPart,
  readonly JourneyPart[],
  JourneyPart,
  JourneyPart,
  JourneyPart,
]

export type HowToTell = {
  /** Told from sources: nothing is under way or to come by our rules of live cases. */
  readonly isTold: boolean
}

/** Ten stages as seven steps, with one of them the present one, or none when the case is closed. */
export function sevenSteps(parts: Parts, { isTold }: HowToTell = { isTold: false }): readonly Step[] {
  const merged = parts.map((part) =>
    'state' in part ? { ...part, acts: part.act ? [part.act] : [] } : mergeParts(part, { isTold }),
  )
  const present = presentStep(merged.map((part) => part.state))
  return merged.map((part, i) => ({
    ...part,
    name: stepNames[i] ?? 'problem', // seven parts, seven names
    stands: isTold ? toldStands[part.state] : i < present ? 'done' : i === present ? 'now' : 'next',
  }))
}

const toldStands = { done: 'done', now: 'open', coming: 'unknown' } as const

/**
 * Which step is the present one, from 0; 7 when all is done. It comes after the last step that is done, because a case
 * never goes back: a question asked late does not reopen the work. Of those after it the first that is under way; when
 * none is, the very next.
 */
export function presentStep(states: readonly JourneyPart['state'][]): number {
  const after = states.lastIndexOf('done') + 1
  const underWay = states.indexOf('now', after)
  return underWay === -1 ? after : underWay
}

/** Meetings, questions, opinion and draft as one step: under way while any is, done when the draft is. */
export function mergeParts(
  parts: readonly JourneyPart[],
  { isTold }: HowToTell = { isTold: false },
): JourneyPart & Pick<Step, 'acts'> {
  const last = parts.at(-1)
  const states = parts.map((part) => part.state)
  // In a told case a draft nobody tells of keeps nothing open: what is told of the work is over.
  const isOver = last?.state === 'done' || (isTold && states.includes('done') && !states.includes('now'))
  const state = isOver ? 'done' : states.every((one) => one === 'coming') ? 'coming' : 'now'
  // What is unknown of a told case is said; what has not begun here is not.
  const begun = isTold ? parts : parts.filter((part) => part.state !== 'coming')
  const acts = parts.flatMap((part) => part.act ?? [])
  const figures = begun.map((part) => part.figure).filter(Boolean)
  return {
    state,
    // Under way, what has come furthest is the key figure; looking back, each is one.
    figure: state === 'now' ? (figures.at(-1) ?? '') : figures.join(' · '),
    sentences: (begun.length > 0 ? begun : parts.slice(-1)).flatMap((part) => part.sentences),
    links: parts.flatMap((part) => part.links),
    points: begun.flatMap((part) => part.points ?? []),
    act: acts[0],
    acts,
  }
}
