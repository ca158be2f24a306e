import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter, type Calendar } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { keepFile, type CleanFile } from '../../../platform/files/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { follow, tell, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { isConfirmed, seatsOf } from '../../arena/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { putFinding, putObjection, putSettled } from './finding-store.ts'
import * as findingRules from './finding-rules.ts'
import * as rules from './rules.ts'
import { stateOf } from './standing.ts'
import * as store from './store.ts'
import { wholeOrder } from './whole.ts'

export type At = { readonly slug: string; readonly number: number }
export type Missing = 'no-such-problem' | 'no-such-order'

export type OrderInput = {
  readonly slug: string
  readonly question: string
  readonly why: string
  /** In working days. */
  readonly within: number
  readonly language: string
  readonly calendar: Calendar
}

/** A member orders a fact: what we need to know, why, and by when. */
export async function orderEvidence(
  database: Database,
  actor: Actor,
  { slug, within, calendar, ...words }: OrderInput,
): Promise<Result<{ readonly number: number }, rules.OrderRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const isGroupConfirmed = await isConfirmed(tx, problem.id)
    const allowed = rules.order({ problem: problem.id, isTold: problem.source !== null, isGroupConfirmed }, actor)
    if (!allowed.ok) return allowed
    const orderedBy = allowed.value.account
    const wantedBy = deadlineAfter(tx.now, { count: within, unit: 'working-days' }, calendar)
    const order = { ...words, problem: problem.id, orderedBy, wantedBy, orderedOn: null, source: null }
    const { id, number } = await store.putOrder(tx, order)
    await record(tx, {
      kind: 'inquiry.evidence-ordered',
      problem: problem.id,
      public: { number, wantedBy: wantedBy.toString() },
      secret: { orderedBy, question: words.question, why: words.why },
      time: 'coarse',
    })
    await link(tx, { kind: 'evidence', id }, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: orderedBy, about: { kind: 'evidence', id }, asAuthor: true })
    await tellOf(tx, problem, { id, number, question: words.question, message: 'told.ordered', except: orderedBy })
    return accept({ number })
  })
}

export type GiveInput = At & {
  readonly text: string
  readonly sources: string
  readonly uncertain: string
  readonly language: string
  readonly hasApproved: boolean
  readonly file?: CleanFile | undefined
}

/** She who was named answers, or the desk enters what somebody outside says. Public at once; a second one stands beside it. */
export async function giveEvidence(
  database: Database,
  actor: Actor,
  { slug, number, hasApproved, file, ...words }: GiveInput,
): Promise<Result<null, findingRules.GiveRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const allowed = findingRules.give(stateOf(order), { hasApproved }, actor)
    if (!allowed.ok) return allowed
    const { by, answerer, isEntered } = allowed.value
    const named = order.answerers.find((one) => one.number === answerer)
    if (!named) return refuse('nobody-named')
    const finding = await putFinding(tx, {
      ...words,
      evidence: order.id,
      answerer,
      toldBy: '',
      side: named.side,
      givenBy: by.account,
      givenOn: null,
    })
    const thing = { kind: 'finding', id: finding.id } as const
    const within = { kind: 'evidence', id: order.id } as const
    if (file) await keepFile(tx, { file, about: thing, within, alt: '', by: by.account })
    await record(tx, {
      kind: 'inquiry.evidence-answered',
      problem: problem.id,
      public: {
        number,
        answer: finding.number,
        side: named.side,
        isEntered,
        isInTime: Temporal.Instant.compare(await clock(tx), named.dueAt) <= 0,
      },
      secret: { by: by.account, text: words.text, sources: words.sources, file: file?.hash ?? null },
      time: 'exact',
    })
    await link(tx, thing, 'answers', within)
    await follow(tx, { account: by.account, about: thing, asAuthor: true })
    const message = finding.number > 1 ? 'told.evidence-beside' : 'told.evidence-answered'
    await tellOf(tx, problem, { ...order, message, except: by.account })
    return accept(null)
  })
}

export type ContestInput = At & findingRules.Contesting & { readonly language: string }

/** Whoever knows better says so, with a reason and a source. The answerer and every member are told. */
export async function contestEvidence(
  database: Database,
  actor: Actor,
  { slug, number, language, ...said }: ContestInput,
): Promise<Result<null, findingRules.ContestRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const allowed = findingRules.contest(stateOf(order), said, actor)
    if (!allowed.ok) return allowed
    const { by, finding } = allowed.value
    const { reason, source } = said
    const objection = await putObjection(tx, {
      evidence: order.id,
      finding,
      reason,
      source,
      language,
      contestedBy: by.account,
    })
    await record(tx, {
      kind: 'inquiry.evidence-contested',
      problem: problem.id,
      public: { number, answer: said.finding, objection: objection.number },
      secret: { by: by.account, reason, source },
      time: 'coarse',
    })
    const thing = { kind: 'objection', id: objection.id } as const
    await link(tx, thing, 'on', { kind: 'finding', id: finding })
    await follow(tx, { account: by.account, about: thing, asAuthor: true })
    await follow(tx, { account: by.account, about: { kind: 'evidence', id: order.id } })
    const answerers = order.answerers.flatMap(({ account }) => (account === null ? [] : [account]))
    const desk = order.findings.flatMap(({ givenBy }) => (givenBy === null ? [] : [givenBy]))
    const members = (await seatsOf(tx, problem.id)).map(({ account }) => account)
    const orderer = order.orderedBy === null ? [] : [order.orderedBy]
    const whom = [...answerers, ...desk, ...orderer, ...members]
    await tellThese(tx, whom, await newsOf(tx, problem, { ...order, message: 'told.contested', except: by.account }))
    return accept(null)
  })
}

export type SettleInput = At & { readonly objection: number; readonly words: string }

export async function settleObjection(
  database: Database,
  actor: Actor,
  { slug, number, objection, words }: SettleInput,
): Promise<Result<null, findingRules.SettleRefusal | Missing>> {
  return inOrder(database, actor, { slug, number }, async (tx, { problem, order }) => {
    const allowed = findingRules.settle(stateOf(order), objection, actor)
    if (!allowed.ok) return allowed
    const one = order.objections.find((each) => each.number === objection)
    if (!one) return refuse('no-such-objection')
    await putSettled(tx, one.id, words)
    await record(tx, {
      kind: 'inquiry.objection-settled',
      problem: problem.id,
      public: { number, objection },
      secret: { by: allowed.value.account, words },
      time: 'coarse',
    })
    await tellOf(tx, problem, { ...order, message: 'told.objection-settled', except: allowed.value.account })
    return accept(null)
  })
}

export type Found = { readonly problem: Problem; readonly order: store.WholeOrder }

/** One transaction about one order, under the lock of its case: no answer slips in while the desk withdraws. */
export async function inOrder<Code extends string>(
  database: Database,
  actor: Actor,
  { slug, number }: At,
  act: (tx: Tx, found: Found) => Promise<Result<null, Code>>,
): Promise<Result<null, Code | Missing>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<null, Code | Missing>> => {
    const order = await wholeOrder(tx, problem.id, number)
    return order ? act(tx, { problem, order }) : refuse('no-such-order')
  })
}

type Telling = Pick<store.Order, 'id' | 'number' | 'question'> & {
  readonly message: `told.${string}`
  readonly except: Id<'account'> | null
}

export async function newsOf(tx: Tx, problem: Problem, { id, number, question, message, except }: Telling) {
  return {
    about: { kind: 'evidence', id },
    stage: 'inquiry',
    message,
    values: { question: await unlessHidden(tx, id, question), problem: problem.question },
    address: 'inquiry.ordered',
    params: { problem: problem.slug, number: String(number) },
    except,
  } as const
}

/** Those who follow the order, or the case, hear what becomes of it. */
export async function tellOf(tx: Tx, problem: Problem, telling: Telling): Promise<void> {
  await tell(tx, await newsOf(tx, problem, telling))
}
