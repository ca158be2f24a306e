import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import { recommendationsOf, type Recommendation } from './recommendations.ts'
import * as rules from './rules.ts'
import { draftState } from './state.ts'
import * as store from './store.ts'
import { lastHead } from './text/versions-store.ts'
import { unsavedWords } from './text/unsaved.ts'

export type Missing = 'no-such-problem' | 'no-such-recommendation'

type At = { readonly slug: string; readonly number: number }

export type StandInput = At & { readonly choice: 'agree' | 'disagree'; readonly version: number }

export async function takeStand(
  database: Database,
  actor: Actor,
  { choice, version, ...at }: StandInput,
): Promise<Result<null, rules.StandRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const allowed = rules.stand(state, version, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await store.putStand(tx, { recommendation: found.id, account, version, choice })
    await record(tx, {
      kind: 'draft.stand-taken',
      problem: problem.id,
      public: { number: found.number },
      secret: { account, choice, version },
      time: 'coarse',
    })
    return accept(null)
  })
}

export async function writeMinorityText(
  database: Database,
  actor: Actor,
  { text, ...at }: At & { readonly text: string },
): Promise<Result<null, rules.MinorityRefusal | Missing>> {
  return inRecommendation({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const allowed = rules.writeMinorityText({ ...state, ownStand: found.standOf(actor.account) }, actor)
    if (!allowed.ok) return allowed
    const author = allowed.value.account
    await store.putMinorityText(tx, { recommendation: found.id, text, writtenBy: author })
    await record(tx, {
      kind: 'draft.minority-text-written',
      problem: problem.id,
      public: { number: found.number },
      secret: { author, text },
      time: 'coarse',
    })
    return accept(null)
  })
}

/**
 * After the hand-over the text stands still; what was handed over enters the record whole. Refused while words stand in the text
 * that were not saved as a version. Freezing twice is freezing once.
 */
export async function freezeDraft(tx: Tx, problem: Id<'problem'>): Promise<Result<null, 'unsaved-words'>> {
  await lockExclusive(tx, problem)
  if (await store.isFrozen(tx, problem)) return accept(null)
  const words = await unsavedWords(tx, problem)
  if (!words.ok) return words
  const all = await recommendationsOf(tx, problem)
  await store.putFrozen(tx, problem)
  const last = await lastHead(tx, problem)
  await record(tx, {
    kind: 'draft.handed-over',
    problem,
    public: {
      version: last?.version ?? null,
      recommendations: all.map(({ number, title, text, clauses, agreement, minorityText }) => ({
        number,
        title,
        text,
        agreement,
        minorityText,
        clauses: clauses.map((clause) => ({
          number: clause.number,
          text: clause.text,
          cites: clause.cites.map(({ kind, id }) => `${kind} ${id}`),
        })),
      })),
    },
    time: 'exact',
  })
  return accept(null)
}

type Found = {
  readonly problem: Problem
  readonly found: Recommendation
  readonly state: rules.DraftState & { readonly current: number }
}

/** One transaction about one recommendation, under the lock of its case: whoever changes a draft waits for whoever else does. */
async function inRecommendation<Value, Code extends string>(
  { database, actor, slug, number }: { readonly database: Database; readonly actor: Actor } & At,
  act: (tx: Tx, found: Found) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | Missing>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<Value, Code | Missing>> => {
    const found = (await recommendationsOf(tx, problem.id)).find((one) => one.number === number)
    if (!found) return refuse('no-such-recommendation')
    const state = await draftState(tx, problem.id)
    return act(tx, { problem, found, state: { ...state, current: found.versions.length } })
  })
}
