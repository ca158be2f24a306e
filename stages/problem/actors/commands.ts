import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Named = Result<{ readonly number: number }, rules.NameRefusal | 'no-such-problem' | 'named-already'>

/** Names a group, association, firm or office that is affected or can help. */
export function nameActor(
  database: Database,
  actor: Actor,
  { slug, words }: { readonly slug: string; readonly words: rules.ActorWords },
): Promise<Named> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.nameActor(words, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const made = await store.putActor(tx, problem.id, { ...words, by, source: null })
    if (!made) return refuse('named-already')
    await follow(tx, { account: by, about: { kind: 'actor', id: made.id }, asAuthor: true })
    await record(tx, {
      kind: 'problem.actor-added',
      problem: problem.id,
      public: { number: made.number, relation: words.relation },
      secret: { by, ...words },
      time: 'coarse',
    })
    return accept({ number: made.number })
  })
}

export type Correction = {
  readonly slug: string
  readonly number: number
  readonly words: rules.ActorWords
  readonly reason: string
  /** The version that was read: what somebody else corrected meanwhile is not written over. */
  readonly seen: number
}

type Corrected = Result<
  { readonly version: number },
  rules.CorrectRefusal | 'no-such-problem' | 'no-such-actor' | 'named-already' | 'changed-meanwhile'
>

/** Puts right what is said of an actor; what was said before stays readable, with who changed it and why. */
export function correctActor(database: Database, actor: Actor, correction: Correction): Promise<Corrected> {
  const { slug, number, words, reason, seen } = correction
  return inCase(database, actor, slug, async (tx, problem) => {
    const all = await store.actorsOf(tx, problem.id)
    const known = all.find((one) => one.number === number)
    if (!known) return refuse('no-such-actor')
    const allowed = rules.correctActor({ words: known, isHidden: known.isHidden }, words, { actor, reason })
    if (!allowed.ok) return allowed
    if (known.version !== seen) return refuse('changed-meanwhile')
    if (all.some((one) => one.id !== known.id && one.name === words.name)) return refuse('named-already')
    const version = known.version + 1
    const by = allowed.value.account
    if (known.spokesperson !== words.spokesperson) await store.forgetSpokesperson(tx, known.id, words.spokesperson)
    await store.putVersion(tx, known.id, { ...words, number: version, reason, by })
    if (known.name !== words.name) await store.renameActor(tx, known.id, words.name)
    await record(tx, {
      kind: 'problem.actor-corrected',
      problem: problem.id,
      public: { number, version, relation: words.relation },
      secret: { by, reason, ...words },
      time: 'coarse',
    })
    return accept({ version })
  })
}
