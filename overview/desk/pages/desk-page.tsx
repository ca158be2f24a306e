import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import type { Problem } from '../../../stages/problem/index.ts'
import {
  Brief,
  ButtonLink,
  Columns,
  Dock,
  Empty,
  FigureRow,
  Head,
  List,
  OweList,
  Panel,
  Section,
  type IconName,
} from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { OwedInCase } from '../../owed/owed.ts'
import type { MeetingLine } from '../../meeting-line.ts'
import { Todos } from '../../todos.tsx'
import type { SayDesk } from '../messages/words.ts'

export type DeskPageProps = {
  readonly reader: Reader
  readonly say: SayDesk
  readonly now: Temporal.Instant
  /** First name. */
  readonly name: string
  readonly record: { readonly onTime: number; readonly late: number; readonly waiting: number }
  /** Recommendations answered in this name. */
  readonly answered: number
  readonly presence: { readonly attended: number; readonly called: number }
  readonly publicPage: string
  readonly waiting: readonly Waiting[]
  readonly fresh: readonly Problem[]
  readonly cases: readonly Problem[]
  readonly owed: readonly OwedInCase[]
  /** What she did lately in two columns, as the stage shows it. */
  readonly hands: Child
  readonly next: {
    readonly meeting: MeetingLine
    readonly brief: readonly { readonly icon: IconName; readonly term: string; readonly text: string }[]
    readonly text: string
  } | null
}

/** A politician's desk: what waits, the next meeting, the promises. Works on a phone between two meetings. */
export function DeskPage(props: DeskPageProps) {
  const { reader, say, now, name, waiting } = props
  const count = waiting.length
  const late = waiting.filter(({ due }) => due !== null && Temporal.Instant.compare(due, now) < 0).length
  return (
    <>
      <Head
        eyebrow={reader.time.weekday(now)}
        title={name === '' ? say('title', { count }) : say('title-name', { count, name })}
        lead={count > 0 ? say('late', { count: late }) : undefined}
      />
      <Columns
        main={
          <>
            <Waits {...props} />
            <Fresh {...props} />
          </>
        }
        aside={
          <>
            <Next {...props} />
            <Promises {...props} />
            <Cases {...props} />
            {props.hands}
            <Mine {...props} />
          </>
        }
      />
      <Dock
        label={say('dock.label')}
        links={[
          { href: '#waits', text: say('dock.waits'), icon: 'clock', count, current: true },
          { href: '#next', text: say('dock.next'), icon: 'calendar' },
          { href: '#promises', text: say('dock.promises'), icon: 'promise' },
          { href: '#record', text: say('dock.record'), icon: 'document' },
        ]}
      />
    </>
  )
}

function Waits({ reader, say, now, waiting }: DeskPageProps) {
  return (
    <Section id="waits" title={say('waits')} isTitleHidden>
      {waiting.length === 0 ? (
        <Empty title={say('none')}>{say('none-text')}</Empty>
      ) : (
        <Todos reader={reader} now={now} waiting={waiting} noDate={say('no-date')} />
      )}
    </Section>
  )
}

function Fresh({ reader, say, fresh }: DeskPageProps) {
  if (fresh.length === 0) return null
  return (
    <Section id="fresh" title={say('new')} size="mid" more={{ href: reader.to('problem.agenda'), text: say('agenda') }}>
      <List
        items={fresh.map((problem) => (
          <>
            <a href={`${reader.to('problem.page', { problem: problem.slug })}#ways-in`}>{problem.question}</a>
            <p class="fm-mini">{say('new-take', { day: reader.time.day(problem.raisedAt) })}</p>
          </>
        ))}
      />
    </Section>
  )
}

function Next({ say, next }: DeskPageProps) {
  if (!next)
    return (
      <Section id="next" title={say('next')} size="aside">
        <p class="fm-small fm-muted">{say('next-none')}</p>
      </Section>
    )
  const { meeting, brief, text } = next
  return (
    <Panel>
      <p class="fm-eyebrow">
        {say('next')} · {say('brief')}
      </p>
      <h2 id="next" class="fm-h-mid">
        <a href={meeting.href}>{meeting.title}</a>
      </h2>
      <p class="fm-mini">{meeting.line}</p>
      <Brief points={brief} />
      <div class="fm-act">
        <ButtonLink size="sm" variant="secondary" href={text}>
          {say('brief.open')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

function Promises({ reader, say, now, owed }: DeskPageProps) {
  return (
    <Section id="promises" title={say('promises')} size="aside">
      {owed.length === 0 ? <p class="fm-small fm-muted">{say('promises-none')}</p> : null}
      <OweList
        items={owed.map((one) => ({
          title: one.title,
          href: one.href,
          line: say('in-case', { question: one.question }),
          clock: (
            <DueClock due={one.due} isDone={one.isDone} now={now} time={reader.time} common={reader.common} size="s" />
          ),
        }))}
      />
    </Section>
  )
}

function Cases({ reader, say, cases }: DeskPageProps) {
  return (
    <Section id="cases" title={say('cases')} size="aside">
      {cases.length === 0 ? <p class="fm-small fm-muted">{say('cases-none')}</p> : null}
      <List
        isTight
        items={cases.map((problem) => (
          <a href={reader.to('journey', { problem: problem.slug })}>{problem.question}</a>
        ))}
      />
    </Section>
  )
}

function Mine({ say, answered, record, presence, publicPage }: DeskPageProps) {
  return (
    <Section id="record" title={say('record')} size="aside" more={{ href: publicPage, text: say('record-others') }}>
      <FigureRow
        figures={[
          { number: String(answered), label: say('answered') },
          { number: String(record.onTime), label: say('on-time') },
          { number: String(record.late), label: say('late-answers') },
          { number: String(record.waiting), label: say('waiting') },
          { number: String(presence.attended), label: say('meetings', { called: presence.called }) },
        ]}
      />
    </Section>
  )
}
