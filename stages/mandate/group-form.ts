import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import { field } from '../../platform/http/index.ts'
import { chairs, duties, selectionWays, textDeciders, type GroupRules } from './group-rules.ts'

const units = ['days', 'working-days', 'months'] as const

/** The fields of the long form that tell how the group works; every one may be left empty. */
export const groupFields = {
  trigger: field.optionalText({ most: 1000 }),
  selection: field.optional(field.choice(selectionWays)),
  selectionWords: field.optionalText({ most: 1000 }),
  minAge: field.optional(field.number({ least: 0, most: 120 })),
  ageRule: field.optionalText({ most: 300 }),
  chair: field.optional(field.choice(chairs)),
  others: field.optionalText({ most: 1000 }),
  meetingLength: field.optionalText({ most: 300 }),
  firstMeetingCount: field.optional(field.number({ least: 1, most: 1000 })),
  firstMeetingUnit: field.optional(field.choice(units)),
  voteRule: field.optionalText({ most: 1000 }),
  output: field.optionalText({ most: 1000 }),
  textDeciders: field.optional(field.choice(textDeciders)),
  proposerDecides: field.ticked(),
  residentsAmend: field.ticked(),
  duties: field.choices(duties),
  answerWords: field.optionalText({ most: 1000 }),
  returnCount: field.optional(field.number({ least: 1, most: 1000 })),
  returnUnit: field.optional(field.choice(units)),
}

type Half = { readonly count: number | null; readonly unit: DeadlineRule['unit'] | null }

/** What those fields read, put together; a number without its unit, or a unit without its number, names the field. */
export function groupOf(
  read: Omit<GroupRules, 'firstMeetingWithin' | 'returnAfter'> & {
    readonly firstMeetingCount: number | null
    readonly firstMeetingUnit: DeadlineRule['unit'] | null
    readonly returnCount: number | null
    readonly returnUnit: DeadlineRule['unit'] | null
  },
): { readonly group: GroupRules; readonly halves: readonly string[] } {
  const { firstMeetingCount, firstMeetingUnit, returnCount, returnUnit, ...words } = read
  const first = { count: firstMeetingCount, unit: firstMeetingUnit }
  const back = { count: returnCount, unit: returnUnit }
  return {
    group: { ...words, firstMeetingWithin: ruleOf(first), returnAfter: ruleOf(back) },
    halves: [...halfOf(first, 'firstMeeting'), ...halfOf(back, 'return')],
  }
}

function ruleOf({ count, unit }: Half): DeadlineRule | null {
  return count !== null && unit !== null ? { count, unit } : null
}

function halfOf({ count, unit }: Half, name: string): readonly string[] {
  if ((count === null) === (unit === null)) return []
  return [count === null ? `${name}Count` : `${name}Unit`]
}

type TypedValues = Readonly<Record<string, string | readonly string[]>>

/** What stands in these fields before anything was typed. */
export function typedGroup(group: GroupRules): TypedValues {
  const { firstMeetingWithin, returnAfter } = group
  return {
    trigger: group.trigger,
    selection: group.selection ?? '',
    selectionWords: group.selectionWords,
    minAge: group.minAge === null ? '' : String(group.minAge),
    ageRule: group.ageRule,
    chair: group.chair ?? '',
    others: group.others,
    meetingLength: group.meetingLength,
    firstMeetingCount: firstMeetingWithin === null ? '' : String(firstMeetingWithin.count),
    firstMeetingUnit: firstMeetingWithin?.unit ?? '',
    voteRule: group.voteRule,
    output: group.output,
    textDeciders: group.textDeciders ?? '',
    proposerDecides: group.proposerDecides ? ['yes'] : [],
    residentsAmend: group.residentsAmend ? ['yes'] : [],
    duties: group.duties,
    answerWords: group.answerWords,
    returnCount: returnAfter === null ? '' : String(returnAfter.count),
    returnUnit: returnAfter?.unit ?? '',
  }
}
