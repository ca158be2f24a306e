import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { follow, tell } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

export type NoteInput = {
  readonly slug: string
  readonly heard: string
  readonly changed: string
  readonly why: string
  readonly language: string
}

export async function writeNote(
  database: Database,
  actor: Actor,
  { slug, ...words }: NoteInput,
): Promise<Result<{ readonly number: number }, rules.NoteRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.writeNote(actor)
    if (!allowed.ok) return allowed
    const { account, person } = allowed.value
    const { id, number } = await store.putNote(tx, {
      ...words,
      problem: problem.id,
      person,
      account,
      writtenOn: null,
      source: null,
    })
    await record(tx, {
      kind: 'inquiry.note-written',
      problem: problem.id,
      public: { number, person },
      secret: { ...words },
      time: 'exact',
    })
    await link(tx, { kind: 'note', id }, 'about', { kind: 'problem', id: problem.id })
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
