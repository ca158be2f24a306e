import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { record } from '../facts.ts'
import { inRecommendation, type At, type Missing } from '../in-recommendation.ts'
import * as rules from './rules.ts'
import { counterCaseOf, putCounterCase, putCounterText } from './store.ts'

export type AskInput = At & {
  /** Accounts of those who are asked; null draws them. */
  readonly asked: readonly string[] | null
  readonly dueOn: Temporal.PlainDate
  readonly timeZone: string
}

/** Calls the devil's advocate: two members are drawn or asked for the strongest case against a recommendation. */
export function askCounterCase(
  database: Database,
  actor: Actor,
  { asked, dueOn, timeZone, ...at }: AskInput,
): Promise<Result<null, rules.AskRefusal | Missing>> {
  return inRecommendation<null, rules.AskRefusal>({ database, actor, ...at }, async (tx, { problem, found, state }) => {
    const [seats, before] = await Promise.all([seatsOf(tx, problem.id), counterCaseOf(tx, found.id)])
    const seed = asked === null ? randomBytes(16).toString('hex') : ''
    const allowed = rules.askCounterCase(
      state,
      {
        isAsked: before !== undefined,
        members: seats.map(({ account }) => account),
        by: asked === null ? { seed } : { asked },
        dueOn,
        today: tx.now.toZonedDateTimeISO(timeZone).toPlainDate(),
      },
      actor,
    )
    if (!allowed.ok) return allowed
    const { who, pair } = allowed.value
    const how = asked === null ? 'drawn' : 'asked'
    const id = await putCounterCase(tx, {
      problem: problem.id,
      recommendation: found.id,
      how,
      seed,
      advocates: pair,
      dueOn,
      askedBy: who.account,
    })
    await link(tx, { kind: 'counter-case', id }, 'on', { kind: 'recommendation', id: found.id })
    await record(tx, {
      kind: 'draft.counter-case-asked',
      problem: problem.id,
      public: { number: found.number, how, seed, dueOn: dueOn.toString() },
      secret: { by: who.account, advocates: [...pair] },
      time: 'coarse',
    })
    await tellThese(tx, pair, {
      about: { kind: 'counter-case', id },
      stage: 'draft',
      message: 'told.counter-case-asked',
      values: { title: await unlessHidden(tx, found.id, found.title) },
      address: 'draft.recommendation',
      params: { problem: problem.slug, number: found.number },
      except: who.account,
    })
    return accept(null)
  })
}

/** The two write; each version is kept, the newest is shown. All members hear of it: they may see it otherwise now. */
export function writeCounterCase(
  database: Database,
  actor: Actor,
  { text, language, ...at }: At & { readonly text: string; readonly language: string },
): Promise<Result<null, rules.WriteRefusal | Missing>> {
  return inRecommendation<null, rules.WriteRefusal>(
    { database, actor, ...at },
    async (tx, { problem, found, state }) => {
      const counter = await counterCaseOf(tx, found.id)
      const allowed = rules.writeCounterCase(state, counter?.advocates, actor)
      if (!allowed.ok || !counter) return allowed.ok ? refuse('not-asked') : allowed
      const by = allowed.value.account
      await putCounterText(tx, counter, { text, language, by })
      await record(tx, {
        kind: 'draft.counter-case-written',
        problem: problem.id,
        public: { number: found.number },
        secret: { author: by, text },
        time: 'coarse',
      })
      const seats = await seatsOf(tx, problem.id)
      await tellThese(
        tx,
        seats.map(({ account }) => account),
        {
          about: { kind: 'counter-case', id: counter.id },
          stage: 'draft',
          message: 'told.counter-case-written',
          values: { title: await unlessHidden(tx, found.id, found.title) },
          address: 'draft.recommendation',
          params: { problem: problem.slug, number: found.number },
          except: by,
        },
      )
      return accept(null)
    },
  )
}
