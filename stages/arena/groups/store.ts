import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

export type WorkingGroup = {
  readonly id: Id<'working-group'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly question: string
  /** What it works on, in the words of whoever opened it. */
  readonly worksOn: string
  readonly language: string
  readonly endsOn: Temporal.PlainDate
  readonly openedBy: Id<'account'>
  readonly openedAt: Temporal.Instant
  readonly closedAt: Temporal.Instant | null
  readonly closingWords: string
  readonly size: number
}

const columns = sql`
  g.id, g.problem_id as problem, g.number, g.question, g.works_on as "worksOn", g.language, g.ends_on as "endsOn",
  g.opened_by as "openedBy", g.opened_at as "openedAt", g.closed_at as "closedAt", g.closing_words as "closingWords",
  (
    select count(*)::int from arena.working_group_member m
    where m.jurisdiction_id = g.jurisdiction_id and m.working_group_id = g.id
  ) as size`

/** Those of a case, in the order they were opened. */
export const groupsOf = listsBy(
  (group: WorkingGroup) => group.problem,
  async (read, problems) => {
    const { rows } = await sql<WorkingGroup>`
      select ${columns} from arena.working_group g
      where g.problem_id = any(${problems}::uuid[])
      order by g.number`.execute(read)
    return rows
  },
)

export async function groupsById(read: Read, ids: readonly Id[]): Promise<readonly WorkingGroup[]> {
  if (ids.length === 0) return []
  const { rows } = await sql<WorkingGroup>`
    select ${columns} from arena.working_group g where g.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type NewGroup = Pick<
  WorkingGroup,
  'problem' | 'number' | 'question' | 'worksOn' | 'language' | 'endsOn' | 'openedBy'
>

export async function putGroup(tx: Tx, group: NewGroup): Promise<Id<'working-group'>> {
  const id = newId('working-group')
  await tx
    .insertInto('arena.working_group')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: group.problem,
      number: group.number,
      question: group.question,
      works_on: group.worksOn,
      language: group.language,
      ends_on: group.endsOn,
      opened_by: group.openedBy,
      opened_at: tx.now,
    })
    .execute()
  return id
}

export async function setClosed(
  tx: Tx,
  id: Id<'working-group'>,
  { by, words }: { readonly by: Id<'account'>; readonly words: string },
): Promise<void> {
  await tx
    .updateTable('arena.working_group')
    .set({ closed_by: by, closed_at: tx.now, closing_words: words })
    .where('id', '=', id)
    .execute()
}

/** How many different people are in the working groups of a case. */
export async function peopleInGroups(read: Read, problem: Id<'problem'>): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct m.account_id)::int as count
    from arena.working_group g
    join arena.working_group_member m on m.jurisdiction_id = g.jurisdiction_id and m.working_group_id = g.id
    where g.problem_id = ${problem}`.execute(read)
  return rows[0]?.count ?? 0
}
