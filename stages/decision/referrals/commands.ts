import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, parseId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { allJurisdictions, politiciansById } from '../../../platform/directory/index.ts'
import type { Fact } from '../../../platform/ledger/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { record } from '../facts.ts'
import { carryLater } from './carrying.ts'
import { arrive, comeBack, hideOrShow, isHiddenAt, withdraw, wordsOf } from './crossing.ts'
import * as inStore from './in-store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

type Named = {
  readonly answer: Id<'answer'>
  readonly version: number
  readonly target: rules.Target
}

/** An answer names the body it is to be passed on to. Nothing is sent before the body that answers has voted for it. */
export async function nameBody(tx: Tx, { answer, version, target }: Named): Promise<Id<'referral'>> {
  const id = newId('referral')
  const { body: toBody, place: to, name: toName } = target
  await store.putOut(tx, { id, answer, version, to, toBody, toName })
  return id
}

type Ballot = { readonly answer: Id<'answer'>; readonly version: number }

/** The body has voted: what it carried is sent, what that replaces is withdrawn. In the transaction of the vote. */
export async function followVote(
  database: Database,
  tx: Tx,
  { ballots, isCarried }: { readonly ballots: readonly Ballot[]; readonly isCarried: boolean },
): Promise<void> {
  for (const { answer, version } of ballots) {
    for (const out of await store.outsOf(tx, answer)) {
      const state = rules.afterVote(out, { version, isCarried })
      if (state) await move(database, tx, { out, state })
    }
  }
}

type Moving = {
  readonly out: store.ReferralOut
  readonly state: 'sent' | 'withdrawn'
}

async function move(database: Database, tx: Tx, { out, state }: Moving): Promise<void> {
  await store.markAfterVote(tx, out.id, state)
  if (state === 'sent') {
    await link(tx, { kind: 'referral', id: out.id }, 'follows-from', { kind: 'answer', id: out.answer })
    await record(tx, {
      kind: 'decision.referred',
      problem: out.problem,
      public: { referral: out.id, number: out.number, version: out.version, to: out.toName, body: out.toBody },
      time: 'exact',
    })
  }
  if (out.to !== tx.jurisdiction) {
    if (out.state !== 'named' || state === 'sent')
      await carryLater(tx, { way: 'there', from: tx.jurisdiction, to: out.to, id: out.id })
    return
  }
  await lockExclusive(tx, 'referrals')
  const [there] = await inStore.insById(tx, [out.id])
  if (there) await withdraw(tx, there)
  else if (state === 'sent' && !(await isHiddenAt(tx, out))) await arriveHere(database, tx, out)
}

/** Both bodies lie in this place: it arrives in the transaction that sends it. */
async function arriveHere(database: Database, tx: Tx, out: store.ReferralOut): Promise<void> {
  const place = (await allJurisdictions(database)).find(({ id }) => id === tx.jurisdiction)
  if (!place) throw new Error('a place that is not here')
  const words = await wordsOf(tx, out, place)
  const number = await arrive(tx, { words, dueOn: out.dueOn, from: place, problem: out.problem })
  await store.markArrived(tx, out.id, number)
}

export type AnswerInput = rules.ReferralWords & { readonly number: number }

/** A politician of the body it was passed on to answers in her own name, and the answer goes back. */
export async function answerReferral(
  database: Database,
  actor: Actor,
  { number, ...words }: AnswerInput,
): Promise<Result<null, rules.ReferralRefusal | 'no-such-referral'>> {
  return database.transact(
    actor.jurisdiction,
    actor,
    async (tx): Promise<Result<null, rules.ReferralRefusal | 'no-such-referral'>> => {
      await lockExclusive(tx, 'referrals')
      const there = await inStore.inByNumber(tx, number)
      if (!there) return refuse('no-such-referral')
      const isHidden = there.hiddenAt !== null || (await hiddenAmong(tx, [there.id])).size > 0
      const answering = rules.answerReferral({ ...there, isHidden }, words, actor)
      if (!answering.ok) return answering
      const { by, words: kept } = answering.value
      await inStore.answerIn(tx, there.id, { ...kept, by: by.person })
      await record(tx, {
        kind: 'decision.referral-answered',
        problem: null,
        public: {
          referral: there.id,
          number,
          person: by.person,
          answer: kept.kind,
          reason: kept.reason,
          ...(kept.amendedText === '' ? {} : { amendedText: kept.amendedText }),
        },
        time: 'exact',
      })
      if (there.from !== tx.jurisdiction)
        await carryLater(tx, { way: 'back', from: there.from, to: tx.jurisdiction, id: there.id })
      else
        await comeBack(tx, there.id, {
          state: kept.kind,
          theirNumber: number,
          reason: kept.reason,
          amendedText: kept.amendedText,
          answeredByName: (await politiciansById(tx, [by.person])).get(by.person)?.name ?? by.name,
          answeredAt: tx.now,
        })
      return accept(null)
    },
  )
}

const passedOnKinds = ['problem', 'framing', 'recommendation', 'section', 'clause', 'referral'] as const

/** What was passed on is hidden here, or shown again: so it is where it went. `app` binds it to what moderation does. */
export async function followReferredHiding(tx: Tx, { public: said }: Fact): Promise<void> {
  const kind = passedOnKinds.find((one) => one === said['kind'])
  const id = kind && typeof said['id'] === 'string' ? parseId(kind, said['id']) : undefined
  if (!id) return
  for (const out of await store.sentOf(tx, id)) {
    if (out.to !== tx.jurisdiction)
      await carryLater(tx, { way: 'there', from: tx.jurisdiction, to: out.to, id: out.id })
    else {
      const [there] = await inStore.insById(tx, [out.id])
      if (there) await hideOrShow(tx, there, await isHiddenAt(tx, out))
      // Hidden when it was sent, and shown again: now it goes.
      else if (out.state === 'sent' && !(await isHiddenAt(tx, out)))
        await carryLater(tx, { way: 'there', from: tx.jurisdiction, to: out.to, id: out.id })
    }
  }
}
