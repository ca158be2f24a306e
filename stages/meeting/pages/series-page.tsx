import type { Reader } from '../../../platform/http/index.ts'
import { Actions, ButtonLink, Columns, Empty, Head, List, Section, Said } from '../../../ui/index.ts'
import type { SayMeeting } from '../messages/words.ts'
import { tasksWords } from '../tasks/messages/words.ts'
import { TaskRows, type TaskRowsProps } from '../tasks/pages/task-rows.tsx'
import { CalendarLink } from './all-page.tsx'
import { MeetingRows, type RowOf } from './rows.tsx'

export type SeriesPageProps = Pick<TaskRowsProps, 'tasks' | 'hidden' | 'may'> & {
  readonly reader: Reader
  readonly say: SayMeeting
  readonly now: Temporal.Instant
  readonly problem: { readonly slug: string; readonly question: string; readonly language: string }
  readonly rows: readonly RowOf[]
  /** How many the mandate plans; null: it does not say. */
  readonly planned: number | null
  readonly mayCall: boolean
  /** No series stands yet, and she may lay one out. */
  readonly mayLay: boolean
  /** How many wishes for a change wait. */
  readonly wishes: number
  /** The version of the ground rules the group agreed; null: none yet. */
  readonly rulesVersion: number | null
  readonly isTold: boolean
}

/** The meetings of one case, those to come first. */
export function SeriesPage(props: SeriesPageProps) {
  const { reader, say, now, problem, rows, planned, mayCall, mayLay } = props
  const coming = rows
    .filter(({ meeting }) => meeting.endsAt && Temporal.Instant.compare(meeting.endsAt, now) >= 0)
    .toSorted((a, b) => Temporal.Instant.compare(a.meeting.startsAt ?? now, b.meeting.startsAt ?? now))
  const past = rows.filter((row) => !coming.includes(row)).toReversed()
  const held = past.filter(({ meeting }) => meeting.state === 'called' && !meeting.isVisit).length
  const at = { problem: problem.slug }
  const call = mayCall ? (
    <Actions>
      {mayLay ? <ButtonLink href={reader.to('meeting.laying', at)}>{say('series.lay')}</ButtonLink> : null}
      <ButtonLink href={reader.to('meeting.new', at)} variant={mayLay ? 'secondary' : 'primary'}>
        {say('series.call')}
      </ButtonLink>
    </Actions>
  ) : null
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
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
              {call}
              {coming.length > 0 ? (
                <Section id="coming" title={say('series.coming')}>
                  <MeetingRows {...{ reader, say, now }} rows={coming} />
                </Section>
              ) : null}
              {props.tasks.length > 0 ? (
                <Section
                  id="tasks"
                  title={tasksWords.say(reader.lang)('title')}
                  lead={tasksWords.say(reader.lang)('title-lead')}
                >
                  <TaskRows {...props} />
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
          <>
            {props.isTold ? null : <Group {...props} />}
            <CalendarLink say={say} href={reader.to('meeting.series-calendar', at)} lead={say('calendar.series')} />
          </>
        }
      />
    </>
  )
}

/** What the group settles among itself: its rules, and changes of the series. */
function Group({ reader, say, problem, wishes, rulesVersion }: SeriesPageProps) {
  const at = { problem: problem.slug }
  return (
    <Section id="group" title={say('series.group')} size="aside">
      <List
        isTight
        items={[
          <a href={reader.to('meeting.rules', at)}>
            {rulesVersion === null ? say('series.rules-none') : say('series.rules', { version: rulesVersion })}
          </a>,
          <a href={reader.to('meeting.events', at)}>{say('series.events')}</a>,
          <a href={reader.to('meeting.wishes', at)}>{say('series.wishes', { wishes })}</a>,
        ]}
      />
    </Section>
  )
}
