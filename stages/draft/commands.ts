import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { tellThese } from '../../platform/notices/index.ts'
import { record } from './facts.ts'
import { inRecommendation, type At, type Missing } from './in-recommendation.ts'
import { putSignature, signersIn, signersOf } from './minority/store.ts'
import { readableRecommendations } from './readable.ts'
import * as rules from './rules.ts'
import { putStand } from './stand-store.ts'
import * as store from './store.ts'
import { lastHead } from './text/versions-store.ts'
import { unsavedWords } from './text/unsaved.ts'

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
    await putStand(tx, { recommendation: found.id, account, version, choice })
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
    const before = await signersOf(tx, found.id)
    // The same words sent again change nothing: nobody's name is taken off for them.
    if (before.revision > 0 && text === found.minorityText) return accept(null)
    await store.putMinorityText(tx, { recommendation: found.id, text, writtenBy: author })
    // Who writes it signs it; the others sign for themselves, and new words ask them anew.
    const { revision } = await signersOf(tx, found.id)
    await putSignature(tx, { recommendation: found.id, revision, account: author })
    await record(tx, {
      kind: 'draft.minority-text-written',
      problem: problem.id,
      public: { number: found.number },
      secret: { author, text },
      time: 'coarse',
    })
    // Their names do not stand under words they have not seen.
    await tellThese(tx, before.signers, {
      about: { kind: 'recommendation', id: found.id },
      stage: 'draft',
      message: 'told.minority-changed',
      values: { title: await unlessHidden(tx, found.id, found.title) },
      address: 'draft.recommendation',
      params: { problem: problem.slug, number: found.number },
      except: author,
    })
    return accept(null)
  })
}

/**
 * After the hand-over the text stands still; what was handed over enters the record whole, without words that are hidden: what is
 * public there can never be erased, and each version has committed to them. Refused while words stand in the text that were not
 * saved as a version. Freezing twice is freezing once.
 */
export async function freezeDraft(tx: Tx, problem: Id<'problem'>): Promise<Result<null, 'unsaved-words'>> {
  await lockExclusive(tx, problem)
  if (await store.isFrozen(tx, problem)) return accept(null)
  const words = await unsavedWords(tx, problem)
  if (!words.ok) return words
  const [all, signers] = await Promise.all([readableRecommendations(tx, problem), signersIn(tx, problem)])
  await store.putFrozen(tx, problem)
  const last = await lastHead(tx, problem)
  await record(tx, {
    kind: 'draft.handed-over',
    problem,
    public: {
      version: last?.version ?? null,
      recommendations: all.map(({ id, number, title, text, clauses, agreement, minorityText }) => ({
        number,
        title,
        text,
        agreement,
        minorityText,
        minoritySigners: signers.get(id)?.length ?? 0,
        clauses: clauses.map((clause) => ({
          number: clause.number,
          text: clause.text,
          cites: clause.cites.map(({ kind, id }) => `${kind} ${id}`),
        })),
      })),
    },
    secret: {
      minoritySigners: all.flatMap(({ id, number }) => (signers.get(id) ?? []).map((account) => ({ number, account }))),
    },
    time: 'exact',
  })
  return accept(null)
}
