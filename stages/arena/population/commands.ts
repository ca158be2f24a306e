import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { record } from '../facts.ts'
import { lockFeatures, settleFeature } from '../features/commands.ts'
import { folded, type SetFeatureRefusal } from '../features/rules.ts'
import { standingFeatures, type StandingFeature } from '../features/store.ts'
import { cellsOf, type Cell, type CellFault } from './cells.ts'
import type { Answers, Becomes } from './form.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'
import type { Table } from './table.ts'

export type ImportInput = {
  readonly name: string
  readonly source: string
  readonly asOf: string
  readonly fileName: string
  /** Of the file as it was sent, in hex. */
  readonly sha256: string
  readonly table: Table
  readonly count: number
  readonly answers: Answers
}

export type ImportRefusal = rules.ImportRefusal | SetFeatureRefusal

type Imported =
  | Result<{ readonly id: Id<'population'> }, ImportRefusal>
  | { readonly ok: false; readonly faults: readonly CellFault[] }

/** What an answer becomes, as one word: a value there is, or the one that will be made for it. */
type Key = string

/** Brings a table in whole, with the features and values it brings along; or nothing of it. */
export async function importPopulation(database: Database, actor: Actor, input: ImportInput): Promise<Imported> {
  const { table, count, answers } = input
  const features = answers.features.map(({ column, becomes }) => ({
    column,
    values: new Map([...becomes].map(([answer, what]) => [answer, keyOf(answer, what)])),
  }))
  // Before the transaction: fifty thousand rows take their time.
  const read = cellsOf<Key>(table, { count, features, chosen: answers.chosen })
  if (!read.ok) return read
  return database.transact(
    actor.jurisdiction,
    actor,
    async (tx): Promise<Result<{ readonly id: Id<'population'> }, ImportRefusal>> => {
      await lockFeatures(tx)
      const names = (await store.populations(tx)).map((one) => one.name)
      const allowed = rules.importPopulation(names, { name: input.name, features: features.length }, actor)
      if (!allowed.ok) return allowed
      const settled = await settleFeatures(tx, actor, { table, answers })
      if (!settled.ok) return settled
      const id = await store.putPopulation(tx, {
        name: input.name,
        source: input.source,
        asOf: input.asOf,
        fileName: input.fileName,
        sha256: input.sha256,
        importedBy: allowed.value.account,
        features: settled.value.map((one) => one.feature),
        cells: merged(
          read.cells,
          settled.value.map((one) => one.values),
        ),
      })
      await record(tx, {
        kind: 'arena.population-imported',
        problem: null,
        public: {
          id,
          name: input.name,
          source: input.source,
          asOf: input.asOf,
          sha256: input.sha256,
          people: read.cells.reduce((sum, { people }) => sum + people, 0),
          by: actor.name,
        },
        time: 'exact',
      })
      return accept({ id })
    },
  )
}

function keyOf(answer: string, what: Becomes): Key | null {
  if (what.kind === 'leave') return null
  return what.kind === 'value' ? what.id : `new ${folded(answer)}`
}

type Settled = { readonly feature: Id<'feature'>; readonly values: ReadonlyMap<Key, Id<'feature-value'>> }

/** Adds what the table brings, feature by feature, and says which value each answer has become. */
async function settleFeatures(
  tx: Tx,
  actor: Actor,
  { table, answers }: Pick<ImportInput, 'table' | 'answers'>,
): Promise<Result<readonly Settled[], SetFeatureRefusal>> {
  const settled: Settled[] = []
  for (const { column, feature, becomes } of answers.features) {
    const standing = (await standingFeatures(tx)).find(({ id }) => id === feature?.id)
    if (feature && !standing) return refuse('no-such-feature')
    const added = [...becomes].filter(([, { kind }]) => kind === 'new').map(([answer]) => answer)
    const terms = termsWith(standing, { name: table.columns[column] ?? '', added })
    const set = added.length === 0 && terms.id ? accept({ id: terms.id }) : await settleFeature(tx, actor, terms)
    if (!set.ok) return set
    const after = (await standingFeatures(tx)).find(({ id }) => id === set.value.id)
    const values = new Map<Key, Id<'feature-value'>>()
    for (const [answer, what] of becomes) {
      const key = keyOf(answer, what)
      const value = after?.values.find((one) =>
        what.kind === 'value' ? one.id === what.id : folded(one.name) === folded(answer),
      )
      if (key !== null && value) values.set(key, value.id)
    }
    settled.push({ feature: set.value.id, values })
  }
  return accept(settled)
}

function termsWith(
  standing: StandingFeature | undefined,
  { name, added }: { readonly name: string; readonly added: readonly string[] },
) {
  const kind = standing?.kind ?? 'other'
  const code = kind === 'gender' ? ('other' as const) : null
  const [there, wanted] = [standing?.values ?? [], new Map(added.map((answer) => [folded(answer), answer]))]
  return {
    id: standing?.id ?? null,
    name: standing?.name ?? name,
    kind,
    isOffered: true,
    values: [
      // One that was no more offered is offered again.
      ...there.map((value) => ({ ...value, isOffered: value.isOffered || wanted.has(folded(value.name)) })),
      // Two spellings of one answer are one value.
      ...[...wanted]
        .filter(([key]) => !there.some(({ name: own }) => folded(own) === key))
        .map(([, answer]) => ({
          id: null,
          name: answer.replaceAll(/\s+/g, ' ').trim(),
          code,
          isOffered: true,
        })),
    ],
  }
}

function merged(
  cells: readonly Cell<Key>[],
  values: readonly ReadonlyMap<Key, Id<'feature-value'>>[],
): readonly Cell<Id<'feature-value'>>[] {
  return cells.map((cell) => ({
    people: cell.people,
    values: cell.values.map((key, at) => {
      const value = values[at]?.get(key)
      if (!value) throw new Error('a value that was not settled')
      return value
    }),
  }))
}
