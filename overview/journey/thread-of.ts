import type { Id } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { linksAmong } from '../../platform/thread/index.ts'
import { answersOf, isProposed, type AnswerKind, type AnsweredRecommendation } from '../../stages/decision/index.ts'
import { commitmentsOf, type Commitment } from '../../stages/delivery/index.ts'
import { ideasOf, recommendationsOf, type Recommendation } from '../../stages/draft/index.ts'
import { notesOf, questionsOf } from '../../stages/inquiry/index.ts'
import { consultationOf, statementsIn } from '../../stages/opinion/index.ts'
import { indicatorsOf, type Indicator } from '../../stages/outcome/index.ts'
import { framings, type Problem } from '../../stages/problem/index.ts'
import type { ThreadGraph, ThreadNode } from '../../ui/index.ts'
import { journeyWords, type SayJourney } from './messages/words.ts'
import { threadGraph, type Source, type ThreadGraphWords, type ThreadMatter } from './thread-graph.ts'

/** The thread of one case as a graph to draw, read from the doors of its stages and the links between their things. */
export async function threadOf(visit: Visit, problem: Problem): Promise<ThreadGraph> {
  return threadGraph(await matterOf(visit, problem), graphWords(visit, problem))
}

async function matterOf(visit: Visit, problem: Problem): Promise<ThreadMatter> {
  const { read } = visit
  const [contributions, recommendations, answers, commitments, indicators] = await Promise.all([
    contributionsOf(visit, problem),
    recommendationsOf(read, problem.id),
    answersOf(read, problem.id),
    commitmentsOf(read, problem.id),
    indicatorsOf(read, problem.id),
  ])
  const hidden = await hiddenAmong(
    read,
    recommendations.flatMap((one) => [one.id, ...one.clauses.map((clause) => clause.id)]),
  )
  const links = await linksAmong(read, [
    ...answers.flatMap((one) => one.answer?.id ?? []),
    ...commitments.map((one) => one.id),
    ...indicators.map((one) => one.id),
  ])
  const behind = (id: Id): readonly Id[] => links.filter((link) => link.from.id === id).map((link) => link.to.id)
  return {
    contributions,
    sourceLinks: sourceLinks(visit, problem),
    recommendations: recommendations.map((one) => recommendationMatter(visit, { problem, one, hidden })),
    answers: answers.flatMap((one) => answerMatter(visit, { problem, one })),
    commitments: commitments.map((one) =>
      commitmentMatter(visit, { problem, one, answers: one.answer ? [one.answer, ...behind(one.id)] : behind(one.id) }),
    ),
    outcomes: indicators.map((one) => outcomeMatter(visit, { problem, one, commitments: behind(one.id) })),
  }
}

async function contributionsOf({ read }: Visit, { id }: Problem): Promise<ThreadMatter['contributions']> {
  const [ideas, questions, notes, versions, consultation] = await Promise.all([
    ideasOf(read, id),
    questionsOf(read, id),
    notesOf(read, id),
    framings(read, id),
    consultationOf(read, id),
  ])
  const statements = consultation ? await statementsIn(read, consultation.id) : []
  const as = (source: Source) => (one: { readonly id: Id }) => ({ id: one.id, source })
  return [
    ...ideas.map((idea) => as(idea.kind)(idea)),
    ...statements.filter((one) => !one.isTakenOut).map(as(consultation?.isHearing ? 'hearing' : 'statement')),
    ...questions.map(as('question')),
    ...notes.map(as('note')),
    // The first framing is the problem itself, not what somebody said to it.
    ...versions.filter((version) => version.number > 1).map(as('framing')),
  ]
}

function sourceLinks(visit: Visit, { slug: problem }: Problem): ThreadMatter['sourceLinks'] {
  const ideas = visit.to('draft.ideas', { problem })
  return {
    experience: ideas,
    idea: ideas,
    statement: visit.to('opinion.results', { problem }),
    hearing: visit.to('opinion.statements', { problem }),
    question: visit.to('inquiry.questions', { problem }),
    note: visit.to('inquiry.notes', { problem }),
    framing: visit.to('problem.page', { problem }),
  }
}

type HiddenIds = { readonly has: (id: Id) => boolean }
type RecommendationIn = { readonly problem: Problem; readonly one: Recommendation; readonly hidden: HiddenIds }

function recommendationMatter(
  visit: Visit,
  { problem, one, hidden }: RecommendationIn,
): ThreadMatter['recommendations'][number] {
  const say = journeyWords.say(visit.lang)
  const href = visit.to('draft.recommendation', { problem: problem.slug, number: one.number })
  return {
    id: one.id,
    number: one.number,
    title: hidden.has(one.id) ? say('text-hidden') : one.title,
    href,
    clauses: one.clauses.map((clause) => ({
      id: clause.id,
      text: hidden.has(clause.id) ? say('text-hidden') : clause.text,
      href: `${href}#clause-${clause.number}`,
      cites: clause.cites.map((thing) => thing.id),
    })),
  }
}

const signs: Readonly<Partial<Record<AnswerKind, NonNullable<ThreadNode['sign']>>>> = {
  accept: 'accepted',
  'accept-amended': 'changed',
  refer: 'referred',
  reject: 'rejected',
  park: 'parked',
  existed: 'accepted',
}

function answerMatter(
  visit: Visit,
  { problem, one }: { readonly problem: Problem; readonly one: AnsweredRecommendation },
): ThreadMatter['answers'] {
  const { answer } = one
  const sign = answer ? signs[answer.kind] : undefined
  if (!answer || !sign) return []
  const say = journeyWords.say(visit.lang)
  const back = answer.kind === 'refer' ? answer.referBy : answer.kind === 'park' ? answer.parkUntil : null
  return [
    {
      id: answer.id,
      recommendation: one.recommendation,
      title: isProposed(answer) ? say(`answer-proposed.${answer.kind}`) : say(`answer.${answer.kind}`),
      short: say(isProposed(answer) ? 'answer-short.proposed' : `answer-short.${sign}`),
      sub: back ? say('answer-back', { day: visit.time.shortDay(back) }) : '',
      href: visit.to('decision.recommendation', { problem: problem.slug, number: one.number }),
      sign,
      isProposed: isProposed(answer),
      ...(answer.kind === 'reject' && answer.reason !== '' ? { end: firstWords(answer.reason) } : {}),
    },
  ]
}

type CommitmentIn = { readonly problem: Problem; readonly one: Commitment; readonly answers: readonly Id[] }

function commitmentMatter(visit: Visit, { problem, one, answers }: CommitmentIn): ThreadMatter['commitments'][number] {
  const say = journeyWords.say(visit.lang)
  const isLate =
    one.source === null &&
    one.standing === 'promised' &&
    one.nextReportOn !== null &&
    Temporal.PlainDate.compare(
      one.nextReportOn,
      visit.now.toZonedDateTimeISO(visit.jurisdiction.timeZone).toPlainDate(),
    ) < 0
  const state =
    one.standing === 'kept'
      ? 'done'
      : one.standing === 'dropped'
        ? 'ended'
        : one.standing === 'late' || isLate
          ? 'late'
          : 'promised'
  return {
    id: one.id,
    title: one.title,
    sub: say(isLate ? 'standing.late' : `standing.${one.standing}`),
    href: visit.to('delivery.commitment', { problem: problem.slug, number: one.number }),
    state,
    answers: [...new Set(answers)],
  }
}

function outcomeMatter(
  visit: Visit,
  {
    problem,
    one,
    commitments,
  }: { readonly problem: Problem; readonly one: Indicator; readonly commitments: readonly Id[] },
): ThreadMatter['outcomes'][number] {
  const say = journeyWords.say(visit.lang)
  const last = one.measurements.at(-1)
  const value = last ? new Intl.NumberFormat(visit.lang).format(last.value) : ''
  return {
    id: one.id,
    title: one.name,
    sub: last
      ? say('outcome-measured', { value: `${value} ${one.unit}`.trim(), day: dayOf(visit, last.on) })
      : say(one.source === null ? 'outcome-waits' : 'outcome-unknown'),
    href: visit.to('outcome.page', { problem: problem.slug }),
    state: last ? 'done' : 'promised',
    commitments,
  }
}

/** A short day of this year; of other years the whole date, or history would seem to be today. */
function dayOf({ time, now, jurisdiction }: Visit, on: Temporal.PlainDate): string {
  return on.year === now.toZonedDateTimeISO(jurisdiction.timeZone).year ? time.shortDay(on) : time.day(on)
}

const mostLetters = 60

function firstWords(text: string): string {
  const [first = ''] = text.split(/(?<=[.!?])\s|\n/)
  return first.length <= mostLetters ? first : `${first.slice(0, first.lastIndexOf(' ', mostLetters))}…`
}

function graphWords(visit: Visit, problem: Problem): ThreadGraphWords {
  const say: SayJourney = journeyWords.say(visit.lang)
  const coming = say(problem.source === null ? 'coming' : 'coming-unknown')
  return {
    columns: [say('column.1'), say('column.2'), say('column.3'), say('column.4'), say('column.5'), say('column.6')],
    subs: (counts) => counts.map((count, i) => say(i === 0 ? 'sub.1' : i === 1 ? 'sub.2' : 'sub.3', { count })),
    coming: [coming, coming, coming, coming, coming, coming],
    source: {
      experience: say('source.experience'),
      idea: say('source.idea'),
      statement: say('source.statement'),
      hearing: say('source.hearing'),
      question: say('source.question'),
      note: say('source.note'),
      framing: say('source.framing'),
    },
    sourceShort: {
      experience: say('source-short.experience'),
      idea: say('source-short.idea'),
      statement: say('source-short.statement'),
      hearing: say('source-short.hearing'),
      question: say('source-short.question'),
      note: say('source-short.note'),
      framing: say('source-short.framing'),
    },
    clauses: (count, number) => say('clauses', { count, number }),
    unused: say(problem.source === null ? 'unused' : 'unused-told'),
    unusedWhy: say(problem.source === null ? 'unused-why' : 'unused-why-told'),
    behind: (count) => say('behind', { count }),
  }
}
