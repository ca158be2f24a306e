import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { endOfDay, type Calendar } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Read } from '../../../platform/db/index.ts'
import { staff } from '../../../platform/identity/index.ts'
import { follow, followersOf, tellThese } from '../../../platform/notices/index.ts'
import { link, unlink } from '../../../platform/thread/index.ts'
import { interestsIn, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { putAnswerer } from './answerer-store.ts'
import { inOrder, tellOf, type At, type Missing } from './commands.ts'
import * as deskRules from './desk-rules.ts'
import * as rules from './rules.ts'
import { stateOf } from './standing.ts'
import * as store from './store.ts'
import { wholeById, wholeOrder } from './whole.ts'

export type NameInput = At & {
  /** An officer's or an organisation's account; null for somebody outside. */
  readonly account: Id<'account'> | null
  readonly name: string
  readonly position: string
  readonly interest: string
  readonly hasAgreed: boolean
  readonly side: rules.Side
  readonly due: Temporal.PlainDate
  readonly laterWords: string
  readonly calendar: Calendar
}

/** The desk names who answers, and until when. She is told; of somebody outside, staff enter what she says. */
export async function nameAnswerer(
  database: Database,
  actor: Actor,
  { slug, number, calendar, due, account, ...input }: NameInput,
): Promise<Result<null, deskRules.NameRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const known =
      account === null ? undefined : (await whoCanAnswer(tx, problem)).find((one) => one.account === account)
    const outside = { ...input }
    const naming: deskRules.Naming = {
      kind: account === null ? 'outside' : (known?.kind ?? 'officer'),
      isKnown: known !== undefined,
      outside,
      dueAt: endOfDay(due, calendar.timeZone),
      wantedBy: order.wantedBy,
      laterWords: input.laterWords,
    }
    const allowed = deskRules.name(stateOf(order), naming, { actor, now: await clock(tx) })
    if (!allowed.ok) return allowed
    const isOutside = naming.kind === 'outside'
    const side = known?.side ?? input.side
    await putAnswerer(tx, {
      evidence: order.id,
      kind: naming.kind,
      account,
      name: isOutside ? input.name : '',
      position: isOutside ? input.position : '',
      interest: isOutside ? input.interest : '',
      hasAgreed: isOutside && input.hasAgreed,
      side,
      dueAt: naming.dueAt,
      laterWords: input.laterWords,
      namedBy: allowed.value.account,
    })
    await record(tx, {
      kind: 'inquiry.answerer-named',
      problem: problem.id,
      public: { number, kind: naming.kind, side, due: naming.dueAt.toString() },
      secret: { account, name: isOutside ? input.name : '', namedBy: allowed.value.account },
      time: 'exact',
    })
    if (account !== null) await follow(tx, { account, about: { kind: 'evidence', id: order.id } })
    await tellOf(tx, problem, { ...order, message: 'told.answerer-named', except: allowed.value.account })
    return accept(null)
  })
}

export type KnownAnswerer = {
  readonly account: Id<'account'>
  readonly name: string
  readonly kind: 'officer' | 'organisation'
  readonly side: rules.Side
}

/** Who can be named without more: officers, and organisations that have declared what they want in this case. */
export async function whoCanAnswer(read: Read, problem: Pick<Problem, 'id'>): Promise<readonly KnownAnswerer[]> {
  const [employees, declared] = await Promise.all([staff(read), interestsIn({ read }, problem.id)])
  return [
    ...employees
      .filter(({ role }) => role === 'officer')
      .map(({ account, name }) => ({ account, name, kind: 'officer' as const, side: 'administration' as const })),
    ...declared.map(({ of }) => ({
      account: of.account,
      name: of.organisation,
      kind: 'organisation' as const,
      side: sideOf(of.legalForm),
    })),
  ]
}

function sideOf(legalForm: string): rules.Side {
  if (legalForm === 'company' || legalForm === 'cooperative') return 'firm'
  if (legalForm === 'public-body') return 'administration'
  return legalForm === 'other' ? 'other' : 'association'
}

/** The order ends unanswered, with a reason everybody reads. */
export async function withdrawOrder(
  database: Database,
  actor: Actor,
  { slug, number, reason }: At & { readonly reason: string },
): Promise<Result<null, rules.WithdrawRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const allowed = rules.withdraw(stateOf(order), reason, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await store.putWithdrawal(tx, order.id, { by, words: reason })
    await record(tx, {
      kind: 'inquiry.order-withdrawn',
      problem: problem.id,
      public: { number, byTheDesk: by !== order.orderedBy },
      secret: { by, reason },
      time: 'exact',
    })
    await tellOf(tx, problem, { ...order, message: 'told.order-withdrawn', except: by })
    return accept(null)
  })
}

export type MergeInput = At & { readonly into: number; readonly reason: string }

/** Two orders for the same fact become one; everybody who waits for the one hears of the other's answer. */
export async function mergeOrders(
  database: Database,
  actor: Actor,
  { slug, number, into, reason }: MergeInput,
): Promise<Result<null, deskRules.MergeRefusal | Missing | 'no-such-target'>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const target = await wholeOrder(tx, problem.id, into)
    if (!target) return refuse('no-such-target')
    const allowed = deskRules.merge(stateOf(order), stateOf(target), { reason, actor })
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    await store.putMerger(tx, order.id, { into: target.id, by, words: reason })
    await link(tx, { kind: 'evidence', id: order.id }, 'merged-into', { kind: 'evidence', id: target.id })
    for (const account of await followersOf(tx, [order.id]))
      await follow(tx, { account, about: { kind: 'evidence', id: target.id } })
    await record(tx, {
      kind: 'inquiry.orders-merged',
      problem: problem.id,
      public: { number, into },
      secret: { by, reason },
      time: 'exact',
    })
    await tellOf(tx, problem, { ...order, message: 'told.orders-merged', except: by })
    return accept(null)
  })
}

/** Apart again: whoever ordered it says that it was not the same. */
export async function partOrders(
  database: Database,
  actor: Actor,
  { slug, number }: At,
): Promise<Result<null, rules.PartRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const allowed = rules.part(stateOf(order), actor)
    if (!allowed.ok) return allowed
    const target = order.mergedInto && (await wholeById(tx, order.mergedInto))
    await store.endMerger(tx, order.id)
    if (target) await unlink(tx, { kind: 'evidence', id: order.id }, 'merged-into', { kind: 'evidence', id: target.id })
    await record(tx, {
      kind: 'inquiry.orders-parted',
      problem: problem.id,
      public: { number, from: target ? target.number : 0 },
      secret: { by: allowed.value.account },
      time: 'exact',
    })
    const about = { kind: 'evidence', id: order.id } as const
    await tellThese(tx, await followersOf(tx, [order.id]), {
      about,
      stage: 'inquiry',
      message: 'told.orders-parted',
      values: { problem: problem.question },
      address: 'inquiry.ordered',
      params: { problem: slug, number: String(number) },
      except: allowed.value.account,
    })
    return accept(null)
  })
}
