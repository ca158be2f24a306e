import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { accountsOfPeople, delegationsTo } from '../../../platform/identity/index.ts'
import { follow, tell, tellThese } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { encountersHeld, meetingsHeard, questionsHeard } from './heard.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** What she says it came from. */
export type From =
  | { readonly kind: 'meeting'; readonly id: Id<'meeting'> }
  | { readonly kind: 'encounter'; readonly id: Id<'encounter'> }
  | { readonly kind: 'question'; readonly id: Id<'question'> }
  | { readonly kind: 'talk'; readonly words: string }

export type NoteInput = {
  readonly slug: string
  readonly from: From
  readonly heard: string
  readonly changed: string
  readonly why: string
  readonly language: string
  /** The politician she prepares for; left out, it is her own. */
  readonly behalf?: Id<'person'> | null
}

export async function writeNote(
  database: Database,
  actor: Actor,
  { slug, from, behalf: on = null, ...words }: NoteInput,
): Promise<Result<{ readonly number: number }, rules.NoteRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const behalf = on && (await behalfOf(tx, actor, { person: on, now: tx.now }))
    const whose = behalf ? behalf.person : actor.person
    const source = await sourceOf(tx, from, { problem, person: whose, now: tx.now })
    const allowed = rules.writeNote(source, actor, behalf)
    if (!allowed.ok) return allowed
    const { account, person, onBehalf } = allowed.value
    const { id, number } = await store.putNote(tx, {
      ...words,
      problem: problem.id,
      person,
      account,
      onBehalf,
      from: from.kind,
      meeting: from.kind === 'meeting' ? from.id : null,
      encounter: from.kind === 'encounter' ? from.id : null,
      question: from.kind === 'question' ? from.id : null,
      talk: from.kind === 'talk' ? from.words : '',
      writtenOn: null,
      source: null,
    })
    await record(tx, {
      kind: 'inquiry.note-written',
      problem: problem.id,
      public: { number, person, from: from.kind, ...(onBehalf && { onBehalf }) },
      secret: { ...words, talk: from.kind === 'talk' ? from.words : '' },
      time: 'exact',
    })
    await link(tx, { kind: 'note', id }, 'about', { kind: 'problem', id: problem.id })
    if (from.kind !== 'talk') await link(tx, { kind: 'note', id }, 'follows-from', from)
    await follow(tx, { account, about: { kind: 'note', id }, asAuthor: true })
    const news = {
      about: { kind: 'note', id },
      stage: 'inquiry',
      address: 'inquiry.notes',
      params: { problem: slug },
      except: account,
    } as const
    const values = { politician: behalf?.name ?? actor.name, question: problem.question }
    const hers = behalf ? await accountsOfPeople(tx, [person]) : []
    await tellThese(tx, hers, { ...news, message: 'told.note-for-you', values: { ...values, by: actor.name } })
    await tell(tx, { ...news, message: 'told.note', values, elsewhere: hers })
    return accept({ number })
  })
}

type Named = rules.Behalf & { readonly name: string }

/** Whether the one who writes prepares for this politician at this moment, as the database has it. */
async function behalfOf(
  read: Read,
  { account }: Actor,
  { person, now }: { readonly person: Id<'person'>; readonly now: Temporal.Instant },
): Promise<Named> {
  const all = account === null ? [] : await delegationsTo(read, account, now)
  const found = all.find((one) => one.person === person)
  return { person, holds: found?.holds ?? false, isStaff: found?.isStaff ?? false, name: found?.personName ?? '' }
}

type Writing = {
  readonly problem: Pick<Problem, 'id'>
  /** Whose note it is to be. */
  readonly person: Id<'person'> | null
  readonly now: Temporal.Instant
}

/** Whether she was at the meeting, by its record, and whether the question was for her. */
async function sourceOf(read: Read, from: From, { problem, person, now }: Writing): Promise<rules.NoteSource> {
  if (from.kind === 'talk') return from
  if (from.kind === 'meeting') {
    const meetings = person ? await meetingsHeard(read, person, problem.id) : []
    return { kind: 'meeting', wasThere: meetings.some(({ id }) => id === from.id) }
  }
  if (from.kind === 'encounter') {
    const held = person ? await encountersHeld(read, person, { problem: problem.id, now }) : []
    return { kind: 'encounter', wasHers: held.some(({ id }) => id === from.id) }
  }
  const questions = person ? await questionsHeard(read, person, problem.id) : []
  return { kind: 'question', wasAsked: questions.some(({ id }) => id === from.id) }
}
