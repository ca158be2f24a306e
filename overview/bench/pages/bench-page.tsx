import type { Reader } from '../../../platform/http/index.ts'
import type { Waiting } from '../../../platform/thread/index.ts'
import { Columns, Empty, Head, List, Note, Section, Spoken, StaffLabel, Table } from '../../../ui/index.ts'
import type { MissingLine } from '../../../stages/arena/index.ts'
import { journeyWords } from '../../journey/messages/words.ts'
import type { StepName } from '../../journey/seven.ts'
import { Todos } from '../../todos.tsx'
import type { SayBench } from '../messages/words.ts'

export type CaseRow = {
  readonly question: string
  readonly href: string
  readonly step: number
  readonly stepName: StepName | null
  readonly done: number
  readonly all: number
  readonly missing: MissingLine | null
}

export type BenchPageProps = {
  readonly reader: Reader
  readonly say: SayBench
  readonly now: Temporal.Instant
  /** The most pressing of it, and how much it is in all. */
  readonly waiting: readonly Waiting[]
  readonly count: number
  readonly cases: readonly CaseRow[]
  /** Reports that wait; null for those who do not moderate. */
  readonly reports: number | null
  readonly isAdministrator: boolean
}

/** What staff prepare, over all cases. */
export function BenchPage(props: BenchPageProps) {
  const { reader, say, now, waiting, count } = props
  return (
    <>
      <Head eyebrow={<StaffLabel>{say('staff')}</StaffLabel>} title={say('title')} lead={say('lead')} />
      <Columns
        main={
          <>
            <Section id="waits" title={say('waits')}>
              {waiting.length === 0 ? (
                <Empty title={say('waits-none')}>{say('waits-none-text')}</Empty>
              ) : (
                <Todos reader={reader} now={now} waiting={waiting} noDate={say('no-date')} />
              )}
              {waiting.length < count ? (
                <p>
                  <a class="fm-link" href={`${reader.to('bench')}?all=yes`}>
                    {say('all', { count })}
                  </a>
                </p>
              ) : null}
            </Section>
            <CaseTable {...props} />
          </>
        }
        aside={<Tools {...props} />}
      />
    </>
  )
}

function CaseTable({ reader, say, cases }: BenchPageProps) {
  const journey = journeyWords.say(reader.lang)
  return (
    <Section id="cases" title={say('cases')}>
      {cases.length === 0 ? (
        <p class="fm-text fm-muted">{say('cases-none')}</p>
      ) : (
        <Table
          caption={say('case-table')}
          isCaptionHidden
          columns={[{ label: say('case') }, { label: say('step') }, { label: say('done'), isNumber: true }]}
          rows={cases.map((one) => ({
            cells: [
              <>
                <a href={one.href}>{one.question}</a>
                {one.missing ? (
                  <p class="fm-mini">
                    {one.missing.sentence}{' '}
                    <a href={one.missing.href}>
                      {say('missing')}
                      <Spoken>: {one.question}</Spoken>
                    </a>
                  </p>
                ) : null}
              </>,
              one.stepName
                ? `${journey('step-of', { number: one.step })} ${journey(`step.${one.stepName}`)}`
                : journey('closed'),
              say('done-of', { done: one.done, all: one.all }),
            ],
          }))}
        />
      )}
    </Section>
  )
}

function Tools({ reader, say, reports, isAdministrator }: BenchPageProps) {
  return (
    <Section id="tools" title={say('tools')} size="aside">
      <List
        items={[
          ...(reports === null
            ? []
            : [
                <>
                  <a href={reader.to('moderation')}>{say('moderation')}</a>{' '}
                  <span class="fm-mini">{say('moderation-count', { count: reports })}</span>
                </>,
              ]),
          <a href={reader.to('problem.agenda')}>{say('agenda')}</a>,
          ...(reader.actor.roles.some(({ name }) => name === 'clerk' || name === 'facilitator')
            ? [
                <a href={reader.to('problem.by-staff')}>{say('write-down')}</a>,
                <a href={reader.to('residence.desk')}>{say('residence-desk')}</a>,
              ]
            : []),
          ...(reader.actor.roles.some(({ name }) => name === 'clerk' || name === 'administrator')
            ? [
                <a href={reader.to('arena.features')}>{say('features')}</a>,
                <a href={reader.to('residence.letters')}>{say('residence')}</a>,
              ]
            : []),
          <a href={reader.to('outbox')}>{say('outbox')}</a>,
          ...(isAdministrator ? [<a href={reader.to('settings')}>{say('settings')}</a>] : []),
        ]}
      />
      <Note>
        <p>{say('note')}</p>
      </Note>
    </Section>
  )
}
