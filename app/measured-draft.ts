import { writeFile } from 'node:fs/promises'
import { sql } from 'kysely'
import type { Read } from '../platform/db/index.ts'
import { openSession } from '../platform/identity/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { foundGroup } from '../stages/arena/testing.ts'
import { writingIn } from '../stages/draft/text/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'
import { sixtyPages } from './sixty-pages.ts'

/**
 * Prepares the text that is read while it is measured: 60 pages, 400 clauses, 5,000 contributions, 20,000 citations, in three
 * versions. Usage: node dist/server/measured-draft.js FILE
 */
async function main(): Promise<void> {
  const [file = ''] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  const group = await foundGroup(opened.database, town)
  const dora = group.member('dora')
  const text = writingIn(opened.database, group)
  await text.write(dora, () => sixtyPages(), 'The first words')
  await opened.database.transact(town.place.id, null, async (tx) => {
    await sql`
      insert into draft.idea (jurisdiction_id, id, problem_id, number, kind, title, text, place, language, written_by, written_at)
      select ${tx.jurisdiction}, gen_random_uuid(), ${group.problem}, n, 'experience', 'Experience ' || n, repeat('It is dark here. ', 12), '', 'en',
        ${town.people.aisha.account}, ${tx.now}::timestamptz
      from generate_series(1, ${contributions}::int) n`.execute(tx)
    await sql`
      with c as (
        select c.id, row_number() over (order by c.id) as n
        from draft.clause c
        join draft.section s on s.jurisdiction_id = c.jurisdiction_id and s.id = c.section_id
        where s.problem_id = ${group.problem}
      ), cited as (
        insert into draft.citation (jurisdiction_id, clause_id, cited_kind, cited_id)
        select ${tx.jurisdiction}, c.id, 'idea', i.id
        from c
        join draft.idea i on i.problem_id = ${group.problem} and (i.number + c.n * 7) % ${contributions / perClause}::int = 0
        returning clause_id, cited_id
      )
      insert into thread.link (jurisdiction_id, from_id, from_kind, relation, to_id, to_kind, at)
      select ${tx.jurisdiction}, clause_id, 'clause', 'cites', cited_id, 'idea', ${tx.now} from cited`.execute(tx)
  })
  for (const [reason, from, to] of [
    ['It reads better', 0, 40],
    ['Once more', 10, 20],
  ] as const)
    await text.write(
      dora,
      ({ sections }) => ({
        sections: sections.map((section, at) =>
          at < from || at >= to
            ? section
            : {
                ...section,
                clauses: section.clauses.map((clause) => ({ ...clause, text: `${clause.text} ${reason}.` })),
              },
        ),
      }),
      reason,
    )
  const { clause, section, idea, cites } = await someOf(opened.database.read(town.place.id))
  const token = await opened.database.transact(town.place.id, null, async (tx) =>
    dora.account ? (await openSession(tx, dora.account, { means: 'testing' })).token : '',
  )
  await writeFile(file, JSON.stringify({ slug: group.slug, token, clause, section, idea, cites }))
  await opened.close()
}

const contributions = 5_000
/** Citations of each of the 400 clauses. */
const perClause = 50

type Some = { readonly clause: string; readonly section: string; readonly idea: string; readonly cites: number }

async function someOf(read: Read): Promise<Some> {
  const { rows } = await sql<Some>`
    select c.id::text as clause, c.section_id::text as section,
      (select t.cited_id::text from draft.citation t where t.clause_id = c.id limit 1) as idea, (select count(*) from draft.citation) as cites
    from draft.clause c
    limit 1`.execute(read)
  const [row] = rows
  if (!row) throw new Error('no text was made')
  return row
}

await main()
