import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { featuresOf, standingFeatures } from '../features/store.ts'
import type { Cell } from '../population/cells.ts'
import { cellsIn, populationById, type Population } from '../population/store.ts'
import { sumsOf, type FeatureSums } from '../population/sums.ts'
import { populationChosen } from './store.ts'

/** The table a case is compared with, by what people are asked today. */
export type Comparison = {
  readonly population: Population
  readonly sums: readonly FeatureSums[]
  /** People alike in every feature of `sums`, in that order; only of values that are offered. */
  readonly cells: readonly Cell<Id<'feature-value'>>[]
}

export async function comparisonOf(read: Read, problem: Id<'problem'>): Promise<Comparison | undefined> {
  const id = await populationChosen(read, problem)
  const population = id && (await populationById(read, id))
  if (!population) return undefined
  const [standing, offered, cells] = await Promise.all([
    standingFeatures(read),
    featuresOf(read),
    cellsIn(read, population.id),
  ])
  const columns = population.features.flatMap((own) => standing.find((one) => one.id === own) ?? [])
  const asked = new Map(offered.map((one) => [one.id, new Set(one.values.map((value) => value.id))]))
  const kept = columns.map(({ id: feature }) => asked.has(feature))
  const sums = sumsOf(columns, cells).flatMap(({ feature, sums: lines }) => {
    const values = asked.get(feature.id)
    return values ? [{ feature, sums: lines.filter((value) => values.has(value.id)) }] : []
  })
  const known = new Set(sums.flatMap((one) => one.sums.map((value) => value.id)))
  return {
    population,
    sums,
    cells: cells
      .map(({ values, people }) => ({ people, values: values.filter((_, at) => kept[at]) }))
      .filter(({ values }) => values.every((value) => known.has(value))),
  }
}
