import type { Id } from '@folkmoot/basics/ids.ts'
import { deadlineAfter } from '@folkmoot/basics/working-days.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { allJurisdictions, politiciansById, type Jurisdiction } from '../../../platform/directory/index.ts'
import type { Job } from '../../../platform/jobs/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { tell, tellThese } from '../../../platform/notices/index.ts'
import { ruleInForce } from '../agenda/store.ts'
import { record } from '../facts.ts'
import { framings } from '../framing-store.ts'
import { problemsById, type Problem } from '../store.ts'
import { carryLater, type Carried, type CarryJob } from './carrying.ts'
import { carryHiding } from './hiding.ts'
import * as inStore from './in-store.ts'
import { carryOnward } from './onward.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export async function carryHandover(database: Database, job: Job): Promise<void> {
  const carry = job as Job & CarryJob // written by `carryLater` and here
  const places = await allJurisdictions(database)
  const [from, to] = [carry.from, carry.to].map((id) => places.find((place) => place.id === id))
  if (!from || !to) throw new Error(`hand-over ${carry.id} is between places that are not here`)
  const carried = { database, from, to, id: carry.id }
  if (carry.step === 'ask') await carryQuestion(carried)
  else if (carry.step === 'arrived') await tellArrival(carried)
  else if (carry.step === 'hiding') await carryHiding(carried)
  else if (carry.onward) await carryOnward(carried, carry.onward)
  else await carryAnswer(carried)
}

async function carryQuestion({ database, from, to, id }: Carried): Promise<void> {
  const read = database.read(from.id)
  const [asked] = await store.handoversOutById(read, [id])
  if (asked?.state !== 'sent') return
  const [problem] = await problemsById(read, [asked.problem])
  const asker = (await politiciansById(read, [asked.person])).get(asked.person)
  if (!problem || !asker || to.isTold || (await isHiddenNow({ database, from, problem, id }))) {
    await stop({ database, from, to, id }, asked)
    return
  }
  const isCarried = await database.transact(to.id, null, async (tx) => {
    await lockExclusive(tx, 'hand-overs')
    // Again under the lock that a hiding waits for: either it is seen here, or it finds what arrived.
    if (await isHiddenNow({ database, from, problem, id })) return false
    const rule = (await ruleInForce(tx))?.answer ?? rules.answerWithin
    const isNew = await inStore.putHandoverIn(tx, {
      id,
      number: (await inStore.latestNumber(tx)) + 1,
      kind: asked.kind,
      from: from.id,
      fromSlug: problem.slug,
      question: problem.question,
      whatHappens: problem.whatHappens,
      whoIsAffected: problem.whoIsAffected,
      language: problem.language,
      reason: asked.reason,
      askedByName: asker.name,
      askedAt: asked.askedAt,
      dueAt: deadlineAfter(tx.now, rule, to),
    })
    if (isNew) await recordReceived(tx, { from, id, kind: asked.kind })
    await carryLater(tx, { step: 'arrived', from: from.id, to: to.id, id })
    return true
  })
  if (!isCarried) await stop({ database, from, to, id }, asked)
}

type Received = { readonly from: Jurisdiction; readonly id: Id<'handover'>; readonly kind: rules.HandoverKind }

async function recordReceived(tx: Tx, { from, id, kind }: Received): Promise<void> {
  await record(tx, {
    kind: 'problem.handover-received',
    problem: null,
    public: { handover: id, what: kind, from: from.slug },
    time: 'exact',
  })
}

type Looking = Pick<Carried, 'database' | 'from' | 'id'> & { readonly problem: Problem }

/** Hidden words never cross, also when they were hidden between the asking and the carrying. */
async function isHiddenNow({ database, from, problem, id }: Looking): Promise<boolean> {
  const read = database.read(from.id)
  const inUse = (await framings(read, problem.id)).filter(({ state }) => state === 'current')
  return (await hiddenAmong(read, [problem.id, id, ...inUse.map((framing) => framing.id)])).size > 0
}

async function stop({ database, from, to, id }: Carried, asked: store.HandoverOut & { readonly slug: string }) {
  await database.transact(from.id, null, async (tx) => {
    if (!(await store.markStopped(tx, id))) return
    await record(tx, {
      kind: 'problem.handover-stopped',
      problem: asked.problem,
      public: { handover: id, to: to.slug },
      time: 'exact',
    })
    await tellThese(tx, [asked.askedBy], {
      about: { kind: 'handover', id },
      stage: 'problem',
      message: 'told.handover-stopped',
      values: { place: to.name },
      address: 'problem.page',
      params: { problem: asked.slug },
    })
  })
}

async function tellArrival({ database, from, to, id }: Carried): Promise<void> {
  const [handover] = await inStore.handoversInById(database.read(to.id), [id])
  if (!handover) throw new Error(`hand-over ${id} has not arrived in ${to.slug}`)
  await database.transact(from.id, null, (tx) => store.markArrived(tx, id, handover.dueAt))
}

async function carryAnswer({ database, from, to, id }: Carried): Promise<void> {
  const there = database.read(to.id)
  const [handover] = await inStore.handoversInById(there, [id])
  if (!handover || handover.state === 'waits' || handover.answeredAt === null || handover.answeredBy === null)
    throw new Error(`hand-over ${id} has no answer in ${to.slug}`)
  const { state, answer, answerLanguage, answeredAt, answeredBy, dueAt, slug } = handover
  const answeredByName = (await politiciansById(there, [answeredBy])).get(answeredBy)?.name ?? ''
  await database.transact(from.id, null, async (tx) => {
    // The answer may overtake the news that the question arrived.
    await store.markArrived(tx, id, dueAt)
    const isNew = await store.markAnswered(tx, id, {
      state,
      dueAt,
      answer,
      answerLanguage,
      answeredByName,
      answeredAt,
      theirSlug: slug,
    })
    if (!isNew) return
    const [asked] = await store.handoversOutById(tx, [id])
    const [problem] = asked ? await problemsById(tx, [asked.problem]) : []
    if (!problem) return
    await record(tx, {
      kind: 'problem.handover-came-back',
      problem: problem.id,
      public: { handover: id, to: to.slug, answer: state, reason: answer, address: slug },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'problem', id: problem.id },
      stage: 'problem',
      message: state === 'accepted' ? 'told.handover-accepted' : 'told.handover-declined',
      values: { place: to.name, politician: answeredByName, question: problem.question },
      address: 'problem.page',
      params: { problem: problem.slug },
    })
  })
}
