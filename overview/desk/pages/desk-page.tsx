import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import type { MissingLine } from '../../../stages/arena/index.ts'
import type { NamedProblem, Problem } from '../../../stages/problem/index.ts'
import {
  Brief,
  ButtonLink,
  Clock,
  Columns,
  Dock,
  Empty,
  FigureRow,
  Head,
  List,
  OweList,
  Panel,
  Section,
  Spoken,
  type IconName,
} from '../../../ui/index.ts'
import { delegateWords } from '../../delegates/messages/words.ts'
import { DueClock } from '../../due-clock.tsx'
import type { MeetingLine } from '../../meeting-line.ts'
import type { SayPeople } from '../../people/messages/words.ts'
import { PromiseList } from '../../people/pages/promise-list.tsx'
import type { PromiseLine } from '../../people/promises.ts'
import { Todos } from '../../todos.tsx'
import type { Inheritance } from '../inherited.ts'
import { workloadWords } from '../../workload/messages/words.ts'
import type { SayDesk } from '../messages/words.ts'

export type DeskCase = NamedProblem & {
  readonly missing: MissingLine | null
  /** Statements were voted on there: what people think is beside the text. */
  readonly isVotedOn: boolean
}

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
  /** Each figure with its rows. */
  readonly recordPage: string
  /** The most pressing of it, or all where that is asked for. */
  readonly waiting: readonly Waiting[]
  /** How much waits, and how much of it is late. */
  readonly count: number
  readonly late: number
  readonly fresh: readonly Problem[]
  /** The newest ones she leads, and how many she leads in all. */
  readonly cases: readonly DeskCase[]
  readonly allCases: number
  readonly promises: readonly PromiseLine[]
  readonly sayPeople: SayPeople
  readonly inherited: Inheritance
  /** What she did lately in two columns, as the stage shows it. */
  readonly hands: Child
  readonly next: {
    readonly meeting: MeetingLine
    readonly brief: readonly { readonly icon: IconName; readonly term: string; readonly text: string }[]
    readonly page: string
  } | null
}

/** A politician's desk: what waits, the next meeting, the promises. Works on a phone between two meetings. */
export function DeskPage(props: DeskPageProps) {
  const { reader, say, now, name, count, late } = props
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
            <Bodies {...props} />
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

function Waits({ reader, say, now, waiting, count }: DeskPageProps) {
  return (
    <Section id="waits" title={say('waits')} isTitleHidden>
      {waiting.length === 0 ? (
        <Empty title={say('none')}>{say('none-text')}</Empty>
      ) : (
        <Todos reader={reader} now={now} waiting={waiting} noDate={say('no-date')} />
      )}
      {waiting.length < count ? (
        <p>
          <a class="fm-link" href={`${reader.to('desk')}?all=yes`}>
            {say('all', { count })}
          </a>
        </p>
      ) : null}
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
  const { meeting, brief, page } = next
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
        <ButtonLink size="sm" variant="secondary" href={page}>
          {say('brief.page')}
        </ButtonLink>
      </div>
    </Panel>
  )
}

function Promises({ reader, say, sayPeople, now, promises, recordPage }: DeskPageProps) {
  return (
    <Section id="promises" title={say('promises')} size="aside">
      {promises.length === 0 ? <p class="fm-small fm-muted">{say('promises-none')}</p> : null}
      <PromiseList reader={reader} say={sayPeople} now={now} promises={promises} size="s" />
      {promises.length === 0 ? null : (
        <p>
          <a href={`${recordPage}#promises`}>{sayPeople('rows.promises')}</a>
        </p>
      )}
    </Section>
  )
}

/** What those who sat before promised, and the way to everything her bodies owe. */
function Bodies({ reader, say, now, inherited }: DeskPageProps) {
  const { bodies, first, count } = inherited
  if (bodies.length === 0) return null
  return (
    <>
      {first.length === 0 ? null : (
        <Section id="inherited" title={say('inherited')} lead={say('inherited-lead')} size="aside">
          <OweList
            items={first.map(({ due, title, href, promisedBy }) => ({
              title,
              href,
              line: say('inherited-line', { name: promisedBy }),
              clock:
                due === null ? (
                  <Clock state="ok" words={say('no-date')} size="s" />
                ) : (
                  <DueClock due={due} now={now} time={reader.time} common={reader.common} size="s" />
                ),
            }))}
          />
          {first.length < count ? (
            <p class="fm-small">
              <a href="#bodies">{say('inherited-more', { more: count - first.length })}</a>
            </p>
          ) : null}
        </Section>
      )}
      <Section id="bodies" title={say('bodies')} size="aside">
        <List
          isTight
          items={bodies.map(({ name, slug }) => (
            <a href={reader.to('body', { body: slug })}>{say('bodies-link', { body: name })}</a>
          ))}
        />
      </Section>
    </>
  )
}

function Cases({ reader, say, cases, allCases, publicPage }: DeskPageProps) {
  return (
    <Section id="cases" title={say('cases')} size="aside">
      {cases.length === 0 ? <p class="fm-small fm-muted">{say('cases-none')}</p> : null}
      <List
        isTight
        items={cases.map((problem) => (
          <>
            <a href={reader.to('journey', { problem: problem.slug })}>{problem.question}</a>
            <Missing say={say} missing={problem.missing} question={problem.question} />
            {problem.isVotedOn ? (
              <p class="fm-mini">
                <a href={reader.to('journey.take-up', { problem: problem.slug })}>
                  {say('cases-take-up')}
                  <Spoken>: {problem.question}</Spoken>
                </a>
              </p>
            ) : null}
          </>
        ))}
      />
      {cases.length < allCases ? (
        <p class="fm-small">
          <a href={`${publicPage}#cases`}>{say('cases-all', { count: allCases })}</a>
        </p>
      ) : null}
      <p class="fm-small">
        <a href={reader.to('workload')}>{workloadWords.say(reader.lang)('link')}</a>
      </p>
    </Section>
  )
}

/** Who is missing at the table of a case, and the way to the whole. */
function Missing({
  say,
  missing,
  question,
}: Pick<DeskPageProps, 'say'> & { readonly missing: MissingLine | null; readonly question: string }) {
  if (missing === null) return null
  return (
    <p class="fm-mini">
      {missing.sentence}{' '}
      <a href={missing.href}>
        {say('missing')}
        <Spoken>: {question}</Spoken>
      </a>
    </p>
  )
}

function Mine({ reader, say, answered, record, presence, publicPage }: DeskPageProps) {
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
      <p class="fm-small">
        <a href={reader.to('delegates')}>{delegateWords.say(reader.lang)('title')}</a>
      </p>
    </Section>
  )
}
