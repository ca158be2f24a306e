import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { emptyContent, type TextContent } from './document.ts'
import { lastVersion } from './versions-store.ts'

/** The text as it was last saved; for a text that was told, as its rows tell it. */
export async function savedContent(read: Read, problem: Id<'problem'>): Promise<TextContent> {
  return (await lastVersion(read, problem))?.content ?? contentFromRows(read, problem)
}

async function contentFromRows(read: Read, problem: Id<'problem'>): Promise<TextContent> {
  const { rows } = await sql<{ readonly sections: TextContent['sections'] }>`
    select jsonb_agg(
      jsonb_build_object('id', s.id, 'kind', s.kind, 'heading', s.heading, 'clauses', coalesce((
        select jsonb_agg(jsonb_build_object('id', c.id, 'text', c.text) order by c.number)
        from draft.clause c
        where c.jurisdiction_id = s.jurisdiction_id and c.section_id = s.id and c.number is not null
      ), '[]')) order by s.position) as sections
    from draft.section s
    where s.problem_id = ${problem} and s.position is not null
    having count(*) > 0`.execute(read)
  return rows[0] ?? emptyContent
}
