import type { Actor } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockShared, type Database, type Tx } from '../../../platform/db/index.ts'
import type { Fact } from '../../../platform/ledger/index.ts'
import {
  hide,
  moderatorIn,
  openBatch,
  tellModerators,
  type HideRefusal,
  type HouseRule,
  type Moderator,
} from '../../../platform/moderation/index.ts'
import { follow, tellEach, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { lockedProblem, problemBySlug, problemsById, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { isOpen } from '../rules.ts'
import { consultationOf, isSaid, nextNumber, putStatement } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** Puts what somebody wrote aside until a moderator has read it. Under the locks of the one who writes. */
export async function handIn(tx: Tx, problem: Problem, one: store.NewWaiting): Promise<void> {
  const isFirst = !(await store.doesAnyWait(tx, one.consultation))
  const id = await store.putWaiting(tx, one)
  await follow(tx, { account: one.writtenBy, about: { kind: 'statement', id }, asAuthor: true })
  await record(tx, {
    kind: 'opinion.handed-in',
    problem: problem.id,
    public: {},
    secret: { author: one.writtenBy, text: one.text, language: one.language },
    time: 'coarse',
  })
  if (!isFirst) return // they were told already, and the queue stands on their desks
  await tellModerators(tx, {
    about: { kind: 'problem', id: problem.id },
    stage: 'opinion',
    message: 'told.waits',
    values: { question: problem.question },
    address: 'opinion.waiting',
    params: { problem: problem.slug },
  })
}

export type JudgeInput = { readonly slug: string; readonly id: string }
type Unknown = 'no-such-problem' | 'not-open'

export async function letThrough(
  database: Database,
  actor: Actor,
  input: JudgeInput,
): Promise<Result<{ readonly number: number }, rules.LetThroughRefusal | Unknown>> {
  return inQueue(database, actor, input, async (tx, { problem, one, open }) => {
    const isTaken = one ? await isSaid(tx, one.consultation, one.plainForm) : false
    const moderator = moderatorIn(actor)
    const allowed = rules.letThrough({ isModerator: moderator !== undefined, isOpen: open, state: one?.state, isTaken })
    if (!allowed.ok) return allowed
    if (!one || !moderator) return refuse('not-waiting')
    return accept({ number: await putToAll(tx, { problem, one, by: moderator.account, role: moderator.as }) })
  })
}

export type RefuseInput = JudgeInput & { readonly rule: HouseRule; readonly reason: string }

/** As hiding does: with a rule, a reason and an appeal, and told on the page of what is hidden. Only nobody has seen it. */
export async function refuseWaiting(
  database: Database,
  actor: Actor,
  { rule, reason, ...input }: RefuseInput,
): Promise<Result<null, 'not-waiting' | HideRefusal | 'already-hidden' | Unknown>> {
  return inQueue(database, actor, input, async (tx, { problem, one }) => {
    const allowed = rules.mayJudge({ isModerator: moderatorIn(actor) !== undefined, state: one?.state })
    if (!allowed.ok) return allowed
    if (!one) return refuse('not-waiting')
    const about = { kind: 'statement', id: one.id } as const
    const hidden = await hide(tx, actor, { about, rule, reason, problem: problem.id, neverShown: true })
    if (hidden.ok) await store.judge(tx, one.id, { state: 'refused', by: actor.account })
    return hidden
  })
}

export type RefuseManyInput = Pick<RefuseInput, 'slug' | 'rule' | 'reason'> & { readonly ids: readonly string[] }

/** Several under one rule and for one reason, such as all that say nearly the same; undone as a whole within the hour. All or none. */
export async function refuseMany(
  database: Database,
  actor: Actor,
  { ids, ...input }: RefuseManyInput,
): Promise<Result<number, 'not-waiting' | HideRefusal | 'already-hidden' | Unknown>> {
  return inManyOfQueue(database, actor, { ...input, ids }, async (tx, { problem, all, moderator }) => {
    const batch = await openBatch(tx, { act: 'hide', things: all.length, by: moderator.account })
    for (const one of all) {
      const about = { kind: 'statement', id: one.id } as const
      const { rule, reason } = input
      const hidden = await hide(tx, actor, { about, rule, reason, problem: problem.id, neverShown: true, batch })
      if (!hidden.ok) return hidden
      await store.judge(tx, one.id, { state: 'refused', by: moderator.account })
    }
    return accept(all.length)
  })
}

/** Several at once, in the order they came. What says the same word for word lapses, as it does one by one. */
export async function letManyThrough(
  database: Database,
  actor: Actor,
  { slug, ids }: Pick<RefuseManyInput, 'slug' | 'ids'>,
): Promise<Result<number, rules.LetThroughRefusal | Unknown>> {
  return inManyOfQueue(database, actor, { slug, ids }, async (tx, { problem, all, moderator, open }) => {
    let through = 0
    for (const one of all) {
      // An earlier one in the same words has made it lapse.
      const [now] = await store.waitingById(tx, [one.id])
      if (now?.state !== 'waiting') continue
      const isTaken = await isSaid(tx, one.consultation, one.plainForm)
      const allowed = rules.letThrough({ isModerator: true, isOpen: open, state: now.state, isTaken })
      if (!allowed.ok) return allowed
      await putToAll(tx, { problem, one, by: moderator.account, role: moderator.as })
      through += 1
    }
    return accept(through)
  })
}

/** What was refused with others and taken back waits again. `app` binds it to what moderation does. */
export async function followTakenBack(tx: Tx, fact: Fact): Promise<void> {
  const { kind, id: said } = fact.public
  const id = kind === 'statement' && typeof said === 'string' ? parseId('statement', said) : undefined
  const [one] = id ? await store.waitingById(tx, [id]) : []
  if (one?.state === 'refused') await store.waitAgain(tx, one.id)
}

/** A refused statement that a moderator shows after another look enters as if it had been let through, while people vote. `app` binds it to what moderation does. */
export async function followShown(tx: Tx, fact: Fact): Promise<void> {
  const { kind, id: said, role } = fact.public
  const id = kind === 'statement' && typeof said === 'string' ? parseId('statement', said) : undefined
  const [first] = id ? await store.waitingById(tx, [id]) : []
  if (!first) return
  await lockShared(tx, first.consultation)
  const [problem] = await problemsById(tx, [first.problem])
  const found = problem ? await lockedProblem(tx, problem.slug) : undefined
  const [one] = await store.waitingById(tx, [first.id])
  const consultation = await consultationOf(tx, first.problem)
  if (!found?.ok || !consultation || one?.state !== 'refused') return
  const by = accountIn(fact)
  const isTaken = await isSaid(tx, one.consultation, one.plainForm)
  const open = isOpen(consultation, await clock(tx))
  if (rules.afterAppeal({ isOpen: open, isTaken }) === 'lapsed') {
    await store.judge(tx, one.id, { state: 'lapsed', by })
    await tellThese(tx, [one.writtenBy], newsFor(one, 'told.lapsed-after', { why: open ? 'taken' : 'closed' }))
  } else await putToAll(tx, { problem: found.value, one, by, role: typeof role === 'string' ? role : '' })
}

function accountIn({ secret }: Fact): Id<'account'> | null {
  const by = secret?.['by']
  return typeof by === 'string' ? (parseId('account', by) ?? null) : null
}

/** Voting has closed: what nobody had looked at is put to nobody any more. Under the consultation's lock. */
export async function lapse(tx: Tx, consultation: Id<'consultation'>): Promise<void> {
  const lapsed = await store.lapseAll(tx, consultation)
  await tellEach(
    tx,
    lapsed.map((one) => ({
      account: one.writtenBy,
      news: newsFor(one, 'told.lapsed'),
    })),
  )
}

/** For whoever wrote it: nobody can vote on it. */
function newsFor(
  { id, text, slug }: store.WaitingStatement,
  message: 'told.lapsed' | 'told.lapsed-after',
  why: Readonly<Record<string, string>> = {},
) {
  return {
    about: { kind: 'statement', id },
    stage: 'opinion',
    message,
    values: { text, ...why },
    address: 'opinion.mine',
    params: { problem: slug },
  } as const
}

type Putting = {
  readonly problem: Problem
  readonly one: store.WaitingStatement
  readonly by: Id<'account'> | null
  readonly role: string
}

async function putToAll(tx: Tx, { problem, one, by, role }: Putting): Promise<number> {
  const number = await nextNumber(tx, one.consultation)
  const about = { kind: 'statement', id: one.id } as const
  await store.judge(tx, one.id, { state: 'let-through', by })
  await putStatement(tx, { ...one, number, isSeed: false, source: null })
  await link(tx, about, 'about', { kind: 'problem', id: problem.id })
  await record(tx, {
    kind: 'opinion.let-through',
    problem: problem.id,
    public: { number, role },
    secret: { author: one.writtenBy, text: one.text, language: one.language, by },
    time: 'coarse',
  })
  await tellThese(tx, [one.writtenBy], {
    about,
    stage: 'opinion',
    message: 'told.let-through',
    values: { text: one.text },
    address: 'opinion.statement',
    params: { problem: problem.slug, number },
  })
  await lapseSame(tx, one, by)
  return number
}

/** Others may have sent the same words: theirs break no rule either, and can stand beside nothing. */
async function lapseSame(tx: Tx, { consultation, plainForm }: store.WaitingStatement, by: Id<'account'> | null) {
  const lapsed = await store.lapseSame(tx, { consultation, plainForm, by })
  await tellEach(
    tx,
    lapsed.map((same) => ({ account: same.writtenBy, news: newsFor(same, 'told.lapsed-after', { why: 'taken' }) })),
  )
}

type Queue = {
  readonly problem: Problem
  readonly one: store.WaitingStatement | undefined
  readonly open: boolean
}

type ManyOfQueue = {
  readonly problem: Problem
  readonly all: readonly store.WaitingStatement[]
  readonly moderator: Moderator
  readonly open: boolean
}

async function inManyOfQueue<Refusal extends string>(
  database: Database,
  actor: Actor,
  { slug, ids }: { readonly slug: string; readonly ids: readonly string[] },
  act: (tx: Tx, queue: ManyOfQueue) => Promise<Result<number, Refusal>>,
): Promise<Result<number, Refusal | 'not-a-moderator' | 'not-waiting' | Unknown>> {
  return inQueue(
    database,
    actor,
    { slug, id: ids[0] ?? '' },
    async (tx, { problem, one, open }): Promise<Result<number, Refusal | 'not-a-moderator' | 'not-waiting'>> => {
      const moderator = moderatorIn(actor)
      if (!moderator) return refuse('not-a-moderator')
      const parsed = ids.flatMap((id) => parseId('statement', id) ?? [])
      const all = (await store.waitingById(tx, parsed)).filter(
        ({ consultation, state }) => consultation === one?.consultation && state === 'waiting',
      )
      // One that is judged by now, or is of another case: whoever chose has not seen how it stands.
      if (all.length === 0 || all.length < new Set(ids).size) return refuse('not-waiting')
      return act(tx, { problem, all, moderator, open })
    },
  )
}

/** Under the consultation's lock, so that closing waits for it, then that of the case: numbers have no gap. */
async function inQueue<Value, Refusal extends string>(
  database: Database,
  actor: Actor,
  { slug, id }: JudgeInput,
  act: (tx: Tx, queue: Queue) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | Unknown>> {
  return database.transact(actor.jurisdiction, actor, async (tx): Promise<Result<Value, Refusal | Unknown>> => {
    const known = await problemBySlug(tx, slug)
    const first = known && (await consultationOf(tx, known.id))
    if (first) await lockShared(tx, first.id)
    const found = await lockedProblem(tx, slug)
    if (!found.ok) return found
    const consultation = await consultationOf(tx, found.value.id)
    if (!consultation) return refuse('not-open')
    const parsed = parseId('statement', id)
    const [one] = parsed ? await store.waitingById(tx, [parsed]) : []
    const open = isOpen(consultation, await clock(tx))
    return act(tx, { problem: found.value, one: one?.consultation === consultation.id ? one : undefined, open })
  })
}
