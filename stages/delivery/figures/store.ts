import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { standing } from '../../decision/index.ts'
import type { AnswerRow, PromiseRow } from './rules.ts'

/** From one year to another, both among them. */
export type Years = { readonly from: number; readonly to: number }

const yearHanded = sql`extract(year from k.handed_at at time zone j.time_zone)::int`

/** Years in which something was handed over here, or a promise made here was due; the latest first. */
export async function yearsWithFigures(read: Read): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select ${yearHanded} as year
    from decision.package k
    join directory.jurisdiction j on j.id = k.jurisdiction_id
    where k.source is null
    union
    select extract(year from m.due_on)::int
    from delivery.milestone m
    join delivery.commitment c on c.jurisdiction_id = m.jurisdiction_id and c.id = m.commitment_id
    where c.source is null and c.confirmed_at is not null
    order by year desc`.execute(read)
  return rows.map(({ year }) => year)
}

export type AnswerLine = AnswerRow & {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly body: string
}

/** Every recommendation handed over in these years. What is told from sources has no clock of ours and is no part of it. */
export async function answerLines(read: Read, { from, to }: Years): Promise<readonly AnswerLine[]> {
  const { rows } = await sql<AnswerLine>`
    select ${yearHanded} as year, k.problem_id as problem, p.slug, i.number, b.name as body,
      (k.handed_at at time zone j.time_zone)::date as "handedOn", v.kind, ${standing}
    from decision.package k
    join directory.jurisdiction j on j.id = k.jurisdiction_id
    join directory.body b on b.jurisdiction_id = k.jurisdiction_id and b.id = k.body_id
    join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id
    join decision.item i on i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
    left join decision.current_answer v on v.jurisdiction_id = i.jurisdiction_id and v.recommendation_id = i.recommendation_id
    where k.source is null and ${yearHanded} between ${from} and ${to}
    order by k.handed_at desc, k.id, i.number`.execute(read)
  return rows
}

export type PromiseLine = PromiseRow & {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly title: string
}

/** Every promise made here whose last milestone lies in these years. */
export async function promiseLines(read: Read, { from, to }: Years): Promise<readonly PromiseLine[]> {
  const { rows } = await sql<PromiseLine>`
    select extract(year from last.due_on)::int as year, c.problem_id as problem, p.slug, c.number, c.title,
      last.due_on as "promisedFor",
      case when c.standing = 'kept' then (
        select (max(r.at) at time zone j.time_zone)::date from delivery.report r
        where r.jurisdiction_id = c.jurisdiction_id and r.commitment_id = c.id and r.standing = 'kept'
          -- Reopened and closed again: as long as it stayed kept, the day it was first said.
          and not exists (
            select from delivery.report other
            where other.jurisdiction_id = r.jurisdiction_id and other.commitment_id = r.commitment_id
              and other.number < r.number and other.standing = 'kept' and not exists (
                select from delivery.report between_
                where between_.jurisdiction_id = r.jurisdiction_id and between_.commitment_id = r.commitment_id
                  and between_.number > other.number and between_.number < r.number and between_.standing <> 'kept'
              )
          )
      ) end as "keptOn"
    from delivery.commitment c
    join directory.jurisdiction j on j.id = c.jurisdiction_id
    join problem.problem p on p.jurisdiction_id = c.jurisdiction_id and p.id = c.problem_id
    join lateral (
      select max(m.due_on) as due_on from delivery.milestone m
      where m.jurisdiction_id = c.jurisdiction_id and m.commitment_id = c.id
    ) last on true
    where c.source is null and c.confirmed_at is not null and extract(year from last.due_on) between ${from} and ${to}
    order by last.due_on desc, c.id`.execute(read)
  return rows
}

/** In which cases a body answers, or a politician answers for a promise: what they owe is told of these. */
export async function casesOf(
  read: Read,
  { body, person }: { readonly body: Id<'body'> | null; readonly person: Id<'person'> | null },
): Promise<readonly Id<'problem'>[]> {
  const { rows } = await sql<{ problem: Id<'problem'> }>`
    select k.problem_id as problem
    from decision.package k
    where k.source is null and (${body}::uuid is null or k.body_id = ${body})
      and (${person}::uuid is null or exists (
        select from delivery.commitment c
        where c.jurisdiction_id = k.jurisdiction_id and c.problem_id = k.problem_id and c.owner_id = ${person}
          and c.confirmed_at is not null
      ) or exists (
        select from decision.answer a
        join decision.answer_version v on v.jurisdiction_id = a.jurisdiction_id and v.answer_id = a.id
        where a.jurisdiction_id = k.jurisdiction_id and a.package_id = k.id and v.person_id = ${person}
      ))
    order by k.handed_at desc nulls last, k.id
    limit 2000`.execute(read)
  return rows.map(({ problem }) => problem)
}
