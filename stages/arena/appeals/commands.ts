import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database } from '../../../platform/db/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { declarations } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { inArena, type Refusal } from '../in-arena.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AppealInput = {
  readonly slug: string
  readonly whom: string
  readonly wanted: number
  readonly through: string
  readonly words: string
  readonly language: string
  readonly organisations: readonly Id<'declaration'>[]
}

/** Says in public whom the group is still looking for, and asks organisations that speak for them to pass it on. */
export function writeAppeal(
  database: Database,
  actor: Actor,
  { slug, organisations, ...words }: AppealInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.AppealRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const allowed = rules.writeAppeal(arena, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const number = (await store.appealsOf(tx, problem.id)).length + 1
    const asked = (await declarations(tx)).filter(({ id, withdrawnAt, isHidden }) => {
      return organisations.includes(id) && withdrawnAt === null && !isHidden
    })
    const writtenBy = allowed.value.account
    await store.putAppeal(tx, problem.id, { ...words, number, writtenBy, organisations: asked.map(({ id }) => id) })
    await record(tx, {
      kind: 'arena.appeal-written',
      problem: problem.id,
      public: { number, wanted: words.wanted, organisations: asked.length, by: actor.name },
      secret: { ...words },
      time: 'exact',
    })
    await tellThese(
      tx,
      asked.map(({ account }) => account),
      {
        about: { kind: 'problem', id: problem.id },
        stage: 'arena',
        message: 'told.appeal',
        values: { question: problem.question, whom: words.whom },
        address: 'arena.appeal',
        params: { problem: slug, number },
        except: actor.account,
      },
    )
    return accept({ number })
  })
}

/** They were found, or are looked for no more. */
export function endAppeal(
  database: Database,
  actor: Actor,
  { slug, number }: { readonly slug: string; readonly number: number },
): Promise<Result<null, Refusal<rules.EndRefusal | 'no-such-appeal'>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const appeal = (await store.appealsOf(tx, problem.id)).find((one) => one.number === number)
    if (!appeal) return refuse('no-such-appeal')
    const allowed = rules.endAppeal(arena, appeal, actor)
    if (!allowed.ok) return allowed
    await store.setEnded(tx, appeal.id)
    await record(tx, {
      kind: 'arena.appeal-ended',
      problem: problem.id,
      public: { number, by: actor.name },
      time: 'exact',
    })
    return accept(null)
  })
}
