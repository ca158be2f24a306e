import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { lockExclusive, lockShared, type Read, type Tx } from '../../../platform/db/index.ts'
import { applyContent } from './applying.ts'
import { savedContent } from './content.ts'
import { contentOf, type TextContent } from './document.ts'
import type { LiveWriter } from './live-rules.ts'
import { changeDocument, liveDocument } from './live-store.ts'

/** The text as it is being written; where nobody has typed yet, as it was last saved. */
export async function typedContent(read: Read, problem: Id<'problem'>): Promise<TextContent> {
  const { doc, seq } = await liveDocument(read, problem)
  return seq === 0 ? savedContent(read, problem) : contentOf(doc)
}

/**
 * Whoever types first finds what stands, each clause as the words of who wrote it: a text from before it was written together
 * has no log yet. Where there is a log, nothing happens.
 */
export async function beginText(tx: Tx, problem: Id<'problem'>): Promise<void> {
  if (await hasBegun(tx, problem)) return
  await lockShared(tx, problem)
  await lockExclusive(tx, `live ${problem}`)
  // Two may come first at once.
  if (await hasBegun(tx, problem)) return
  const content = await savedContent(tx, problem)
  if (content.sections.length === 0) return
  const writers = await writersOf(tx, problem)
  const done = new Set<string>()
  for (const [key, ids] of Map.groupBy(
    content.sections.flatMap(({ clauses }) => clauses.map(({ id }) => id)),
    (id) => JSON.stringify(writers.get(id) ?? nobody),
  ).entries()) {
    for (const id of ids) done.add(id)
    await write(tx, { problem, by: JSON.parse(key) as LiveWriter }, only(content, done)) // what was just spelled
  }
  // A heading without a clause.
  await write(tx, { problem, by: nobody }, content)
}

async function hasBegun(read: Read, problem: Id<'problem'>): Promise<boolean> {
  const { rows } = await sql<{ readonly hasBegun: boolean }>`
    select exists (select from draft.live_state where problem_id = ${problem})
      or exists (select from draft.live_update where problem_id = ${problem}) as "hasBegun"`.execute(read)
  return rows[0]?.hasBegun ?? false
}

const nobody: LiveWriter = { account: null, as: 'unknown' }

async function write(
  tx: Tx,
  of: { readonly problem: Id<'problem'>; readonly by: LiveWriter },
  content: TextContent,
): Promise<void> {
  const written = await changeDocument(tx, of, (doc) => applyContent(doc, undefined, content))
  if (!written.ok) throw new Error(`a text could not begin: ${written.refusal}`)
}

function only({ sections }: TextContent, ids: ReadonlySet<string>): TextContent {
  return {
    sections: sections.map((section) => ({ ...section, clauses: section.clauses.filter(({ id }) => ids.has(id)) })),
  }
}

async function writersOf(read: Read, problem: Id<'problem'>): Promise<ReadonlyMap<string, LiveWriter>> {
  const { rows } = await sql<LiveWriter & { readonly id: string }>`
    select c.id::text as id, c.written_by as account, case when c.written_by is null then 'unknown' else c.written_as end as "as"
    from draft.clause c
    join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
    where s.problem_id = ${problem}`.execute(read)
  return new Map(rows.map(({ id, account, as }) => [id, { account, as }]))
}
