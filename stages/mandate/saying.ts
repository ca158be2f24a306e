import { isVoteRefusal, voteComplaint, type VoteRefusal } from '../../platform/directory/votes/form.ts'
import { redirectSaying, type FieldError, type Reply, type Visit } from '../../platform/http/index.ts'
import { everybodyAround, followersOf } from '../../platform/notices/index.ts'
import { mandateWords, type MandateKey, type SayMandate } from './messages/words.ts'
import { isPromiseLowered } from './rules.ts'
import { findCase, type AtProblem } from './show.tsx'

/** What acts answer with: a refusal beside its field, or the page with what was done. */

const fieldsOfRefusals: Readonly<Record<string, string>> = {
  'no-such-body': 'body',
  'other-body': 'body',
  'unconcerned-body': 'body',
  'vote-before-text': 'decidedOn',
  'no-such-preset': 'preset',
  'lowered-without-reason': 'loweringReason',
}

export type Refusal = Extract<MandateKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

export function complaint(visit: Visit, refusal: Refusal | VoteRefusal): FieldError {
  if (isVoteRefusal(refusal)) return voteComplaint(visit.lang, refusal)
  return { field: fieldsOfRefusals[refusal] ?? '', text: mandateWords.say(visit.lang)(`refused.${refusal}`) }
}

/** Back to the mandate, saying what was done and, for a draft, how much is still missing. */
export async function toMandate(
  visit: AtProblem,
  what: 'saved' | 'model' | 'gate' | 'drafted' | 'adopted' | 'rejected' | 'withdrawn',
): Promise<Reply> {
  const say = mandateWords.say(visit.lang)
  const to = visit.to('mandate.page', { problem: visit.params.problem })
  const changed = what === 'adopted' ? await changedWords(visit, say) : undefined
  if (changed) return redirectSaying(to, changed)
  const isDraft = what === 'saved' || what === 'model' || what === 'gate'
  const gaps = isDraft ? ((await findCase(visit))?.gaps ?? []) : []
  return redirectSaying(to, {
    text: say(`done.${what}`),
    next: isDraft ? say('done.saved-next', { count: gaps.length }) : say(`done.${what}-next`),
  })
}

/** A later version is in force: the group may sit already, so no call is opened by it. Undefined for the first. */
async function changedWords(
  visit: AtProblem,
  say: SayMandate,
): Promise<{ readonly text: string; readonly next: string } | undefined> {
  const found = await findCase(visit)
  const { adopted, problem, all } = found ?? {}
  if (!adopted || !problem || adopted.version === 1) return undefined
  const before = all?.find(({ version }) => version === adopted.version - 1)
  const { version } = adopted
  if (isPromiseLowered(before?.promise ?? null, adopted.promise)) {
    const { length: count } = await everybodyAround(visit.read, problem.id)
    return { text: say('done.lowered', { version }), next: say('done.lowered-next', { count }) }
  }
  // Whoever confirmed it is not told of it.
  const told = (await followersOf(visit.read, [problem.id])).filter((account) => account !== visit.actor.account)
  return { text: say('done.changed', { version }), next: say('done.changed-next', { count: told.length }) }
}
