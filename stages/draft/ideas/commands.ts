import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database } from '../../../platform/db/index.ts'
import { keepImage, type CleanImage } from '../../../platform/files/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { inCase } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { putIdea, type IdeaKind } from './store.ts'
import * as rules from './rules.ts'

export type IdeaInput = {
  readonly slug: string
  readonly kind: IdeaKind
  readonly title: string
  readonly text: string
  readonly place: string
  readonly language: string
  /** A picture already made clean, with words for those who cannot see it. */
  readonly photo?: { readonly image: CleanImage; readonly alt: string } | undefined
}

export async function addIdea(
  database: Database,
  actor: Actor,
  { slug, photo, ...words }: IdeaInput,
): Promise<Result<{ readonly number: number; readonly id: Id<'idea'> }, 'consent-first' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.contribute(actor)
    if (!allowed.ok) return allowed
    const author = allowed.value.account
    const { id, number } = await putIdea(tx, {
      ...words,
      problem: problem.id,
      writtenBy: author,
      toldDay: null,
      source: null,
    })
    const idea = { kind: 'idea', id } as const
    if (photo) await keepImage(tx, { ...photo, about: idea, by: author })
    await link(tx, idea, 'about', { kind: 'problem', id: problem.id })
    await follow(tx, { account: author, about: idea, asAuthor: true })
    await record(tx, {
      kind: 'draft.idea-added',
      problem: problem.id,
      public: { number, kind: words.kind },
      secret: { author, ...words },
      time: 'coarse',
    })
    return accept({ number, id })
  })
}
