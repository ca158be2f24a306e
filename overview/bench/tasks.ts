import type { JourneyPart } from '../../platform/thread/index.ts'

export const phaseNames = ['prepare', 'recruit', 'meet', 'hand-over', 'follow-up'] as const
export type PhaseName = (typeof phaseNames)[number]

export type TaskName =
  | 'sponsor'
  | 'mandate'
  | 'set-up'
  | 'call'
  | 'applicants'
  | 'draw'
  | 'offers'
  | 'confirm'
  | 'meetings'
  | 'questions'
  | 'opinion'
  | 'draft'
  | 'hand-over'
  | 'answers'
  | 'commitments'
  | 'outcome'

export type TaskState = 'done' | 'now' | 'open' | 'locked'
export type Task = { readonly name: TaskName; readonly state: TaskState; readonly isPolitical: boolean }
export type Phase = { readonly name: PhaseName; readonly tasks: readonly Task[] }

type State = JourneyPart['state']

/** What the tasks are told from: the stages' own states, and four facts their states do not say. */
export type CaseFacts = {
  readonly states: Readonly<
    Record<
      'problem' | 'mandate' | 'meeting' | 'inquiry' | 'opinion' | 'draft' | 'decision' | 'delivery' | 'outcome',
      State
    >
  >
  /** How the group is set up: staff prepare it, politicians confirm it. */
  readonly setUp: 'none' | 'begun' | 'confirmed'
  readonly hasCall: boolean
  /** Who waits for those who choose; null where all seats are given by lot. */
  readonly applicantsWaiting: number | null
  /** Seats given by lot: null where none are; else whether the list is locked, and whether each has been offered. */
  readonly lot: { readonly isBegun: boolean; readonly isDrawn: boolean } | null
  /** Seats offered so far, and those without a yes or a no. */
  readonly offers: { readonly made: number; readonly waiting: number }
  readonly isConfirmed: boolean
  readonly isHandedOver: boolean
}

/** Only elected members do these; staff prepare and remind (R1, R32). */
const political: ReadonlySet<TaskName> = new Set<TaskName>([
  'sponsor',
  'mandate',
  'call',
  'applicants',
  'offers',
  'confirm',
  'hand-over',
  'answers',
])

/** The task list of one case in five phases. A task is locked until what it stands on is done. */
export function phasesOf({
  states,
  setUp,
  hasCall,
  applicantsWaiting,
  lot,
  offers,
  isConfirmed,
  isHandedOver,
}: CaseFacts): readonly Phase[] {
  const hasMandate = states.mandate === 'done'
  const hasAnswers = states.decision === 'done'
  const answering: State = hasAnswers ? 'done' : isHandedOver ? 'now' : 'coming'
  return [
    phase('prepare', [
      ['sponsor', states.problem, true],
      ['mandate', states.mandate, states.problem === 'done'],
    ]),
    phase('recruit', [
      [
        'set-up',
        setUp === 'confirmed' || hasCall || isConfirmed ? 'done' : setUp === 'begun' ? 'now' : 'coming',
        hasMandate,
      ],
      ['call', hasCall || isConfirmed ? 'done' : 'coming', hasMandate && setUp === 'confirmed'],
      ...(applicantsWaiting === null ? [] : [choosing(applicantsWaiting, { hasCall, isConfirmed })]),
      ...(lot === null ? [] : [drawing(lot, { hasCall, isConfirmed })]),
      [
        'offers',
        isConfirmed || (offers.made > 0 && offers.waiting === 0) ? 'done' : offers.waiting > 0 ? 'now' : 'coming',
        offers.made > 0,
      ],
      ['confirm', isConfirmed ? 'done' : 'coming', hasCall],
    ]),
    phase('meet', [
      ['meetings', states.meeting, isConfirmed],
      ['questions', states.inquiry, true],
      ['opinion', states.opinion, hasMandate],
      ['draft', states.draft, isConfirmed],
    ]),
    phase('hand-over', [
      ['hand-over', isHandedOver ? 'done' : 'coming', states.draft !== 'coming'],
      ['answers', answering, isHandedOver],
    ]),
    phase('follow-up', [
      ['commitments', states.delivery, hasAnswers],
      ['outcome', states.outcome, hasAnswers],
    ]),
  ]
}

type Calling = Pick<CaseFacts, 'hasCall' | 'isConfirmed'>

function choosing(waiting: number, { hasCall, isConfirmed }: Calling): readonly [TaskName, State, boolean] {
  return ['applicants', isConfirmed || (hasCall && waiting === 0) ? 'done' : hasCall ? 'now' : 'coming', hasCall]
}

function drawing(
  { isBegun, isDrawn }: NonNullable<CaseFacts['lot']>,
  { hasCall, isConfirmed }: Calling,
): readonly [TaskName, State, boolean] {
  return ['draw', isConfirmed || isDrawn ? 'done' : isBegun ? 'now' : 'coming', hasCall]
}

export function tally(phases: readonly Phase[]): { readonly done: number; readonly all: number } {
  const tasks = phases.flatMap((one) => one.tasks)
  return { done: tasks.filter((task) => task.state === 'done').length, all: tasks.length }
}

/** The first task under way; when none is, the first that can be started. */
export function nextTask(phases: readonly Phase[]): Task | undefined {
  const tasks = phases.flatMap((one) => one.tasks)
  return tasks.find((task) => task.state === 'now') ?? tasks.find((task) => task.state === 'open')
}

function phase(name: PhaseName, tasks: readonly (readonly [TaskName, State, boolean])[]): Phase {
  return {
    name,
    tasks: tasks.map(([task, state, isReady]) => ({
      name: task,
      state: state === 'coming' ? (isReady ? 'open' : 'locked') : state,
      isPolitical: political.has(task),
    })),
  }
}
