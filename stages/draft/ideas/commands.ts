import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { keepFile } from '../../../platform/files/index.ts'
import type { At } from '../../../platform/near/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { link } from '../../../platform/thread/index.ts'
import { groupsToWriteIn } from '../../arena/index.ts'
import { inCase, type SentFiles } from '../../problem/index.ts'
import { record } from '../facts.ts'
import type { IdeaKind } from './rules.ts'
import * as rules from './rules.ts'
import { putIdea } from './store.ts'

export type IdeaWords = {
  readonly kind: IdeaKind
  readonly title: string
  readonly text: string
  readonly place: string
  readonly language: string
  readonly point?: At | null
  readonly area?: string
}

export type IdeaInput = IdeaWords & {
  readonly slug: string
  /** The number of the working group in whose name she writes; null or left out in her own. */
  readonly group?: number | null
  /** A picture already made clean, with words for those who cannot see it, and a document that only shows. */
  readonly files?: SentFiles | undefined
}

export type Added = { readonly number: number; readonly id: Id<'idea'> }

export async function addIdea(
  database: Database,
  actor: Actor,
  { slug, files, group = null, ...words }: IdeaInput,
): Promise<Result<Added, 'consent-first' | 'not-in-group' | 'no-such-problem'>> {
  return inCase(database, actor, slug, async (tx, problem) => {
    const allowed = rules.contribute(actor)
    if (!allowed.ok) return allowed
    const author = allowed.value.account
    const groups = group === null ? [] : await groupsToWriteIn(tx, problem.id, author)
    const within = groups.find(({ number: one }) => one === group)
    if (group !== null && !within) return refuse('not-in-group')
    const { id, number } = await putIdea(tx, {
      ...words,
      problem: problem.id,
      writtenBy: author,
      toldDay: null,
      source: null,
    })
    const idea = { kind: 'idea', id } as const
    await keepIdeaFiles(tx, files, { idea: id, by: author })
    await link(tx, idea, 'about', { kind: 'problem', id: problem.id })
    // The trace says in whose name: what came of the group is read from it, however the idea goes on.
    if (within) await link(tx, idea, 'part-of', { kind: 'working-group', id: within.id })
    await follow(tx, { account: author, about: idea, asAuthor: true })
    await record(tx, {
      kind: 'draft.idea-added',
      problem: problem.id,
      public: { number, kind: words.kind, ...(within ? { workingGroup: within.number } : {}) },
      secret: { author, ...words, ...hashesOf(files) },
      time: 'coarse',
    })
    return accept({ number, id })
  })
}

type Owned = { readonly idea: Id<'idea'>; readonly by: Id<'account'> }

export async function keepIdeaFiles(tx: Tx, files: SentFiles | undefined, { idea, by }: Owned): Promise<void> {
  const about = { kind: 'idea', id: idea } as const
  if (files?.photo) await keepFile(tx, { file: files.photo, alt: files.alt, about, by })
  if (files?.document) await keepFile(tx, { file: files.document, alt: '', about, by })
}

/** What the ledger commits to of the files: their content. */
export function hashesOf(files: SentFiles | undefined) {
  return { photo: files?.photo?.hash ?? null, document: files?.document?.hash ?? null }
}
