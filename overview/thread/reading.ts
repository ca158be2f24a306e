import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { hiddenAmong } from '../../platform/moderation/index.ts'
import { linksAmong } from '../../platform/thread/index.ts'
import {
  answersOf,
  backIn,
  isProposed,
  type AnswerKind,
  type AnsweredRecommendation,
  type Back,
} from '../../stages/decision/index.ts'
import { commitmentsOf, type Commitment } from '../../stages/delivery/index.ts'
import { isFrozen, threadSections, type ThreadSection } from '../../stages/draft/index.ts'
import { indicatorsOf, type Indicator } from '../../stages/outcome/index.ts'
import type { Problem } from '../../stages/problem/index.ts'
import type { ThreadNode } from '../../ui/index.ts'
import { alsoCited, contributionsOf, type Contribution } from './contributions.ts'
import { threadWords } from './messages/words.ts'
import type { MatterClause, ThreadLists, ThreadMatter } from './thread-matter.ts'

/** What the thread of one case is made of, read from the doors of its stages and the links between their things. */
export async function matterOf(visit: Visit, problem: Problem): Promise<ThreadMatter> {
  const { read } = visit
  const [listed, sections, isOver, answers, back, commitments, indicators] = await Promise.all([
    contributionsOf(read, problem.id),
    threadSections(read, problem.id),
    isFrozen(read, problem.id),
    answersOf(read, problem.id),
    backIn(read, problem.id),
    commitmentsOf(read, problem.id),
    indicatorsOf(read, problem.id),
  ])
  const hidden = await hiddenAmong(
    read,
    sections.flatMap((one) => [
      one.id,
      ...(one.recommendation === null ? [] : [one.recommendation]),
      ...one.clauses.map((clause) => clause.id),
    ]),
  )
  const links = await linksAmong(read, [
    ...answers.flatMap((one) => one.answer?.id ?? []),
    ...commitments.map((one) => one.id),
    ...indicators.map((one) => one.id),
  ])
  const behind = (id: Id): readonly Id[] => links.filter((link) => link.from.id === id).map((link) => link.to.id)
  const cited = sections.flatMap(({ clauses }) =>
    clauses.flatMap(({ cites }) => cites.flatMap(({ kind, ids }) => ids.map((id) => ({ kind, id })))),
  )
  return {
    contributions: [...listed.filter(isGiven(cited)), ...alsoCited(listed, cited)],
    recommendations: sections.flatMap((section) => recommendationMatter(visit, { problem, section, hidden })),
    passages: sections
      .filter(({ recommendation }) => recommendation === null)
      .flatMap((section) => clausesMatter(visit, { problem, section, hidden })),
    answers: answers.flatMap((one) =>
      answerMatter(visit, { problem, one, came: one.answer ? back.get(one.answer.id) : undefined }),
    ),
    commitments: commitments.map((one) =>
      commitmentMatter(visit, { problem, one, answers: one.answer ? [one.answer, ...behind(one.id)] : behind(one.id) }),
    ),
    outcomes: indicators.map((one) => outcomeMatter(visit, { problem, one, commitments: behind(one.id) })),
    links: listsOf(visit, problem),
    isOver: isOver || problem.source !== null,
  }
}

function listsOf(visit: Visit, { slug: problem }: Problem): ThreadLists {
  const list = (group: string): string => visit.to('thread.group', { problem, group })
  return {
    source: (source) => list(source),
    left: list('left'),
    recommendations: (from, to) => list(`recommendations-${from}-${to}`),
    background: list('background'),
    answers: visit.to('decision.page', { problem }),
    commitments: visit.to('delivery.page', { problem }),
    outcomes: visit.to('outcome.page', { problem }),
  }
}

/** What became the question of the case is no contribution left beside the text; where a clause names it, it is one within. */
function isGiven(cited: readonly Thing[]): (one: Contribution) => boolean {
  const ids = new Set(cited.map(({ id }) => id))
  return ({ thing, isQuestion }) => isQuestion !== true || ids.has(thing.id)
}

type HiddenIds = { readonly has: (id: Id) => boolean }
type SectionIn = { readonly problem: Problem; readonly section: ThreadSection; readonly hidden: HiddenIds }

function recommendationMatter(visit: Visit, at: SectionIn): ThreadMatter['recommendations'] {
  const { recommendation: id, number, heading } = at.section
  if (id === null || number === null) return []
  const isHidden = at.hidden.has(id) || at.hidden.has(at.section.id)
  return [
    {
      id,
      number,
      lang: langOf(at.problem),
      title: isHidden ? threadWords.say(visit.lang)('text-hidden') : heading,
      href: visit.to('draft.recommendation', { problem: at.problem.slug, number }),
      clauses: clausesMatter(visit, at),
    },
  ]
}

/** The language of the case; undefined where nobody knows it. */
function langOf({ language }: Problem): string | undefined {
  return language === 'und' ? undefined : language
}

function clausesMatter(visit: Visit, { problem, section, hidden }: SectionIn): readonly MatterClause[] {
  const { number, recommendation } = section
  const isHidden = hidden.has(section.id) || (recommendation !== null && hidden.has(recommendation))
  return section.clauses.map((clause) => ({
    id: clause.id,
    lang: langOf(problem),
    text: isHidden || hidden.has(clause.id) ? threadWords.say(visit.lang)('text-hidden') : clause.text,
    href:
      number === null
        ? visit.to('draft.clause', { problem: problem.slug, clause: clause.id })
        : `${visit.to('draft.recommendation', { problem: problem.slug, number })}#clause-${clause.number}`,
    sources: `${visit.to('draft.clause', { problem: problem.slug, clause: clause.id })}#sources`,
    cites: clause.cites.flatMap(({ ids }) => ids),
  }))
}

const signs: Readonly<Partial<Record<AnswerKind, NonNullable<ThreadNode['sign']>>>> = {
  accept: 'accepted',
  'accept-amended': 'changed',
  refer: 'referred',
  reject: 'rejected',
  park: 'parked',
  existed: 'accepted',
}

type AnswerIn = { readonly problem: Problem; readonly one: AnsweredRecommendation; readonly came: Back | undefined }

/** What was passed on and came back is drawn as it was answered there. */
function answerMatter(visit: Visit, { problem, one, came }: AnswerIn): ThreadMatter['answers'] {
  const { answer } = one
  const sign = answer ? signs[came?.kind ?? answer.kind] : undefined
  if (!answer || !sign) return []
  const say = threadWords.say(visit.lang)
  const back = answer.kind === 'refer' ? answer.referBy : answer.kind === 'park' ? answer.parkUntil : null
  return [
    {
      id: answer.id,
      recommendation: one.recommendation,
      title: isProposed(answer) ? say(`answer-proposed.${answer.kind}`) : say(`answer.${answer.kind}`),
      short: say(isProposed(answer) ? 'answer-short.proposed' : `answer-short.${sign}`),
      sub: came ? say(`answer-came.${came.kind}`) : back ? say('answer-back', { day: visit.time.shortDay(back) }) : '',
      href: visit.to('decision.recommendation', { problem: problem.slug, number: one.number }),
      sign,
      isProposed: isProposed(answer),
      ...((came ?? answer).kind === 'reject' && (came ?? answer).reason !== ''
        ? { end: firstWords((came ?? answer).reason) }
        : {}),
    },
  ]
}

type CommitmentIn = { readonly problem: Problem; readonly one: Commitment; readonly answers: readonly Id[] }

function commitmentMatter(visit: Visit, { problem, one, answers }: CommitmentIn): ThreadMatter['commitments'][number] {
  const say = threadWords.say(visit.lang)
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
  const say = threadWords.say(visit.lang)
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
