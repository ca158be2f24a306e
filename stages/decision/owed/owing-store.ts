import type { Id } from '@folkmoot/basics/ids.ts'
import { median } from '@folkmoot/basics/median.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import { daysToAnswer, inTimeOf, type AnswerStanding, type ToldKind } from '../answers/counting-rules.ts'
import { isPutOff, standing } from '../answers/standing.ts'

/** SQL of what one body owes and what one politician answered: asked for by her or it, never through the whole place. */

/** A package the body has not closed. What is parked counts as open. */
export type OpenPackage = {
  readonly id: Id<'package'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly dueAt: Temporal.Instant
  readonly count: number
  readonly open: number
}

/** The answer that counts now to item `i`. */
const newest = sql`
  left join lateral (
    select v.* from decision.answer a
    join decision.answer_version v on v.jurisdiction_id = a.jurisdiction_id and v.answer_id = a.id
    where a.jurisdiction_id = i.jurisdiction_id and a.recommendation_id = i.recommendation_id
    order by v.version desc
    limit 1
  ) v on true`

const title = sql`
  case when exists (
    select from moderation.hidden h where h.jurisdiction_id = i.jurisdiction_id and h.about_id = i.recommendation_id
  ) then ${hiddenWords} else i.title end as title`

/** The first due first. */
export async function openPackagesOf(read: Read, body: Id<'body'>, limit: number): Promise<readonly OpenPackage[]> {
  const { rows } = await sql<OpenPackage>`
    select k.id, k.problem_id as problem, p.slug, k.due_at as "dueAt", count(i.number) as count,
      count(i.number) filter (where v.kind is null or v.kind in ('park', 'unknown')) as open
    from (
      select * from decision.package
      where jurisdiction_id = ${read.jurisdiction} and body_id = ${body} and closed_at is null and source is null
      order by due_at, id
      limit ${limit}
    ) k
    join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id
    left join decision.item i on i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
    ${newest}
    group by k.id, k.problem_id, p.slug, k.due_at
    order by k.due_at, k.id`.execute(read)
  return rows
}

/** What a body put off or passed on, with the day it named. */
export type PutOff = {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly title: string
  readonly kind: 'park' | 'refer'
  readonly on: Temporal.PlainDate
  readonly referTo: string
  readonly person: Id<'person'>
  readonly at: Temporal.Instant
}

/** The first due first. */
export async function putOffBy(read: Read, body: Id<'body'>, limit: number): Promise<readonly PutOff[]> {
  const { rows } = await sql<PutOff>`
    select k.problem_id as problem, p.slug, i.number, ${title}, v.kind, coalesce(v.park_until, v.refer_by) as on,
      v.refer_to as "referTo", v.person_id as person, v.at
    from decision.answer_version v
    join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
    join decision.item i on i.jurisdiction_id = a.jurisdiction_id and i.recommendation_id = a.recommendation_id
    join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
    join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id
    where v.jurisdiction_id = ${read.jurisdiction} and v.kind in ('park', 'refer') and v.source is null
      and k.body_id = ${body}
      and not exists (
        select from decision.answer_version later
        where later.jurisdiction_id = v.jurisdiction_id and later.answer_id = v.answer_id and later.version > v.version
      )
      and ${isPutOff}
    order by 6, i.number
    limit ${limit}`.execute(read)
  return rows
}

/** An answer that stands, as the record of the politician who signed it lists it. */
export type GivenAnswer = AnswerStanding & {
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly number: number
  readonly title: string
  readonly kind: ToldKind
  /** Null where a source does not say. */
  readonly at: Temporal.Instant | null
  readonly dueAt: Temporal.Instant | null
  /** Until when it is put off, or by when somebody else answers. */
  readonly on: Temporal.PlainDate | null
  readonly referTo: string
  readonly source: string | null
}

const signed = (read: Read, person: Id<'person'>) => sql`
  from decision.answer_version v
  join decision.answer a on a.jurisdiction_id = v.jurisdiction_id and a.id = v.answer_id
  join decision.item i on i.jurisdiction_id = a.jurisdiction_id and i.recommendation_id = a.recommendation_id
  join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
  join directory.jurisdiction j on j.id = k.jurisdiction_id
  where v.jurisdiction_id = ${read.jurisdiction} and v.person_id = ${person}
    and not exists (
      select from decision.answer_version later
      where later.jurisdiction_id = v.jurisdiction_id and later.answer_id = v.answer_id and later.version > v.version
    )`

/** The newest first. */
export async function answersBy(read: Read, person: Id<'person'>, limit: number): Promise<readonly GivenAnswer[]> {
  return givenBy(read, person, { limit, which: sql`` })
}

const waits = sql`and v.kind in ('park', 'refer') and v.source is null and ${isPutOff}`

/** Of these what she parked, or passed on and nobody has answered yet, however long ago. */
export async function putOffByHer(read: Read, person: Id<'person'>, limit: number): Promise<readonly GivenAnswer[]> {
  return givenBy(read, person, { limit, which: waits })
}

/** Of that what lies in one case, however much elsewhere. */
export function putOffByHerIn(
  read: Read,
  { person, problem }: { readonly person: Id<'person'>; readonly problem: Id<'problem'> },
): Promise<readonly GivenAnswer[]> {
  return givenBy(read, person, { limit: null, which: sql`${waits} and k.problem_id = ${problem}` })
}

async function givenBy(
  read: Read,
  person: Id<'person'>,
  { limit, which }: { readonly limit: number | null; readonly which: RawBuilder<unknown> },
): Promise<readonly GivenAnswer[]> {
  const { rows } = await sql<GivenAnswer>`
    select k.problem_id as problem,
      (select p.slug from problem.problem p where p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id) as slug,
      i.number, ${title}, v.kind, v.at, k.due_at as "dueAt", coalesce(v.park_until, v.refer_by) as on,
      v.refer_to as "referTo", v.source, ${standing}
    ${signed(read, person)} ${which}
    order by v.at desc nulls last, i.number
    limit ${limit}`.execute(read)
  return rows
}

/** All that stands in her name; told cases know no clock, so that they are counted and not timed. */
export type AnswerFigures = {
  readonly accepted: number
  readonly amended: number
  readonly referred: number
  readonly rejected: number
  readonly parked: number
  /** Signed, and not carried by a vote of the body. */
  readonly proposed: number
  readonly inTime: number
  /** In time, late, or past their day without an answer that counts. */
  readonly due: number
  /** From the hand-over to the day of the answer; null while there is none. */
  readonly medianDays: number | null
}

type SignedAnswer = AnswerStanding & { readonly handedOn: Temporal.PlainDate | null }

/** `today`: what is not due on it is not late. */
export async function answerFiguresOf(
  read: Read,
  person: Id<'person'>,
  today: Temporal.PlainDate,
): Promise<AnswerFigures> {
  const { rows } = await sql<SignedAnswer>`
    select v.kind, ${standing}, (k.handed_at at time zone j.time_zone)::date as "handedOn"
    ${signed(read, person)}`.execute(read)
  const parked = rows.filter(({ kind }) => kind === 'park').length
  const carried = (wanted: ToldKind): number => rows.filter((one) => one.isCarried && one.kind === wanted).length
  const inTime = inTimeOf(rows, today)
  return {
    accepted: carried('accept'),
    amended: carried('accept-amended'),
    referred: carried('refer'),
    rejected: carried('reject'),
    parked,
    proposed: rows.filter(({ isCarried: is, kind }) => !is && kind !== 'park').length,
    inTime: inTime.count,
    due: inTime.of,
    medianDays: median(
      rows.flatMap((one) =>
        one.dueOn === null || one.handedOn === null ? [] : (daysToAnswer(one, one.handedOn) ?? []),
      ),
    ),
  }
}
