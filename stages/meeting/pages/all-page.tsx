import { isSignedIn } from '@folkmoot/basics/actor.ts'
import type { Reader } from '../../../platform/http/index.ts'
import {
  Actions,
  ButtonLink,
  Columns,
  Empty,
  Head,
  List,
  MeetingRow,
  Note,
  Pager,
  Section,
  StateTag,
} from '../../../ui/index.ts'
import { encounterWords } from '../encounters/messages/words.ts'
import type { FeedMeeting } from '../exchange/calendar.ts'
import { feedWords } from '../feed/messages/words.ts'
import type { SayMeeting } from '../messages/words.ts'
import { MeetingRows, monthOf, type RowOf } from './rows.tsx'

export type AllPageProps = {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  readonly placeName: string
  /** "December 2026" */
  readonly month: string
  readonly rows: readonly RowOf[]
  readonly undated: readonly RowOf[]
  /** Open events, talks and visits of the month, the first first. */
  readonly others: readonly FeedMeeting[]
  readonly before: { readonly text: string; readonly href: string } | undefined
  readonly after: { readonly text: string; readonly href: string } | undefined
}

/** All meetings of the place, one month a page. */
export function AllPage({ reader, say, now, placeName, month, rows, undated, others, before, after }: AllPageProps) {
  return (
    <>
      <Head title={say('all.title')} lead={say('all.lead', { place: placeName })} />
      <Columns
        main={
          <>
            <Section id="month" title={month}>
              {rows.length > 0 ? (
                <MeetingRows {...{ reader, say, now, rows }} />
              ) : (
                <Empty title={say('all.none')}>
                  <p>{say('all.none-next')}</p>
                </Empty>
              )}
            </Section>
            {others.length > 0 ? (
              <Section id="others" title={say('all.others')} lead={say('all.others-lead')}>
                <List
                  items={others.map((entry) => (
                    <OtherRow {...{ reader, say, entry }} />
                  ))}
                />
              </Section>
            ) : null}
            <Pager label={say('all.months')} before={before} after={after} />
            {undated.length > 0 ? (
              <Section id="undated" title={say('all.undated')} lead={say('all.undated-lead')}>
                <MeetingRows {...{ reader, say, now }} rows={undated} />
              </Section>
            ) : null}
          </>
        }
        aside={
          <>
            <CalendarLink say={say} href={reader.to('meeting.calendar')} lead={say('calendar.all')} />
            <List
              isTight
              items={[
                ...(isSignedIn(reader.actor)
                  ? [<a href={reader.to('meeting.own-calendar')}>{feedWords.say(reader.lang)('to-own')}</a>]
                  : []),
                <a href={reader.to('meeting.encounters')}>{encounterWords.say(reader.lang)('title')}</a>,
              ]}
            />
          </>
        }
      />
    </>
  )
}

function OtherRow({ reader, say, entry }: Pick<AllPageProps, 'reader' | 'say'> & { readonly entry: FeedMeeting }) {
  const { day, startsAt, endsAt, title, place, state } = entry.meeting
  const hours = [startsAt, endsAt].map((at) => (at ? reader.time.hour(at) : '')).join('–')
  return (
    <MeetingRow
      day={String(day?.day ?? '')}
      month={day ? monthOf(reader, day) : ''}
      iso={day?.toString() ?? ''}
      title={title}
      href={new URL(entry.url).pathname}
      line={[hours, place].filter(Boolean).join(' · ')}
      tag={
        state === 'cancelled' ? (
          <StateTag icon="disagree" color="warning">
            {say('state.cancelled')}
          </StateTag>
        ) : null
      }
    />
  )
}

export type CalendarLinkProps = { readonly say: SayMeeting; readonly href: string; readonly lead: string }

/** How to get these meetings into one's own calendar. */
export function CalendarLink({ say, href, lead }: CalendarLinkProps) {
  return (
    <Section id="calendar" title={say('calendar.title')} size="aside">
      <Note icon="calendar">
        <p>{lead}</p>
        <p>{say('calendar.how')}</p>
      </Note>
      <Actions>
        <ButtonLink href={href} variant="secondary" icon="calendar">
          {say('calendar.get')}
        </ButtonLink>
      </Actions>
    </Section>
  )
}
