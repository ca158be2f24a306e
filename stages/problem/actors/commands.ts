import { isStaff, type Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { report, tellModerators } from '../../../platform/moderation/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { inCase } from '../in-case.ts'
import { actorWords } from './messages/words.ts'
import { privateSignsIn } from './private-words.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** `isAskedAbout`: it reads like a private person's, and moderators were asked to look. */
type Named = Result<
  { readonly number: number; readonly isAskedAbout: boolean },
  rules.NameRefusal | 'no-such-problem' | 'named-already'
>

export type NameInput = {
  readonly slug: string
  readonly words: rules.ActorWords
  /** The first language of the place: its moderators read it. */
  readonly lang?: string | undefined
  /** In which the words are written. */
  readonly language?: string
}

/** Names a group, association, firm or office that is affected or can help. */
export function nameActor(
  database: Database,
  actor: Actor,
  { slug, words, lang, language = 'und' }: NameInput,
): Promise<Named> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.nameActor(words, actor)
    if (!allowed.ok) return allowed
    const by = allowed.value.account
    const made = await store.putActor(tx, problem.id, { ...words, by, source: null, language })
    if (!made) return refuse('named-already')
    await follow(tx, { account: by, about: { kind: 'actor', id: made.id }, asAuthor: true })
    await record(tx, {
      kind: 'problem.actor-added',
      problem: problem.id,
      public: { number: made.number, relation: words.relation },
      secret: { by, ...words },
      time: 'coarse',
    })
    const isAskedAbout = await askIfPrivate(tx, { id: made.id, slug, number: made.number, words, actor, lang })
    return accept({ number: made.number, isAskedAbout })
  })
}

export type Correction = {
  readonly slug: string
  readonly number: number
  readonly words: rules.ActorWords
  readonly reason: string
  /** The version that was read: what somebody else corrected meanwhile is not written over. */
  readonly seen: number
  readonly language?: string
  /** The first language of the place: its moderators read it. */
  readonly lang?: string | undefined
}

type Corrected = Result<
  { readonly version: number; readonly isAskedAbout: boolean },
  rules.CorrectRefusal | 'no-such-problem' | 'no-such-actor' | 'named-already' | 'changed-meanwhile'
>

/** Puts right what is said of an actor; what was said before stays readable, with who changed it and why. */
export function correctActor(database: Database, actor: Actor, correction: Correction): Promise<Corrected> {
  const { slug, number, words, reason, seen, lang, language = 'und' } = correction
  return inCase(database, actor, slug, async (tx, problem) => {
    const all = await store.actorsOf(tx, problem.id)
    const known = all.find((one) => one.number === number)
    if (!known) return refuse('no-such-actor')
    const allowed = rules.correctActor({ words: known, isHidden: known.isHidden }, words, { actor, reason })
    if (!allowed.ok) return allowed
    if (known.version !== seen) return refuse('changed-meanwhile')
    if (all.some((one) => one.id !== known.id && one.name === words.name)) return refuse('named-already')
    const version = known.version + 1
    const by = allowed.value.account
    await store.putVersion(tx, known.id, { ...words, number: version, reason, language, by })
    if (known.name !== words.name) await store.renameActor(tx, known.id, words.name)
    await record(tx, {
      kind: 'problem.actor-corrected',
      problem: problem.id,
      public: { number, version, relation: words.relation },
      secret: { by, reason, ...words },
      time: 'coarse',
    })
    const isAskedAbout = await askIfPrivate(tx, { id: known.id, slug, number, words, actor, lang })
    return accept({ version, isAskedAbout })
  })
}

type Written = {
  readonly id: Id<'actor'>
  readonly slug: string
  readonly number: number
  readonly words: rules.ActorWords
  readonly actor: Actor
  readonly lang: string | undefined
}

/** What reads like somebody's number or address stands, and moderators are asked at once: a rule of thumb decides nothing. */
async function askIfPrivate(tx: Tx, { id, slug, number, words, actor, lang = 'en' }: Written): Promise<boolean> {
  const { name, how, knowledge, resourceWords, reached } = words
  const signs = privateSignsIn([name, how, knowledge, resourceWords, reached].join('\n'))
  if (signs.length === 0 || isStaff(actor)) return false
  const say = actorWords.say(lang)
  const reason = say('private.report', { signs: signs.map((sign) => say(`private.${sign}`)).join(', ') })
  await report(tx, { about: { kind: 'actor', id }, reason, by: null })
  await tellModerators(tx, {
    about: { kind: 'actor', id },
    stage: 'problem',
    message: 'told.actor-reads-private',
    values: {},
    address: 'problem.actor',
    params: { problem: slug, number: String(number) },
  })
  return true
}
