import { csvOf } from '@folkmoot/basics/csv.ts'
import type { Cell, Published } from '@folkmoot/tally/suppress.ts'
import { letterOf } from '../../map/letter.ts'
import type { PublishedMap } from '../../map/published.ts'
import type { Tenths } from '../../map/tenths.ts'

/** What the pages of results and map show, and nothing else: so the files tell no more than they do (decisions/016). */
export type Shown = {
  readonly topic: string
  readonly url: string
  readonly description: string
  /** Null: fewer than ten. */
  readonly voters: number | null
  readonly statements: readonly ShownStatement[]
  /** The last map, drawn after the close. */
  readonly map: PublishedMap | null
}

export type ShownStatement = {
  readonly number: number
  readonly text: string
  /** In the place's own time: no finer. */
  readonly day: Temporal.PlainDate
  readonly published: Published
}

export const openFiles = ['summary.csv', 'comments.csv', 'comment-groups.csv'] as const
export type OpenFile = (typeof openFiles)[number]

export function openFile(file: OpenFile, shown: Shown): string {
  if (file === 'summary.csv') return csvOf(summaryRows(shown))
  return csvOf(file === 'comments.csv' ? commentRows(shown) : groupRows(shown))
}

type Row = readonly (string | undefined)[]

function summaryRows({ topic, url, description, voters, statements, map }: Shown): readonly Row[] {
  return [
    ['topic', topic],
    ['url', url],
    ['views', ''], // nobody counts them
    ['voters', voters === null ? '' : `${voters}`],
    ['voters-in-conv', ''], // who was put into a group is nobody's to read
    ['commenters', ''],
    ['comments', `${statements.length}`],
    ['groups', map ? `${map.groups.length}` : ''],
    ['conversation-description', description],
  ]
}

function commentRows({ statements }: Shown): readonly Row[] {
  return [
    ['timestamp', 'datetime', 'comment-id', 'author-id', 'agrees', 'disagrees', 'moderated', 'comment-body'],
    ...statements.map(({ number, text, day, published }) => {
      const [, agrees, disagrees] = countsOf(published)
      const midnight = day.toZonedDateTime('UTC').epochMilliseconds
      return [`${midnight}`, day.toString(), `${number}`, '', agrees, disagrees, '1', text]
    }),
  ]
}

/** Of groups there are tenths and no counts. They have names of their own: under the field's names a count is expected. */
function groupRows({ statements, map }: Shown): readonly Row[] {
  const groups = map?.groups ?? []
  const letters = groups.map(({ letter }) => letterOf(letter).toLowerCase())
  const shares = new Map(map?.statements.map((statement) => [statement.number, statement.groups]))
  return [
    [
      'comment-id',
      'comment',
      'total-votes',
      'total-agrees',
      'total-disagrees',
      'total-passes',
      ...letters.flatMap((letter) => [`group-${letter}-agree-tenths`, `group-${letter}-disagree-tenths`]),
    ],
    ...statements.map(({ number, text, published }) => [
      `${number}`,
      text,
      ...countsOf(published),
      ...groups.flatMap((_, group) => {
        const share = shares.get(number)?.[group]
        return [tenthsOf(share?.agree), tenthsOf(share?.disagree)]
      }),
    ]),
  ]
}

/** Voters, agree, disagree, pass; empty where it is not shown. */
function countsOf(published: Published): readonly string[] {
  if (published.kind === 'none') return ['', '', '', '']
  const cell = (value: Cell): string => (typeof value === 'number' ? `${value}` : '')
  const { voters, agree, disagree, pass } = published
  return [`${voters}`, cell(agree), cell(disagree), cell(pass)]
}

const tenthsOf = (tenths: Tenths | undefined): string => (tenths === null || tenths === undefined ? '' : `${tenths}`)
