import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, Note, Said, Section, Table } from '../../../ui/index.ts'
import { added, type Hours } from '../hours.ts'
import type { SayWorkload } from '../messages/words.ts'
import type { CaseTime, NamedHours } from '../time-of.ts'

export type CasePageProps = {
  readonly reader: Reader
  readonly say: SayWorkload
  readonly problem: {
    readonly slug: string
    readonly question: string
    readonly language: string
    readonly source: string | null
  }
  readonly time: CaseTime
}

/** What one group asks of those in it. */
export function CasePage({ reader, say, problem, time }: CasePageProps) {
  return (
    <>
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('case.title')}
        lead={say('case.lead')}
      />
      {time.meetings === 0 || problem.source !== null ? (
        <Empty title={say(problem.source === null ? 'case.none' : 'told')} level={2}>
          <p>{say(problem.source === null ? 'case.none-next' : 'told-next')}</p>
        </Empty>
      ) : (
        <Counted {...{ reader, say, time }} />
      )}
      <p class="fm-small">
        <a href={reader.to('workload')}>{say('to-place')}</a>
      </p>
    </>
  )
}

function Counted({ reader, say, time }: Pick<CasePageProps, 'reader' | 'say' | 'time'>) {
  const number = numberIn(reader.lang)
  const named = [...time.politicians, ...time.facilitators]
  return (
    <>
      {time.mine ? <Mine say={say} mine={time.mine} /> : null}
      <Section id="roles" title={say('who')} isTitleHidden>
        <Table
          caption={say('case.title')}
          isCaptionHidden
          columns={[
            { label: say('who') },
            { label: say('people'), isNumber: true },
            { label: say('planned'), isNumber: true },
            { label: say('done'), isNumber: true },
          ]}
          rows={[
            rowOf(say('politicians'), time.politicians),
            { name: say('citizens'), count: time.citizens.count, hours: time.citizens.hours },
            rowOf(say('facilitators'), time.facilitators),
          ].map(({ name, count, hours }) => ({
            cells: [name, String(count), number(hours.planned), number(hours.done)],
          }))}
        />
        <p class="fm-small">
          {say('tasks', time.tasks)} {say('papers', { count: time.papers })}
        </p>
      </Section>
      {time.unrecorded > 0 ? (
        <Note icon="info">
          <p>{say('unrecorded', { hours: time.unrecorded })}</p>
        </Note>
      ) : null}
      {named.length === 0 ? null : (
        <Section id="by-name" title={say('by-name')} lead={say('by-name-lead')}>
          <Table
            caption={say('by-name')}
            isCaptionHidden
            columns={[
              { label: say('who') },
              { label: say('planned'), isNumber: true },
              { label: say('done'), isNumber: true },
            ]}
            rows={named.map(({ name, href, hours }) => ({
              cells: [href ? <a href={href}>{name}</a> : name, number(hours.planned), number(hours.done)],
            }))}
          />
        </Section>
      )}
    </>
  )
}

function Mine({ say, mine }: { readonly say: SayWorkload; readonly mine: Hours }) {
  return (
    <Section id="mine" title={say('mine.title')} lead={say('mine-lead')}>
      <p>{say('mine', mine)}</p>
    </Section>
  )
}

function rowOf(name: string, people: readonly NamedHours[]) {
  return { name, count: people.length, hours: added(people.map(({ hours }) => hours)) }
}

export function numberIn(lang: string): (hours: number) => string {
  const format = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 })
  return (hours) => format.format(hours)
}
