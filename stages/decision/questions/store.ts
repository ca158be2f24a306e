import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'
import type { Round } from './rules.ts'

export type MeetingQuestion = {
  readonly id: Id<'meeting-question'>
  readonly package: Id<'package'>
  readonly number: number
  readonly round: Round
  /** The recommendation it is about, and its number; null: all of them. */
  readonly recommendation: Id<'recommendation'> | null
  readonly about: number | null
  readonly text: string
  readonly language: string
  readonly askedBy: Id<'account'>
  readonly askedAt: Temporal.Instant
  readonly reply: string | null
  readonly person: Id<'person'> | null
  readonly repliedAt: Temporal.Instant | null
}

const columns = sql<MeetingQuestion>`
  q.id, q.package_id as package, q.number, q.round, q.recommendation_id as recommendation, i.number as about, q.text, q.language,
  q.asked_by as "askedBy", q.asked_at as "askedAt", q.reply, q.person_id as person, q.replied_at as "repliedAt"
  from decision.meeting_question q
  left join decision.item i on i.jurisdiction_id = q.jurisdiction_id and i.recommendation_id = q.recommendation_id`

/** Package by package, in the order they were asked. */
export const questionsOf = listsBy(
  (question: MeetingQuestion) => question.package,
  async (read, packs) => {
    const { rows } = await sql<MeetingQuestion>`
      select ${columns} where q.package_id = any(${packs}::uuid[]) order by q.package_id, q.number`.execute(read)
    return rows
  },
)

export type NamedQuestion = MeetingQuestion & { readonly slug: string }

export async function questionsById(
  read: Read,
  ids: readonly Id<'meeting-question'>[],
): Promise<readonly NamedQuestion[]> {
  const { rows } = await sql<NamedQuestion>`
    select p.slug, x.*
    from (select ${columns} where q.id = any(${ids}::uuid[])) x
    join decision.package k on k.id = x.package
    join problem.problem p on p.jurisdiction_id = k.jurisdiction_id and p.id = k.problem_id`.execute(read)
  return rows
}

export type NewQuestion = Pick<
  MeetingQuestion,
  'package' | 'round' | 'recommendation' | 'text' | 'language' | 'askedBy'
>

export async function putQuestion(tx: Tx, question: NewQuestion): Promise<Pick<MeetingQuestion, 'id' | 'number'>> {
  const id = newId('meeting-question')
  const number = (await questionsOf(tx, question.package)).length + 1
  await tx
    .insertInto('decision.meeting_question')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      package_id: question.package,
      number,
      round: question.round,
      recommendation_id: question.recommendation,
      text: question.text,
      language: question.language,
      asked_by: question.askedBy,
      asked_at: tx.now,
    })
    .execute()
  return { id, number }
}

export type NewReply = {
  readonly reply: string
  readonly by: Id<'account'>
  readonly person: Id<'person'>
  readonly at: Temporal.Instant
}

export async function putReply(
  tx: Tx,
  question: Id<'meeting-question'>,
  { reply, by, person, at }: NewReply,
): Promise<void> {
  await tx
    .updateTable('decision.meeting_question')
    .set({ reply, replied_by: by, person_id: person, replied_at: at })
    .where('id', '=', question)
    .execute()
}
