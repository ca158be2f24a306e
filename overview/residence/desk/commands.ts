import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import {
  accountAtDesk,
  confirmSeen,
  dropSeen,
  putDeskNumber,
  putResidence,
  putSeen,
  residenceOf,
  seenByNumber,
  seenSince,
  waitsAtDesk,
  type Seen,
} from '../../../platform/identity/residence/index.ts'
import { record } from '../facts.ts'
import { shownUntil } from '../rules.ts'
import * as rules from './rules.ts'

type Where = { readonly timeZone: string }

/** A number on her own page, which she says at a desk: who helps her looks nobody up. */
export function showNumber(
  database: Database,
  actor: Actor,
  { timeZone }: Where,
): Promise<Result<null, rules.NumberRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<null, rules.NumberRefusal>> => {
    const { account } = actor
    if (account === null) return refuse('only-residents')
    const now = await clock(tx)
    const allowed = rules.showNumber(await standingOf(tx, account, { timeZone, now }), actor)
    if (!allowed.ok) return allowed
    await putDeskNumber(tx, account, { now, endsAt: now.add({ minutes: rules.minutesOfNumber }) })
    return accept(null)
  })
}

export type WriteInput = Where & Pick<Seen, 'seenBy' | 'homeBy' | 'reason'> & { readonly said: number }

/** Counts for nothing until a second one of staff has confirmed it. */
export function writeDown(
  database: Database,
  actor: Actor,
  { said, timeZone, ...seen }: WriteInput,
): Promise<Result<{ readonly number: number }, rules.WriteRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    // She may write in two windows at once.
    await lockExclusive(tx, `residence written down by ${actor.account}`)
    const now = await clock(tx)
    const account = await accountAtDesk(tx, said, now)
    const standing = account ? await standingOf(tx, account, { timeZone, now }) : { isShown: false, isWaiting: false }
    const today = actor.account === null ? 0 : await seenSince(tx, actor.account, now.subtract({ hours: 24 }))
    const allowed = rules.writeDown({ ...standing, account, today }, actor)
    if (!allowed.ok) return allowed
    if (!account) return refuse('no-such-number')
    const by = allowed.value.account
    const { number } = await putSeen(tx, { ...seen, account, recordedBy: by, at: now })
    await record(tx, {
      kind: 'identity.residence-seen',
      problem: null,
      public: {},
      secret: { number, by },
      time: 'coarse',
    })
    return accept({ number })
  })
}

export type DecideInput = Where & { readonly number: number; readonly answer: 'confirm' | 'return' }

export function decide(
  database: Database,
  actor: Actor,
  { number, answer, timeZone }: DecideInput,
): Promise<Result<null, rules.DecideRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, `${tx.jurisdiction} seen at a desk`)
    const seen = await seenByNumber(tx, number)
    const allowed = rules.decide(seen, actor)
    if (!allowed.ok) return allowed
    if (!seen) return refuse('decided-already')
    const now = await clock(tx)
    const by = allowed.value.account
    if (answer === 'confirm') await confirm(tx, seen, { by, now, timeZone })
    else await dropSeen(tx, number)
    const kind = answer === 'confirm' ? 'identity.residence-confirmed' : 'identity.residence-sent-back'
    await record(tx, { kind, problem: null, public: {}, secret: { number, by }, time: 'coarse' })
    return accept(null)
  })
}

type Confirming = Where & { readonly by: Id<'account'>; readonly now: Temporal.Instant }

async function confirm(tx: Tx, seen: Seen, { by, now, timeZone }: Confirming): Promise<void> {
  const today = todayIn({ timeZone }, now)
  await lockExclusive(tx, `residence of ${seen.account}`)
  await confirmSeen(tx, seen.number, { by, at: now })
  // By a letter meanwhile: what it shows stays.
  if (await residenceOf(tx, seen.account, today)) return
  await putResidence(tx, seen.account, { means: 'desk', shownOn: today, endsOn: shownUntil(today) })
}

async function standingOf(
  tx: Tx,
  account: Id<'account'>,
  { timeZone, now }: Where & { readonly now: Temporal.Instant },
): Promise<rules.Standing> {
  const shown = await residenceOf(tx, account, todayIn({ timeZone }, now))
  return { isShown: shown !== undefined, isWaiting: await waitsAtDesk(tx, account) }
}
