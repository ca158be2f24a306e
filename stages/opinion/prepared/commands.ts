import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { linkAll } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { recordAll } from '../facts.ts'
import { plainFormOf } from '../rules.ts'
import { consultationOf, putStatement } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type PrepareInput = { readonly slug: string; readonly text: string; readonly language: string }

export async function prepareStatement(
  database: Database,
  actor: Actor,
  { slug, text, language }: PrepareInput,
): Promise<Result<null, rules.PrepareRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const [state, all] = await Promise.all([stateOf(tx, problem), store.preparedIn(tx, problem.id)])
    const plainForm = plainFormOf(text)
    const isTaken = all.some((one) => one.plainForm === plainForm)
    const allowed = rules.prepare(actor, { ...state, plainForm, isTaken, count: all.length })
    if (!allowed.ok) return allowed
    await store.putPrepared(tx, { problem: problem.id, text, plainForm, language, writtenBy: allowed.value.account })
    return accept(null)
  })
}

export type ChangeInput = {
  readonly slug: string
  readonly id: string
  /** Its new words; null takes it out. */
  readonly text: string | null
}

export async function changePrepared(
  database: Database,
  actor: Actor,
  { slug, id, text }: ChangeInput,
): Promise<Result<null, rules.ChangeRefusal | 'says-nothing' | 'prepared-already' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const [state, all] = await Promise.all([stateOf(tx, problem), store.preparedIn(tx, problem.id)])
    const one = all.find((other) => other.id === id)
    const allowed = rules.change(actor, { ...state, writtenBy: one?.writtenBy })
    if (!allowed.ok) return allowed
    if (!one) return refuse('not-prepared')
    if (text === null) {
      await store.removePrepared(tx, one.id)
      return accept(null)
    }
    const plainForm = plainFormOf(text)
    if (plainForm === '') return refuse('says-nothing')
    if (all.some((other) => other.id !== one.id && other.plainForm === plainForm)) return refuse('prepared-already')
    await store.changePrepared(tx, one.id, { text, plainForm })
    return accept(null)
  })
}

/** At the opening, in its transaction: what was prepared becomes the first statements. */
export async function putToAll(tx: Tx, problem: Problem, consultation: Id<'consultation'>): Promise<number> {
  const all = await store.preparedIn(tx, problem.id)
  for (const [index, one] of all.entries()) {
    await putStatement(tx, { ...one, consultation, number: index + 1, isSeed: true, source: null })
    await follow(tx, { account: one.writtenBy, about: { kind: 'statement', id: one.id }, asAuthor: true })
  }
  const about = { kind: 'problem', id: problem.id } as const
  await linkAll(
    tx,
    'about',
    all.map(({ id }) => ({ from: { kind: 'statement', id }, to: about })),
  )
  await recordAll(
    tx,
    all.map(({ writtenBy, text, language }, index) => ({
      kind: 'opinion.stated',
      problem: problem.id,
      public: { number: index + 1, byTheGroup: true },
      secret: { author: writtenBy, text, language },
      time: 'coarse',
    })),
  )
  return all.length
}

async function stateOf(tx: Tx, { id }: Problem): Promise<rules.PreparedState> {
  return { problem: id, isOpened: (await consultationOf(tx, id)) !== undefined }
}
