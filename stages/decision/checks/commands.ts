import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { inCase } from '../../problem/index.ts'
import { tellOfCase } from '../commands.ts'
import * as directions from '../directions.ts'
import { record } from '../facts.ts'
import { groupOf, groupsIn } from './groups.ts'
import * as rules from './rules.ts'

export type ReplyInput = rules.ReplyWords & { readonly slug: string; readonly number: number }

export async function replyToDirection(
  database: Database,
  actor: Actor,
  { slug, number, ...words }: ReplyInput,
): Promise<Result<null, rules.ReplyRefusal | 'no-such-problem' | 'no-such-direction'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const direction = (await directions.directionsOf(tx, problem.id)).find((one) => one.number === number)
    if (!direction) return refuse('no-such-direction')
    const groups = await groupsIn(tx, direction.body, todayIn(await ownCalendar(tx), tx.now))
    const state: rules.DirectionState = {
      body: direction.body,
      repliedBy: direction.replies.map((reply) => reply.person),
      groupsReplied: direction.replies.flatMap(({ party }) => party ?? []),
    }
    const replying = rules.replyToDirection(state, { ...actor, group: groupOf(groups, actor.person) }, words)
    if (!replying.ok) return replying
    const { person, account, party } = replying.value
    const { questions, limits } = words
    await directions.putReply(tx, direction.id, { person, account, party, questions, limits })
    await record(tx, {
      kind: 'decision.direction-answered',
      problem: problem.id,
      public: { number, person, group: party, questions, limits },
      time: 'exact',
    })
    await tellOfCase(tx, problem, { message: 'told.direction-answered', except: replying.value })
    return accept(null)
  })
}

export type AnswerReplyInput = {
  readonly slug: string
  readonly number: number
  /** Whose questions are answered. */
  readonly person: Id<'person'> | undefined
  readonly text: string
}

/** What the group says to the questions of one reply. */
export async function answerReply(
  database: Database,
  actor: Actor,
  { slug, number, person, text }: AnswerReplyInput,
): Promise<Result<null, rules.AnswerReplyRefusal | 'no-such-problem' | 'no-such-direction'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const direction = (await directions.directionsOf(tx, problem.id)).find((one) => one.number === number)
    const reply = direction?.replies.find((one) => one.person === person)
    if (!direction || !reply) return refuse('no-such-direction')
    const state = { problem: problem.id, hasQuestions: reply.questions !== '', isAnswered: reply.answer !== null }
    const answering = rules.answerReply(state, actor)
    if (!answering.ok) return answering
    const { account } = answering.value
    await directions.putReplyAnswer(tx, direction.id, { person: reply.person, text, by: account })
    await record(tx, {
      kind: 'decision.reply-answered',
      problem: problem.id,
      public: { number, person: reply.person, text },
      time: 'exact',
    })
    const asker = await accountOfPerson(tx, reply.person)
    await tellThese(tx, asker && asker.id !== account ? [asker.id] : [], {
      about: { kind: 'problem', id: problem.id },
      stage: 'decision',
      message: 'told.reply-answered',
      values: { question: problem.question },
      address: 'decision.page',
      params: { problem: problem.slug },
    })
    return accept(null)
  })
}
