import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Columns, Empty, Head, Section } from '../../../ui/index.ts'
import type { SayMeeting } from '../messages/words.ts'
import { CalendarLink } from './all-page.tsx'
import { MeetingRows, type RowOf } from './rows.tsx'

export type SeriesPageProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  readonly problem: { readonly slug: string; readonly question: string }
  readonly rows: readonly RowOf[]
  /** How many the mandate plans; null: it does not say. */
  readonly planned: number | null
  readonly mayCall: boolean
}

/** The meetings of one case, those to come first. */
export function SeriesPage(props: SeriesPageProps) {
  const { reader, say, now, problem, rows, planned, mayCall } = props
  const coming = rows
    .filter(({ meeting }) => meeting.endsAt && Temporal.Instant.compare(meeting.endsAt, now) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.meeting.startsAt ?? now, b.meeting.startsAt ?? now))
  const past = rows.filter((row) => !coming.includes(row)).toReversed()
  const held = past.filter(({ meeting }) => meeting.state === 'called').length
  const call = mayCall ? (
    <ButtonLink href={reader.to('meeting.new', { problem: problem.slug })}>{say('series.call')}</ButtonLink>
  ) : null
  return (
    <>
      <Head
        eyebrow={problem.question}
        title={say('series.title')}
        lead={planned === null ? undefined : say('series.planned', { planned, held })}
      />
      <Columns
        main={
          rows.length === 0 ? (
            <Empty title={say('series.none')} level={2} action={call}>
              <p>{say('series.none-next')}</p>
            </Empty>
          ) : (
            <>
              {call ? <p>{call}</p> : null}
              {coming.length > 0 ? (
                <Section id="coming" title={say('series.coming')}>
                  <MeetingRows {...{ reader, say, now }} rows={coming} />
                </Section>
              ) : null}
              {past.length > 0 ? (
                <Section id="past" title={say('series.past')}>
                  <MeetingRows {...{ reader, say, now }} rows={past} />
                </Section>
              ) : null}
            </>
          )
        }
        aside={
          <CalendarLink
            say={say}
            href={reader.to('meeting.series-calendar', { problem: problem.slug })}
            lead={say('calendar.series')}
          />
        }
      />
    </>
  )
}
