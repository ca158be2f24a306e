import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { record } from './facts.ts'
import { inCommitment, withBody, type CommitmentMissing } from './in-commitment.ts'
import * as rules from './rules.ts'
import { putReport } from './report-store.ts'
import * as store from './store.ts'
import { tellOf } from './tell.ts'

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
    await putReport(tx, commitment.id, { ...kept, text, by: by.account, isStaff })
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
    const { by, as } = reaching.value
    await store.reachMilestone(tx, milestone.id, { on, by: by.account, as })
    await record(tx, {
      kind: 'delivery.milestone-reached',
      problem: problem.id,
      public: { number, milestone: which, on: on.toString(), saidBy: as },
      time: 'exact',
    })
    const values = { title: commitment.title, what: milestone.what }
    await tellOf(tx, problem, {
      id: commitment.id,
      number,
      message: 'told.milestone',
      values,
      except: by.account,
    })
    return accept(null)
  })
}
