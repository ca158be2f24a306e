import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { unlessHidden } from '../../platform/moderation/index.ts'
import { follow, tellThese } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { packageOf } from '../decision/index.ts'
import { inCase, problemBySlug, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import * as pledgeStore from './pledge-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import { tellOf } from './tell.ts'

export type CommitmentMissing = 'no-such-problem' | 'no-such-commitment'

type At = { readonly slug: string; readonly number: number }
type CommitmentFound = { readonly problem: Problem; readonly commitment: store.Commitment }

async function lockedCommitment(tx: Tx, { slug, number }: At): Promise<Result<CommitmentFound, CommitmentMissing>> {
  const problem = await problemBySlug(tx, slug)
  if (!problem) return refuse('no-such-problem')
  const known = (await store.commitmentsOf(tx, problem.id)).find((one) => one.number === number)
  if (!known) return refuse('no-such-commitment')
  await lockExclusive(tx, known.id)
  const [commitment] = await store.commitmentsById(tx, [known.id]) // as it stands now that nobody else changes it
  return commitment ? accept({ problem, commitment }) : refuse('no-such-commitment')
}

/** One transaction about one commitment, under its lock. */
async function inCommitment<Value, Code extends string>(
  database: Database,
  actor: Actor,
  at: At,
  act: (tx: Tx, found: CommitmentFound) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | CommitmentMissing>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Code | CommitmentMissing>> => {
    const found = await lockedCommitment(tx, at)
    return found.ok ? act(tx, found.value) : found
  })
}

/** The commitment with the body that answered, whose chair may act on it too. */
async function withBody(tx: Tx, commitment: store.Commitment): Promise<rules.CommitmentState> {
  const pack = await packageOf(tx, commitment.problem)
  return { ...commitment, body: pack?.body ?? null }
}

export type ReportInput = rules.ReportWords & {
  readonly slug: string
  readonly number: number
  readonly place: Jurisdiction
  readonly text: string
}

export async function report(
  database: Database,
  actor: Actor,
  { slug, number, place, text, ...words }: ReportInput,
): Promise<Result<null, rules.ReportRefusal | CommitmentMissing>> {
  return inCommitment(database, actor, { slug, number }, async (tx, { problem, commitment }) => {
    const reporting = rules.report(
      { commitment: await withBody(tx, commitment), today: todayIn(place, tx.now) },
      words,
      actor,
    )
    if (!reporting.ok) return reporting
    const { by, isStaff, words: kept } = reporting.value
    await store.putReport(tx, commitment.id, { ...kept, text, by: by.account, isStaff })
    await record(tx, {
      kind: 'delivery.reported',
      problem: problem.id,
      public: {
        number,
        standing: kept.standing,
        text,
        reason: kept.reason,
        nextReport: kept.nextReportOn?.toString() ?? null,
        isStaff,
      },
      time: 'exact',
    })
    const values = { title: commitment.title }
    await tellOf(tx, problem, {
      id: commitment.id,
      number,
      message: `told.${kept.standing}`,
      values,
      except: by.account,
    })
    return accept(null)
  })
}

export type ReachInput = {
  readonly slug: string
  readonly number: number
  readonly milestone: number
  readonly on: Temporal.PlainDate
  readonly place: Jurisdiction
}

export async function reachMilestone(
  database: Database,
  actor: Actor,
  { slug, number, milestone: which, on, place }: ReachInput,
): Promise<Result<null, rules.ReachRefusal | CommitmentMissing | 'no-such-milestone'>> {
  return inCommitment(database, actor, { slug, number }, async (tx, { problem, commitment }) => {
    const milestone = commitment.milestones.find((one) => one.number === which)
    if (!milestone) return refuse('no-such-milestone')
    const reaching = rules.reachMilestone(
      { commitment: await withBody(tx, commitment), reachedOn: milestone.reachedOn, today: todayIn(place, tx.now) },
      on,
      actor,
    )
    if (!reaching.ok) return reaching
    await store.reachMilestone(tx, milestone.id, { on, by: reaching.value.account })
    await record(tx, {
      kind: 'delivery.milestone-reached',
      problem: problem.id,
      public: { number, milestone: which, on: on.toString() },
      time: 'exact',
    })
    const values = { title: commitment.title, what: milestone.what }
    await tellOf(tx, problem, {
      id: commitment.id,
      number,
      message: 'told.milestone',
      values,
      except: reaching.value.account,
    })
    return accept(null)
  })
}

export type PledgeInput = {
  readonly slug: string
  readonly commitment: number
  readonly what: string
  readonly howMuch: string
  readonly by: Temporal.PlainDate
  readonly place: Jurisdiction
}

export async function pledge(
  database: Database,
  actor: Actor,
  { slug, commitment: which, what, howMuch, by, place }: PledgeInput,
): Promise<Result<null, rules.PledgeRefusal | CommitmentMissing>> {
  return inCommitment(database, actor, { slug, number: which }, async (tx, { problem, commitment }) => {
    const pledging = rules.pledge({ commitment, today: todayIn(place, tx.now) }, by, actor)
    if (!pledging.ok) return pledging
    const pledgedBy = pledging.value.account
    await lockExclusive(tx, problem.id) // numbers of pledges have no gap
    const number = (await pledgeStore.pledgesOf(tx, problem.id)).length + 1
    const id = await pledgeStore.putPledge(tx, {
      problem: problem.id,
      number,
      commitment: commitment.id,
      pledgedBy,
      pledger: '',
      what,
      howMuch,
      byDay: by,
      state: 'promised',
      source: null,
    })
    await link(tx, { kind: 'pledge', id }, 'pledges-to', { kind: 'commitment', id: commitment.id })
    await follow(tx, { account: pledgedBy, about: { kind: 'pledge', id }, asAuthor: true })
    // Who helps hears how it goes: pledgers are the first monitors of a commitment.
    await follow(tx, { account: pledgedBy, about: { kind: 'commitment', id: commitment.id }, asAuthor: false })
    await record(tx, {
      kind: 'delivery.pledged',
      problem: problem.id,
      public: { number, commitment: which },
      secret: { pledgedBy, what, howMuch, by: by.toString() },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type SettleInput = {
  readonly slug: string
  readonly number: number
  readonly isKept: boolean
  readonly words: string
}

export async function settlePledge(
  database: Database,
  actor: Actor,
  { slug, number, isKept, words }: SettleInput,
): Promise<Result<null, rules.SettleRefusal | 'no-such-problem' | 'no-such-pledge'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const pledge = (await pledgeStore.pledgesOf(tx, problem.id)).find((one) => one.number === number)
    if (!pledge) return refuse('no-such-pledge')
    const settling = rules.settlePledge(pledge, { isKept, words }, actor)
    if (!settling.ok) return settling
    const state = isKept ? 'kept' : 'not-kept'
    await pledgeStore.settlePledge(tx, pledge.id, { state, words, by: settling.value.account })
    await record(tx, {
      kind: 'delivery.pledge-settled',
      problem: problem.id,
      public: { number, state },
      secret: { words, by: settling.value.account },
      time: 'coarse',
    })
    await tellPledger(tx, { problem, pledge, state, words, except: settling.value.account })
    return accept(null)
  })
}

type Settled = {
  readonly problem: Problem
  readonly pledge: pledgeStore.Pledge
  readonly state: 'kept' | 'not-kept'
  readonly words: string
  readonly except: Id<'account'>
}

/** Whoever pledged hears what was said about it, when somebody else said so. */
async function tellPledger(tx: Tx, { problem, pledge, state, words, except }: Settled): Promise<void> {
  await tellThese(tx, pledge.pledgedBy === null ? [] : [pledge.pledgedBy], {
    about: { kind: 'pledge', id: pledge.id },
    stage: 'delivery',
    message: `told.pledge-${state}`,
    values: { what: await unlessHidden(tx, pledge.id, pledge.what), words },
    address: 'delivery.page',
    params: { problem: problem.slug },
    except,
  })
}
