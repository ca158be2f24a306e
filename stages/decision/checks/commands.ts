import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn } from '../../../platform/directory/index.ts'
import { accountOfPerson, accountsIn } from '../../../platform/identity/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase } from '../../problem/index.ts'
import { caseOf } from '../commands.ts'
import { record } from '../facts.ts'
import { newsOf, tellOfCase } from '../tell.ts'
import { groupOf, groupsIn } from './groups.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export async function sendDirection(
  database: Database,
  actor: Actor,
  { slug, text }: { readonly slug: string; readonly text: string },
): Promise<Result<null, rules.SendRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const sending = rules.sendDirection(await caseOf(tx, problem), actor)
    if (!sending.ok) return sending
    const { by, to } = sending.value
    const number = (await store.directionsOf(tx, problem.id)).length + 1
    const dueAt = deadlineAfter(tx.now, rules.replyWithin, await ownCalendar(tx))
    const direction = await store.putDirection(tx, {
      problem: problem.id,
      number,
      body: to,
      text,
      sentBy: by.account,
      dueAt,
    })
    await link(tx, { kind: 'check', id: direction }, 'about', { kind: 'problem', id: problem.id })
    await record(tx, {
      kind: 'decision.direction-sent',
      problem: problem.id,
      public: { number, body: to, text, dueAt: dueAt.toString() },
      time: 'exact',
    })
    const members = (await membersAccounts(tx, to)).filter((account) => account !== by.account)
    await tellThese(tx, members, {
      ...newsOf(problem),
      message: 'told.direction-for-you',
    })
    await tellOfCase(tx, problem, { message: 'told.direction-sent', except: by, elsewhere: members })
    return accept(null)
  })
}

/** Who sits in the parent body today: its party groups are to say their word, too. */
async function membersAccounts(tx: Tx, body: Id<'body'>): Promise<readonly Id<'account'>[]> {
  return accountsIn(tx, { body, today: todayIn(await ownCalendar(tx), tx.now) })
}

export type ReplyInput = rules.ReplyWords & { readonly slug: string; readonly number: number }

export async function replyToDirection(
  database: Database,
  actor: Actor,
  { slug, number, ...words }: ReplyInput,
): Promise<Result<null, rules.ReplyRefusal | 'no-such-problem' | 'no-such-direction'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const direction = (await store.directionsOf(tx, problem.id)).find((one) => one.number === number)
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
    await store.putReply(tx, direction.id, { person, account, party, questions, limits })
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
    const direction = (await store.directionsOf(tx, problem.id)).find((one) => one.number === number)
    const reply = direction?.replies.find((one) => one.person === person)
    if (!direction || !reply) return refuse('no-such-direction')
    const state = { problem: problem.id, hasQuestions: reply.questions !== '', isAnswered: reply.answer !== null }
    const answering = rules.answerReply(state, actor)
    if (!answering.ok) return answering
    const { account } = answering.value
    await store.putReplyAnswer(tx, direction.id, { person: reply.person, text, by: account })
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
