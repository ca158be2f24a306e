import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { lockExclusive, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { authorsOf, follow, tell, tellThese } from '../../../platform/notices/index.ts'
import { link, upstream } from '../../../platform/thread/index.ts'
import { seatsOf } from '../../arena/index.ts'
import type { Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { chairsOf, inCommitment, withBody, type At, type CommitmentMissing } from '../in-commitment.ts'
import { pledgesOf } from '../pledges/store.ts'
import { addReport, reportsOf, setStanding } from '../report-store.ts'
import type { Commitment } from '../store.ts'
import { newsOf } from '../tell.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Members of its group, those whose words it carries out, and those who pledged to it. */
export async function isConcerned(read: Read, commitment: Commitment, { account }: Actor): Promise<boolean> {
  if (account === null) return false
  const [seats, pledges, sources] = await Promise.all([
    seatsOf(read, commitment.problem),
    pledgesOf(read, commitment.problem),
    upstream(read, { kind: 'commitment', id: commitment.id }),
  ])
  if (seats.some((seat) => seat.account === account)) return true
  if (pledges.some((pledge) => pledge.commitment === commitment.id && pledge.pledgedBy === account)) return true
  const words = [...new Set<Id>(sources.map(({ to }) => to.id))]
  return words.length > 0 && (await authorsOf(read, words)).includes(account)
}

export async function reopenState(
  read: Read,
  commitment: Commitment,
  { actor, now }: { readonly actor: Actor; readonly now: Temporal.Instant },
): Promise<rules.ReopenState> {
  const byHer =
    actor.account === null
      ? { lastByHer: null, inMonthByHer: 0 }
      : await store.reopenedBy(read, actor.account, { commitment: commitment.id, now })
  return {
    ...byHer,
    commitment: { ...(await withBody(read, commitment)), source: commitment.source },
    isConcerned: await isConcerned(read, commitment, actor),
  }
}

export type ReopenInput = At & { readonly place: Jurisdiction; readonly reason: string; readonly language: string }

export async function reopen(
  database: Database,
  actor: Actor,
  { slug, number, place, reason, language }: ReopenInput,
): Promise<Result<null, rules.ReopenRefusal | CommitmentMissing>> {
  return inCommitment(database, actor, { slug, number }, async (tx, { problem, commitment }) => {
    if (actor.account !== null) await lockExclusive(tx, actor.account) // how often she did so is counted over all commitments
    const state = await reopenState(tx, commitment, { actor, now: tx.now })
    const reopening = rules.reopen(state, actor, tx.now)
    if (!reopening.ok) return reopening
    const by = reopening.value.account
    const [closing] = await reportsOf(tx, commitment.id)
    const { standing } = commitment
    if (!closing || (standing !== 'kept' && standing !== 'dropped')) return refuse('not-settled')
    const due = deadlineAfter(tx.now, { count: rules.workingDaysToAnswer, unit: 'working-days' }, place)
    const answerBy = todayIn(place, due)
    const before = (await store.reopeningsOf(tx, commitment.id))[0]?.number ?? 0
    const id = await store.putReopening(tx, {
      problem: problem.id,
      commitment: commitment.id,
      number: before + 1,
      closedAs: standing,
      closedReport: closing.number,
      reason,
      language,
      by,
      answerBy,
    })
    await setStanding(tx, commitment.id, { standing: 'reopened', reason: '', nextReportOn: answerBy })
    await link(tx, { kind: 'reopening', id }, 'about', { kind: 'commitment', id: commitment.id })
    await follow(tx, { account: by, about: { kind: 'reopening', id }, asAuthor: true })
    await record(tx, {
      kind: 'delivery.reopened',
      problem: problem.id,
      public: { number, reopening: before + 1, closedAs: standing, answerBy: answerBy.toString() },
      secret: { by, reason },
      time: 'coarse',
    })
    const chairs = await chairsOf(tx, state.commitment.body, todayIn(place, tx.now))
    const telling = { problem, commitment, id, except: by, elsewhere: chairs }
    await tellReopening(tx, { ...telling, message: 'told.reopened' })
    const news = { id: commitment.id, number, values: { title: commitment.title }, except: by }
    await tellThese(tx, chairs, newsOf(problem, { ...news, message: 'told.reopened-yours' }))
    return accept(null)
  })
}

export type AnswerInput = At & rules.ReopenAnswer & { readonly place: Jurisdiction; readonly words: string }

/** The chair's answer is a report: it stands among the others, and the record keeps the question and the answer. */
export async function answerReopening(
  database: Database,
  actor: Actor,
  { slug, number, place, words, ...answer }: AnswerInput,
): Promise<Result<null, rules.AnswerRefusal | CommitmentMissing>> {
  return inCommitment(database, actor, { slug, number }, async (tx, { problem, commitment }) => {
    const state = { commitment: await withBody(tx, commitment), today: todayIn(place, tx.now) }
    const answering = rules.answerReopening(state, answer, actor)
    if (!answering.ok) return answering
    const open = (await store.reopeningsOf(tx, commitment.id)).find(({ answeredAt }) => answeredAt === null)
    if (!open) return refuse('nothing-reopened')
    const { by, nextReportOn } = answering.value
    const standing = answer.goesOn ? 'promised' : open.closedAs
    const reason = standing === 'dropped' ? words : ''
    const report = { standing, reason, nextReportOn, text: words, by: by.account, isStaff: false } as const
    const reported = await addReport(tx, commitment.id, report)
    await store.putAnswer(tx, open.id, { report: reported, by: by.account })
    await setStanding(tx, commitment.id, report)
    await record(tx, {
      kind: 'delivery.reopening-answered',
      problem: problem.id,
      public: {
        number,
        reopening: open.number,
        standing,
        text: words,
        nextReport: nextReportOn?.toString() ?? null,
        report: reported,
      },
      time: 'exact',
    })
    const message = answer.goesOn ? 'told.reopened-goes-on' : 'told.reopened-stays-closed'
    await tellReopening(tx, { problem, commitment, id: open.id, message, except: by.account })
    return accept(null)
  })
}

type Telling = {
  readonly problem: Problem
  readonly commitment: Commitment
  readonly id: Id<'reopening'>
  readonly message: 'told.reopened' | 'told.reopened-goes-on' | 'told.reopened-stays-closed'
  readonly except: Id<'account'>
  /** Who is told in words of her own. */
  readonly elsewhere?: readonly Id<'account'>[]
}

/** Whoever asked, and everybody upstream of the commitment. */
async function tellReopening(
  tx: Tx,
  { problem, commitment, id, message, except, elsewhere = [] }: Telling,
): Promise<void> {
  const { number, title } = commitment
  const news = newsOf(problem, { id: commitment.id, number, message, values: { title }, except })
  await tell(tx, { ...news, about: { kind: 'reopening', id }, elsewhere })
}
