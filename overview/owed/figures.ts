import { csvOf } from '@folkmoot/basics/csv.ts'
import { todayIn } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'
import {
  answerLines,
  figuresOf,
  isDueForKeeping,
  isOnSchedule,
  promiseLines,
  yearsWithFigures,
  type AnswerLine,
  type Figure,
  type FigureName,
  type PromiseLine,
} from '../../stages/delivery/index.ts'
import { daysToAnswer, isAnswerThatCounts, timingOf } from '../../stages/decision/index.ts'
import { problemNames } from '../../stages/problem/index.ts'
import { shareOf } from '@folkmoot/basics/share.ts'
import { owedWords } from './messages/words.ts'

export type YearOfFigures = { readonly year: number; readonly figures: Readonly<Record<FigureName, Figure>> }

/** So many years stand side by side; earlier ones are chosen. */
const yearsCompared = 5

export type FiguresShown = {
  readonly year: number | null
  readonly years: readonly number[]
  /** The year that was asked for, and those before it, the latest first. */
  readonly compared: readonly YearOfFigures[]
}

/** The year in the address, or the latest of which there is something to say. */
export async function figuresShown(visit: Visit): Promise<FiguresShown> {
  const today = todayIn(visit.jurisdiction, visit.now)
  // What is promised for years to come says nothing about them yet.
  const years = (await yearsWithFigures(visit.read)).filter((year) => year <= today.year)
  const asked = Number(visit.query.get('year'))
  const year = years.find((one) => one === asked) ?? years[0] ?? null
  if (year === null) return { year, years, compared: [] }
  const shown = years.filter((one) => one <= year).slice(0, yearsCompared)
  const span = { from: shown.at(-1) ?? year, to: year }
  const [answers, promises] = await Promise.all([answerLines(visit.read, span), promiseLines(visit.read, span)])
  const compared = shown.map((one) => ({
    year: one,
    figures: figuresOf(
      answers.filter((row) => row.year === one),
      promises.filter((row) => row.year === one),
      today,
    ),
  }))
  return { year, years, compared }
}

/** "12 of 15 (80 %)", of few "2 of 2" alone as in the record of a politician, "34", "–" where there is nothing to count yet. */
export function figureText(visit: Pick<Visit, 'lang'>, { value, of }: Figure): string {
  const say = owedWords.say(visit.lang)
  if (value === null) return say('figures.nothing')
  if (of === null) return say('figures.number', { value })
  const said = shareOf(value, of)
  if (said.kind === 'none') return say('figures.nothing')
  return said.kind === 'numbers' ? say('figures.share-of-few', said) : say('figures.share', said)
}

/** Every recommendation, or every promise, behind the figures: one a line, of one year or of all. */
export async function figuresTable(visit: Visit): Promise<string> {
  const say = owedWords.say(visit.lang)
  const year = Number(visit.query.get('year'))
  const isYear = Number.isInteger(year) && year > 0 && year <= 9999
  const span = isYear ? { from: year, to: year } : { from: 0, to: 9999 }
  const today = todayIn(visit.jurisdiction, visit.now)
  const ofPromises = visit.query.get('of') === 'promises'
  const yesOrNo = (is: boolean): string => say(is ? 'figures.yes' : 'figures.no')
  if (ofPromises) {
    const rows = await promiseLines(visit.read, span)
    const names = await questionsOf(visit, rows)
    return csvOf([
      (['year', 'case', 'promise', 'promised-for', 'kept-on', 'on-schedule', 'address'] as const).map((key) =>
        say(`table.${key}`),
      ),
      ...rows.map((row) => [
        String(row.year),
        names(row),
        row.title,
        row.promisedFor.toString(),
        row.keptOn?.toString() ?? '',
        isDueForKeeping(row, today) ? yesOrNo(isOnSchedule(row)) : '',
        promiseAddress(visit, row),
      ]),
    ])
  }
  const rows = await answerLines(visit.read, span)
  const names = await questionsOf(visit, rows)
  return csvOf([
    (
      [
        'year',
        'case',
        'recommendation',
        'body',
        'handed-on',
        'due-on',
        'answer',
        'answered-on',
        'days',
        'in-time',
        'in-time-is',
        'address',
      ] as const
    ).map((key) => say(`table.${key}`)),
    ...rows.map((row) => [
      String(row.year),
      names(row),
      String(row.number),
      row.body,
      row.handedOn.toString(),
      row.dueOn?.toString() ?? '',
      answerWord(visit, row),
      isAnswerThatCounts(row) ? (row.answeredOn?.toString() ?? '') : '',
      daysToAnswer(row, row.handedOn)?.toString() ?? '',
      inTimeWord(visit, row) ?? '',
      say('meaning.in-time'),
      answerAddress(visit, row),
    ]),
  ])
}

/** What the body has voted for; what somebody put off or only proposed is said as that. */
export function answerWord(visit: Pick<Visit, 'lang'>, { kind, isCarried }: AnswerLine): string {
  const say = owedWords.say(visit.lang)
  if (kind === null || kind === 'unknown' || kind === 'existed') return say('answer.none')
  return isCarried || kind === 'park' ? say(`answer.${kind}`) : say('answer.proposed')
}

/** Undefined while nobody can be late. */
export function inTimeWord(visit: Visit, row: AnswerLine): string | undefined {
  const timing = timingOf(row, todayIn(visit.jurisdiction, visit.now))
  if (timing === 'not-due' || timing === 'untimed') return undefined
  return owedWords.say(visit.lang)(timing === 'in-time' ? 'figures.yes' : 'figures.no')
}

/** How each case is called, as everybody may read it. */
export async function questionsOf(
  visit: Visit,
  rows: readonly Pick<AnswerLine, 'problem'>[],
): Promise<(row: Pick<AnswerLine, 'problem'>) => string> {
  const names = await problemNames(visit.read, [...new Set(rows.map(({ problem }) => problem))])
  return ({ problem }) => names.get(problem)?.question ?? ''
}

function answerAddress(visit: Visit, { slug, number }: AnswerLine): string {
  return `${visit.origin}${visit.to('decision.recommendation', { problem: slug, number })}`
}

function promiseAddress(visit: Visit, { slug, number }: PromiseLine): string {
  return `${visit.origin}${visit.to('delivery.commitment', { problem: slug, number })}`
}
