import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Jurisdiction } from '../../platform/directory/index.ts'
import { todayIn } from '../../platform/directory/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { link, unlink } from '../../platform/thread/index.ts'
import { inOutcome } from './commands.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type CorrectInput = {
  readonly slug: string
  readonly place: Jurisdiction
  readonly number: number
  readonly measurement: number
  readonly words: rules.MeasurementWords
  readonly because: string
}

/** Puts another value in the place of a published one; the first stays to be read, with the reason. */
export function correctMeasurement(
  database: Database,
  actor: Actor,
  { slug, place, number, measurement, words, because }: CorrectInput,
): Promise<Result<null, rules.CorrectRefusal | 'no-such-problem' | 'no-such-indicator'>> {
  return inOutcome(database, actor, slug, async (tx, { problem, body }) => {
    const indicator = (await store.indicatorsOf(tx, problem.id)).find((one) => one.number === number)
    const was = indicator && store.measurementIn(indicator, measurement)
    if (!indicator || !was) return refuse('no-such-indicator')
    const others = indicator.measurements.filter((one) => one.id !== was.id)
    const state = {
      body,
      today: todayIn(place, tx.now),
      isKnown: others.some((one) => one.on.equals(words.on) && one.source === words.source),
      isCorrected: indicator.corrected.some((one) => one.id === was.id),
      was,
    }
    const correcting = rules.correct(state, words, actor)
    if (!correcting.ok) return correcting
    const by = correcting.value.account
    const next = store.nextNumber(indicator)
    const corrects = { id: was.id, because }
    const id = await store.putMeasurement(tx, indicator.id, { ...words, number: next, by, corrects })
    // The trace leads to what counts; what was published first is read beside it and in the public record.
    await unlink(tx, { kind: 'measurement', id: was.id }, 'measures', { kind: 'indicator', id: indicator.id })
    await link(tx, { kind: 'measurement', id }, 'measures', { kind: 'indicator', id: indicator.id })
    const { value, on, source, range } = words
    await record(tx, {
      kind: 'outcome.measurement-corrected',
      problem: problem.id,
      public: {
        number,
        measurement: next,
        corrects: measurement,
        value,
        on: on.toString(),
        source,
        low: range?.low ?? null,
        high: range?.high ?? null,
        because,
      },
      time: 'exact',
    })
    // Whoever heard the wrong value hears the right one.
    await tell(tx, {
      about: { kind: 'measurement', id },
      stage: 'outcome',
      message: 'told.corrected',
      values: { name: indicator.name, was: was.value, value, unit: indicator.unit },
      address: 'outcome.page',
      params: { problem: problem.slug },
      except: by,
    })
    return accept(null)
  })
}
