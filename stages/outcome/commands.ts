import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../platform/db/index.ts'
import { todayIn, type Jurisdiction } from '../../platform/directory/index.ts'
import { tellAround } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import { packageOf } from '../decision/index.ts'
import { commitmentsOf } from '../delivery/index.ts'
import { inCase, type Problem } from '../problem/index.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type IntendInput = rules.IndicatorWords & {
  readonly slug: string
  readonly place: Jurisdiction
  readonly name: string
  readonly unit: string
  /** Numbers of the commitments it follows; none means the case as a whole. */
  readonly commitments: readonly number[]
}

type CaseFound = { readonly problem: Problem; readonly body: Id<'body'> | null }

/** One transaction about what came of one case, under its lock, with the body that answers for it. */
export async function inOutcome<Value, Code extends string>(
  database: Database,
  actor: Actor,
  slug: string,
  act: (tx: Tx, found: CaseFound) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) =>
    act(tx, { problem, body: (await packageOf(tx, problem.id))?.body ?? null }),
  )
}

export async function intend(
  database: Database,
  actor: Actor,
  input: IntendInput,
): Promise<Result<{ readonly number: number }, rules.IntendRefusal | 'no-such-problem' | 'no-such-commitment'>> {
  return inOutcome(database, actor, input.slug, async (tx, { problem, body }) => {
    const intending = rules.intend({ body, today: todayIn(input.place, tx.now) }, input, actor)
    if (!intending.ok) return intending
    const followed = (await commitmentsOf(tx, problem.id)).filter((commitment) =>
      input.commitments.includes(commitment.number),
    )
    if (followed.length < new Set(input.commitments).size) return refuse('no-such-commitment')
    const { name, unit, baselineValue, baselineOn, baselineSource, targetValue, targetBy } = input
    const number = (await store.indicatorsOf(tx, problem.id)).length + 1
    const words = { name, unit, baselineValue, baselineOn, baselineSource, targetValue, targetBy }
    const id = await store.putIndicator(tx, {
      ...words,
      problem: problem.id,
      number,
      writtenBy: intending.value.account,
      source: null,
    })
    await linkIndicator(tx, { id, problem: problem.id, commitments: followed.map((commitment) => commitment.id) })
    await record(tx, {
      kind: 'outcome.intended',
      problem: problem.id,
      public: {
        number,
        name,
        unit,
        baseline: baselineValue,
        baselineOn: baselineOn?.toString() ?? null,
        baselineSource,
        target: targetValue,
        targetBy: targetBy.toString(),
      },
      time: 'exact',
    })
    return accept({ number })
  })
}

export type IndicatorLinks = {
  readonly id: Id<'indicator'>
  readonly problem: Id<'problem'>
  readonly commitments: readonly Id<'commitment'>[]
}

/** An indicator follows from commitments; where there are none it is about the case itself. */
export async function linkIndicator(tx: Tx, { id, problem, commitments }: IndicatorLinks): Promise<void> {
  for (const commitment of commitments)
    await link(tx, { kind: 'indicator', id }, 'follows-from', { kind: 'commitment', id: commitment })
  if (commitments.length === 0) await link(tx, { kind: 'indicator', id }, 'about', { kind: 'problem', id: problem })
}

export type MeasureInput = {
  readonly slug: string
  readonly number: number
  readonly place: Jurisdiction
  readonly value: number
  readonly on: Temporal.PlainDate
  readonly source: string
  readonly range?: store.Range | null
}

export async function measure(
  database: Database,
  actor: Actor,
  { slug, number, place, value, on, source, range = null }: MeasureInput,
): Promise<Result<null, rules.MeasureRefusal | 'no-such-problem' | 'no-such-indicator'>> {
  return inOutcome(database, actor, slug, async (tx, { problem, body }) => {
    const indicator = (await store.indicatorsOf(tx, problem.id)).find((one) => one.number === number)
    if (!indicator) return refuse('no-such-indicator')
    const isKnown = indicator.measurements.some((one) => one.on.equals(on) && one.source === source)
    const measuring = rules.measure({ body, today: todayIn(place, tx.now), isKnown }, { value, on, range }, actor)
    if (!measuring.ok) return measuring
    const by = measuring.value.account
    const id = await store.putMeasurement(tx, indicator.id, {
      number: store.nextNumber(indicator),
      value,
      on,
      source,
      range,
      by,
    })
    await link(tx, { kind: 'measurement', id }, 'measures', { kind: 'indicator', id: indicator.id })
    await record(tx, {
      kind: 'outcome.measured',
      problem: problem.id,
      public: { number, value, on: on.toString(), source, low: range?.low ?? null, high: range?.high ?? null },
      time: 'exact',
    })
    // Everybody the case concerns, down to who raised the problem, hears what came of it.
    await tellAround(tx, problem.id, {
      about: { kind: 'measurement', id },
      stage: 'outcome',
      message: 'told.measured',
      values: { name: indicator.name, value, unit: indicator.unit },
      address: 'outcome.page',
      params: { problem: problem.slug },
      except: by,
    })
    return accept(null)
  })
}
