import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'

/** How citizens' seats are filled. */
export const selectionWays = ['council-appoints', 'committee-chooses', 'lot', 'lot-and-nomination', 'open'] as const
export type SelectionWay = (typeof selectionWays)[number]

/** Who leads the group: one of its politicians, or somebody beside the seats (Ireland's Convention). */
export const chairs = ['politician', 'beside'] as const
export type ChairRule = (typeof chairs)[number]

/** What the body owes the group beside the time for its answer, as real models have it (PROCESS.md B2). */
export const duties = [
  'refusal-public',
  'each-recommendation',
  'explain-deviation',
  'in-public-sitting',
  'status-reports',
  'money-needs-consent',
  'body-facilitates',
] as const
export type Duty = (typeof duties)[number]

/** Who decides on changes proposed to the common text (R25): where nobody is named, another member than the one who proposed. */
export const textDeciders = ['chair', 'another-member', 'majority'] as const
export type TextDeciders = (typeof textDeciders)[number]

/** How the group is called together and works. All of it is the body's choice: nothing here is needed for adoption. */
export type GroupRules = {
  /** What set it off. */
  readonly trigger: string
  readonly selection: SelectionWay | null
  readonly selectionWords: string
  readonly minAge: number | null
  readonly ageRule: string
  readonly chair: ChairRule | null
  /** Who else sits at the table. */
  readonly others: string
  readonly meetingLength: string
  /** Counted from the day the body adopts the mandate. */
  readonly firstMeetingWithin: DeadlineRule | null
  readonly voteRule: string
  readonly output: string
  readonly textDeciders: TextDeciders | null
  /** She who proposed a change may decide on it herself. */
  readonly proposerDecides: boolean
  /** Residents outside the group may propose changes too. */
  readonly residentsAmend: boolean
  readonly duties: readonly Duty[]
  readonly answerWords: string
  /** When the group meets again to hear what came of it, counted from the hand-over. */
  readonly returnAfter: DeadlineRule | null
}

export const noGroupRules: GroupRules = {
  trigger: '',
  selection: null,
  selectionWords: '',
  minAge: null,
  ageRule: '',
  chair: null,
  others: '',
  meetingLength: '',
  firstMeetingWithin: null,
  voteRule: '',
  output: '',
  textDeciders: null,
  proposerDecides: false,
  residentsAmend: false,
  duties: [],
  answerWords: '',
  returnAfter: null,
}

/** As the ledger writes them. */
export function groupAsJson({ firstMeetingWithin, returnAfter, duties: owed, ...words }: GroupRules) {
  const rule = (one: DeadlineRule | null) => one && { count: one.count, unit: one.unit }
  return { ...words, duties: [...owed], firstMeetingWithin: rule(firstMeetingWithin), returnAfter: rule(returnAfter) }
}
