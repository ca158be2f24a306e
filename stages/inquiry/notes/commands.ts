import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Read } from '../../../platform/db/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
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
}

export async function writeNote(
  database: Database,
  actor: Actor,
  { slug, from, ...words }: NoteInput,
): Promise<Result<{ readonly number: number }, rules.NoteRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.writeNote(await sourceOf(tx, from, { problem, actor, now: tx.now }), actor)
    if (!allowed.ok) return allowed
    const { account, person } = allowed.value
    const { id, number } = await store.putNote(tx, {
      ...words,
      problem: problem.id,
      person,
      account,
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
      public: { number, person, from: from.kind },
      secret: { ...words, talk: from.kind === 'talk' ? from.words : '' },
      time: 'exact',
    })
    await link(tx, { kind: 'note', id }, 'about', { kind: 'problem', id: problem.id })
    if (from.kind !== 'talk') await link(tx, { kind: 'note', id }, 'follows-from', from)
    await follow(tx, { account, about: { kind: 'note', id }, asAuthor: true })
    await tell(tx, {
      about: { kind: 'note', id },
      stage: 'inquiry',
      message: 'told.note',
      values: { politician: actor.name, question: problem.question },
      address: 'inquiry.notes',
      params: { problem: slug },
      except: account,
    })
    return accept({ number })
  })
}

type Writing = { readonly problem: Pick<Problem, 'id'>; readonly actor: Actor; readonly now: Temporal.Instant }

/** Whether she was at the meeting, by its record, and whether the question was for her. */
async function sourceOf(read: Read, from: From, { problem, actor, now }: Writing): Promise<rules.NoteSource> {
  if (from.kind === 'talk') return from
  const { person } = actor
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
