import type { Id } from '@folkmoot/basics/ids.ts'
import { endOfDay } from '@folkmoot/basics/working-days.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import {
  bodyById,
  ownCalendar,
  politiciansById,
  todayIn,
  type Jurisdiction,
} from '../../../platform/directory/index.ts'
import { accountsIn } from '../../../platform/identity/index.ts'
import { hiddenAmong } from '../../../platform/moderation/index.ts'
import { tell, tellThese } from '../../../platform/notices/index.ts'
import { recommendationsOf } from '../../draft/index.ts'
import { framings, problemsById } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { wordsToChange } from '../answers/rules.ts'
import * as inStore from './in-store.ts'
import type { ReferralAnswer } from './rules.ts'
import * as store from './store.ts'

/** The acts of the two bodies, each in a transaction of its own place; they are the same one where both lie in one place. */

/** The words that are passed on, as they read where they come from. */
export async function wordsOf(
  read: Read,
  out: store.ReferralOut,
  from: Jurisdiction,
): Promise<Omit<inStore.NewIn, 'dueAt'>> {
  const [[problem], asker, body, recommendations] = await Promise.all([
    problemsById(read, [out.problem]),
    out.person === null ? undefined : politiciansById(read, [out.person]),
    bodyById(read, out.body),
    recommendationsOf(read, out.problem),
  ])
  const name = out.person === null ? undefined : asker?.get(out.person)?.name
  if (!problem || !body || name === undefined) throw new Error(`referral ${out.id} comes from nobody`)
  return {
    id: out.id,
    from: from.id,
    fromSlug: out.slug,
    fromNumber: out.number,
    fromBodyName: out.to === from.id ? body.name : `${body.name} (${from.name})`.slice(0, 200),
    body: out.toBody,
    question: problem.question,
    title: out.title,
    text: wordsToChange(out.text, recommendations.find(({ id }) => id === out.recommendation)?.clauses ?? []),
    why: out.why,
    language: problem.language,
    askedByName: name,
  }
}

/** Whether any of the words that are passed on are hidden where they come from. */
export async function isHiddenAt(read: Read, out: store.ReferralOut): Promise<boolean> {
  const [versions, recommendations] = await Promise.all([
    framings(read, out.problem),
    recommendationsOf(read, out.problem),
  ])
  const inUse = versions.filter(({ state }) => state === 'current').map(({ id }) => id)
  const parts = recommendations
    .filter(({ id }) => id === out.recommendation)
    .flatMap(({ section, clauses }) => [section, ...clauses.map(({ id }) => id)])
  return (await hiddenAmong(read, [out.id, out.problem, out.recommendation, ...inUse, ...parts])).size > 0
}

type Arriving = {
  readonly words: Omit<inStore.NewIn, 'dueAt'>
  readonly dueOn: Temporal.PlainDate
  readonly from: Jurisdiction
  /** Its case, where that is one of this place. */
  readonly problem: Id<'problem'> | null
}

/** The act of the place it comes to: it stands on the lists of the body, and its members hear of it. */
export async function arrive(tx: Tx, { words, dueOn, from, problem }: Arriving): Promise<number> {
  const { timeZone } = await ownCalendar(tx)
  const dueAt = endOfDay(dueOn, timeZone)
  const number = await inStore.putIn(tx, { ...words, dueAt })
  await record(tx, {
    kind: 'decision.referral-received',
    problem,
    public: { referral: words.id, number, from: from.slug, body: words.body, dueAt: dueAt.toString() },
    time: 'exact',
  })
  await tellThese(tx, await membersAccounts(tx, words.body), {
    about: { kind: 'referral', id: words.id },
    stage: 'decision',
    message: 'told.referral-for-you',
    values: { body: words.fromBodyName },
    address: 'decision.referral',
    params: { number: String(number) },
  })
  return number
}

/** The answer that named this body stands no more. */
export async function withdraw(tx: Tx, there: inStore.ReferralIn): Promise<void> {
  if (!(await inStore.withdrawIn(tx, there.id))) return
  await record(tx, {
    kind: 'decision.referral-withdrawn',
    problem: null,
    public: { referral: there.id, number: there.number },
    time: 'exact',
  })
  await tellThese(tx, await membersAccounts(tx, there.body), {
    about: { kind: 'referral', id: there.id },
    stage: 'decision',
    message: 'told.referral-withdrawn',
    values: { body: there.fromBodyName },
    address: 'decision.referral',
    params: { number: String(there.number) },
  })
}

export async function hideOrShow(tx: Tx, there: inStore.ReferralIn, isHidden: boolean): Promise<void> {
  if ((there.hiddenAt !== null) === isHidden) return
  await inStore.setHidden(tx, there.id, isHidden)
  await record(tx, {
    kind: 'decision.referral-hidden',
    problem: null,
    public: { referral: there.id, number: there.number, hidden: isHidden },
    time: 'exact',
  })
}

type Back = store.CameBack & { readonly state: ReferralAnswer }

/** The act of the place it came from: everybody whose words led to the recommendation hears the answer, once. */
export async function comeBack(tx: Tx, id: Id<'referral'>, back: Back): Promise<void> {
  if (!(await store.markAnswered(tx, id, back))) return
  const [out] = await store.outsById(tx, [id])
  if (!out) throw new Error(`referral ${id} came back to where it never was`)
  await record(tx, {
    kind: 'decision.referral-came-back',
    problem: out.problem,
    public: {
      referral: id,
      number: out.number,
      from: out.toName,
      answer: back.state,
      reason: back.reason,
      ...(back.amendedText === '' ? {} : { amendedText: back.amendedText }),
    },
    time: 'exact',
  })
  await tell(tx, {
    about: { kind: 'answer', id: out.answer },
    stage: 'decision',
    message: `told.referral-${back.state}`,
    values: { number: out.number, body: out.toName },
    address: 'decision.recommendation',
    params: { problem: out.slug, number: String(out.number) },
    isResult: true,
  })
}

/** Who sits in the body today. */
async function membersAccounts(tx: Tx, body: Id<'body'>): Promise<readonly Id<'account'>[]> {
  return accountsIn(tx, { body, today: todayIn(await ownCalendar(tx), tx.now) })
}
