import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import type { OwedCounts } from '../../../platform/thread/index.ts'
import { isPutOff } from '../answers/standing.ts'

/** SQL of what is owed for what was handed over: counts and lines, never the texts of twenty years. */

export type PackageCounts = { readonly package: Id<'package'>; readonly count: number; readonly open: number }

/** How many recommendations each package holds, and how many of those that are open wait for their answer: of the others none does. */
export async function countsOf(
  read: Read,
  packs: readonly { readonly id: Id<'package'>; readonly isClosed: boolean }[],
): Promise<ReadonlyMap<Id<'package'>, PackageCounts>> {
  if (packs.length === 0) return new Map()
  const [all, open] = [packs.map(({ id }) => id), packs.flatMap(({ id, isClosed }) => (isClosed ? [] : [id]))]
  const { rows } = await sql<PackageCounts>`
    select i.package_id as package, count(*) as count, coalesce(max(o.open), 0) as open
    from decision.item i
    left join (
      select i.package_id, count(*) as open
      from decision.item i
      left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
      where i.package_id = any(${open}::uuid[]) and (c.kind is null or c.kind in ('park', 'unknown'))
      group by i.package_id
    ) o on o.package_id = i.package_id
    where i.package_id = any(${all}::uuid[])
    group by i.package_id`.execute(read)
  return new Map(rows.map((row) => [row.package, row]))
}

/** A recommendation that was parked, or passed on to somebody else, until a day. */
export type PutOff = {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly kind: 'park' | 'refer'
  readonly day: Temporal.PlainDate
  readonly referTo: string
  readonly body: Id<'body'> | null
  readonly source: string | null
}

const putOff = sql`
  select v.jurisdiction_id, v.answer_id, v.kind, coalesce(v.park_until, v.refer_by) as day, v.refer_to, v.source
  from decision.answer_version v
  where v.kind in ('park', 'refer') and coalesce(v.park_until, v.refer_by) is not null
    and not exists (
      select from decision.answer_version later
      where later.jurisdiction_id = v.jurisdiction_id and later.answer_id = v.answer_id and later.version > v.version
    )
    and ${isPutOff}`

const putOffColumns = sql`
  select k.problem_id as problem, p.slug, i.number, v.kind, v.day, v.refer_to as "referTo", k.body_id as body, v.source`

const joined = sql`
  join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
  join decision.item i on i.jurisdiction_id = a.jurisdiction_id and i.recommendation_id = a.recommendation_id
  join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
  join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id`

/** Of the place, the earliest day first. Only those that are listed are looked up in their cases. */
export async function putOffFirst(read: Read, limit: number): Promise<readonly PutOff[]> {
  const { rows } = await sql<PutOff>`
    ${putOffColumns}
    from (${putOff} order by day, v.answer_id limit ${limit}) v ${joined}
    order by v.day, p.slug, i.number`.execute(read)
  return rows
}

export async function putOffIn(read: Read, problems: readonly Id<'problem'>[]): Promise<readonly PutOff[]> {
  if (problems.length === 0) return []
  const { rows } = await sql<PutOff>`
    ${putOffColumns} from (${putOff}) v ${joined}
    where k.problem_id = any(${problems}::uuid[]) order by v.day, p.slug, i.number`.execute(read)
  return rows
}

/** Packages and what was put off, together. `today`: what is due on it is not late. */
export async function owedCounts(
  read: Read,
  { now, today }: { readonly now: Temporal.Instant; readonly today: Temporal.PlainDate },
): Promise<OwedCounts> {
  const { rows } = await sql<OwedCounts>`
    select k.open + o.open as open, k.late + o.late as late, k.given + o.given as given
    from (
      select count(*) filter (where not is_over) as open, count(*) filter (where not is_over and due_at < ${now}) as late,
        count(*) filter (where is_over) as given
      from (select due_at, closed_at is not null or source is not null as is_over from decision.package where due_at is not null) k
    ) k,
    (
      select count(*) filter (where source is null) as open, count(*) filter (where source is null and day < ${today}) as late,
        count(*) filter (where source is not null) as given
      from (${putOff}) o
    ) o`.execute(read)
  return rows[0] ?? { open: 0, late: 0, given: 0 }
}
