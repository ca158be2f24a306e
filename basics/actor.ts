import type { Id } from './ids.ts'

/**
 * Roles a person can hold. A role is held in a scope (a jurisdiction, a body, or the arena of one problem)
 * and until a date; it is read anew for each request.
 */
export type RoleName =
  | 'resident'
  | 'organisation'
  | 'politician'
  | 'body-chair'
  | 'member'
  | 'arena-chair'
  /** Chosen to lead the arena, whose group is not confirmed yet: she prepares. */
  | 'arena-chair-elect'
  | 'facilitator'
  | 'officer'
  | 'clerk'
  | 'administrator'
  /** Prepares for a politician, as long as both want it and she holds a seat: publishes in both names, decides nothing. */
  | 'delegate'

export type Role = {
  readonly name: RoleName
  /** The jurisdiction, the body, the problem whose arena it is, or the politician one prepares for. */
  readonly scope: Id<'jurisdiction'> | Id<'body'> | Id<'problem'> | Id<'person'>
}

/** How sure we are who this is. A mailed code gives `low`; `none` is nobody. */
export type Assurance = 'none' | 'low' | 'substantial' | 'high'

const fromNothing: readonly Assurance[] = ['none', 'low', 'substantial', 'high']

/** Whether this session proved at least so much. */
export function provesAtLeast({ assurance }: Pick<Actor, 'assurance'>, least: Assurance): boolean {
  return fromNothing.indexOf(assurance) >= fromNothing.indexOf(least)
}

/** Who acts: a signed-in person or nobody, with the roles held now. */
export type Actor = {
  readonly jurisdiction: Id<'jurisdiction'>
  readonly account: Id<'account'> | null
  /** The public figure this account belongs to, when it belongs to one. */
  readonly person: Id<'person'> | null
  readonly name: string
  /** What this session proved; another one of the same person may prove more. */
  readonly assurance: Assurance
  /** When this session last proved who it is; absent where no session acts. */
  readonly authenticatedAt?: Temporal.Instant
  readonly roles: readonly Role[]
}

export type SignedIn = Actor & { readonly account: Id<'account'> }

export function isSignedIn(actor: Actor): actor is SignedIn {
  return actor.account !== null
}

export function holds(actor: Actor, ...names: readonly RoleName[]): boolean {
  return actor.roles.some((role) => names.includes(role.name))
}

export function holdsIn(actor: Actor, scope: Role['scope'], ...names: readonly RoleName[]): boolean {
  return actor.roles.some((role) => role.scope === scope && names.includes(role.name))
}

/** Bodies in which the actor sits, or leads: those two roles alone are held in a body. */
export function bodiesOf(actor: Actor, ...names: readonly ('politician' | 'body-chair')[]): readonly Id<'body'>[] {
  return actor.roles.flatMap(({ name, scope }) => (names.some((one) => one === name) ? [scope as Id<'body'>] : []))
}

const publicEmployees: readonly RoleName[] = ['facilitator', 'officer', 'clerk', 'administrator']

/** Public employees prepare; they never open, close or answer (R1, R32). A politician who also serves as staff stays a politician. */
export function isStaff(actor: Actor): boolean {
  return holds(actor, ...publicEmployees) && !holds(actor, 'politician')
}

/** Who may use an address: a name for the table and the tests, and a pure rule. The finer rule lies in the command. */
export type Policy = { readonly name: string; readonly allows: (actor: Actor) => boolean }

export const anyone: Policy = { name: 'anyone', allows: () => true }
export const signedIn: Policy = { name: 'signed-in', allows: isSignedIn }

/** Whoever holds one of these roles, in whatever scope; the command's rule looks at the scope. */
export function whoever(...names: readonly RoleName[]): Policy {
  return { name: names.join(' or '), allows: (actor) => holds(actor, ...names) }
}
