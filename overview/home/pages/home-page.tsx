import { holds } from '@folkmoot/basics/actor.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { CollectingLine, Problem } from '../../../stages/problem/index.ts'
import {
  ButtonLink,
  ChangeLine,
  Columns,
  Empty,
  Hello,
  List,
  MeetingRow,
  OweList,
  Panel,
  Section,
} from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { MeetingLine } from '../../meeting-line.ts'
import type { OwedInCase } from '../../owed/owed.ts'
import type { CaseLine } from '../case-line.ts'
import type { Change } from '../change-of.ts'
import type { SayHome } from '../messages/words.ts'
import { Cases } from './cases.tsx'

export type HomePageProps = {
  readonly reader: Reader
  readonly say: SayHome
  readonly now: Temporal.Instant
  readonly title: string
  readonly isTold: boolean
  readonly total: number
  readonly cases: readonly CaseLine[]
  readonly openCount: number
  /** Raised, and taken up by nobody yet: the one that has waited longest first. */
  readonly fresh: readonly Problem[]
  /** Of which an answer is overdue, and since when it is. */
  readonly lateBy: ReadonlyMap<Problem['id'], Temporal.Instant>
  /** On the way to the body, the most supported first. */
  readonly collecting: readonly CollectingLine[]
  readonly owed: readonly OwedInCase[]
  /** What was kept or is overdue counts as due. */
  readonly counts: { readonly done: number; readonly due: number; readonly all: number; readonly late: number }
  readonly changes: readonly Change[]
  readonly meetings: readonly MeetingLine[]
}

/** The home of a place: what we work on, what we owe, what changed, raise a problem, meetings. */
export function HomePage(props: HomePageProps) {
  const { reader, say, title, isTold, openCount } = props
  const raise = isTold ? undefined : (
    <ButtonLink variant="secondary" icon="hand" href={reader.to('problem.new')}>
      {say('raise')}
    </ButtonLink>
  )
  return (
    <>
      <Hello title={title} lead={isTold ? say('lead-told') : say('lead', { count: openCount })} action={raise} />
      {isTold ? <Work {...props} /> : <Columns main={<Work {...props} />} aside={<Owe {...props} />} />}
      {isTold ? null : <Changed {...props} />}
      {isTold ? null : <Columns shape="even" main={<Raise {...props} />} aside={<Meetings {...props} />} />}
    </>
  )
}

function Work({ reader, say, isTold, cases, openCount, total }: HomePageProps) {
  // Cases that are only to be read are not what we work on.
  const isWorkedOn = !isTold && (openCount > 0 || cases.length === 0)
  return (
    <Section
      id="work"
      title={say(isWorkedOn ? 'work' : 'work-told')}
      more={total > cases.length ? { href: reader.to('cases'), text: say('all', { count: total }) } : undefined}
    >
      {cases.length === 0 ? (
        <Empty title={say('none')}>{say('none-text')}</Empty>
      ) : (
        <Cases {...{ reader, say, isTold, cases }} />
      )}
    </Section>
  )
}

function Owe({ reader, say, now, owed, counts }: HomePageProps) {
  return (
    <Section id="owe" title={say('owe')}>
      {owed.length === 0 ? <p class="fm-text fm-muted">{say('owe-none')}</p> : null}
      <OweList
        items={owed.map((one) => ({
          title: one.title,
          href: one.href,
          line: [
            one.owner === '' ? '' : say('owner', { name: one.owner }),
            one.question === '' ? '' : say('in-case', { question: one.question }),
          ]
            .filter(Boolean)
            .join(' · '),
          clock: <DueClock due={one.due} now={now} time={reader.time} common={reader.common} />,
        }))}
        sum={
          counts.all === 0 ? undefined : (
            <>
              {say('owe-sum', counts)} <a href={reader.to('owed')}>{say('owe-all')}</a>
            </>
          )
        }
      />
    </Section>
  )
}

function Changed({ say, changes }: HomePageProps) {
  if (changes.length === 0) return null
  return (
    <Section id="changed" title={say('changed')}>
      <List
        items={changes.map((change) => (
          <ChangeLine
            title={change.title}
            hops={[
              ...(change.contributions
                ? [
                    {
                      text: say('changed-contributions', { count: change.contributions.count }),
                      href: change.contributions.href,
                    },
                  ]
                : []),
              {
                text: say('changed-recommendation', { number: change.recommendation.number }),
                href: change.recommendation.href,
              },
              ...change.later.map((node, i) => ({
                text: hopText(node, change.title),
                ...(i < change.later.length - 1 ? { href: node.href } : {}),
              })),
            ]}
          />
        ))}
      />
    </Section>
  )
}

/** What the line is named after need not be said again. */
function hopText({ title, sub }: Change['later'][number], name: string): string {
  return title === name && sub ? sub : [title, sub].filter(Boolean).join(', ')
}

function Raise({ reader, say, fresh, lateBy, collecting }: HomePageProps) {
  return (
    <Panel>
      <h2 id="raise">{say('raise-title')}</h2>
      <p class="fm-text fm-small">{say('raise-text')}</p>
      <div class="fm-act">
        <ButtonLink href={reader.to('problem.new')}>{say('raise-start')}</ButtonLink>
        <span class="fm-mini">{say('raise-effort')}</span>
      </div>
      {fresh.length === 0 ? null : (
        <>
          <p class="fm-mini">{say('fresh')}</p>
          <List
            isTight
            items={fresh.map((problem) => {
              const due = lateBy.get(problem.id)
              return (
                <>
                  <a class="fm-small" href={freshLink(reader, problem)}>
                    {problem.question}
                  </a>
                  {due ? <span class="fm-mini"> {say('fresh-late', { left: reader.time.left(due) })}</span> : null}
                </>
              )
            })}
          />
        </>
      )}
      {collecting.length === 0 ? null : (
        <>
          <p class="fm-mini">{say('collecting')}</p>
          <List
            isTight
            items={collecting.map(({ slug, question, supports, goal }) => (
              <>
                <a class="fm-small" href={`${reader.to('problem.page', { problem: slug })}#supports`}>
                  {question}
                </a>{' '}
                <span class="fm-mini">{say('collecting-count', { count: supports, goal })}</span>
              </>
            ))}
          />
        </>
      )}
      <p>
        <a class="fm-small fm-link" href={reader.to('problem.agenda')}>
          {say('agenda')}
        </a>
      </p>
    </Panel>
  )
}

/** A politician comes to where she can take it up, everybody else to where the case stands. */
function freshLink(reader: Reader, { slug }: Problem): string {
  return holds(reader.actor, 'politician')
    ? `${reader.to('problem.page', { problem: slug })}#ways-in`
    : reader.to('journey', { problem: slug })
}

function Meetings({ reader, say, meetings }: HomePageProps) {
  return (
    <Section id="meetings" title={say('meetings')} more={{ href: reader.to('meeting.all'), text: say('meetings-all') }}>
      {meetings.length === 0 ? (
        <p class="fm-text fm-muted">{say('meetings-none')}</p>
      ) : (
        <List
          items={meetings.map((one) => (
            <MeetingRow {...one} />
          ))}
        />
      )}
    </Section>
  )
}
