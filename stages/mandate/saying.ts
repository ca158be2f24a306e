import { redirectSaying, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { mandateWords, type MandateKey } from './messages/words.ts'
import { findCase, type AtProblem } from './show.tsx'

/** What acts answer with: a refusal beside its field, or the page with what was done. */

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'no-such-body': 'body',
  'other-body': 'body',
  'unconcerned-body': 'body',
  'vote-in-future': 'decidedOn',
  'nobody-voted': 'votesFor',
  'more-votes-than-members': 'votesFor',
  'carried-by-few': 'isCarried',
  'carried-by-nobody': 'isCarried',
  'no-such-preset': 'preset',
  'lowered-without-reason': 'loweringReason',
  'not-a-member': 'votesFor',
  'names-do-not-count': 'votesFor',
}

export type Refusal = Extract<MandateKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

export function complaint(visit: Visit, refusal: Refusal): FieldError {
  return { field: fieldsOfRefusals[refusal] ?? '', text: mandateWords.say(visit.lang)(`refused.${refusal}`) }
}

/** Back to the mandate, saying what was done and, for a draft, how much is still missing. */
export async function toMandate(
  visit: AtProblem,
  what: 'saved' | 'model' | 'gate' | 'drafted' | 'adopted' | 'rejected' | 'withdrawn',
): Promise<Reply> {
  const say = mandateWords.say(visit.lang)
  const isDraft = what === 'saved' || what === 'model' || what === 'gate'
  const gaps = isDraft ? ((await findCase(visit))?.gaps ?? []) : []
  return redirectSaying(visit.to('mandate.page', { problem: visit.params.problem }), {
    text: say(`done.${what}`),
    next: isDraft ? say('done.saved-next', { count: gaps.length }) : say(`done.${what}-next`),
  })
}
