import type { Id } from '@folkmoot/basics/ids.ts'
import type { Problem } from '../problem/index.ts'
import { groupAsJson, noGroupRules } from './group-rules.ts'
import type { Terms } from './rules.ts'

/** A mandate nobody has written yet: it begins with the question of the case. */
export function noTerms(problem: Pick<Problem, 'question'>): Terms {
  return {
    question: problem.question,
    background: '',
    tasks: '',
    outOfScope: '',
    parentBody: null,
    recipientBody: null,
    politicians: null,
    citizens: null,
    minGenderShare: null,
    profiles: [],
    startsOn: null,
    endsOn: null,
    meetings: null,
    economicFrame: '',
    promise: null,
    matters: [],
    canChange: '',
    cannotChange: '',
    answerRule: null,
    group: noGroupRules,
  }
}

/** The terms as the ledger and files write them: plain JSON, days as YYYY-MM-DD. */
export function asJson(terms: Terms) {
  return {
    question: terms.question,
    background: terms.background,
    tasks: terms.tasks,
    outOfScope: terms.outOfScope,
    parentBody: terms.parentBody,
    recipientBody: terms.recipientBody,
    politicians: terms.politicians,
    citizens: terms.citizens,
    minGenderShare: terms.minGenderShare,
    profiles: terms.profiles.map(({ id, name, wanted, description }) => ({ id, name, wanted, description })),
    startsOn: terms.startsOn?.toString() ?? null,
    endsOn: terms.endsOn?.toString() ?? null,
    meetings: terms.meetings,
    economicFrame: terms.economicFrame,
    promise: terms.promise,
    matters: terms.matters.map(({ words, room, why, level, money, law }) => ({
      words,
      room,
      why,
      level,
      money: money && { amount: money.amount, currency: money.currency, words: money.words },
      law: law && { kind: law.kind, words: law.words, reference: law.reference },
    })),
    canChange: terms.canChange,
    cannotChange: terms.cannotChange,
    answerRule: terms.answerRule && { count: terms.answerRule.count, unit: terms.answerRule.unit },
    group: groupAsJson(terms.group),
  }
}

export type TermsJson = ReturnType<typeof asJson>

/** The way back; what `asJson` wrote is trusted. */
export function fromJson(json: TermsJson): Terms {
  const day = (text: string | null) => (text === null ? null : Temporal.PlainDate.from(text))
  return { ...json, startsOn: day(json.startsOn), endsOn: day(json.endsOn) }
}

/** The bodies a mandate names. */
export function bodiesNamed({ parentBody, recipientBody }: Terms): readonly Id<'body'>[] {
  return [parentBody, recipientBody].filter((body) => body !== null)
}
