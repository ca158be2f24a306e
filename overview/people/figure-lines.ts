import type { Reader } from '../../platform/http/index.ts'
import type { Figures } from './figures.ts'
import type { PeopleKey, SayPeople } from './messages/words.ts'
import { shareOf } from '@folkmoot/basics/share.ts'

/** One figure as anybody can check it: what it counts, the number in words, and where its rows are. */
export type FigureLine = {
  readonly name: string
  readonly value: string
  readonly definition: string
  /** The id of the list of its rows on the page of the record. */
  readonly rows: RowsName | null
}

export const rowNames = ['questions', 'answers', 'promises', 'meetings', 'notes', 'statements', 'cases'] as const
export type RowsName = (typeof rowNames)[number]

/** The figures of one politician in a fixed order: the same lines for everybody, also where there is nothing yet. */
export function figureLines(reader: Reader, say: SayPeople, figures: Figures): readonly FigureLine[] {
  const { replies, answers, promises, presence } = figures
  const share = (part: number, whole: number): string => sayShare(say, part, whole)
  const answered = replies.inTime + replies.late
  const line = (name: LineName, value: string, rows: RowsName | null): FigureLine => ({
    name: say(`figure.${name}`),
    value,
    definition: say(`figure.${name}-is`),
    rows,
  })
  return [
    line('rate', share(answered, answered + replies.overdue), 'questions'),
    line('in-time', share(replies.inTime, answered + replies.overdue), 'questions'),
    line('median', sayHours(say, replies.medianHours), 'questions'),
    line('waiting', say('figure.count', { count: replies.waiting }), 'questions'),
    line('answers', sayKinds(reader, say, figures), 'answers'),
    line('answers-in-time', share(answers.inTime, answers.due), 'answers'),
    line('answers-median', sayDays(say, answers.medianDays), 'answers'),
    line('kept', share(promises.kept, promises.kept + promises.dropped), 'promises'),
    line('open', say('figure.open-value', { onTrack: promises.onTrack, late: promises.late }), 'promises'),
    line('prepared', share(promises.prepared, totalOf(promises)), 'promises'),
    line('staff-reports', share(promises.staffReports, promises.reports), 'promises'),
    line('meetings', share(presence.attended, presence.called), 'meetings'),
    line('notes', say('figure.count', { count: figures.notes }), 'notes'),
    line('statements', say('figure.count', { count: figures.statements }), 'statements'),
    line('cases', say('figure.count', { count: figures.cases }), 'cases'),
  ]
}

type LineName = PeopleKey extends infer Key ? (Key extends `figure.${infer Name}-is` ? Name : never) : never

function totalOf({ kept, dropped, onTrack, late }: Figures['promises']): number {
  return kept + dropped + onTrack + late
}

function sayShare(say: SayPeople, part: number, whole: number): string {
  const said = shareOf(part, whole)
  if (said.kind === 'none') return say('figure.none')
  return said.kind === 'numbers' ? say('figure.numbers', said) : say('figure.percent', said)
}

function sayHours(say: SayPeople, hours: number | null): string {
  if (hours === null) return say('figure.none')
  return hours < 24
    ? say('figure.hours', { hours: Math.max(1, Math.round(hours)) })
    : say('figure.days', { days: Math.round(hours / 24) })
}

function sayDays(say: SayPeople, days: number | null): string {
  return days === null ? say('figure.none') : say('figure.days', { days: Math.round(days) })
}

function sayKinds(reader: Reader, say: SayPeople, { answers }: Figures): string {
  const kinds = (['accepted', 'amended', 'referred', 'rejected', 'parked', 'proposed'] as const).filter(
    (kind) => answers[kind] > 0,
  )
  if (kinds.length === 0) return say('figure.none')
  const words = kinds.map((kind) => say(`figure.${kind}`, { count: answers[kind] }))
  return new Intl.ListFormat(reader.lang, { type: 'unit' }).format(words)
}
