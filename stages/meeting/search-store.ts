import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { bestOf, type Read, type Sought } from '../../platform/db/index.ts'
import { saidAnywhere } from '../../platform/thread/index.ts'
import { meetingSaid } from './said.ts'

type Hit<N extends Noun> = {
  readonly id: Id<N>
  readonly problem: Id<'problem'>
  readonly number: number
  readonly title: string
  readonly piece: string
}

/** Meetings in whose title, place or agenda these words stand; what was said or decided under a point is found there. */
export function searchMeetings(read: Read, words: Sought, limit: number): Promise<readonly Hit<'meeting'>[]> {
  return bestOf(
    read,
    sql`
      select m.id, m.problem_id as problem, m.number, m.title, concat_ws(' ', m.title, m.place, i.titles) as searched
      from meeting.meeting m
      cross join lateral (
        select string_agg(i.title, ' ' order by i.number) as titles
        from meeting.item i
        where i.jurisdiction_id = m.jurisdiction_id and i.meeting_id = m.id
          and i.taken_off_at is null and i.minutes = '' and i.decision = ''
          and (m.is_open is not false or m.source is not null) and not exists (
          select from moderation.hidden h where h.jurisdiction_id = i.jurisdiction_id and h.about_id = i.id
        )
      ) i`,
    words,
    { limit },
  )
}

/** Points of an agenda in whose title, minutes or decision these words stand. */
export async function searchPoints(
  read: Read,
  words: Sought,
  limit: number,
): Promise<readonly (Hit<'item'> & { readonly meeting: number })[]> {
  return bestOf(
    read,
    sql`
      select i.id, m.problem_id as problem, i.number, m.number as meeting, i.title,
        concat_ws(' ', i.title, i.decision, i.minutes) as searched
      from meeting.item i
      join meeting.meeting m on m.jurisdiction_id = i.jurisdiction_id and m.id = i.meeting_id
      where i.id in (${await saidAnywhere(read, meetingSaid.item, words)})`,
    words,
    { limit },
  )
}

/** Open events with a result, where these words stand in it or in what they were about. */
export async function searchEvents(read: Read, words: Sought, limit: number): Promise<readonly Hit<'gathering'>[]> {
  return bestOf(
    read,
    sql`
      select g.id, g.problem_id as problem, g.number, g.title, concat_ws(' ', g.title, g.result, g.about, g.place) as searched
      from meeting.gathering g
      where g.id in (${await saidAnywhere(read, meetingSaid.gathering, words)})`,
    words,
    { limit },
  )
}
