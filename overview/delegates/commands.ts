import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import {
  accountById,
  accountOfPerson,
  agreeToDelegation,
  delegationById,
  delegationsOf,
  endDelegation,
  ensureAccount,
  putDelegation,
  type Delegation,
} from '../../platform/identity/index.ts'
import { post, type Mail } from '../../platform/mail/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'

/** Words of a mail in the language of who gets it. */
export type MailIn = (language: string) => Omit<Mail, 'to'>

export type Naming = {
  readonly place: Jurisdiction
  readonly email: string
  readonly until: Temporal.PlainDate
  readonly language: string
  readonly mail: MailIn
}

export async function nameDelegate(
  database: Database,
  actor: Actor,
  { place, email, until, language, mail }: Naming,
): Promise<Result<null, rules.NamingRefusal | 'named-already'>> {
  return database.transact(place.id, actor, async (tx) => {
    await lockExclusive(tx, `delegates of ${actor.person ?? ''}`)
    const own = actor.account === null ? undefined : await accountById(tx, actor.account)
    const open = actor.person === null ? [] : await delegationsOf(tx, actor.person, tx.now)
    const state = { isHerself: own?.email === email, open: open.length, today: todayIn(place, tx.now) }
    const allowed = rules.name(state, until, actor)
    if (!allowed.ok) return allowed
    const { person, account: namedBy } = allowed.value
    const account = await ensureAccount(tx, email, language)
    const endsAt = until.add({ days: 1 }).toZonedDateTime(place.timeZone).toInstant()
    if (!(await putDelegation(tx, { person, account, namedBy, endsAt }))) return refuse('named-already')
    await record(tx, {
      kind: 'delegates.named',
      problem: null,
      public: { person, until: until.toString() },
      secret: { account },
      time: 'exact',
    })
    await mailTo(tx, account, mail)
    return accept(null)
  })
}

export async function agreeToPrepare(
  database: Database,
  actor: Actor,
  { id, mail }: { readonly id: Id<'delegation'>; readonly mail: MailIn },
): Promise<Result<Delegation, rules.StandingRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const delegation = await lockedDelegation(tx, id)
    const allowed = rules.agree(delegation, actor)
    if (!allowed.ok || !delegation) return allowed.ok ? refuse('not-yours') : allowed
    await agreeToDelegation(tx, id)
    await record(tx, {
      kind: 'delegates.agreed',
      problem: null,
      public: { person: delegation.person, isStaff: delegation.isStaff, until: delegation.endsAt.toString() },
      secret: { account: delegation.account },
      time: 'exact',
    })
    await mailTo(tx, (await accountOfPerson(tx, delegation.person))?.id, mail)
    return accept(delegation)
  })
}

export async function endPreparing(
  database: Database,
  actor: Actor,
  { id, mail }: { readonly id: Id<'delegation'>; readonly mail: (ended: Delegation) => MailIn },
): Promise<Result<Delegation, rules.StandingRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const delegation = await lockedDelegation(tx, id)
    const by = rules.end(delegation, actor)
    if (!by.ok || !delegation || actor.account === null) return by.ok ? refuse('not-yours') : by
    await endDelegation(tx, id, actor.account)
    await record(tx, {
      kind: 'delegates.ended',
      problem: null,
      public: { person: delegation.person, by: by.value },
      secret: { account: delegation.account },
      time: 'exact',
    })
    const other = by.value === 'politician' ? delegation.account : (await accountOfPerson(tx, delegation.person))?.id
    await mailTo(tx, other, mail(delegation))
    return accept(delegation)
  })
}

async function lockedDelegation(tx: Tx, id: Id<'delegation'>): Promise<Delegation | undefined> {
  await lockExclusive(tx, `delegation ${id}`)
  return delegationById(tx, id, tx.now)
}

async function mailTo(tx: Tx, id: Id<'account'> | undefined, mail: MailIn): Promise<void> {
  const account = id && (await accountById(tx, id))
  if (account) await post(tx, { to: account.email, ...mail(account.language) })
}
