import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { link } from '../../platform/thread/index.ts'
import * as accountStore from './account/store.ts'
import { linkIndicator } from './commands.ts'
import { record } from './facts.ts'
import * as store from './store.ts'

/** An outcome as sources tell it; what they do not tell is null. */
export type ToldOutcome = {
  readonly problem: Id<'problem'>
  readonly name: string
  readonly unit: string
  readonly commitments?: readonly Id<'commitment'>[]
  readonly baseline?: { readonly value: number; readonly on: Temporal.PlainDate | null; readonly source: string } | null
  readonly target?: { readonly value: number; readonly by: Temporal.PlainDate | null } | null
  readonly measurements: readonly { readonly value: number; readonly on: Temporal.PlainDate; readonly source: string }[]
  readonly source: string
}

export async function retellOutcome(tx: Tx, told: ToldOutcome): Promise<Id<'indicator'>> {
  const { problem, name, unit, source } = told
  const number = (await store.indicatorsOf(tx, problem)).length + 1
  const id = await store.putIndicator(tx, {
    problem,
    name,
    unit,
    number,
    source,
    writtenBy: null,
    baselineValue: told.baseline?.value ?? null,
    baselineOn: told.baseline?.on ?? null,
    baselineSource: told.baseline?.source ?? '',
    targetValue: told.target?.value ?? null,
    targetBy: told.target?.by ?? null,
  })
  await linkIndicator(tx, { id, problem, commitments: told.commitments ?? [] })
  for (const [index, measurement] of told.measurements.entries()) {
    const measured = await store.putMeasurement(tx, id, { ...measurement, range: null, number: index + 1, by: null })
    await link(tx, { kind: 'measurement', id: measured }, 'measures', { kind: 'indicator', id })
  }
  const toldOf = told.measurements.at(-1)?.on.toString() ?? null
  await record(tx, { kind: 'outcome.told', problem, public: { number, source, toldOf }, time: 'exact' })
  return id
}

/** The account of public value of a told case: nobody signs it here, the source stands under it. */
export type ToldValueAccount = accountStore.AccountWords & { readonly problem: Id<'problem'>; readonly source: string }

export async function retellValueAccount(tx: Tx, told: ToldValueAccount): Promise<Id<'account-of-value'>> {
  const version = ((await accountStore.accountsOf(tx, told.problem))[0]?.version ?? 0) + 1
  const id = await accountStore.putAccount(tx, { ...told, version, preparedBy: null, isStaffText: false })
  await link(tx, { kind: 'account-of-value', id }, 'about', { kind: 'problem', id: told.problem })
  await record(tx, {
    kind: 'outcome.account-told',
    problem: told.problem,
    public: { version, source: told.source, toldOf: null },
    time: 'exact',
  })
  return id
}
