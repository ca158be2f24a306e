import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import { hiddenWords } from '../../../platform/moderation/index.ts'
import type { WaitingAsked } from '../../../platform/thread/index.ts'
import type { Cover, ToldKind } from './counting-rules.ts'
import type { AnswerWords } from './rules.ts'

export type NewItem = {
  readonly recommendation: Id<'recommendation'>
  readonly number: number
  readonly title: string
  readonly text: string
}

export async function putItem(tx: Tx, pack: Id<'package'>, item: NewItem): Promise<void> {
  await tx
    .insertInto('decision.item')
    .values({
      jurisdiction_id: tx.jurisdiction,
      package_id: pack,
      recommendation_id: item.recommendation,
      number: item.number,
      title: item.title,
      text: item.text,
    })
    .execute()
}

/** A recommendation as it was handed over, with the answer that counts now. */
export type Item = NewItem & { readonly package: Id<'package'>; readonly answer: Answer | null }

export type Answer = {
  readonly id: Id<'answer'>
  readonly version: number
  readonly kind: ToldKind
  readonly reason: string
  readonly amendedText: string
  readonly referTo: string
  readonly referBy: Temporal.PlainDate | null
  readonly parkUntil: Temporal.PlainDate | null
  readonly person: Id<'person'> | null
  readonly account: Id<'account'> | null
  /** The instant; of a told case the day, or null when unknown. */
  readonly answeredAt: Temporal.Instant | Temporal.PlainDate | null
  /** What followed, in the words of the source; of told cases only. */
  readonly followed: string
  readonly source: string | null
  /** What the body has said to this very version. */
  readonly cover: Cover
}

type AnswerRow = Omit<Answer, 'answeredAt'> & {
  readonly at: Temporal.Instant | null
  readonly onDay: Temporal.PlainDate | null
}

const answerColumns = sql`
  c.answer_id as id, c.version, c.kind, c.reason, c.amended_text as "amendedText", c.refer_to as "referTo", c.refer_by as "referBy",
  c.park_until as "parkUntil", c.person_id as person, c.account_id as account, c.at, c.on_day as "onDay", c.followed, c.source,
  coalesce(
    (select case when w.is_carried then 'carried' else 'lost' end
      from decision.answer_vote w
      where w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version = c.version),
    case when exists (
      select from decision.answer_vote w
      where w.jurisdiction_id = c.jurisdiction_id and w.answer_id = c.answer_id and w.version < c.version
    ) then 'changed' else 'none' end) as cover`

function answerFrom({ at, onDay, ...row }: AnswerRow): Answer {
  return { ...row, answeredAt: at ?? onDay }
}

/** A word of an item as anybody may read it: the package stays as it was handed over, and what a moderator hid is not shown. */
function unlessHidden(column: 'title' | 'text') {
  return sql<string>`case when exists (
      select from moderation.hidden h where h.jurisdiction_id = i.jurisdiction_id and h.about_id = i.recommendation_id
    ) then ${hiddenWords} else ${sql.ref(`i.${column}`)} end as ${sql.ref(column)}`
}

/** All items of these packages, by number. */
const itemsIn = listsBy(
  (item: Item) => item.package,
  async (read, packs) => {
    const { rows } = await sql<AnswerRow & NewItem & { readonly package: Id<'package'> }>`
    select i.package_id as package, i.recommendation_id as recommendation, i.number,
      ${unlessHidden('title')}, ${unlessHidden('text')}, ${answerColumns}
    from decision.item i
    left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
    where i.package_id = any(${packs}::uuid[])
    order by i.package_id, i.number`.execute(read)
    return rows.map(({ package: pack, recommendation, number, title, text, ...row }) => ({
      package: pack,
      recommendation,
      number,
      title,
      text,
      answer: row.id === null ? null : answerFrom(row),
    }))
  },
)

/** Package by package, each in the order of its numbers. */
export async function itemsOf(read: Read, packs: readonly Id<'package'>[]): Promise<readonly Item[]> {
  return (await Promise.all(packs.map((pack) => itemsIn(read, pack)))).flat()
}

/** A recommendation whose answer a body owes. */
export type OpenItem = Pick<NewItem, 'number' | 'title'> & {
  readonly slug: string
  readonly dueAt: Temporal.Instant | null
}

export type OpenItems = { readonly first: readonly OpenItem[]; readonly count: number; readonly late: number }

/** What these bodies have not answered, with days for their meetings, the first due first; and how much that is in all. */
export async function openItems(
  read: Read,
  {
    bodies,
    now,
    most,
    problem,
  }: WaitingAsked & { readonly bodies: readonly Id<'body'>[]; readonly now: Temporal.Instant },
): Promise<OpenItems> {
  if (bodies.length === 0) return { first: [], count: 0, late: 0 }
  const { rows } = await sql<OpenItem & { readonly count: number; readonly late: number }>`
    select i.number, ${unlessHidden('title')}, p.slug, i.due_at as "dueAt", i.count, i.late
    from (
      select i.*, k.problem_id, k.due_at, count(*) over () as count, count(*) filter (where k.due_at < ${now}) over () as late
      from decision.package k
      join decision.item i on i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id
      left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
      where k.closed_at is null and k.source is null and k.return_on is not null and k.body_id = any(${bodies}::uuid[])
        and (c.kind is null or c.kind in ('park', 'unknown'))
        ${problem === undefined ? sql`` : sql`and k.problem_id = ${problem}`}
      order by k.due_at, k.id, i.number
      limit ${most}
    ) i
    join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id
    order by i.due_at, i.package_id, i.number`.execute(read)
  return { first: rows, count: rows[0]?.count ?? 0, late: rows[0]?.late ?? 0 }
}

/** Of these packages, those of which nothing waits for its answer. */
export async function answeredWhole(read: Read, packs: readonly Id<'package'>[]): Promise<ReadonlySet<Id<'package'>>> {
  if (packs.length === 0) return new Set()
  const { rows } = await sql<{ readonly id: Id<'package'> }>`
    select k.id
    from decision.package k
    where k.id = any(${packs}::uuid[]) and not exists (
      select from decision.item i
      left join decision.current_answer c on c.jurisdiction_id = i.jurisdiction_id and c.recommendation_id = i.recommendation_id
      where i.jurisdiction_id = k.jurisdiction_id and i.package_id = k.id and (c.kind is null or c.kind in ('park', 'unknown'))
    )`.execute(read)
  return new Set(rows.map(({ id }) => id))
}

/** How many recommendations have their answer in this name today; what is parked still waits. */
export async function answeredBy(read: Read, person: Id<'person'>): Promise<number> {
  const { rows } = await sql<{ readonly count: number }>`
    select count(*)::int as count
    from decision.answer_version v
    where v.jurisdiction_id = ${read.jurisdiction} and v.person_id = ${person} and v.kind not in ('park', 'unknown')
      and not exists (
        select from decision.answer_version later
        -- Few answers have a second version, and those have an index of their own.
        where later.jurisdiction_id = v.jurisdiction_id and later.answer_id = v.answer_id and later.version > v.version
          and later.version > 1
      )`.execute(read)
  return rows[0]?.count ?? 0
}

/** Every version of one answer, the newest first. */
export async function versionsOf(read: Read, answer: Id<'answer'>): Promise<readonly Answer[]> {
  const { rows } = await sql<AnswerRow>`
    select ${answerColumns} from decision.answer_version c where c.answer_id = ${answer} order by c.version desc`.execute(
    read,
  )
  return rows.map(answerFrom)
}

export type AnswersById = Pick<Answer, 'id' | 'kind' | 'cover' | 'source'> & {
  readonly slug: string
  readonly number: number
  readonly title: string
}

export async function answersById(read: Read, ids: readonly Id<'answer'>[]): Promise<readonly AnswersById[]> {
  const { rows } = await sql<AnswersById>`
    select p.slug, i.number, ${unlessHidden('title')}, ${answerColumns}
    from decision.current_answer c
    join decision.item i on i.jurisdiction_id = c.jurisdiction_id and i.recommendation_id = c.recommendation_id
    join decision.package k on k.jurisdiction_id = i.jurisdiction_id and k.id = i.package_id
    join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id
    where c.answer_id = any(${ids}::uuid[])`.execute(read)
  return rows
}

export type AnswerSignature = {
  readonly person: Id<'person'> | null
  readonly account: Id<'account'> | null
  readonly at: Temporal.Instant | null
  readonly onDay: Temporal.PlainDate | null
  readonly followed: string
  readonly source: string | null
}

export type NewAnswer = Omit<AnswerWords, 'kind'> & AnswerSignature & { readonly kind: ToldKind }

/** The first version makes the answer; later ones stand before it. */
export async function putAnswer(
  tx: Tx,
  item: Item,
  answer: NewAnswer,
): Promise<{ readonly id: Id<'answer'>; readonly version: number }> {
  const id = item.answer?.id ?? newId('answer')
  const version = (item.answer?.version ?? 0) + 1
  const key = { jurisdiction_id: tx.jurisdiction }
  if (!item.answer) {
    await tx
      .insertInto('decision.answer')
      .values({ ...key, id, package_id: item.package, recommendation_id: item.recommendation })
      .execute()
  }
  await tx
    .insertInto('decision.answer_version')
    .values({
      ...key,
      answer_id: id,
      version,
      kind: answer.kind,
      reason: answer.reason,
      amended_text: answer.amendedText,
      refer_to: answer.referTo,
      refer_by: answer.referBy,
      park_until: answer.parkUntil,
      person_id: answer.person,
      account_id: answer.account,
      at: answer.at,
      on_day: answer.onDay,
      followed: answer.followed,
      source: answer.source,
    })
    .execute()
  return { id, version }
}
