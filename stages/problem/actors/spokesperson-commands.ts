import type { Actor } from '@folkmoot/basics/actor.ts'
import { href } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import { lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { politicians, todayIn, type Jurisdiction } from '../../../platform/directory/index.ts'
import { hashOfToken, newToken } from '../../../platform/http/index.ts'
import { everydayWords, timeWords } from '../../../platform/i18n/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { post } from '../../../platform/mail/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import type { Problem } from '../store.ts'
import { actorWords } from './messages/words.ts'
import * as rules from './spokesperson-rules.ts'
import * as store from './spokesperson-store.ts'
import { actorsById, actorsOf, type ActorRow } from './store.ts'

/** No fact holds a name: what is not written need not be erased. */

export type AskInput = {
  readonly slug: string
  readonly number: number
  readonly choice: rules.Choice
  readonly place: Jurisdiction
  /** The installation's public origin, for the link. */
  readonly origin: string
}

type Asked = Result<{ readonly isAsked: boolean }, rules.AskRefusal | 'no-such-problem' | 'no-such-actor'>

/** Names oneself or somebody in office, who stand there at once, or mails somebody a question. */
export function askSpokesperson(database: Database, actor: Actor, input: AskInput): Promise<Asked> {
  const { slug, number, choice, place } = input
  return inCase(database, actor, slug, async (tx, problem): Promise<Asked> => {
    const about = (await actorsOf(tx, problem.id)).find((one) => one.number === number)
    if (!about) return refuse('no-such-actor')
    if (actor.account) await lockExclusive(tx, `spokespeople asked by ${actor.account}`)
    const known = await store.spokespersonOf(tx, about.id)
    const isOver = known?.expiresAt && Temporal.Instant.compare(known.expiresAt, tx.now) <= 0
    const inOffice = await politicians(tx, todayIn(place, tx.now))
    const state: rules.AskState = {
      isHidden: about.isHidden,
      spokesperson: !known || isOver ? 'nobody' : known.hasAgreed ? 'agreed' : 'asked',
      askedInDay: actor.account ? await store.askedSince(tx, actor.account, tx.now.subtract({ hours: 24 })) : 0,
      inOffice: inOffice.map(({ id }) => id),
    }
    const allowed = rules.askSpokesperson(state, choice, actor)
    if (!allowed.ok) return allowed
    if (isOver) await store.forgetSpokesperson(tx, about.id)
    const { account } = allowed.value
    if (choice.who === 'me')
      await store.putSpokesperson(tx, { actor: about.id, name: actor.name, how: 'herself', account })
    if (choice.who === 'office') {
      const holder = inOffice.find(({ id }) => id === choice.person)
      if (!holder) return refuse('not-in-office')
      await store.putSpokesperson(tx, { actor: about.id, name: holder.name, how: 'office', person: holder.id })
      await tellHer(tx, { about, problem, person: holder.id, by: account })
    }
    if (choice.who === 'ask') await mailHer(tx, { ...input, problem, about, asker: actor.name, by: account, choice })
    const isAsked = choice.who === 'ask'
    await record(tx, {
      kind: isAsked ? 'problem.spokesperson-asked' : 'problem.spokesperson-agreed',
      problem: problem.id,
      public: isAsked ? { number } : { number, how: choice.who === 'me' ? 'herself' : 'office' },
      time: 'coarse',
    })
    return accept({ isAsked })
  })
}

type Naming = {
  readonly about: ActorRow
  readonly problem: Problem
  readonly person: Id<'person'>
  readonly by: Id<'account'>
}

/** She holds an office here and stands there at once: she hears of it, and can take her name away. */
async function tellHer(tx: Tx, { about, problem, person, by }: Naming): Promise<void> {
  const account = await accountOfPerson(tx, person)
  await tellThese(tx, account ? [account.id] : [], {
    about: { kind: 'actor', id: about.id },
    stage: 'problem',
    message: 'told.spokesperson-named',
    values: { actor: about.name, question: problem.question },
    address: 'problem.actor',
    params: { problem: problem.slug, number: String(about.number) },
    except: by,
  })
}

type Mailing = AskInput & {
  readonly problem: Problem
  readonly about: ActorRow
  readonly asker: string
  readonly by: Id<'account'>
  readonly choice: Extract<rules.Choice, { who: 'ask' }>
}

/** In the first language of the place: which one she reads nobody knows. */
async function mailHer(tx: Tx, { problem, about, asker, by, choice, place, origin }: Mailing): Promise<void> {
  const token = newToken()
  const until = tx.now.add({ hours: 24 * rules.daysToAnswer })
  const { name, email } = choice
  const tokenHash = hashOfToken(token)
  await store.putSpokesperson(tx, { actor: about.id, name, how: 'link', asked: { by, email, until }, tokenHash })
  await store.putMail(tx, by)
  const lang = place.languages[0] ?? 'en'
  const say = actorWords.say(lang)
  const time = timeWords(everydayWords.say(lang), { lang, timeZone: place.timeZone, now: tx.now })
  const link = `${origin}${href('problem.speaking', { lang, jurisdiction: place.slug, token })}`
  const values = { asker, actor: about.name, question: problem.question, place: place.name, name, link }
  await post(tx, {
    to: email,
    subject: say('mail.subject', { actor: about.name }),
    text: say('mail.text', { ...values, until: time.deadline(until) }),
  })
}

export type SpeakingAnswer = { readonly token: string; readonly isYes: boolean }

/** Her own answer, by the link she got; with the same link she takes her name away again, whenever she likes. */
export function answerSpeaking(
  database: Database,
  actor: Actor,
  { token, isYes }: SpeakingAnswer,
): Promise<Result<{ readonly hasAgreed: boolean }, 'no-such-link'>> {
  return database.transact(
    actor.jurisdiction,
    actor,
    async (tx): Promise<Result<{ hasAgreed: boolean }, 'no-such-link'>> => {
      const hash = hashOfToken(token)
      await lockExclusive(tx, `spokesperson ${hash.toString('hex')}`)
      const known = await store.spokespersonByToken(tx, hash)
      if (!known || (known.expiresAt && Temporal.Instant.compare(known.expiresAt, tx.now) <= 0))
        return refuse('no-such-link')
      if (isYes && known.hasAgreed) return accept({ hasAgreed: true })
      // Staff may have taken her name away in this very moment.
      if (!(await (isYes ? store.agreeToSpeak : store.forgetByLink)(tx, hash))) return refuse('no-such-link')
      await recordAndTell(tx, known, isYes)
      return accept({ hasAgreed: isYes })
    },
  )
}

async function recordAndTell(tx: Tx, { actor, askedBy }: store.Spokesperson, isYes: boolean): Promise<void> {
  const [about] = await actorsById(tx, [actor])
  if (!about) return
  await record(tx, {
    kind: isYes ? 'problem.spokesperson-agreed' : 'problem.spokesperson-ended',
    problem: about.problem,
    public: isYes ? { number: about.number, how: 'link' } : { number: about.number },
    time: 'coarse',
  })
  await tellThese(tx, askedBy ? [askedBy] : [], {
    about: { kind: 'actor', id: actor },
    stage: 'problem',
    message: isYes ? 'told.spokesperson-agreed' : 'told.spokesperson-ended',
    values: { actor: about.name },
    address: 'problem.actor',
    params: { problem: about.slug, number: String(about.number) },
  })
}

type Ended = Result<null, 'not-yours-to-end' | 'nobody-speaks' | 'no-such-problem' | 'no-such-actor'>

/** Takes a name away, or the question back: nothing of her stays. */
export function endSpokesperson(
  database: Database,
  actor: Actor,
  { slug, number }: Pick<AskInput, 'slug' | 'number'>,
): Promise<Ended> {
  return inCase(database, actor, slug, async (tx, problem): Promise<Ended> => {
    const about = (await actorsOf(tx, problem.id)).find((one) => one.number === number)
    if (!about) return refuse('no-such-actor')
    const known = await store.spokespersonOf(tx, about.id)
    if (!known) return refuse('nobody-speaks')
    if (!rules.mayEnd(known, actor)) return refuse('not-yours-to-end')
    await store.forgetSpokesperson(tx, about.id)
    await record(tx, {
      kind: 'problem.spokesperson-ended',
      problem: problem.id,
      public: { number },
      time: 'coarse',
    })
    return accept(null)
  })
}
