import { todayIn } from '../../platform/directory/index.ts'
import { notFound, page, type Reply, type Visit } from '../../platform/http/index.ts'
import {
  answerLines,
  countsFor,
  figureNames,
  isDueForKeeping,
  isFigureName,
  isOnSchedule,
  promiseLines,
  toldFigures,
  type FigureName,
} from '../../stages/delivery/index.ts'
import { daysToAnswer, isAnswerThatCounts, statusWords } from '../../stages/decision/index.ts'
import { problemNames } from '../../stages/problem/index.ts'
import { answerWord, figuresShown, figureText, inTimeWord, questionsOf } from './figures.ts'
import { owedWords } from './messages/words.ts'
import { FigurePage } from './pages/figure-page.tsx'
import type { ToldCase } from './pages/told-figures.tsx'
import { FiguresPage } from './pages/figures-page.tsx'

export async function figuresPage(visit: Visit): Promise<Reply> {
  const say = owedWords.say(visit.lang)
  const [shown, told] = await Promise.all([figuresShown(visit), toldShown(visit)])
  return page({
    title: say('figures.title'),
    crumbs: [{ text: say('title'), href: visit.to('owed') }],
    isWide: true,
    body: (
      <FiguresPage
        {...{ say, told, ...shown }}
        reader={visit}
        names={figureNames}
        textOf={({ figures }, name) => figureText(visit, figures[name])}
      />
    ),
  })
}

/** The cases told from sources, with what their sources count. */
async function toldShown(visit: Visit): Promise<readonly ToldCase[]> {
  const told = await toldFigures(visit.read)
  const names = await problemNames(
    visit.read,
    told.map(({ problem }) => problem),
  )
  return told.map((one) => ({
    ...one,
    question: names.get(one.problem)?.question ?? '',
    counted: one.status ? statusWords(visit, one.status) : null,
  }))
}

const mostRows = 300

export async function figurePage(visit: Visit<'owed.figure'>): Promise<Reply> {
  const { figure: name } = visit.params
  if (!isFigureName(name)) return notFound()
  const say = owedWords.say(visit.lang)
  const { year, compared } = await figuresShown(visit)
  const figures = compared[0]?.figures
  const rows =
    year === null ? [] : await (name === 'on-schedule' ? promiseRows(visit, year) : answerRows(visit, name, year))
  const table = `${visit.to('owed.table')}?year=${year ?? ''}${name === 'on-schedule' ? '&of=promises' : ''}`
  const title = [say(`figure.${name}`), year].filter((part) => part !== null).join(', ')
  return page({
    title,
    crumbs: [
      { text: say('title'), href: visit.to('owed') },
      { text: say('figures.title'), href: `${visit.to('owed.figures')}?year=${year ?? ''}` },
    ],
    isWide: true,
    body: (
      <FigurePage
        {...{ say, title }}
        meaning={say(`meaning.${name}`)}
        value={figures ? figureText(visit, figures[name]) : say('figures.nothing')}
        columns={columnsOf(visit, name)}
        rows={rows.slice(0, mostRows)}
        count={rows.length}
        tableHref={table}
      />
    ),
  })
}

function columnsOf(visit: Visit, name: FigureName): readonly string[] {
  const say = owedWords.say(visit.lang)
  const keys =
    name === 'on-schedule'
      ? (['promise', 'promised-for', 'kept-on', 'on-schedule'] as const)
      : (['recommendation', 'body', 'handed-on', 'due-on', 'answer', 'answered-on', 'days', 'in-time'] as const)
  return keys.map((key) => say(`table.${key}`))
}

/** What the figure counts, and where it is a share what it is a share of. */
async function answerRows(visit: Visit, name: Exclude<FigureName, 'on-schedule'>, year: number) {
  const say = owedWords.say(visit.lang)
  const all = await answerLines(visit.read, { from: year, to: year })
  const today = todayIn(visit.jurisdiction, visit.now)
  const its = all.filter((row) =>
    name === 'in-time' ? inTimeWord(visit, row) !== undefined : countsFor(name, row, today),
  )
  const question = await questionsOf(visit, its)
  const { day } = visit.time
  return its.map((row) => [
    <a href={visit.to('decision.recommendation', { problem: row.slug, number: row.number })}>
      {say('figures.recommendation', { number: row.number, question: question(row) })}
    </a>,
    row.body,
    day(row.handedOn),
    row.dueOn ? day(row.dueOn) : say('figures.nothing'),
    answerWord(visit, row),
    row.answeredOn && isAnswerThatCounts(row) ? day(row.answeredOn) : say('figures.nothing'),
    daysToAnswer(row, row.handedOn)?.toString() ?? say('figures.nothing'),
    inTimeWord(visit, row) ?? say('figures.not-due'),
  ])
}

async function promiseRows(visit: Visit, year: number) {
  const say = owedWords.say(visit.lang)
  const today = todayIn(visit.jurisdiction, visit.now)
  const its = (await promiseLines(visit.read, { from: year, to: year })).filter((row) => isDueForKeeping(row, today))
  const question = await questionsOf(visit, its)
  const { day } = visit.time
  return its.map((row) => [
    <>
      <a href={visit.to('delivery.commitment', { problem: row.slug, number: row.number })}>{row.title}</a>
      <br />
      <span class="fm-mini">{question(row)}</span>
    </>,
    day(row.promisedFor),
    row.keptOn ? day(row.keptOn) : say('figures.nothing'),
    say(isOnSchedule(row) ? 'figures.yes' : 'figures.no'),
  ])
}
