import type { Id } from '@folkmoot/basics/ids.ts'
import { folded, mostValues } from '../features/rules.ts'
import type { Feature, FeatureValue } from '../features/store.ts'
import { peopleCount } from './people-count.ts'
import type { Table } from './table.ts'

/** What stands in a column, as the clerk says: a feature, a new one, how many people, what rows are chosen by, or nothing for us. */
export type ColumnUse = Id<'feature'> | 'new' | 'count' | 'choose' | 'leave'

/** Every value of a column, in the order in which they come, each once. */
export function valuesIn({ rows }: Table, column: number): readonly string[] {
  return [...new Set(rows.map(({ fields }) => fields[column] ?? ''))]
}

const genderWords = ['gender', 'sex', 'køn', 'kjønn', 'kön', 'geschlecht']
const countWords = [
  'count',
  'people',
  'persons',
  'population',
  'number',
  'antal',
  'folketal',
  'indhold',
  'antall',
  'personer',
]
const choiceWords = [
  'year',
  'time',
  'date',
  'period',
  'tid',
  'år',
  'periode',
  'kvartal',
  'code',
  'onscode',
  'kode',
  'area',
  'område',
  'kommune',
]

const womanWords = [
  'woman',
  'women',
  'female',
  'females',
  'f',
  'kvinde',
  'kvinder',
  'kvinne',
  'kvinner',
  'kvinna',
  'kvinnor',
  'frauen',
]
const manWords = ['man', 'men', 'male', 'males', 'm', 'mand', 'mænd', 'mann', 'menn', 'män', 'männer']

/** "ageGroup", "age_group" and "Age group" are the same to whoever reads them. */
function plain(name: string): string {
  return folded(name.replaceAll(/([a-z])([A-Z])/g, '$1 $2').replaceAll(/[_-]+/g, ' '))
}

/** What each column most likely holds; the clerk sees it and corrects. At most one counts, at most one a feature. */
export function guessColumns(table: Table, features: readonly Feature[]): readonly ColumnUse[] {
  const taken = new Set<Id<'feature'>>()
  const count = countColumn(table)
  return table.columns.map((name, at): ColumnUse => {
    if (at === count) return 'count'
    const feature = features.find((one) => !taken.has(one.id) && isAbout(one, plain(name)))
    if (feature) {
      taken.add(feature.id)
      return feature.id
    }
    const words = plain(name).split(' ')
    const values = valuesIn(table, at)
    if (choiceWords.some((word) => words.includes(word)) && values.length > 1) return 'choose'
    const isNumbers = values.every((value) => peopleCount(value).ok || /^[\d.,eE-]+$/.test(value))
    return isNumbers || values.length < 2 || values.length > mostValues ? 'leave' : 'new'
  })
}

function isAbout({ name, kind }: Feature, column: string): boolean {
  if (kind === 'gender' && genderWords.includes(column)) return true
  const own = plain(name)
  return column === own || column.startsWith(`${own} `) || own.startsWith(`${column} `)
}

/** The column named as one that counts, the last of them; else the last that holds numbers of people alone. */
function countColumn({ columns, rows }: Table): number {
  const isCounting = columns.map((_, at) => rows.every(({ fields }) => peopleCount(fields[at] ?? '').ok))
  const named = columns.findLastIndex((name) => countWords.includes(plain(name)))
  return named === -1 ? isCounting.lastIndexOf(true) : named
}

/** The value of a feature that an answer of the file most likely is. */
export function guessValue(answer: string, feature: Pick<Feature, 'kind' | 'values'>): FeatureValue | undefined {
  const word = plain(answer)
  const same = feature.values.find(({ name }) => plain(name) === word)
  if (same || feature.kind !== 'gender') return same
  const code = womanWords.includes(word) ? 'woman' : manWords.includes(word) ? 'man' : undefined
  return code && feature.values.find((value) => value.code === code)
}
