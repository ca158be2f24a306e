import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import { clock, type Database, type Read } from '../../../platform/db/index.ts'
import {
  confirmResolution,
  recordVote,
  resolutionsAbout,
  sittingOn,
  todayIn,
  voteFacts,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import type { VoteWords } from '../../../platform/directory/votes/rules.ts'
import { hashOf } from '../../../platform/ledger/index.ts'
import { checkNames, type NamedVote, type NamesRefusal } from '../../../platform/directory/votes/names.ts'
import * as answerStore from '../answers/store.ts'
import { ballotsOf, frozenTexts, putBallots } from './ballots.ts'
import { record } from '../facts.ts'
import { inPackage, type PackageMissing } from '../in-package.ts'
import { putIn, standingOf, type AnsweredItem, type Vote } from './standing.ts'
import * as store from '../store.ts'
import { followVote } from '../referrals/commands.ts'
import { tellOfCase } from '../tell.ts'
import { detailsOf, noDetails, putDetails } from './details.ts'
import * as rules from './rules.ts'

/** The verbs of the vote: its record, the chair's word that it is true, and closing. */

export type VoteInput = VoteWords & {
  readonly slug: string
  readonly place: Jurisdiction
  /** The number of the recommendation, or null for the package as a whole. */
  readonly number: number | null
  /** The versions of the answers that the recorder has read, by number. */
  readonly seen: ReadonlyMap<number, number>
  /** Who voted how, where the body votes by name. */
  readonly named?: readonly NamedVote[]
  /** Where the body's own minutes stand; '' where they stand nowhere one can link to. */
  readonly minutes?: string
}

export async function draftVote(
  database: Database,
  actor: Actor,
  input: VoteInput,
): Promise<Result<null, rules.VoteRefusal | NamesRefusal | PackageMissing | 'no-such-item' | 'minutes-no-link'>> {
  return inPackage(database, actor, input.slug, async (tx, { problem, pack }) => {
    const items = await answerStore.itemsOf(tx, [pack.id])
    if (input.number !== null && items.every((one) => one.number !== input.number)) return refuse('no-such-item')
    const put = putToVote(items, input.number)
    const sat = pack.body === null ? null : await sittingOn(tx, pack.body, input.decidedOn)
    const state: rules.VoteState = {
      pack,
      today: todayIn(input.place, await clock(tx)),
      members: sat?.members.length ?? 0,
      isKnown: sat?.isKnown ?? false,
      put: put.map(({ number, answer }) => ({
        number,
        version: answer.version,
        answeredOn: dayOf(answer, input.place),
        cover: answer.cover,
      })),
      seen: input.seen,
    }
    const drafting = rules.draftVote(state, input, actor)
    if (!drafting.ok) return drafting
    const { named = [], minutes = '' } = input
    const counted = checkNames(named, input, sat?.members ?? [])
    if (!counted.ok) return counted
    if (minutes !== '' && !isLink(minutes)) return refuse('minutes-no-link')
    const about = aboutOf(pack, input.number === null ? undefined : put[0])
    const { by, body } = drafting.value
    const resolution = await recordVote(tx, { body, about, by: by.account }, input)
    await putBallots(
      tx,
      resolution,
      put.map(({ answer }) => ({ answer: answer.id, version: answer.version })),
    )
    await putDetails(tx, resolution, { named, minutes })
    await record(tx, {
      kind: 'decision.vote-drafted',
      problem: problem.id,
      public: { on: input.number === null ? 'package' : 'recommendation', answers: await asPut(tx, pack, put) },
      time: 'exact',
    })
    return accept(null)
  })
}

function isLink(text: string): boolean {
  return /^https?:[/][/]\S+$/.test(text) && URL.canParse(text)
}

/** A vote is on answers: on one, or on all together, and then none may be missing. */
function putToVote(items: readonly answerStore.Item[], number: number | null): readonly AnsweredItem[] {
  const asked = items.filter((item) => number === null || item.number === number)
  const answered = asked.filter((item): item is AnsweredItem => item.answer !== null)
  return answered.length === asked.length ? answered : []
}

function aboutOf(pack: store.Package, item: AnsweredItem | undefined): Thing {
  return item ? { kind: 'answer', id: item.answer.id } : { kind: 'package', id: pack.id }
}

function dayOf({ answeredAt }: answerStore.Answer, place: Jurisdiction): Temporal.PlainDate {
  if (answeredAt instanceof Temporal.Instant) return todayIn(place, answeredAt)
  return answeredAt ?? Temporal.PlainDate.from('0001-01-01') // a told answer of unknown day is older than any vote here
}

/** Which words were voted on, so that anyone can compare: number, version, and the SHA-256 of the answer. */
async function asPut(read: Read, pack: store.Package, put: readonly AnsweredItem[]) {
  const texts = await frozenTexts(read, pack.id)
  return put.map(({ number, answer }) => {
    const { version, kind, reason, amendedText, referTo, referBy, parkUntil, person } = answer
    const words = {
      recommendation: texts.get(number) ?? '',
      answer: kind,
      reason,
      amendedText,
      referTo,
      referBy: referBy?.toString() ?? null,
      parkUntil: parkUntil?.toString() ?? null,
      person,
    }
    return { number, version, sha256: hashOf(words) }
  })
}

export type ConfirmInput = { readonly slug: string; readonly resolution: Id<'resolution'> }

export async function confirmVote(
  database: Database,
  actor: Actor,
  { slug, resolution }: ConfirmInput,
): Promise<Result<null, rules.ConfirmRefusal | PackageMissing | 'no-such-vote'>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const vote = (await votesOf(tx, pack)).find((one) => one.id === resolution)
    if (!vote) return refuse('no-such-vote')
    const put = putIn(vote, await answerStore.itemsOf(tx, [pack.id]))
    const isOpen =
      pack.source === null &&
      (!pack.isClosed || put.every(({ ballot, answer }) => ballot === answer.version && answer.cover !== 'carried'))
    const confirming = rules.confirmVote({ ...vote, isConfirmed: vote.confirmedAt !== null, isOpen }, actor)
    if (!confirming.ok) return confirming
    if (!(await confirmResolution(tx, vote.id, confirming.value.account))) return refuse('already-confirmed')
    await record(tx, {
      kind: 'decision.vote-confirmed',
      problem: problem.id,
      public: {
        on: vote.about.kind === 'package' ? 'package' : 'recommendation',
        answers: put.map(({ number, ballot }) => ({ number, version: ballot })),
        ...voteFacts(vote),
        carried: vote.isCarried,
        named: vote.named.map(({ person, choice }) => ({ person, choice })),
        minutes: vote.minutes,
      },
      time: 'exact',
    })
    const ballots = put.map(({ ballot, answer }) => ({ answer: answer.id, version: ballot }))
    await followVote(database, tx, { ballots, isCarried: vote.isCarried === true })
    return accept(null)
  })
}

/** All records of votes on the package and on its answers, drafts among them. */
export async function votesOf(read: Read, pack: store.Package): Promise<readonly Vote[]> {
  const items = await answerStore.itemsOf(read, [pack.id])
  const votes = await resolutionsAbout(read, [pack.id, ...items.flatMap((item) => item.answer?.id ?? [])])
  const ids = votes.map((vote) => vote.id)
  const [ballots, details] = await Promise.all([ballotsOf(read, ids), detailsOf(read, ids)])
  return votes.map((vote) => ({ ...vote, ...(details.get(vote.id) ?? noDetails), put: ballots.get(vote.id) ?? [] }))
}

/** Of these packages, the votes written down that no chair has confirmed. */
export async function draftVotesIn(
  read: Read,
  packs: readonly Pick<store.Package, 'id' | 'body'>[],
): Promise<readonly { readonly package: Id<'package'>; readonly motion: string }[]> {
  if (packs.length === 0) return []
  const { rows } = await sql<{ readonly package: Id<'package'>; readonly motion: string }>`
    select k.id as package, r.motion
    from directory.resolution r
    left join decision.answer a on a.jurisdiction_id = r.jurisdiction_id and a.id = r.about_id
    join decision.package k on k.jurisdiction_id = r.jurisdiction_id and k.id = coalesce(a.package_id, r.about_id)
    where r.confirmed_at is null and r.body_id = any(${packs.flatMap(({ body }) => body ?? [])}::uuid[])
      and k.id = any(${packs.map(({ id }) => id)}::uuid[])
    order by r.drafted_at desc, r.id desc`.execute(read)
  return rows
}

export async function closePackage(
  database: Database,
  actor: Actor,
  { slug }: { readonly slug: string },
): Promise<Result<null, rules.CloseRefusal | PackageMissing>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const items = await answerStore.itemsOf(tx, [pack.id])
    const closing = rules.close(pack, items.map(standingOf), actor)
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
