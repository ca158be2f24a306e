import { isVoteRefusal, voteComplaint, type VoteRefusal } from '../../platform/directory/votes/form.ts'
import {
  notFound,
  redirectSaying,
  type Done,
  type FieldError,
  type Reply,
  type Visit,
} from '../../platform/http/index.ts'
import { decisionWords, type DecisionKey } from './messages/words.ts'
import { packagePage } from './package-show.tsx'
import { fieldOf } from './show.tsx'

/** What acts answer with: a refusal beside its field, or the page with what was done. */

export type RefusalCode = DecisionKey extends infer Key ? (Key extends `refused.${infer Code}` ? Code : never) : never
export type DoneCode = DecisionKey extends infer Key ? (Key extends `done.${infer Code}-next` ? Code : never) : never
type ProblemVisit = Visit & { readonly params: { readonly problem: string } }

export function say(visit: Visit, code: RefusalCode): string {
  return decisionWords.say(visit.lang)(`refused.${code}`)
}

export function complaint(visit: Visit, refusal: RefusalCode | VoteRefusal): FieldError {
  if (isVoteRefusal(refusal)) return voteComplaint(visit.lang, refusal)
  return { field: fieldOf(refusal), text: say(visit, refusal) }
}

export function doneWords(visit: Visit, what: DoneCode): Done {
  const words = decisionWords.say(visit.lang)
  return { text: words(`done.${what}`), next: words(`done.${what}-next`) }
}

/** Back to the page of the package, which says what was done; a refusal is shown on it, with everything that was typed. */
export async function afterwards(
  visit: ProblemVisit,
  what: DoneCode,
  result: { readonly ok: true } | { readonly ok: false; readonly refusal: RefusalCode | VoteRefusal },
): Promise<Reply> {
  if (result.ok)
    return redirectSaying(visit.to('decision.page', { problem: visit.params.problem }), doneWords(visit, what))
  if (result.refusal === 'no-such-problem') return notFound()
  return packagePage(visit, [complaint(visit, result.refusal)])
}
