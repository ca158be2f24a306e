import type { SignedIn } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import {
  addBody,
  bodies,
  parties,
  politiciansById,
  putJurisdiction,
  putOutline,
  type BodyKind,
  type Jurisdiction,
  type Outline,
} from '../../platform/directory/index.ts'
import {
  accountByEmail,
  accountById,
  accountOfPerson,
  endAllSessions,
  endOtherSessions,
  endStaffRole,
  ensureAccount,
  grantStaffRole,
  linkPerson,
  renewSession,
  staff,
  unlinkPerson,
  type Bound,
  type StaffRole,
} from '../../platform/identity/index.ts'
import { post, type Mail } from '../../platform/mail/index.ts'
import { record } from './facts.ts'
import type { PlaceSettings } from './place-form.ts'

/** Mail words in the language of who gets it: an invited person may have chosen one already. */
export type MailIn = (language: string) => Omit<Mail, 'to'>

export async function savePlace(
  database: Database,
  actor: SignedIn,
  { place, settings }: { readonly place: Jurisdiction; readonly settings: PlaceSettings },
): Promise<void> {
  await database.transact(place.id, actor, async (tx) => {
    await putJurisdiction(tx, { ...place, ...settings })
    const names = Object.keys(settings) as (keyof PlaceSettings)[]
    const changed = names.filter((name) => JSON.stringify(place[name]) !== JSON.stringify(settings[name]))
    if (changed.length > 0)
      await record(tx, { kind: 'settings.place-changed', problem: null, public: { settings: changed }, time: 'exact' })
  })
}

/** The outline of the place and the names of its parts; by whoever runs the installation where `actor` is null. */
export async function giveOutline(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  { actor, outline }: { readonly actor: SignedIn | null; readonly outline: Outline },
): Promise<void> {
  await database.transact(jurisdiction, actor, async (tx) => {
    await putOutline(tx, outline)
    await record(tx, {
      kind: 'settings.outline-given',
      problem: null,
      public: { places: outline.places.length },
      time: 'exact',
    })
  })
}

export type NewBody = {
  readonly name: string
  readonly kind: Exclude<BodyKind, 'party'>
  readonly parent: Id<'body'> | null
}

export async function addBodyOf(
  database: Database,
  actor: SignedIn,
  { name, kind, parent }: NewBody,
): Promise<Result<null, 'no-such-body' | 'body-exists'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'bodies')
    const known = await bodies(tx)
    if (parent && !known.some((body) => body.id === parent)) return refuse('no-such-body')
    if (known.some((body) => body.name.toLowerCase() === name.toLowerCase())) return refuse('body-exists')
    const taken = [...known, ...(await parties(tx))].map((body) => body.slug)
    const slug = freeSlug(slugOf(name, 'body'), new Set(taken))
    await addBody(tx, { slug, name, kind, parent })
    await record(tx, { kind: 'settings.body-added', problem: null, public: { name, kind }, time: 'exact' })
    return accept(null)
  })
}

/** The session the administrator acts with. */
type With = { readonly session: Buffer | undefined }
/** Hers under a new token, where she changed her own roles. */
export type Renewed = Bound | undefined

export type Invitation = With & {
  readonly email: string
  readonly role: StaffRole
  readonly language: string
  readonly mail: MailIn
}

export async function inviteStaff(
  database: Database,
  actor: SignedIn,
  { email, role, language, mail, session }: Invitation,
): Promise<Renewed> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const account = await ensureAccount(tx, email, language, { isOffice: true })
    await grantStaffRole(tx, account, role, actor.account)
    const renewed = await changeSessionsOf(tx, account, { actor, session })
    await mailTo(tx, { email, language, mail })
    await record(tx, {
      kind: 'settings.staff-invited',
      problem: null,
      public: { role },
      secret: { account, by: actor.account },
      time: 'exact',
    })
    return renewed
  })
}

export type Ending = With & { readonly account: Id<'account'>; readonly role: StaffRole }

export async function endStaff(
  database: Database,
  actor: SignedIn,
  { account, role, session }: Ending,
): Promise<Result<Renewed, 'no-such-account' | 'last-administrator'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, 'staff')
    const all = await staff(tx)
    if (!all.some((one) => one.account === account && one.role === role)) return refuse('no-such-account')
    if (role === 'administrator' && all.filter((one) => one.role === role).length === 1)
      return refuse('last-administrator')
    await endStaffRole(tx, account, role)
    const renewed = await changeSessionsOf(tx, account, { actor, session })
    await record(tx, {
      kind: 'settings.staff-ended',
      problem: null,
      public: { role },
      secret: { account, by: actor.account },
      time: 'exact',
    })
    return accept(renewed)
  })
}

export type Linking = With & {
  readonly person: Id<'person'>
  readonly email: string
  readonly language: string
  readonly mail: (name: string) => MailIn
}
export type LinkRefusal = 'no-such-person' | 'person-has-account' | 'account-has-person'

export async function linkPolitician(
  database: Database,
  actor: SignedIn,
  { person, email, language, mail, session }: Linking,
): Promise<Result<Renewed, LinkRefusal>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, person)
    const known = (await politiciansById(tx, [person])).get(person)
    if (!known) return refuse('no-such-person')
    if (await accountOfPerson(tx, person)) return refuse('person-has-account')
    const account = await ensureAccount(tx, email, language, { isOffice: true })
    if ((await accountById(tx, account))?.person) return refuse('account-has-person')
    await linkPerson(tx, account, person)
    const renewed = await changeSessionsOf(tx, account, { actor, session })
    await mailTo(tx, { email, language, mail: mail(known.name) })
    await record(tx, {
      kind: 'settings.person-linked',
      problem: null,
      public: { person },
      secret: { account, by: actor.account },
      time: 'exact',
    })
    return accept(renewed)
  })
}

/** Takes a politician's account from her: an address was mistyped, a mailbox was lost. What was written under it stays. */
export async function unlinkPolitician(
  database: Database,
  actor: SignedIn,
  { person, session }: With & { readonly person: Id<'person'> },
): Promise<Result<Renewed, 'no-such-person'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    await lockExclusive(tx, person)
    const linked = await accountOfPerson(tx, person)
    if (!linked) return refuse('no-such-person')
    await unlinkPerson(tx, linked.id)
    const renewed = await changeSessionsOf(tx, linked.id, { actor, session })
    await record(tx, {
      kind: 'settings.person-unlinked',
      problem: null,
      public: { person },
      secret: { account: linked.id, by: actor.account },
      time: 'exact',
    })
    return accept(renewed)
  })
}

/**
 * Who gets or loses a role signs in anew: a session somebody else may have kept gains nothing by it. Who changes her own goes on
 * in this browser alone, under a new token.
 */
async function changeSessionsOf(
  tx: Tx,
  account: Id<'account'>,
  { actor, session }: With & { readonly actor: SignedIn },
): Promise<Renewed> {
  if (account !== actor.account || !session) {
    await endAllSessions(tx, account)
    return undefined
  }
  await endOtherSessions(tx, account, session)
  return renewSession(tx, session)
}

async function mailTo(
  tx: Tx,
  { email, language, mail }: { readonly email: string; readonly language: string; readonly mail: MailIn },
): Promise<void> {
  const known = await accountByEmail(tx, email)
  await post(tx, { to: email, ...mail(known?.language ?? language) })
}
