import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'

export type MeetingHit = {
  readonly id: Id<'meeting'>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Meetings in whose title, place, agenda or minutes these words stand. A hidden item is not looked at. */
export function searchMeetings(read: Read, words: Sought, limit: number): Promise<readonly MeetingHit[]> {
  return bestOf<Omit<MeetingHit, 'piece'>>(
    read,
    sql`
      select m.id, m.problem_id as problem, m.number, m.title, concat_ws(' ', m.title, m.place, i.texts) as searched
      from meeting.meeting m
      cross join lateral (
        select string_agg(concat_ws(' ', i.title, i.minutes, i.decision), ' ' order by i.number) as texts
        from meeting.item i
        where i.jurisdiction_id = m.jurisdiction_id and i.meeting_id = m.id
          and (m.is_open is not false or m.source is not null) and not exists (
          select from moderation.hidden h where h.jurisdiction_id = i.jurisdiction_id and h.about_id = i.id
        )
      ) i`,
    words,
    { limit },
  )
}
