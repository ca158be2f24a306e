import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Tx } from '../../platform/db/index.ts'
import { eraseSecretsAbout } from '../../platform/ledger/index.ts'
import { householdOf, rewriteApplication, withdrawApplication as eraseWithdrawn } from './application-store.ts'
import { declarationOf } from '../problem/index.ts'
import { whyNotKept } from './composition/kept-seats.ts'
import type { ApplyInput } from './commands.ts'
import { isOfEarlierCall, profilesCalledFor } from './arena.ts'
import { record } from './facts.ts'
import { putToldFeatures } from './features/told-store.ts'
import { inArena, type Refusal } from './in-arena.ts'
import { forgetEntries } from './lottery/pool-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Other words for the same application, until the call closes. */
export function changeApplication(
  database: Database,
  actor: Actor,
  { slug, told = new Map(), address = '', ...input }: ApplyInput,
): Promise<Result<null, Refusal<rules.ChangeRefusal>>> {
  return inArena(database, actor, slug, async (tx, problem, arena) => {
    const mine = actor.account && (await store.applicationOf(tx, problem.id, actor.account))
    const profile = profilesCalledFor(arena).find(({ id }) => id === input.profile)
    const declared = actor.account === null ? undefined : await declarationOf(tx, actor.account)
    const state = {
      state: mine ? mine.state : undefined,
      isProfile: profile !== undefined,
      isEarlier: mine ? isOfEarlierCall(arena, mine) : false,
      notKept: whyNotKept(profile, { actor, declared }),
    }
    const allowed = rules.changeApplication(arena, state, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    if (!mine) return refuse('no-such-application')
    const household = (await householdOf(tx, problem.id, address)) ?? undefined
    await rewriteApplication(tx, mine.id, { ...input, household })
    await putToldFeatures(tx, mine.account, told)
    await record(tx, {
      kind: 'arena.application-changed',
      problem: problem.id,
      public: {},
      secret: { application: mine.id, ...input },
      time: 'coarse',
    })
    return accept(null)
  })
}

/** She asks for a seat no more: what she wrote is erased, and nobody answers it. */
export function withdrawApplication(
  database: Database,
  actor: Actor,
  slug: string,
): Promise<Result<null, Refusal<rules.WithdrawRefusal>>> {
  return inArena(database, actor, slug, (tx, problem) => withdrawIn(tx, problem.id, actor))
}

/** Within a transaction about the arena: also for whom staff write down that she takes it back. */
export async function withdrawIn(
  tx: Tx,
  problem: Id<'problem'>,
  actor: Actor,
): Promise<Result<null, rules.WithdrawRefusal>> {
  const mine = actor.account && (await store.applicationOf(tx, problem, actor.account))
  const allowed = rules.withdrawApplication(mine ? mine.state : undefined, actor)
  if (!allowed.ok) return allowed
  if (!mine) return refuse('no-such-application')
  await eraseWithdrawn(tx, mine.id)
  await forgetEntries(tx, problem, [mine.account])
  await eraseSecretsAbout(tx, problem, { kinds: ['arena.applied'], field: 'account', values: [mine.account] })
  await eraseSecretsAbout(tx, problem, {
    kinds: ['arena.application-changed', 'arena.home-looked-up'],
    field: 'application',
    values: [mine.id],
  })
  await record(tx, {
    kind: 'arena.application-withdrawn',
    problem,
    public: {},
    secret: { application: mine.id },
    time: 'coarse',
  })
  return accept(null)
}
