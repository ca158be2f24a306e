import type { Thing } from '@folkmoot/basics/ids.ts'
import { retellAnswers, retellVote } from '../../../stages/decision/index.ts'
import { retellCommitment } from '../../../stages/delivery/index.ts'
import { retellOutcome, retellValueAccount } from '../../../stages/outcome/index.ts'
import { bodyOf, dateOf, idOf, keep, later, type Act, type Known } from './known.ts'
import type { Day, ToldLine, ToldRecommendationWords, ToldVoteWords } from './told-case.ts'

/** After the recommendations: the answers, votes, commitments, measurements and what came of it. */

export function answersAct({ recommendations, answer: pack }: ToldLine, known: Known, from: Day): Act {
  const answeredOn = recommendations.flatMap(({ answer }) => answer.on ?? []).toSorted()
  return {
    day: later(from, pack.handedOverOn ?? answeredOn[0] ?? from),
    tell: async (tx) => {
      const { package: id, answers } = await retellAnswers(tx, {
        problem: idOf(known, 'problem'),
        body: bodyOf(known, pack.body),
        isClosed: pack.isClosed,
        source: pack.source,
        handedOverOn: dateOf(pack.handedOverOn),
        meetingOn: dateOf(pack.meetingOn),
        status: pack.status ?? null,
        answers: recommendations.map((one, i) => answerTo(one, { known, number: i + 1 })),
      })
      keep(known, { kind: 'package', id })
      for (const { key } of recommendations) {
        const answer = answers.get(idOf(known, 'recommendation', key))
        if (answer) keep(known, { kind: 'answer', id: answer }, key)
      }
    },
  }
}

function answerTo(
  { key, title, text, answer }: ToldRecommendationWords,
  { known, number }: { readonly known: Known; readonly number: number },
) {
  return {
    recommendation: idOf(known, 'recommendation', key),
    number,
    title,
    text,
    kind: answer.kind,
    reason: answer.reason,
    referTo: answer.referTo ?? '',
    answeredOn: dateOf(answer.on),
    followed: answer.followed,
    source: answer.source,
  }
}

export function voteActs({ votes }: ToldLine, known: Known, from: Day): readonly Act[] {
  return votes.map((vote) => ({
    day: later(from, vote.on ?? from),
    tell: async (tx) => {
      const { motion, isCarried, dissent, source } = vote
      await retellVote(tx, {
        problem: idOf(known, 'problem'),
        body: bodyOf(known, vote.body),
        about: aboutOf(vote, known),
        vote: {
          motion,
          isCarried,
          dissent,
          source,
          decidedOn: dateOf(vote.on),
          reference: '',
          votesFor: vote.for,
          votesAgainst: vote.against,
          abstentions: vote.abstained,
        },
      })
    },
  }))
}

function aboutOf({ about }: ToldVoteWords, known: Known): Thing {
  if (about === 'package') return { kind: 'package', id: idOf(known, 'package') }
  return { kind: 'answer', id: idOf(known, 'answer', about.answer) }
}

export function commitmentActs({ commitments }: ToldLine, known: Known, from: Day): readonly Act[] {
  return commitments.map(({ key, carriesOut, on, milestones, title, office, standing, standingReason, source }) => ({
    day: later(from, on ?? from),
    tell: async (tx) => {
      const commitment = await retellCommitment(tx, {
        title,
        office,
        standing,
        standingReason,
        source,
        promisedOn: dateOf(on),
        problem: idOf(known, 'problem'),
        answer: carriesOut === null ? null : idOf(known, 'answer', carriesOut),
        milestones: milestones.map(({ what, dueOn, reachedOn }) => ({
          what,
          dueOn: Temporal.PlainDate.from(dueOn),
          reachedOn: dateOf(reachedOn),
        })),
      })
      keep(known, { kind: 'commitment', id: commitment }, key)
    },
  }))
}

export function indicatorActs({ indicators }: ToldLine, known: Known, from: Day): readonly Act[] {
  return indicators.map(({ name, unit, follows, measurements, source }) => ({
    day: measurements.reduce((day, { on }) => later(day, on), from),
    tell: async (tx) => {
      await retellOutcome(tx, {
        name,
        unit,
        source,
        problem: idOf(known, 'problem'),
        commitments: follows === null ? [] : [idOf(known, 'commitment', follows)],
        measurements: measurements.map(({ value, on, source: measuredBy }) => ({
          value,
          on: Temporal.PlainDate.from(on),
          source: measuredBy,
        })),
      })
    },
  }))
}

/** What is known to have come of it; the other lines of the account stay empty and are shown as unknown. */
export function valueAct({ account }: ToldLine, known: Known, day: Day): Act {
  return {
    day,
    tell: async (tx) => {
      const unknown = { sideEffects: '', fairness: '', authorityUsed: '', costMinor: null, costCurrency: null }
      await retellValueAccount(tx, { ...unknown, ...account, problem: idOf(known, 'problem') })
    },
  }
}
