import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import type { FieldError, Visit } from '../../../platform/http/index.ts'
import { mostValues } from '../features/rules.ts'
import type { Feature } from '../features/store.ts'
import { valuesIn, type ColumnUse } from './columns.ts'
import type { SayPopulation } from './messages/words.ts'
import type { Table } from './table.ts'

/** Reads what the clerk says of a table: first of its columns, then of the answers in them. */

export const columnField = (at: number): string => `c${at}`
export const answerField = (column: number, answer: number): string => `v${column}-${answer}`

/** More answers to choose one from are no year and no area, but a number or a name in each row. */
const mostChoices = 2000

export type FeatureOfColumn = {
  readonly column: number
  /** Null where the table brings a feature of its own, named as its column. */
  readonly feature: Feature | null
  readonly answers: readonly string[]
}

export type Columns = {
  readonly count: number
  readonly features: readonly FeatureOfColumn[]
  readonly chosen: readonly { readonly column: number; readonly answers: readonly string[] }[]
}

type Wrong = { readonly ok: false; readonly errors: readonly FieldError[] }

/** What was said of each column; undefined where nothing was said yet. */
export function usesTyped(table: Table, said: (field: string) => string | undefined): readonly ColumnUse[] | undefined {
  const uses = table.columns.map((_, at) => said(columnField(at)))
  if (uses.every((use) => use === undefined)) return undefined
  return uses.map((use): ColumnUse => {
    if (use === 'new' || use === 'count' || use === 'choose') return use
    return parseId('feature', use) ?? 'leave'
  })
}

export function readColumns(
  table: Table,
  {
    uses,
    features,
    say,
  }: { readonly uses: readonly ColumnUse[]; readonly features: readonly Feature[]; readonly say: SayPopulation },
): { readonly ok: true; readonly value: Columns } | Wrong {
  const errors: FieldError[] = []
  const at = (use: ColumnUse): readonly number[] => uses.flatMap((one, i) => (one === use ? [i] : []))
  const [count, another] = at('count')
  if (count === undefined) errors.push({ field: columnField(0), text: say('columns.no-count') })
  if (another !== undefined) errors.push({ field: columnField(another), text: say('columns.two-counts') })
  const found = uses.flatMap((use, column): readonly FeatureOfColumn[] => {
    const feature = use === 'new' ? null : features.find(({ id }) => id === use)
    return feature === undefined ? [] : [{ column, feature, answers: valuesIn(table, column) }]
  })
  if (found.length === 0) errors.push({ field: columnField(0), text: say('columns.no-feature') })
  for (const { column, feature, answers } of found) {
    if (feature && found.some((other) => other.feature === feature && other.column < column))
      errors.push({ field: columnField(column), text: say('columns.feature-twice') })
    if (!feature && !isName(table.columns[column] ?? ''))
      errors.push({ field: columnField(column), text: say('columns.long-name') })
    if (answers.length > mostValues)
      errors.push({
        field: columnField(column),
        text: say('columns.too-many', { count: answers.length, most: mostValues }),
      })
  }
  const chosen = at('choose').map((column) => ({ column, answers: valuesIn(table, column) }))
  for (const { column, answers } of chosen)
    if (answers.length > mostChoices)
      errors.push({
        field: columnField(column),
        text: say('columns.too-many', { count: answers.length, most: mostChoices }),
      })
  if (errors.length > 0 || count === undefined) return { ok: false, errors }
  return { ok: true, value: { count, features: found, chosen } }
}

/** Whether it can be the name of a feature or a value. */
export function isName(text: string): boolean {
  return text !== '' && [...text].length <= 80
}

/** What an answer of the file becomes. */
export type Becomes =
  | { readonly kind: 'value'; readonly id: Id<'feature-value'> }
  | { readonly kind: 'new' }
  | { readonly kind: 'leave' }

export type Answers = {
  readonly features: readonly (FeatureOfColumn & { readonly becomes: ReadonlyMap<string, Becomes> })[]
  readonly chosen: readonly { readonly column: number; readonly value: string }[]
}

export function readAnswers(
  { form: { typed }, common }: Pick<Visit, 'form' | 'common'>,
  columns: Columns,
): { readonly ok: true; readonly value: Answers } | Wrong {
  const errors: FieldError[] = []
  const wrong = (field: string): void => void errors.push({ field, text: common('choose-one') })
  const features = columns.features.map((one) => {
    const becomes = new Map<string, Becomes>()
    for (const [i, answer] of one.answers.entries()) {
      const field = answerField(one.column, i)
      const said = typed[field]?.[0]
      const id = parseId('feature-value', said)
      if (said === 'leave' || (said === 'new' && isName(answer))) becomes.set(answer, { kind: said })
      else if (id && one.feature?.values.some((value) => value.id === id)) becomes.set(answer, { kind: 'value', id })
      else wrong(field)
    }
    return { ...one, becomes }
  })
  const chosen = columns.chosen.flatMap(({ column, answers }) => {
    const field = columnField(column)
    const said = typed[`chosen-${field}`]?.[0]
    const value = said === undefined || said === '' ? undefined : answers[Number(said)]
    if (value !== undefined) return [{ column, value }]
    wrong(`chosen-${field}`)
    return []
  })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, value: { features, chosen } }
}
