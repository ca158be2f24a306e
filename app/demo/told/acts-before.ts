import type { Thing } from '@folkmoot/basics/ids.ts'
import { retellArena } from '../../../stages/arena/index.ts'
import { retellIdea, retellRecommendation } from '../../../stages/draft/index.ts'
import { retellMandate } from '../../../stages/mandate/index.ts'
import { retellMeeting } from '../../../stages/meeting/index.ts'
import { retellHearing } from '../../../stages/opinion/index.ts'
import { retellEvidence } from '../../../stages/inquiry/index.ts'
import { framings, retellProblem } from '../../../stages/problem/index.ts'
import { bodyOf, dateOf, idOf, instantAt, keep, language, later, type Act, type Known } from './known.ts'
import type { Day, ToldLine, ToldMandateWords } from './told-case.ts'

/** Up to the recommendations: problem, mandate, arena, meetings, hearing, contributions. */

export function problemAct({ problem: words }: ToldLine, known: Known): Act {
  return {
    day: words.from,
    tell: async (tx) => {
      const problem = await retellProblem(tx, { ...words, language })
      keep(known, { kind: 'problem', id: problem })
      for (const { id } of await framings(tx, problem)) keep(known, { kind: 'framing', id })
    },
  }
}

function mandateDay({ problem, mandate }: ToldLine): Day {
  return later(problem.from, mandate.adoption?.on ?? problem.from)
}

export function mandateAct(line: ToldLine, known: Known): Act {
  const { mandate } = line
  return {
    day: mandateDay(line),
    tell: async (tx) => {
      const { question, background, tasks, politicians, citizens, profiles, meetings, answerWithinMonths, source } =
        mandate
      await retellMandate(tx, {
        problem: idOf(known, 'problem'),
        question,
        background,
        tasks,
        politicians,
        citizens,
        profiles,
        meetings,
        source,
        recipientBody: bodyOf(known, mandate.recipient),
        startsOn: dateOf(mandate.startsOn),
        endsOn: dateOf(mandate.endsOn),
        economicFrame: mandate.economicFrame ?? '',
        canChange: mandate.canChange ?? '',
        cannotChange: mandate.cannotChange ?? '',
        answerRule: answerWithinMonths === null ? null : { count: answerWithinMonths, unit: 'months' },
        adoption: adoptionOf(mandate, known),
      })
    },
  }
}

function adoptionOf({ adoption, body }: ToldMandateWords, known: Known) {
  return (
    adoption && {
      body: bodyOf(known, body),
      decidedOn: dateOf(adoption.on),
      motion: adoption.motion,
      reference: '',
      votesFor: null,
      votesAgainst: null,
      abstentions: null,
      isVote: adoption.isVote,
      dissent: '',
    }
  )
}

export function arenaAct(line: ToldLine, known: Known): Act {
  return { day: mandateDay(line), tell: (tx) => retellArena(tx, { problem: idOf(known, 'problem'), ...line.seats }) }
}

/** In the order of the data, which is that of their numbers, also where a day is unknown. */
export function meetingActs(line: ToldLine, known: Known): readonly Act[] {
  let day = mandateDay(line)
  return line.meetings.map((meeting) => {
    day = later(day, meeting.day ?? day)
    return {
      day,
      tell: async (tx) => {
        const { day: on, hours } = meeting
        const times = on &&
          hours && { startsAt: instantAt(known, on, hours.from), endsAt: instantAt(known, on, hours.to) }
        const told = { ...meeting, problem: idOf(known, 'problem'), day: dateOf(on), hours: times }
        const id = await retellMeeting(tx, told)
        if (meeting.key) keep(known, { kind: 'meeting', id }, meeting.key)
      },
    }
  })
}

export function hearingActs({ hearing, problem }: ToldLine, known: Known): readonly Act[] {
  if (!hearing) return []
  return [
    {
      day: later(problem.from, hearing.openedOn),
      tell: async (tx) => {
        await retellHearing(tx, {
          problem: idOf(known, 'problem'),
          language,
          statements: hearing.statements,
          source: hearing.source,
          openedOn: Temporal.PlainDate.from(hearing.openedOn),
          openedAt: instantAt(known, hearing.openedOn, '00:00'),
          closedAt: instantAt(known, hearing.closedOn, '23:59:59'),
        })
      },
    },
  ]
}

function contributionDay(line: ToldLine, on: Day | null): Day {
  return later(mandateDay(line), on ?? mandateDay(line))
}

export function contributionActs(line: ToldLine, known: Known): readonly Act[] {
  return line.contributions.map(({ key, on, place, kind, title, text, source }) => ({
    day: contributionDay(line, on),
    tell: async (tx) => {
      const told = {
        kind,
        title,
        text,
        place: place ?? '',
        source,
        language,
        day: dateOf(on),
        problem: idOf(known, 'problem'),
      }
      keep(known, { kind: 'idea', id: await retellIdea(tx, told) }, key)
    },
  }))
}

export function factActs(line: ToldLine, known: Known): readonly Act[] {
  return (line.facts ?? []).map(({ key, on, question, answers, source }) => ({
    day: contributionDay(line, on),
    tell: async (tx) => {
      const id = await retellEvidence(tx, {
        problem: idOf(known, 'problem'),
        question,
        language,
        orderedOn: dateOf(on),
        answers: answers.map((one) => ({ ...one, on: dateOf(one.on) })),
        source,
      })
      if (key) keep(known, { kind: 'evidence', id }, key)
    },
  }))
}

/** In the order of the data, and not before what they cite. */
export function recommendationActs(line: ToldLine, known: Known): readonly Act[] {
  const citedOn = new Map(line.contributions.map(({ key, on }) => [key, contributionDay(line, on)]))
  let day = later(mandateDay(line), line.mandate.endsOn ?? mandateDay(line))
  return line.recommendations.map(({ key, on, clauses, title, text, agreement, minorityText, source }) => {
    for (const cited of clauses.flatMap(({ cites }) => cites)) day = later(day, citedOn.get(cited) ?? day)
    day = later(day, on ?? day)
    return {
      day,
      tell: async (tx) => {
        const cited = clauses.map((clause) => ({
          text: clause.text,
          cites: clause.cites.map((one) => citedBy(known, one)),
        }))
        const told = {
          title,
          text,
          agreement,
          minorityText,
          source,
          day: dateOf(on),
          clauses: cited,
          problem: idOf(known, 'problem'),
        }
        keep(known, { kind: 'recommendation', id: await retellRecommendation(tx, told) }, key)
      },
    }
  })
}

function citedBy(known: Known, key: string): Thing {
  if (key === 'problem') return { kind: 'framing', id: idOf(known, 'framing') }
  const kind = (['evidence', 'meeting'] as const).find((one) => known.things.has(`${one} ${key}`)) ?? 'idea'
  return { kind, id: idOf(known, kind, key) }
}
