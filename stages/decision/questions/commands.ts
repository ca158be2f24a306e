import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { clock, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { allSeats, isSeatedOn, todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { accountsIn, accountsOfPeople } from '../../../platform/identity/index.ts'
import { follow, tell, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import type { Problem } from '../../problem/index.ts'
import * as answerStore from '../answers/store.ts'
import { record } from '../facts.ts'
import { inPackage, type PackageMissing } from '../in-package.ts'
import type { Package } from '../store.ts'
import { invitedTo } from './invited.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type AskInput = {
  readonly slug: string
  readonly place: Jurisdiction
  /** Number of the recommendation; null asks about all of them. */
  readonly about: number | null
  readonly text: string
  readonly language: string
}

export async function askAtMeeting(
  database: Database,
  actor: Actor,
  { slug, place, about, text, language }: AskInput,
): Promise<Result<{ readonly number: number }, rules.AskRefusal | PackageMissing | 'no-such-item'>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const items = await answerStore.itemsOf(tx, [pack.id])
    const recommendations = items.map(({ recommendation }) => recommendation)
    const invited = await invitedTo(tx, { problem: problem.id, recommendations })
    const today = todayIn(place, await clock(tx))
    const isInvited = actor.account !== null && invited.has(actor.account)
    const put = rules.putBy(await store.questionsOf(tx, pack.id), actor)
    const asking = rules.ask({ pack, today, isInvited, put }, actor)
    if (!asking.ok) return asking
    const item = items.find((one) => one.number === about)
    if (about !== null && !item) return refuse('no-such-item')
    const { by, round } = asking.value
    const recommendation = item?.recommendation ?? null
    const { id, number } = await store.putQuestion(tx, {
      package: pack.id,
      round,
      recommendation,
      text,
      language,
      askedBy: by.account,
    })
    const thing = { kind: 'meeting-question', id } as const
    await link(
      tx,
      thing,
      'about',
      recommendation ? { kind: 'recommendation', id: recommendation } : { kind: 'package', id: pack.id },
    )
    await follow(tx, { account: by.account, about: thing, asAuthor: true })
    await record(tx, {
      kind: 'decision.question-put',
      problem: problem.id,
      public: { number, meeting: round, recommendation: about },
      secret: { askedBy: by.account, text },
      time: 'coarse',
    })
    const named = await namedFor(tx, pack, item, today)
    await tellAsked(tx, { problem, pack, named, today, except: by.account })
    return accept({ number })
  })
}

type Asked = {
  readonly problem: Problem
  readonly pack: Package
  readonly named: Id<'person'> | null
  readonly today: Temporal.PlainDate
  readonly except: Id<'account'>
}

/** She whose answer it is about hears of it; where nobody has answered yet, the chair of the body. */
async function tellAsked(tx: Tx, { problem, pack, named, today, except }: Asked): Promise<void> {
  const asked = named
    ? await accountsOfPeople(tx, [named])
    : await accountsIn(tx, { body: pack.body, today, only: 'chair' })
  const hearers = asked.filter((account) => account !== except)
  await tellThese(tx, hearers, {
    about: { kind: 'problem', id: problem.id },
    stage: 'decision',
    message: 'told.question-put',
    values: { question: problem.question },
    address: 'decision.questions',
    params: { problem: problem.slug },
  })
}

/** Who signed the answer to this recommendation, as long as she sits in the body. */
export async function namedFor(
  read: Read,
  { body }: Pick<Package, 'body'>,
  item: answerStore.Item | undefined,
  today: Temporal.PlainDate,
): Promise<Id<'person'> | null> {
  const person = item?.answer?.person
  if (!person) return null
  const sits = (await allSeats(read)).some(
    (seat) => seat.body === body && seat.person === person && isSeatedOn(seat, today),
  )
  return sits ? person : null
}

export type ReplyInput = {
  readonly slug: string
  readonly place: Jurisdiction
  readonly number: number
  readonly reply: string
}

export async function replyAtMeeting(
  database: Database,
  actor: Actor,
  { slug, place, number, reply }: ReplyInput,
): Promise<Result<null, rules.ReplyRefusal | PackageMissing | 'no-such-question'>> {
  return inPackage(database, actor, slug, async (tx, { problem, pack }) => {
    const question = (await store.questionsOf(tx, pack.id)).find((one) => one.number === number)
    if (!question) return refuse('no-such-question')
    const now = await clock(tx)
    const today = todayIn(place, now)
    const items = await answerStore.itemsOf(tx, [pack.id])
    const item = items.find(({ recommendation }) => recommendation === question.recommendation)
    const state = {
      round: question.round,
      askedBy: question.askedBy,
      hasReply: question.reply !== null,
      named: await namedFor(tx, pack, item, today),
    }
    const replying = rules.reply(state, { pack, today }, actor)
    if (!replying.ok) return replying
    const { account, person } = replying.value
    await store.putReply(tx, question.id, { reply, by: account, person, at: now })
    await record(tx, {
      kind: 'decision.question-answered',
      problem: problem.id,
      public: { number, meeting: question.round, person },
      secret: { reply },
      time: 'exact',
    })
    await tell(tx, {
      about: { kind: 'meeting-question', id: question.id },
      stage: 'decision',
      message: 'told.question-answered',
      values: { question: problem.question, number },
      address: 'decision.questions',
      params: { problem: problem.slug },
      except: account,
    })
    return accept(null)
  })
}
