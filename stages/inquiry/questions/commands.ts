import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Calendar } from '@folkmoot/basics/working-days.ts'
import { clock, type Database, type Tx } from '../../../platform/db/index.ts'
import { politicians } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { follow, tell, unfollow } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { askedTooCounts, hasAskedToo, putAskedToo, takeAskedToo } from './asked-too-store.ts'
import { likesOf } from './likes.ts'
import { putLikeness, repliesToOthers } from './likeness-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type Refusal<Code extends string> = Code | 'no-such-problem' | 'no-such-question'

export type AskInput = {
  readonly slug: string
  /** Null asks the administration. */
  readonly to: Id<'person'> | null
  readonly question: string
  readonly background: string
  readonly language: string
  readonly calendar: Calendar
}

export async function askQuestion(
  database: Database,
  actor: Actor,
  { slug, calendar, ...input }: AskInput,
): Promise<Result<{ readonly number: number }, Refusal<rules.AskRefusal>>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const today = tx.now.toZonedDateTimeISO(calendar.timeZone).toPlainDate()
    const seated = (await politicians(tx, today)).map((politician) => politician.id)
    const allowed = rules.ask({ to: input.to, seated }, actor)
    if (!allowed.ok) return allowed
    const askedBy = allowed.value.account
    const dueAt = rules.dueAfter(tx.now, calendar)
    const { id, number } = await store.putQuestion(tx, {
      ...input,
      problem: problem.id,
      askedBy,
      askedOn: null,
      dueAt,
      source: null,
    })
    await record(tx, {
      kind: 'inquiry.question-asked',
      problem: problem.id,
      public: { number, to: input.to ?? 'administration', due: dueAt.toString() },
      secret: { askedBy, question: input.question, background: input.background },
      time: 'coarse',
    })
    await link(tx, { kind: 'question', id }, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: askedBy, about: { kind: 'question', id }, asAuthor: true })
    await followAsAsked(tx, { id, to: input.to })
    await tellOf(tx, problem, { id, number, message: 'told.asked', question: input.question, except: askedBy })
    return accept({ number })
  })
}

/** The politician asked hears of it, and of what the asker says to her answer. */
async function followAsAsked(tx: Tx, { id, to }: Pick<store.Question, 'id' | 'to'>): Promise<void> {
  const account = to && (await accountOfPerson(tx, to))
  if (account) await follow(tx, { account: account.id, about: { kind: 'question', id }, asAuthor: true })
}

type At = { readonly slug: string; readonly number: number }

export type AnswerInput = At & {
  readonly reply: string
  /** She has read that it is very like what she answered somebody else, and sends it all the same. */
  readonly again?: boolean
}

export async function answerQuestion(
  database: Database,
  actor: Actor,
  { reply, again = false, ...at }: AnswerInput,
): Promise<Result<null, Refusal<rules.AnswerRefusal>>> {
  return inQuestion({ database, actor, ...at }, async (tx, { problem, question }) => {
    const allowed = rules.answer(question, actor)
    if (!allowed.ok) return allowed
    const now = await clock(tx)
    const { by, person, isStaff } = allowed.value
    const likes =
      person === null ? [] : likesOf(reply, await repliesToOthers(tx, { by: person, except: question.askedBy }))
    if (likes.length > 0 && !again) return refuse('very-like')
    await store.putReply(tx, question, { reply, by, person, isStaff, at: now, on: null })
    for (const { question: likeQuestion, round: likeRound, share } of likes)
      await putLikeness(tx, { question: question.id, round: question.round, likeQuestion, likeRound, share })
    await record(tx, {
      kind: 'inquiry.question-answered',
      problem: problem.id,
      public: {
        number: question.number,
        round: question.round,
        by: person ?? 'administration',
        nearlyTheSameAs: likes.length,
        isInTime: question.dueAt !== null && Temporal.Instant.compare(now, question.dueAt) <= 0,
      },
      secret: { reply, by },
      time: 'exact',
    })
    await tellOf(tx, problem, { ...question, message: 'told.answered', except: by })
    return accept(null)
  })
}

/** "I ask this too": one answer reaches all who ask it. */
export async function askToo(
  database: Database,
  actor: Actor,
  at: At,
): Promise<Result<null, Refusal<rules.JoinRefusal>>> {
  return inQuestion({ database, actor, ...at }, async (tx, { problem, question }) => {
    const hasJoined = actor.account !== null && (await hasAskedToo(tx, question.id, actor.account))
    const allowed = rules.joinAsking({ ...question, isTold: question.source !== null, hasJoined }, actor)
    if (!allowed.ok) return allowed
    const { account } = allowed.value
    await putAskedToo(tx, question.id, account)
    await follow(tx, { account, about: { kind: 'question', id: question.id } })
    const asking = 1 + ((await askedTooCounts(tx, [question.id])).get(question.id) ?? 0)
    await record(tx, {
      kind: 'inquiry.question-joined',
      problem: problem.id,
      public: { number: question.number, asking },
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

/** Takes "I ask this too" back. */
export async function askNoMore(
  database: Database,
  actor: Actor,
  at: At,
): Promise<Result<null, Refusal<'not-asked-too'>>> {
  return inQuestion({ database, actor, ...at }, async (tx, { problem, question }) => {
    const { account } = actor
    if (account === null || !(await hasAskedToo(tx, question.id, account))) return refuse('not-asked-too')
    await takeAskedToo(tx, question.id, account)
    await unfollow(tx, account, question.id)
    const asking = 1 + ((await askedTooCounts(tx, [question.id])).get(question.id) ?? 0)
    await record(tx, {
      kind: 'inquiry.question-left',
      problem: problem.id,
      public: { number: question.number, asking },
      secret: { account },
      time: 'coarse',
    })
    return accept(null)
  })
}

export type JudgeInput = At & rules.Verdict & { readonly calendar: Calendar }

export async function judgeAnswer(
  database: Database,
  actor: Actor,
  { isAnswer, words, calendar, ...at }: JudgeInput,
): Promise<Result<null, Refusal<rules.JudgeRefusal>>> {
  return inQuestion({ database, actor, ...at }, async (tx, { problem, question }) => {
    const allowed = rules.judge(question, { isAnswer, words }, actor)
    if (!allowed.ok) return allowed
    const nextDue = isAnswer ? null : rules.dueAfter(tx.now, calendar)
    await store.putVerdict(tx, question, { isAnswer, words, nextDue })
    await record(tx, {
      kind: 'inquiry.answer-judged',
      problem: problem.id,
      public: { number: question.number, round: question.round, isAnswer, due: nextDue?.toString() ?? null },
      secret: { words, by: allowed.value.account },
      time: 'coarse',
    })
    const message = isAnswer ? 'told.settled' : 'told.reopened'
    await tellOf(tx, problem, { ...question, message, except: allowed.value.account })
    return accept(null)
  })
}

type Found = { readonly problem: Problem; readonly question: store.Question }
type Where = At & { readonly database: Database; readonly actor: Actor }

/** One transaction about one question, under the lock of its case: of two answers at once the second finds the first. */
async function inQuestion<Code extends string>(
  { database, actor, slug, number }: Where,
  act: (tx: Tx, found: Found) => Promise<Result<null, Code>>,
): Promise<Result<null, Refusal<Code>>> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Result<null, Refusal<Code>>> => {
    const question = await store.questionByNumber(tx, problem.id, number)
    if (!question) return refuse('no-such-question')
    return act(tx, { problem, question })
  })
}

type Telling = Pick<store.Question, 'id' | 'number' | 'question'> & {
  readonly message: 'told.asked' | 'told.answered' | 'told.settled' | 'told.reopened'
  readonly except: Id<'account'>
}

async function tellOf(tx: Tx, problem: Problem, { id, number, question, message, except }: Telling): Promise<void> {
  await tell(tx, {
    about: { kind: 'question', id },
    stage: 'inquiry',
    message,
    values: { question: await unlessHidden(tx, id, question), problem: problem.question },
    address: 'inquiry.question',
    params: { problem: problem.slug, number: String(number) },
    except,
  })
}
