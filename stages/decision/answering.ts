import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../platform/db/index.ts'
import {
  confirmResolution,
  membersOf,
  putResolution,
  resolutionsAbout,
  todayIn,
  type Jurisdiction,
  type Resolution,
} from '../../platform/directory/index.ts'
import { tell } from '../../platform/notices/index.ts'
import { link } from '../../platform/thread/index.ts'
import type { Problem } from '../problem/index.ts'
import { lockedPackage, tellOfCase, type PackageMissing } from './commands.ts'
import { record } from './facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** The verbs of answering, voting and closing; what leads up to them is in commands.ts. */

export type AnswerInput = rules.AnswerWords & {
  readonly slug: string
  readonly number: number
  readonly place: Jurisdiction
}

export async function giveAnswer(
  database: Database,
  actor: Actor,
  { slug, number, place, ...words }: AnswerInput,
): Promise<Result<null, rules.AnswerRefusal | PackageMissing | 'no-such-item'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedPackage(tx, slug)
    if (!found.ok) return found
    const { problem, pack } = found.value
    const item = (await store.itemsOf(tx, [pack.id])).find((one) => one.number === number)
    if (!item) return refuse('no-such-item')
    const now = await clock(tx)
    const state = { pack, original: item.text, current: item.answer?.kind, today: todayIn(place, now) }
    const answering = rules.answer(state, words, actor)
    if (!answering.ok) return answering
    const { by, words: kept } = answering.value
    const { id, version } = await store.putAnswer(tx, item, {
      ...kept,
      person: by.person,
      account: by.account,
      at: now,
      onDay: null,
      followed: '',
      source: null,
    })
    await link(tx, { kind: 'answer', id }, 'answers', { kind: 'recommendation', id: item.recommendation })
    await record(tx, {
      kind: 'decision.answered',
      problem: problem.id,
      public: { number, version, person: by.person, ...asJson(kept) },
      time: 'exact',
    })
    await tellUpstream(tx, { problem, item, answer: id, kind: kept.kind, isFirst: version === 1, except: by.account })
    return accept(null)
  })
}

function asJson(words: rules.AnswerWords) {
  return {
    answer: words.kind,
    reason: words.reason,
    ...(words.amendedText === '' ? {} : { amendedText: words.amendedText }),
    ...(words.referBy === null ? {} : { referTo: words.referTo, referBy: words.referBy.toString() }),
    ...(words.parkUntil === null ? {} : { parkUntil: words.parkUntil.toString() }),
  }
}

type Answered = {
  readonly problem: Problem
  readonly item: store.Item
  readonly answer: Id<'answer'>
  readonly kind: rules.AnswerKind
  readonly isFirst: boolean
  readonly except: Id<'account'>
}

/** Everybody whose words led to this recommendation hears what became of it. */
async function tellUpstream(tx: Tx, { problem, item, answer, kind, isFirst, except }: Answered): Promise<void> {
  await tell(tx, {
    about: { kind: 'answer', id: answer },
    stage: 'decision',
    message: isFirst ? `told.${kind}` : 'told.revised',
    values: { number: item.number, title: item.title },
    address: 'decision.recommendation',
    params: { problem: problem.slug, number: item.number },
    except,
  })
}

export type VoteInput = rules.VoteWords & {
  readonly slug: string
  readonly place: Jurisdiction
  /** The number of the recommendation, or null for the package as a whole. */
  readonly number: number | null
  readonly motion: string
  readonly reference: string
  readonly isCarried: boolean
  readonly dissent: string
}

export async function draftVote(
  database: Database,
  actor: Actor,
  input: VoteInput,
): Promise<Result<null, rules.VoteRefusal | PackageMissing | 'no-such-item' | 'answer-first'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedPackage(tx, input.slug)
    if (!found.ok) return found
    const { problem, pack } = found.value
    const about = await votedOn(tx, pack, input.number)
    if (!about.ok) return about
    const members = pack.body === null ? [] : await membersOf(tx, pack.body, input.decidedOn)
    const drafting = rules.draftVote(
      { pack, today: todayIn(input.place, tx.now), members: members.length },
      input,
      actor,
    )
    if (!drafting.ok) return drafting
    const { motion, decidedOn, reference, votesFor, votesAgainst, abstentions, isCarried, dissent } = input
    await putResolution(tx, {
      body: drafting.value.body,
      about: about.value,
      draftedBy: drafting.value.by.account,
      source: null,
      motion,
      decidedOn,
      reference,
      votesFor,
      votesAgainst,
      abstentions,
      isCarried,
      dissent,
    })
    const on = input.number === null ? { on: 'package' } : { on: 'recommendation', number: input.number }
    await record(tx, { kind: 'decision.vote-drafted', problem: problem.id, public: on, time: 'exact' })
    return accept(null)
  })
}

/** A vote on a recommendation is a vote on its answer: that is what the body decides. */
async function votedOn(
  tx: Tx,
  pack: store.Package,
  number: number | null,
): Promise<Result<Thing, 'no-such-item' | 'answer-first'>> {
  if (number === null) return accept({ kind: 'package', id: pack.id })
  const item = (await store.itemsOf(tx, [pack.id])).find((one) => one.number === number)
  if (!item) return refuse('no-such-item')
  return item.answer ? accept({ kind: 'answer', id: item.answer.id }) : refuse('answer-first')
}

export async function confirmVote(
  database: Database,
  actor: Actor,
  { slug, resolution }: { readonly slug: string; readonly resolution: Id<'resolution'> },
): Promise<Result<null, rules.ConfirmRefusal | PackageMissing | 'no-such-vote' | 'package-closed'>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedPackage(tx, slug)
    if (!found.ok) return found
    const { problem, pack } = found.value
    const vote = (await votesOf(tx, pack)).find((one) => one.id === resolution)
    if (!vote) return refuse('no-such-vote')
    if (pack.isClosed) return refuse('package-closed')
    const confirming = rules.confirmVote({ body: vote.body, isConfirmed: vote.confirmedAt !== null }, actor)
    if (!confirming.ok) return confirming
    await confirmResolution(tx, vote.id, confirming.value.account)
    await record(tx, {
      kind: 'decision.vote-confirmed',
      problem: problem.id,
      public: {
        on: vote.about.kind === 'package' ? 'package' : 'recommendation',
        motion: vote.motion,
        reference: vote.reference,
        for: vote.votesFor,
        against: vote.votesAgainst,
        abstentions: vote.abstentions,
        carried: vote.isCarried,
        day: vote.decidedOn?.toString() ?? null,
      },
      time: 'exact',
    })
    return accept(null)
  })
}

/** All records of votes on the package and on its answers, drafts among them. */
export async function votesOf(read: Read, pack: store.Package): Promise<readonly Resolution[]> {
  const items = await store.itemsOf(read, [pack.id])
  return resolutionsAbout(read, [pack.id, ...items.flatMap((item) => item.answer?.id ?? [])])
}

export async function closePackage(
  database: Database,
  actor: Actor,
  { slug }: { readonly slug: string },
): Promise<Result<null, rules.CloseRefusal | PackageMissing>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const found = await lockedPackage(tx, slug)
    if (!found.ok) return found
    const { problem, pack } = found.value
    const items = await store.itemsOf(tx, [pack.id])
    const kinds = items.map((item) => item.answer?.kind)
    const hasVote = (await votesOf(tx, pack)).some((vote) => vote.confirmedAt !== null)
    const closing = rules.close(pack, { kinds, hasVote }, actor)
    if (!closing.ok) return closing
    const isClosed = await store.close(tx, pack.id, { by: closing.value.account, at: await clock(tx) })
    if (!isClosed) return refuse('items-open')
    await record(tx, {
      kind: 'decision.closed',
      problem: problem.id,
      public: { body: pack.body, answers: items.length },
      time: 'exact',
    })
    await tellOfCase(tx, problem, { message: 'told.closed', values: { count: items.length }, except: closing.value })
    return accept(null)
  })
}
