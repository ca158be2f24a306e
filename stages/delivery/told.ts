import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import { record } from './facts.ts'
import { linkMilestones } from './milestones.ts'
import * as pledgeStore from './pledges/store.ts'
import type { Standing } from './rules.ts'
import * as store from './store.ts'

/** A commitment as sources tell it; what they do not tell is null or empty. */
export type ToldCommitment = {
  readonly problem: Id<'problem'>
  readonly answer: Id<'answer'> | null
  readonly title: string
  readonly owner?: Id<'person'> | null
  readonly office?: string
  readonly budgetLine?: string | null
  readonly needsNoBudget?: boolean | null
  /** The day it was promised or decided. */
  readonly promisedOn?: Temporal.PlainDate | null
  readonly standing: Standing | 'unknown'
  /** What the source says of how it went. */
  readonly standingReason?: string
  readonly milestones?: readonly {
    readonly what: string
    readonly dueOn: Temporal.PlainDate
    readonly reachedOn: Temporal.PlainDate | null
  }[]
  readonly pledges?: readonly ToldPledge[]
  readonly source: string
}

export type ToldPledge = {
  readonly pledger: string
  readonly what: string
  readonly howMuch: string
  readonly byDay: Temporal.PlainDate | null
  readonly state: 'promised' | 'kept' | 'not-kept'
}

export async function retellCommitment(tx: Tx, told: ToldCommitment): Promise<Id<'commitment'>> {
  const { problem, answer, title, source } = told
  const number = await store.nextNumber(tx, problem)
  const commitment = await store.putCommitment(tx, {
    problem,
    answer,
    answerVersion: answer === null ? null : 1, // what is told is told once
    title,
    number,
    source,
    owner: told.owner ?? null,
    office: told.office ?? '',
    budgetLine: told.budgetLine ?? null,
    needsNoBudget: told.needsNoBudget ?? null,
    nextReportOn: null,
    standing: told.standing,
    standingReason: told.standingReason ?? '',
    milestones: told.milestones ?? [],
    writtenBy: null,
    confirmedBy: null,
  })
  if (answer) await link(tx, { kind: 'commitment', id: commitment }, 'carries-out', { kind: 'answer', id: answer })
  else await link(tx, { kind: 'commitment', id: commitment }, 'about', { kind: 'problem', id: problem })
  await linkMilestones(tx, commitment)
  for (const pledge of told.pledges ?? []) {
    const pledgeNumber = (await pledgeStore.pledgesOf(tx, problem)).length + 1
    const id = await pledgeStore.putPledge(tx, {
      ...pledge,
      problem,
      number: pledgeNumber,
      commitment,
      pledgedBy: null,
      source,
    })
    await link(tx, { kind: 'pledge', id }, 'pledges-to', { kind: 'commitment', id: commitment })
  }
  await record(tx, {
    kind: 'delivery.told',
    problem,
    public: { number, source, toldOf: told.promisedOn?.toString() ?? null },
    time: 'exact',
  })
  return commitment
}
