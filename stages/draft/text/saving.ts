import type { Actor } from '@folkmoot/basics/actor.ts'
import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { record } from '../facts.ts'
import { everyRecommendationOf } from '../recommendations.ts'
import { draftState } from '../state.ts'
import { authorsBy } from './authors.ts'
import { changesBetween, type Changes } from './changes.ts'
import { savedContent } from './content.ts'
import { contentOf, type TextContent } from './document.ts'
import { lettersBy } from './letters.ts'
import { liveDocument, liveWriters } from './live-store.ts'
import { liveFirstHands } from './moved-store.ts'
import { writeRecommendations, writeRows, type ChangedRecommendation } from './rows.ts'
import * as rules from './rules.ts'
import { asSaved } from './saved.ts'
import { idsElsewhere } from './store.ts'
import { tellSaved } from './telling.ts'
import { lastHead, putTextVersion } from './versions-store.ts'

export type Saved = { readonly version: number; readonly changes: Changes }

/** Makes what has been typed a version: what stands, cites and asks for agreement is what was saved. */
export async function saveVersion(
  database: Database,
  actor: Actor,
  { slug, reason }: { readonly slug: string; readonly reason: string },
): Promise<Result<Saved, rules.SaveRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, (tx, problem) => saveIn(tx, { problem, reason, actor }))
}

type Saving = { readonly problem: Problem; readonly reason: string; readonly actor: Actor }

/** The same within a transaction that holds the lock on the case. */
export async function saveIn(tx: Tx, { problem, reason, actor }: Saving): Promise<Result<Saved, rules.SaveRefusal>> {
  const { doc, seq } = await liveDocument(tx, problem.id)
  const saved = await savedContent(tx, problem.id)
  const typed = seq === 0 ? saved : asSaved(contentOf(doc))
  const foreign = await foreignIn(tx, problem.id, typed)
  const allowed = rules.saveVersion(await draftState(tx, problem.id), { saved, typed, reason, foreign }, actor)
  if (!allowed.ok) return allowed
  const by = allowed.value
  const before = await everyRecommendationOf(tx, problem.id)
  const changes = changesBetween(saved, typed)
  const writers = await liveWriters(tx, problem.id)
  const firstHands = await liveFirstHands(tx, problem.id)
  const letters = lettersBy(doc, writers, firstHands)
  const authors = authorsBy(doc, writers, firstHands)
  const version = ((await lastHead(tx, problem.id))?.version ?? 0) + 1

  await putTextVersion(tx, problem.id, {
    version,
    content: typed,
    letters,
    reason,
    savedBy: by.who.account,
    as: by.as,
  })
  const standing = await writeRows(tx, { problem: problem.id, before, typed, authors, letters, by })
  const changed = await writeRecommendations(tx, { before, standing, typed, changes, version, reason, by })
  await recordVersion(tx, { problem: problem.id, version, reason, typed, changes, changed, by })
  await tellSaved(tx, { problem, version, reason, saved, typed, changes, changed, actor })
  return accept({ version, changes })
}

async function foreignIn(tx: Tx, problem: Id<'problem'>, { sections }: TextContent): Promise<readonly string[]> {
  const ids = sections.flatMap(({ id, clauses }) => [id, ...clauses.map((clause) => clause.id)])
  return idsElsewhere(
    tx,
    problem,
    ids.filter((id) => parseId('section', id) !== undefined),
  )
}

const factOf = {
  proposed: 'draft.recommendation-proposed',
  revised: 'draft.recommendation-revised',
  withdrawn: 'draft.recommendation-withdrawn',
  returned: 'draft.recommendation-returned',
} as const

type Recording = {
  readonly problem: Id<'problem'>
  readonly version: number
  readonly reason: string
  readonly typed: TextContent
  readonly changes: Changes
  readonly changed: readonly ChangedRecommendation[]
  readonly by: Extract<ReturnType<typeof rules.saveVersion>, { readonly ok: true }>['value']
}

async function recordVersion(
  tx: Tx,
  { problem, version, reason, typed, changes, changed, by }: Recording,
): Promise<void> {
  const count = (how: string): number => changes.clauses.filter((clause) => clause.how === how).length
  await record(tx, {
    kind: 'draft.version-saved',
    problem,
    public: {
      version,
      as: by.as,
      sections: typed.sections.length,
      clauses: typed.sections.reduce((sum, { clauses }) => sum + clauses.length, 0),
      added: count('added'),
      changed: count('changed'),
      moved: count('moved'),
      gone: count('gone'),
    },
    secret: { author: by.who.account, reason, content: typed },
    time: 'coarse',
  })
  for (const one of changed) {
    await record(tx, {
      kind: factOf[one.change],
      problem,
      public: { number: one.number, version: one.version, text: version, as: by.as },
      secret: { author: by.who.account, title: one.title, reason },
      time: 'coarse',
    })
  }
}
