import { notFound, redirectSaying, refused, type Reply, type Visit } from '../../../platform/http/index.ts'
import type { LotteryKey } from './messages/words.ts'
import { drawPage, say } from './show.tsx'

type Refusal = Extract<LotteryKey, `refused.${string}`> extends `refused.${infer Code}` ? Code : never

export type OfAct =
  | Visit<'arena.lock-lottery-list'>
  | Visit<'arena.make-lottery-panels'>
  | Visit<'arena.announce-lottery-beacon'>
  | Visit<'arena.write-lottery-number'>
  | Visit<'arena.end-lottery'>

const fieldsOfRefusals: Readonly<Partial<Record<Refusal, string>>> = {
  'thrown-before-panels': 'thrown',
  'thrown-before-given-up': 'thrown',
  'thrown-before-dispute': 'thrown',
  'thrown-later': 'thrown',
  'reason-needed': 'reason',
  'round-too-soon': 'from',
  'round-too-late': 'from',
  'found-needed': 'found',
  'not-randomness': 'randomness',
  'not-its-signature': 'signature',
}

// Who may not act here at all has no form to mend.
const closedDoors: ReadonlySet<Refusal> = new Set<Refusal>(['not-yours-to-draw'])

/** The page again with what was typed, and the complaint where it can be mended. */
export function complain(visit: OfAct, refusal: Refusal): Promise<Reply> | Reply {
  if (refusal === 'no-such-problem') return notFound()
  const text = say(visit)(`refused.${refusal}`)
  return closedDoors.has(refusal)
    ? refused(text, 403)
    : drawPage(visit, [{ field: fieldsOfRefusals[refusal] ?? '', text }])
}

type What = Extract<LotteryKey, `done.${string}-next`> extends `done.${infer Code}-next` ? Code : never

export function back(visit: OfAct, what: What): Reply {
  return redirectSaying(visit.to('arena.lottery', { problem: visit.params.problem }), {
    text: say(visit)(`done.${what}`),
    next: say(visit)(`done.${what}-next`),
  })
}
