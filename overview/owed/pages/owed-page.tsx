import type { Reader } from '../../../platform/http/index.ts'
import { Empty, Head, Note, OweList, Section, Stack } from '../../../ui/index.ts'
import { DueClock } from '../../due-clock.tsx'
import type { OwedSum } from '../owed.ts'
import { isFiltered, type OwedChoices, type OwedFilter } from '../filter.ts'
import type { SayOwed } from '../messages/words.ts'
import { FilterForm } from './filter-form.tsx'

export type OwedLine = {
  readonly due: Temporal.Instant
  readonly title: string
  readonly href: string
  readonly isDone: boolean
  /** Who owes it, in which case. */
  readonly line: string
}

export type OwedPageProps = {
  readonly say: SayOwed
  readonly reader: Reader
  readonly now: Temporal.Instant
  readonly isTold: boolean
  readonly filter: OwedFilter
  readonly choices: OwedChoices
  readonly late: readonly OwedLine[]
  readonly coming: readonly OwedLine[]
  readonly done: readonly OwedLine[]
  /** Of all that was ever owed, of which the lists show what presses and what was over last. */
  readonly sum: OwedSum
  /** Where more of it is listed; null where all is that ever is. */
  readonly moreAt: string | null
}

export function OwedPage(props: OwedPageProps) {
  const { say, reader, now, isTold, filter, choices, late, coming, done, sum: counted, moreAt } = props
  const all = late.length + coming.length + done.length
  const sum = all === 0 ? undefined : say('sum', counted)
  return (
    <Stack gap="8">
      <Head
        title={say('title')}
        lead={say('lead')}
        eyebrow={[filter.body?.name, filter.person?.name].filter(Boolean).join(' · ') || undefined}
      >
        {isTold ? null : (
          <>
            <p>
              <a class="fm-link" href={reader.to('problem.agenda')}>
                {say('agenda')}
              </a>
            </p>
            <p>
              <a class="fm-link" href={reader.to('mandates')}>
                {say('mandates')}
              </a>
            </p>
            <p>
              <a class="fm-link" href={reader.to('legitimacies')}>
                {say('legitimacies')}
              </a>
            </p>
          </>
        )}
      </Head>
      {isTold ? (
        <Note icon="info">
          <p>{say('told')}</p>
        </Note>
      ) : null}
      {isTold ? null : <FilterForm {...{ say, reader, filter, choices }} />}
      {sum && !isTold ? <p class="fm-owe__sum">{sum}</p> : null}
      {all < counted.all ? (
        <p class="fm-small">
          {say('shown', { shown: all, all: counted.all })} {moreAt === null ? null : <a href={moreAt}>{say('more')}</a>}
        </p>
      ) : null}
      {all === 0 ? (
        <Empty level={2} title={say(isFiltered(filter) ? 'none-of' : 'none')}>
          {say('none-text')}
        </Empty>
      ) : null}
      {(['late', 'coming', 'done'] as const).map((group) => {
        const lines = { late, coming, done }[group]
        return lines.length === 0 ? null : (
          <Section id={`owed-${group}`} title={say(group)}>
            <OweList
              items={lines.map((one) => ({
                title: one.title,
                href: one.href,
                line: one.line,
                clock: (
                  <DueClock
                    due={one.due}
                    isDone={one.isDone || isTold}
                    now={now}
                    time={reader.time}
                    common={reader.common}
                  />
                ),
              }))}
            />
          </Section>
        )
      })}
    </Stack>
  )
}
