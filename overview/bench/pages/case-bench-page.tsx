import type { Politician } from '../../../platform/directory/index.ts'
import type { Reader } from '../../../platform/http/index.ts'
import type { MissingLine } from '../../../stages/arena/index.ts'
import type { Owed } from '../../../platform/thread/index.ts'
import {
  Columns,
  Head,
  List,
  Note,
  OweList,
  People,
  ProgressBar,
  Section,
  StaffLabel,
  StateTag,
  TaskList,
  type IconName,
  type TagColor,
} from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { SayBench } from '../messages/words.ts'
import type { Phase, Task, TaskName, TaskState } from '../tasks.ts'

export type CaseBenchPageProps = {
  readonly reader: Reader
  readonly say: SayBench
  readonly now: Temporal.Instant
  readonly question: string
  readonly journey: string
  /** Who is missing at the table, in a sentence. */
  readonly missing: MissingLine | null
  readonly missingPage: string
  readonly phases: readonly Phase[]
  readonly counts: { readonly done: number; readonly all: number }
  readonly next: Task | undefined
  readonly applicantsWaiting: number | null
  readonly hrefOf: (task: TaskName) => string
  readonly owed: readonly Owed[]
  readonly leaders: readonly Politician[]
  readonly isModerator: boolean
}

const looks: Readonly<Record<TaskState, { readonly icon: IconName; readonly color: TagColor }>> = {
  done: { icon: 'agree', color: 'success' },
  now: { icon: 'now', color: 'brand1' },
  open: { icon: 'empty', color: 'info' },
  locked: { icon: 'locked', color: 'neutral' },
}

/** One case as a task list in five phases: what is next, and what only a politician may do. */
export function CaseBenchPage(props: CaseBenchPageProps) {
  const { say, question, phases, counts, next } = props
  const tasks = phases.flatMap((phase) => phase.tasks)
  const lead = [say('case-lead', counts), next ? say('case-next', { task: say(`task.${next.name}`) }) : '']
    .filter(Boolean)
    .join(' ')
  return (
    <>
      <Head
        eyebrow={<StaffLabel>{say('staff')}</StaffLabel>}
        title={say('case-title', { question })}
        size="s"
        lead={lead}
      >
        <ProgressBar
          label={say('bar', counts)}
          parts={tasks.map(({ state }) => (state === 'done' ? 'done' : state === 'now' ? 'doing' : 'waiting'))}
        />
      </Head>
      <Columns
        main={phases.map((phase, i) => (
          <PhaseTasks {...props} phase={phase} number={i + 1} />
        ))}
        aside={<Beside {...props} />}
      />
    </>
  )
}

function PhaseTasks({
  say,
  hrefOf,
  applicantsWaiting,
  phase,
  number,
}: CaseBenchPageProps & { readonly phase: Phase; readonly number: number }) {
  const done = phase.tasks.filter((task) => task.state === 'done').length
  return (
    <TaskList
      id={`phase-${phase.name}`}
      number={number}
      title={say(`phase.${phase.name}`)}
      sum={say('sum', { done, all: phase.tasks.length })}
      tasks={phase.tasks.map((task) => ({
        name: say(`task.${task.name}`),
        href: task.state === 'locked' ? undefined : hrefOf(task.name),
        line:
          task.name === 'applicants' && task.state !== 'locked'
            ? say('applied', { waiting: applicantsWaiting ?? 0 })
            : task.isPolitical && task.state !== 'done'
              ? say('political')
              : undefined,
        tag: <StateTag {...looks[task.state]}>{say(`state.${task.state}`)}</StateTag>,
      }))}
    />
  )
}

function Beside({ reader, say, now, owed, leaders, journey, missing, missingPage, isModerator }: CaseBenchPageProps) {
  return (
    <>
      <Section id="due" title={say('due')} size="aside">
        {owed.length === 0 ? <p class="fm-small fm-muted">{say('due-none')}</p> : null}
        <OweList
          items={owed.map((one) => ({
            title: one.title,
            href: one.href,
            clock: <DueClock due={one.due} now={now} time={reader.time} common={reader.common} size="s" />,
          }))}
        />
      </Section>
      <Section id="who" title={say('who')} size="aside">
        {leaders.length === 0 ? (
          <p class="fm-small fm-muted">{say('who-none')}</p>
        ) : (
          <People
            isColumn
            people={leaders.map((one) => ({
              name: one.name,
              role: 'politician' as const,
              line: [one.role, one.party].filter(Boolean).join(' · '),
              href: reader.to('person', { person: one.slug }),
            }))}
          />
        )}
      </Section>
      <Section id="tools" title={say('tools')} size="aside">
        <List
          items={[
            <a href={journey}>{say('journey')}</a>,
            <>
              <a href={missingPage}>{say('missing')}</a>
              {missing ? <p class="fm-mini">{missing.sentence}</p> : null}
            </>,
            ...(isModerator ? [<a href={reader.to('moderation')}>{say('moderation')}</a>] : []),
          ]}
        />
        <Note>
          <p>{say('note')}</p>
        </Note>
      </Section>
    </>
  )
}
