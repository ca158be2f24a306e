import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { DeadlineRule } from '@folkmoot/basics/working-days.ts'
import type { Database } from '../../platform/db/index.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { follow } from '../../platform/notices/index.ts'
import { retellIdea, retellRecommendation } from '../draft/index.ts'
import { retellMandate } from '../mandate/index.ts'
import { retellProblem } from '../problem/index.ts'
import { answerKinds } from './answers/counting-rules.ts'
import type { AnswerWords } from './answers/rules.ts'

/**
 * A case in a test town as far as the decision: alice's problem, two recommendations made from ideas about it, and a
 * mandate that sends them to the council. Freja, a councillor, chairs the arena.
 */
export type ReadyCase = {
  readonly slug: string
  readonly problem: Id<'problem'>
  readonly recommendations: readonly Id<'recommendation'>[]
  readonly chair: Actor
}

const source = 'https://example.org'

export async function readyCase(
  database: Database,
  town: Town,
  rule: DeadlineRule = { count: 60, unit: 'days' },
): Promise<ReadyCase> {
  const slug = `harbour-${newId('vote').slice(0, 8)}`
  const { alice, freja } = town.people
  return database.transact(town.place.id, null, async (tx) => {
    const problem = await retellProblem(tx, {
      slug,
      question: 'How does the harbour stay dry?',
      whatHappens: 'It floods.',
      whoIsAffected: 'Quay Street',
      language: 'en',
      source,
      actors: [],
    })
    if (alice.account)
      await follow(tx, { account: alice.account, about: { kind: 'problem', id: problem }, asAuthor: true })
    await retellMandate(tx, {
      problem,
      question: 'How does the harbour stay dry?',
      parentBody: town.committee,
      recipientBody: town.council,
      answerRule: rule,
      source,
      adoption: {
        body: town.council,
        decidedOn: null,
        motion: 'To adopt the mandate',
        reference: '',
        votesFor: 3,
        votesAgainst: 0,
        abstentions: 0,
        dissent: '',
        isVote: true,
      },
    })
    const recommendations: Id<'recommendation'>[] = []
    for (const title of ['Build a gate', 'Raise the quay']) {
      const idea = await retellIdea(tx, {
        problem,
        kind: 'idea',
        title,
        text: `${title} before the storms.`,
        place: '',
        language: 'en',
        day: null,
        source,
      })
      recommendations.push(
        await retellRecommendation(tx, {
          problem,
          title,
          text: `${title} before the storms.`,
          clauses: [{ text: `${title}.`, cites: [{ kind: 'idea', id: idea }] }],
          agreement: null,
          minorityText: '',
          day: null,
          source,
        }),
      )
    }
    const chair: Actor = {
      ...freja,
      roles: [...freja.roles, { name: 'arena-chair', scope: problem }, { name: 'member', scope: problem }],
    }
    return { slug, problem, recommendations, chair }
  })
}

/** An answer that lacks nothing, to be spoiled one part at a time. */
export function wordsFor(kind: AnswerWords['kind'] = answerKinds[0]): AnswerWords {
  return {
    kind,
    // Its own each time: an answer that repeats another is asked about before it is sent.
    reason: `The council has looked at this (${kind}, ${newId('vote').slice(0, 8)}).`,
    amendedText: kind === 'accept-amended' ? 'Build a gate by 1 October 2027.' : '',
    referTo: kind === 'refer' ? 'Works committee' : '',
    referBy: kind === 'refer' ? Temporal.PlainDate.from('2027-02-01') : null,
    parkUntil: kind === 'park' ? Temporal.PlainDate.from('2027-03-01') : null,
  }
}
