import type { Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { ideasOnPage, type IdeaOrder, type IdeaQuery } from './list-rules.ts'
import { ideasById, type Idea } from './store.ts'

export type ListedIdea = {
  readonly idea: Idea
  readonly comments: number
  /** A politician, a member or staff has said something to it. */
  readonly isHeard: boolean
  /** Everybody whose meaning it is besides who wrote it. */
  readonly joined: number
  /** It has its place in the varied order; else it stands behind the others until they are sorted anew. */
  readonly isOrdered: boolean
  /** Numbers of the recommendations that build on it. */
  readonly usedIn: readonly number[]
}

const by: Readonly<Record<IdeaOrder, RawBuilder<unknown>>> = {
  varied: sql`l.place`,
  newest: sql`l.number desc`,
  place: sql`l.area = '', l.area, l.number desc`,
  unheard: sql`l.number`,
}

type Row = {
  readonly id: Id<'idea'>
  readonly comments: number
  readonly isHeard: boolean
  readonly joined: number
  readonly isOrdered: boolean
  readonly usedIn: readonly number[]
}

/** One page of the ideas of a case, and how many there are on all pages. Reads one row an idea, and the words of a page only. */
export async function listIdeas(
  read: Read,
  problem: Id<'problem'>,
  { page, ...query }: IdeaQuery,
): Promise<{ readonly ideas: readonly ListedIdea[]; readonly count: number }> {
  const wanted = wantedBy(read, problem, query)
  const [{ rows }, { rows: counted }] = await Promise.all([
    sql<Row>`
      with page as materialized (
        select l.idea_id, l.comments, l.is_heard, l.is_ordered, row_number() over (order by ${by[query.order]}) as at
        from draft.idea_listing l
        where ${wanted}
        order by ${by[query.order]}
        limit ${ideasOnPage} offset ${(page - 1) * ideasOnPage}
      )
      select p.idea_id as id, p.comments, p.is_heard as "isHeard", p.is_ordered as "isOrdered",
        draft.others_meaning(${read.jurisdiction}, p.idea_id) as joined,
        array(
          select distinct r.number
          from draft.citation c
          join draft.clause k on k.jurisdiction_id = c.jurisdiction_id and k.id = c.clause_id and k.number is not null
          join draft.section s on s.jurisdiction_id = k.jurisdiction_id and s.id = k.section_id and s.kind = 'recommendation'
          join draft.recommendation r on r.jurisdiction_id = s.jurisdiction_id and r.id = s.recommendation_id
          where c.jurisdiction_id = ${read.jurisdiction} and c.cited_id = p.idea_id
          order by r.number
        ) as "usedIn"
      from page p
      order by p.at`.execute(read),
    sql<{ count: number }>`select count(*) as count from draft.idea_listing l where ${wanted}`.execute(read),
  ])
  const ideas = new Map(
    (
      await ideasById(
        read,
        rows.map(({ id }) => id),
      )
    ).map((idea): [Id<'idea'>, Idea] => [idea.id, idea]),
  )
  return {
    ideas: rows.flatMap(({ id, ...more }) => {
      const idea = ideas.get(id)
      return idea ? [{ idea, ...more }] : []
    }),
    count: counted[0]?.count ?? 0,
  }
}

function wantedBy(read: Read, problem: Id<'problem'>, { order, kind, isCited, area }: Omit<IdeaQuery, 'page'>) {
  return sql.join(
    [
      sql`l.jurisdiction_id = ${read.jurisdiction} and l.problem_id = ${problem} and not l.is_merged`,
      ...(kind === null ? [] : [sql`l.kind = ${kind}`]),
      ...(isCited === null ? [] : [sql`l.is_cited = ${isCited}`]),
      ...(area === null ? [] : [sql`l.area = ${area}`]),
      ...(order === 'unheard' ? [sql`not l.is_heard and not l.is_cited`] : []),
    ],
    sql` and `,
  )
}

export type IdeaCounts = {
  readonly all: number
  /** Of them, written down by staff for somebody. */
  readonly byStaff: number
  /** Named places, with how many lie there; the most first. */
  readonly areas: readonly { readonly area: string; readonly count: number }[]
}

export async function countIdeas(read: Read, problem: Id<'problem'>): Promise<IdeaCounts> {
  const { rows } = await sql<{ area: string; count: number; byStaff: number }>`
    select l.area, count(*) as count, count(*) filter (where l.channel <> 'online') as "byStaff"
    from draft.idea_listing l
    where l.jurisdiction_id = ${read.jurisdiction} and l.problem_id = ${problem} and not l.is_merged
    group by l.area
    order by count desc, l.area`.execute(read)
  const sum = (of: 'count' | 'byStaff'): number => rows.reduce((all, row) => all + row[of], 0)
  return { all: sum('count'), byStaff: sum('byStaff'), areas: rows.filter(({ area }) => area !== '') }
}
