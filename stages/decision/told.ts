import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../platform/db/index.ts'
import { putResolution } from '../../platform/directory/index.ts'
import { link } from '../../platform/thread/index.ts'
import { record } from './facts.ts'
import type { ToldKind } from './rules.ts'
import { putRepeats } from './answers/repeat-store.ts'
import { repeatedReasons } from './answers/repeats.ts'
import { reasonsIn } from './voting/standing.ts'
import * as answerStore from './answers/store.ts'
import * as store from './store.ts'

/** A vote as a source tells it; what it does not tell is null. */
export type ToldVote = {
  readonly motion: string
  readonly decidedOn: Temporal.PlainDate | null
  readonly votesFor: number | null
  readonly votesAgainst: number | null
  readonly abstentions: number | null
  /** Null: what the body said was no vote, or none is known of. */
  readonly isCarried: boolean | null
  readonly dissent: string
  readonly reference: string
  readonly source: string
}

export type ToldAnswer = {
  readonly recommendation: Id<'recommendation'>
  readonly number: number
  readonly title: string
  readonly text: string
  readonly kind: ToldKind
  /** Empty where the source gives none. */
  readonly reason: string
  readonly amendedText?: string
  readonly referTo?: string
  readonly referBy?: Temporal.PlainDate | null
  readonly parkUntil?: Temporal.PlainDate | null
  readonly person?: Id<'person'> | null
  readonly answeredOn: Temporal.PlainDate | null
  /** What followed, in the words of the source. */
  readonly followed?: string
  readonly source: string
  readonly vote?: ToldVote | null
}

/** The answers of a case told from published sources. `isClosed: false` leaves it open, with no answer known. */
export type ToldAnswers = {
  readonly problem: Id<'problem'>
  readonly body: Id<'body'> | null
  readonly handedOverOn: Temporal.PlainDate | null
  readonly dueAt?: Temporal.Instant | null
  readonly meetingOn?: Temporal.PlainDate | null
  readonly returnOn?: Temporal.PlainDate | null
  readonly isClosed: boolean
  readonly source: string
  /** How many stood where, where the source does not say which. */
  readonly status?: store.ToldStatus | null
  readonly answers: readonly ToldAnswer[]
  /** Votes on the whole. They need a body. */
  readonly votes?: readonly ToldVote[]
}

export async function retellAnswers(
  tx: Tx,
  told: ToldAnswers,
): Promise<{ readonly package: Id<'package'>; readonly answers: ReadonlyMap<Id<'recommendation'>, Id<'answer'>> }> {
  const { problem, body, source, isClosed } = told
  const pack = await store.putPackage(tx, {
    problem,
    body,
    source,
    isClosed,
    handedOn: told.handedOverOn,
    dueAt: told.dueAt ?? null,
    meetingOn: told.meetingOn ?? null,
    returnOn: told.returnOn ?? null,
    toldStatus: told.status ?? null,
    snapshot: null,
    rule: null,
    handedBy: null,
    handedAt: null,
  })
  await link(tx, { kind: 'package', id: pack }, 'about', { kind: 'problem', id: problem })
  const answers = new Map<Id<'recommendation'>, Id<'answer'>>()
  for (const answer of told.answers)
    answers.set(answer.recommendation, await retellAnswer(tx, { pack, problem, body, answer }))
  await keepRepeats(tx, pack)
  for (const vote of told.votes ?? [])
    await retellVote(tx, { problem, body, about: { kind: 'package', id: pack }, vote })
  await record(tx, {
    kind: 'decision.told',
    problem,
    public: { answers: told.answers.length, source, toldOf: told.handedOverOn?.toString() ?? null },
    time: 'exact',
  })
  return { package: pack, answers }
}

/** Each pair once: with the later of the two. */
async function keepRepeats(tx: Tx, pack: Id<'package'>): Promise<void> {
  const items = await answerStore.itemsOf(tx, [pack])
  const repeated = repeatedReasons(reasonsIn(items))
  for (const { number, answer } of items) {
    const repeats = (repeated.get(number) ?? []).filter((one) => one.number < number)
    if (answer) await putRepeats(tx, answer, { repeats, items })
  }
}

type AnswerIn = {
  readonly pack: Id<'package'>
  readonly problem: Id<'problem'>
  readonly body: Id<'body'> | null
  readonly answer: ToldAnswer
}

async function retellAnswer(tx: Tx, { pack, problem, body, answer }: AnswerIn): Promise<Id<'answer'>> {
  const { recommendation, number, title, text } = answer
  await answerStore.putItem(tx, pack, { recommendation, number, title, text })
  const { id } = await answerStore.putAnswer(
    tx,
    { recommendation, number, title, text, package: pack, answer: null },
    {
      kind: answer.kind,
      reason: answer.reason,
      amendedText: answer.amendedText ?? '',
      referTo: answer.referTo ?? '',
      referBy: answer.referBy ?? null,
      parkUntil: answer.parkUntil ?? null,
      person: answer.person ?? null,
      account: null,
      at: null,
      onDay: answer.answeredOn,
      followed: answer.followed ?? '',
      source: answer.source,
    },
  )
  await link(tx, { kind: 'answer', id }, 'answers', { kind: 'recommendation', id: recommendation })
  if (answer.vote) await retellVote(tx, { problem, body, about: { kind: 'answer', id }, vote: answer.vote })
  return id
}

export type ToldVoteOn = {
  readonly problem: Id<'problem'>
  readonly body: Id<'body'> | null
  readonly about: Parameters<typeof putResolution>[1]['about']
  readonly vote: ToldVote
}

/** What a body resolved or said, as its source tells it: recorded now, told of its day. */
export async function retellVote(tx: Tx, { problem, body, about, vote }: ToldVoteOn): Promise<void> {
  if (body === null) throw new Error('a told vote needs the body that voted')
  await putResolution(tx, { body, about, draftedBy: null, ...vote })
  const { motion, decidedOn, votesFor, votesAgainst, abstentions, isCarried, source } = vote
  await record(tx, {
    kind: 'decision.vote-told',
    problem,
    public: {
      motion,
      for: votesFor,
      against: votesAgainst,
      abstentions,
      carried: isCarried,
      source,
      toldOf: decidedOn?.toString() ?? null,
    },
    time: 'exact',
  })
}
