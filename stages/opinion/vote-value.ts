import type { Vote } from '@folkmoot/opinion-map/votes.ts'
import type { Choice } from '@folkmoot/tally/tally.ts'

/** What an answer counts as, in maps and in the field's files: there 1 is agree. (Inside Polis the sign is the other way round.) */
export const valueOf: Readonly<Record<Choice, Vote>> = { agree: 1, disagree: -1, pass: 0 }

export function choiceOf(value: number): Choice {
  return value > 0 ? 'agree' : value < 0 ? 'disagree' : 'pass'
}
