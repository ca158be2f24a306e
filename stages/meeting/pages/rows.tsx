import type { Reader } from '../../../platform/http/index.ts'
import { List, MeetingRow, Said, saidHere, Sentence, StateTag } from '../../../ui/index.ts'
import type { SayMeeting } from '../messages/words.ts'
import type { Meeting } from '../store.ts'
import { headingOf, whenLine, whereLine } from './lines.ts'

export type RowOf = {
  readonly meeting: Meeting
  readonly href: string
  /** Of the case: its group writes in it. */
  readonly language: string
  /** The case, where the list spans several. */
  readonly problem?: string | undefined
}

export type MeetingRowsProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  readonly rows: readonly RowOf[]
}

/** Meetings as leaves of a calendar. */
export function MeetingRows({ rows, ...props }: MeetingRowsProps) {
  return (
    <List
      items={rows.map((row) => (
        <OneRow {...props} row={row} />
      ))}
    />
  )
}

function OneRow({
  reader,
  say,
  now,
  row: { meeting, href, language, problem },
}: Omit<MeetingRowsProps, 'rows'> & { readonly row: RowOf }) {
  const line = [
    problem,
    meeting.isVisit ? say('page.title', headingOf(meeting)) : '',
    whenLine({ reader, say, meeting }),
    whereLine({ reader, say, meeting }),
  ]
    .filter(Boolean)
    .join(' · ')
  const title = (
    <Sentence text={say('row.title', { ...headingOf(meeting), title: saidHere })}>
      <Said lang={language}>{meeting.title}</Said>
    </Sentence>
  )
  const tag = <MeetingTag {...{ reader, say, meeting, now }} />
  if (!meeting.day) {
    return (
      <div class="fm-stack fm-stack--2">
        <a href={href}>{title}</a>
        <p class="fm-mini">{line}</p>
        {tag}
      </div>
    )
  }
  return (
    <MeetingRow
      day={String(meeting.day.day)}
      month={monthOf(reader, meeting.day)}
      iso={meeting.day.toString()}
      {...{ title, href, line, tag }}
    />
  )
}

/** "26 Nov" → "Nov" */
export function monthOf(reader: Reader, day: Temporal.PlainDate): string {
  return reader.time
    .shortDay(day)
    .replace(/\d+[.日]?/u, '')
    .trim()
}

export type MeetingTagProps = Pick<MeetingRowsProps, 'reader' | 'say' | 'now'> & { readonly meeting: Meeting }

/** Cancelled, in how many days, running now, or held. */
export function MeetingTag({ reader, say, now, meeting }: MeetingTagProps) {
  if (meeting.state === 'cancelled')
    return (
      <StateTag icon="disagree" color="warning">
        {say('state.cancelled')}
      </StateTag>
    )
  if (!meeting.startsAt || !meeting.endsAt) return null
  if (Temporal.Instant.compare(meeting.startsAt, now) > 0)
    return (
      <StateTag icon="clock" color="info">
        {reader.time.left(meeting.startsAt)}
      </StateTag>
    )
  const isOver = Temporal.Instant.compare(meeting.endsAt, now) < 0
  return isOver ? (
    <StateTag icon="agree" color="success">
      {say('state.held')}
    </StateTag>
  ) : (
    <StateTag icon="now" color="brand1">
      {say('state.now')}
    </StateTag>
  )
}
