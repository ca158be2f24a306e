import type { Actor } from '@folkmoot/basics/actor.ts'
import { refuse, accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { problemBySlug, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { inFives } from '../map/tenths.ts'
import { consultationOf, type Consultation } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type About = { readonly slug: string; readonly number: number }
type Unknown = 'no-such-problem' | 'not-open'

export function askVoiding(
  database: Database,
  actor: Actor,
  { reason, ...about }: About & { readonly reason: string },
): Promise<Result<null, rules.AskRefusal | Unknown>> {
  return inAnomaly(database, actor, about, async (tx, { problem, consultation, found }) => {
    const asked = { isThere: found !== undefined, state: found?.state, reason }
    const allowed = rules.ask(consultation, asked, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await store.putVoiding(tx, { consultation: consultation.id, number: about.number }, { reason, by })
    await record(tx, {
      kind: 'opinion.voiding-asked',
      problem: problem.id,
      public: { number: about.number, reason },
      secret: { by },
      time: 'exact',
    })
    return accept(null)
  })
}

export function decideVoiding(
  database: Database,
  actor: Actor,
  { why, ...about }: About & { readonly why: string | null },
): Promise<Result<null, rules.DecideRefusal | Unknown>> {
  return inAnomaly(database, actor, about, async (tx, { problem, consultation, found }) => {
    const asked =
      found?.state !== undefined && found.askedBy !== null
        ? { state: found.state, askedBy: found.askedBy, why }
        : undefined
    const now = await clock(tx)
    const allowed = rules.decide(consultation, asked, { actor, now })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const where = { consultation: consultation.id, number: about.number }
    await store.decide(tx, where, { why, by })
    const accounts = why === null ? await store.putVoided(tx, where, now) : []
    await record(tx, {
      kind: why === null ? 'opinion.votes-voided' : 'opinion.voiding-refused',
      problem: problem.id,
      public: { number: about.number, ...(why === null ? { people: inFives(found?.people ?? 0) } : { why }) },
      secret: { by },
      time: 'exact',
    })
    await tellThese(tx, accounts, {
      about: { kind: 'problem', id: problem.id },
      stage: 'opinion',
      message: 'told.voided',
      values: { question: problem.question, reason: found?.reason ?? '' },
      address: 'opinion.anomalies',
      params: { problem: problem.slug },
      except: by,
    })
    return accept(null)
  })
}

type Here = {
  readonly problem: Problem
  readonly consultation: Consultation
  readonly found: store.Found | undefined
}

/** Under the consultation's lock alone: no vote and no close comes in between. */
async function inAnomaly<Refusal extends string>(
  database: Database,
  actor: Actor,
  { slug, number }: About,
  act: (tx: Tx, here: Here) => Promise<Result<null, Refusal>>,
): Promise<Result<null, Refusal | Unknown>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<null, Refusal | Unknown>> => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) return refuse('no-such-problem')
    const first = await consultationOf(tx, problem.id)
    if (!first) return refuse('not-open')
    await lockExclusive(tx, first.id)
    const consultation = await consultationOf(tx, problem.id)
    if (!consultation) return refuse('not-open')
    const found = (await store.anomaliesIn(tx, consultation.id)).find((one) => one.number === number)
    return act(tx, { problem, consultation, found })
  })
}
