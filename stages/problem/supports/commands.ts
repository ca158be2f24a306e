import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockShared, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { accountById } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { eraseSecretsOf } from '../../../platform/ledger/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { agendaOf } from '../agenda/store.ts'
import { record } from '../facts.ts'
import { framings } from '../framing-store.ts'
import { inCase } from '../in-case.ts'
import { gatheredIn } from '../merges/store.ts'
import { problemBySlug, type Problem } from '../store.ts'
import * as rules from './rules.ts'
import { readSheet, signatureOf } from './signatures.ts'
import * as store from './store.ts'

/** How things stand for whoever supports: the rule the problem was raised under, and whether its window is open. */
export async function supportState(read: Read, problem: Problem): Promise<rules.SupportState> {
  const [agenda, versions] = await Promise.all([agendaOf(read, problem.id), framings(read, problem.id)])
  const inUse = versions.filter(({ state }) => state === 'current').map(({ id }) => id)
  return {
    isTold: problem.source !== null,
    isMerged: problem.mergedInto !== null,
    isHidden: (await hiddenAmong(read, [problem.id, ...inUse])).size > 0,
    rule: agenda?.rule ?? null,
    closesAt: agenda?.closesAt ?? null,
    isLapsed: agenda !== undefined && agenda.lapsedAt !== null,
    isSettled: agenda !== undefined && agenda.settledAt !== null,
  }
}

/** What her account says; a tie in one's own words nobody can check counts only where anyone may support. */
export async function supporterOf(read: Read, problem: Problem, actor: Actor): Promise<rules.Supporter> {
  if (actor.account === null) return { isTied: false, hasSupported: false }
  const [account, hasSupported] = await Promise.all([
    accountById(read, actor.account),
    store.hasSupported(read, await gatheredIn(read, problem.id), actor.account),
  ])
  const tie = account?.tie ?? null
  return { isTied: tie !== null && tie !== 'other', hasSupported }
}

type Found<Code> = Code | 'no-such-problem'

export async function supportProblem(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, Found<rules.SupportRefusal>>> {
  return besideOthers(database, actor, slug, async (tx, problem) => {
    const [state, supporter] = [await supportState(tx, problem), await supporterOf(tx, problem, actor)]
    const allowed = rules.support(state, supporter, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    if (!(await store.putSupport(tx, problem.id, account))) return refuse('already-supported')
    // Supporters hear what becomes of it; they are counted and never listed.
    await follow(tx, { account, about: { kind: 'problem', id: problem.id } })
    await record(tx, {
      kind: 'problem.supported',
      problem: problem.id,
      public: {},
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export async function takeSupportBack(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, Found<rules.TakeBackRefusal>>> {
  return besideOthers(database, actor, slug, async (tx, problem) => {
    const [state, supporter] = [await supportState(tx, problem), await supporterOf(tx, problem, actor)]
    const allowed = rules.takeBack(state, supporter, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    const problems = await gatheredIn(tx, problem.id)
    if (!(await store.takeBack(tx, problems, account))) return refuse('not-supported')
    // Who does not support any more is not kept as one who did.
    await eraseSecretsOf(tx, account, { kind: 'problem.supported', problems })
    await record(tx, {
      kind: 'problem.support-taken-back',
      problem: problem.id,
      public: {},
      time: 'coarse',
    })
    return accept(null)
  })
}

/** Many share the lock; whoever counts, closes or answers excludes them, so that a support is counted or refused, never lost. */
function besideOthers<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, problem: Problem) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Found<Code>>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Found<Code>>> => {
    const problem = await problemBySlug(tx, slug)
    if (!problem) return refuse('no-such-problem')
    await lockShared(tx, problem.id)
    return act(tx, problem)
  })
}

export type SheetInput = {
  readonly slug: string
  readonly channel: Exclude<rules.Channel, 'online'>
  /** One person a line. Hashed at once and never written down. */
  readonly lines: string
}

export type Entered = { readonly counted: number; readonly repeated: number }

/** A clerk enters signatures from paper, or supports a caller by telephone. Whoever is counted already is not counted again. */
export async function enterSignatures(
  database: Database,
  actor: Actor,
  { slug, channel, lines }: SheetInput,
): Promise<Result<Entered, Found<rules.EnterRefusal | 'unreadable'>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.enterSignatures(await supportState(tx, problem), actor, await clock(tx))
    if (!allowed.ok) return allowed
    const { people, unreadable } = readSheet(lines)
    if (unreadable.length > 0 || people.length === 0) return refuse('unreadable')
    const key = await store.signatureKey(tx, problem.id, randomBytes(32))
    const signatures = people.map((person) => signatureOf(key, problem.id, person))
    const counted = await store.putSignatures(tx, problem.id, { channel, signatures })
    await record(tx, {
      kind: 'problem.signatures-entered',
      problem: problem.id,
      public: { channel, counted },
      secret: { by: allowed.value.account },
      time: 'exact',
    })
    return accept({ counted, repeated: people.length - counted })
  })
}
