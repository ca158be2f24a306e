import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { ownCalendar, todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { keepFile, type CleanFile } from '../../../platform/files/index.ts'
import { unlessHidden } from '../../../platform/moderation/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { chairsOf, inCommitment, owningOf, withBody, type CommitmentMissing } from '../in-commitment.ts'
import { commitmentsById } from '../store.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type PledgeInput = {
  readonly slug: string
  readonly commitment: number
  readonly what: string
  readonly howMuch: string
  readonly by: Temporal.PlainDate
  readonly place: Jurisdiction
}

export async function pledge(
  database: Database,
  actor: Actor,
  { slug, commitment: which, what, howMuch, by, place }: PledgeInput,
): Promise<Result<null, rules.PledgeRefusal | CommitmentMissing>> {
  return inCommitment(database, actor, { slug, number: which }, async (tx, { problem, commitment }) => {
    await lockExclusive(tx, problem.id) // numbers of pledges have no gap
    const before = await store.pledgesOf(tx, problem.id)
    const openByHer = before.filter(
      (one) => one.commitment === commitment.id && one.pledgedBy === actor.account && one.state === 'promised',
    ).length
    const inADay = actor.account === null ? 0 : await store.pledgedInADay(tx, actor.account)
    const pledging = rules.pledge({ commitment, openByHer, inADay, today: todayIn(place, tx.now) }, by, actor)
    if (!pledging.ok) return pledging
    const pledgedBy = pledging.value.account
    const number = before.length + 1
    const id = await store.putPledge(tx, {
      problem: problem.id,
      number,
      commitment: commitment.id,
      pledgedBy,
      pledger: '',
      what,
      howMuch,
      byDay: by,
      state: 'promised',
      source: null,
    })
    await link(tx, { kind: 'pledge', id }, 'pledges-to', { kind: 'commitment', id: commitment.id })
    await follow(tx, { account: pledgedBy, about: { kind: 'pledge', id }, asAuthor: true })
    // Who helps hears how it goes: pledgers are the first monitors of a commitment.
    await follow(tx, { account: pledgedBy, about: { kind: 'commitment', id: commitment.id }, asAuthor: false })
    await record(tx, {
      kind: 'delivery.pledged',
      problem: problem.id,
      public: { number, commitment: which },
      secret: { pledgedBy, what, howMuch, by: by.toString() },
      time: 'coarse',
    })
    const told = { id, commitment: commitment.id, what }
    await tellBody(tx, { problem, pledge: told, message: 'told.pledged', except: pledgedBy })
    return accept(null)
  })
}

export type SettleInput = {
  readonly slug: string
  readonly number: number
  readonly isKept: boolean
  readonly words: string
  /** Left out: today, and as much as was pledged. Two presses are enough for who brought what she said. */
  readonly deliveredOn?: Temporal.PlainDate | null
  readonly deliveredMuch?: string
  /** The proof, lying in the store. */
  readonly file?: CleanFile | undefined
}

export async function settlePledge(
  database: Database,
  actor: Actor,
  { slug, number, isKept, words, deliveredOn, deliveredMuch, file }: SettleInput,
): Promise<Result<null, rules.SettleRefusal | 'no-such-problem' | 'no-such-pledge'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const pledge = (await store.pledgesOf(tx, problem.id)).find((one) => one.number === number)
    if (!pledge) return refuse('no-such-pledge')
    const today = todayIn(await ownCalendar(tx), tx.now)
    const delivered = isKept ? { on: deliveredOn ?? today, much: deliveredMuch || pledge.howMuch } : null
    const settling = rules.settlePledge(
      { ...pledge, today },
      { isKept, words, deliveredOn: delivered?.on ?? null },
      actor,
    )
    if (!settling.ok) return settling
    const state = isKept ? 'kept' : 'not-kept'
    const by = settling.value.account
    await store.settlePledge(tx, pledge.id, { state, words, by, delivered })
    const about = { kind: 'pledge', id: pledge.id } as const
    if (isKept && file) await keepFile(tx, { file, about, alt: '', by })
    await record(tx, {
      kind: 'delivery.pledge-settled',
      problem: problem.id,
      public: { number, state, deliveredOn: delivered?.on.toString() ?? null },
      secret: { words, by, much: delivered?.much ?? null, file: (isKept && file?.hash) || null },
      time: 'coarse',
    })
    await tellPledger(tx, { problem, pledge, state, words, except: by })
    await tellBody(tx, { problem, pledge, message: `told.pledge-came-${state}`, except: by })
    return accept(null)
  })
}

type Telling = {
  readonly problem: Problem
  readonly pledge: Pick<store.Pledge, 'id' | 'commitment' | 'what'>
  readonly message: 'told.pledged' | 'told.pledge-came-kept' | 'told.pledge-came-not-kept'
  readonly except: Id<'account'>
}

/** Who answers for the commitment and who leads her body hear what others bring to it, and whether it came. */
async function tellBody(tx: Tx, { problem, pledge, message, except }: Telling): Promise<void> {
  const [commitment] = await commitmentsById(tx, [pledge.commitment])
  if (!commitment) return
  const [state, today] = [await withBody(tx, commitment), todayIn(await ownCalendar(tx), tx.now)]
  const hearers = [...(await owningOf(tx, state, today)), ...(await chairsOf(tx, state.body, today))]
  await tellThese(tx, hearers, {
    about: { kind: 'pledge', id: pledge.id },
    stage: 'delivery',
    message,
    values: { what: await unlessHidden(tx, pledge.id, pledge.what), title: commitment.title },
    address: 'delivery.page',
    params: { problem: problem.slug },
    except,
  })
}

type Settled = {
  readonly problem: Problem
  readonly pledge: store.Pledge
  readonly state: 'kept' | 'not-kept'
  readonly words: string
  readonly except: Id<'account'>
}

/** Whoever pledged hears what was said about it, when somebody else said so. */
async function tellPledger(tx: Tx, { problem, pledge, state, words, except }: Settled): Promise<void> {
  await tellThese(tx, pledge.pledgedBy === null ? [] : [pledge.pledgedBy], {
    about: { kind: 'pledge', id: pledge.id },
    stage: 'delivery',
    message: `told.pledge-${state}`,
    values: { what: await unlessHidden(tx, pledge.id, pledge.what), words },
    address: 'delivery.page',
    params: { problem: problem.slug },
    except,
  })
}
