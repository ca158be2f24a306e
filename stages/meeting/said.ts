import { sql } from 'kysely'
import { hasWords, saysWords } from '../../platform/db/index.ts'
import { ofCase, type SaidByKind } from '../../platform/thread/index.ts'

/**
 * What a text can come from: meetings that have begun, points of their agenda in which something was minuted or decided, and events
 * whose result was written down. What was said behind closed doors is nobody's source.
 */
export const meetingSaid: SaidByKind<'meeting' | 'item' | 'gathering'> = {
  meeting: ({ jurisdiction }, about) => sql`
    select m.id, null::uuid as within, m.number as at from meeting.meeting m
    where m.jurisdiction_id = ${jurisdiction} and ${ofCase('m.problem_id', about)} and ${isHeld}
      and ${about.words ? saysWords(sql`m.title || ' ' || coalesce(m.place, '')`, about.words.typed) : sql`true`}`,
  item: ({ jurisdiction }, about) => sql`
    select i.id, m.id as within, m.number * 1000 + i.number as at
    from meeting.meeting m
    join meeting.item i on i.jurisdiction_id = m.jurisdiction_id and i.meeting_id = m.id
    where m.jurisdiction_id = ${jurisdiction} and ${ofCase('m.problem_id', about)} and ${isHeld}
      and (m.is_open is not false or m.source is not null)
      and i.taken_off_at is null and (i.minutes <> '' or i.decision <> '')
      and ${about.words ? hasWords('i', about.words.typed) : sql`true`}`,
  gathering: ({ jurisdiction }, about) => sql`
    select g.id, null::uuid as within, g.number as at from meeting.gathering g
    where g.jurisdiction_id = ${jurisdiction} and ${ofCase('g.problem_id', about)} and g.result_at is not null
      and ${about.words ? hasWords('g', about.words.typed) : sql`true`}`,
}

/** A told meeting was held, whatever its source knows of its hours. */
const isHeld = sql`m.state = 'called' and (m.source is not null or m.starts_at <= now())`
