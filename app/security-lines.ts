import { randomUUID } from 'node:crypto'
import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Context } from 'hono'
import { sessionCookie, type Reply, type Visit } from '../platform/http/index.ts'
import type { Asked } from './asked.ts'

/**
 * What the log tells of a request: a number that joins its lines, the row of the table and the place. Never an address of a page, which
 * may hold a secret, and nobody's account.
 */
export type RequestLine = { readonly request: string; readonly at?: Address; readonly place?: string }

const lines = new WeakMap<Context, RequestLine>()

export function lineOf(context: Context): RequestLine {
  const known = lines.get(context)
  if (known) return known
  const line = { request: randomUUID() }
  lines.set(context, line)
  return line
}

export function noteRow(context: Context, row: Required<Omit<RequestLine, 'request'>>): void {
  lines.set(context, { ...lineOf(context), ...row })
}

/** A form without its token, a bound that was hit, a sign-in of elsewhere: what was stopped before the act. */
export function logStopped({ house, context, visit }: Asked, what: string): void {
  house.log.info(what, { ...lineOf(context), roles: rolesIn(visit) })
}

/** One line where somebody came in, went out, failed to come in, or was refused a right. */
export function logReply(asked: Asked, at: Address, reply: Reply): void {
  const what = happened(asked, at, reply)
  if (what !== undefined) logStopped(asked, what)
}

function happened({ house, visit }: Asked, at: Address, reply: Reply): string | undefined {
  const name = sessionCookie(visit.jurisdiction.slug, house.isSecure())
  const cookie = reply.kind === 'redirect' ? reply.cookies?.findLast((one) => one.name === name) : undefined
  if (cookie?.value === null) return 'a sign-out'
  if (cookie) return goesOn(at) ? 'a session renewed' : 'a sign-in'
  if (proofs.has(at) && reply.kind !== 'redirect') return 'a proof of who somebody is that was none'
  return reply.kind === 'refused' && reply.status === 403 ? 'refused: no right to it' : undefined
}

/** What somebody does within her session gives it a new token; everything else that gives one opens it. */
function goesOn(at: Address): boolean {
  return at.startsWith('keys') || at.startsWith('settings')
}

/** Where a code, a link or a device is shown. */
const proofs: ReadonlySet<Address> = new Set<Address>([
  'sign-in.enter',
  'sign-in.use-link',
  'sign-in.by-passkey',
  'keys.change-address',
])

function rolesIn({ actor }: Visit): string {
  const names = [...new Set(actor.roles.map((role) => role.name))].toSorted()
  return isSignedIn(actor) ? names.join(' ') || 'signed in' : 'nobody'
}
