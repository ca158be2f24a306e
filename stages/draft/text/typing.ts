import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Database, Tx } from '../../../platform/db/index.ts'
import { inCase, type Problem } from '../../problem/index.ts'
import { write, type WriteRefusal } from '../rules.ts'
import { draftState } from '../state.ts'
import { applyContent } from './applying.ts'
import { beginText } from './beginning.ts'
import { contentOf, type TextContent } from './document.ts'
import type { AppendRefusal } from './live-rules.ts'
import { changeDocument } from './live-store.ts'

export type TypeRefusal = WriteRefusal | AppendRefusal

/** What somebody makes of the text as it stands, or why it cannot be made of that. */
export type Change<Code extends string> = (now: TextContent) => Result<TextContent, Code>

/**
 * Types in the text without the editor: what it becomes of what stands this moment enters the log as one update of its author,
 * like anybody's. Nothing is recorded and nobody is told: that is for the version.
 */
export async function typeText<Code extends string = never>(
  database: Database,
  actor: Actor,
  { slug, change }: { readonly slug: string; readonly change: Change<Code> },
): Promise<Result<TextContent, Code | TypeRefusal | 'no-such-problem'>> {
  return inCase(database, actor, slug, (tx, problem) => typeIn(tx, { problem, actor, change }))
}

/** The same within a transaction that holds the lock on the case. */
export async function typeIn<Code extends string>(
  tx: Tx,
  { problem, actor, change }: { readonly problem: Problem; readonly actor: Actor; readonly change: Change<Code> },
): Promise<Result<TextContent, Code | TypeRefusal>> {
  const writes = write(await draftState(tx, problem.id), actor)
  if (!writes.ok) return writes
  await beginText(tx, problem.id)
  let became: Result<TextContent, Code> = accept({ sections: [] })
  const by = { account: writes.value.who.account, as: writes.value.as }
  const written = await changeDocument(tx, { problem: problem.id, by }, (doc) => {
    became = change(contentOf(doc))
    if (became.ok) applyContent(doc, undefined, became.value)
  })
  if (!became.ok) return became
  return written.ok ? accept(contentOf(written.value.doc)) : written
}
