import {
  Empty,
  ErrorSummary,
  FactList,
  Head,
  List,
  PersonChip,
  Said,
  Section,
  StateTag,
  TopAndBeside,
} from '../../../../ui/index.ts'
import { EndForm, RhythmForm, StayForms } from './lead-forms.tsx'
import type { MonitorsPageProps } from './props.ts'
import { StatusReports } from './status-reports.tsx'
import { StatusForm, WordForm } from './word-forms.tsx'

/** Who stays to keep an eye on what was promised, what they were told, and what they said. */
export function MonitorsPage(props: MonitorsPageProps) {
  const { reader, say, errors, problem, followUp, may } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<Said lang={problem.language}>{problem.question}</Said>} title={say('title')} lead={say('lead')} />
      {followUp ? (
        <TopAndBeside
          top={<Facts {...props} followUp={followUp} />}
          topAside={<Who {...props} />}
          main={<StatusReports {...props} />}
          aside={
            <>
              {may.speak ? <WordForm {...props} /> : null}
              {may.report ? <StatusForm {...props} /> : null}
              {may.lead ? <RhythmForm {...props} /> : null}
              {may.lead ? <EndForm {...props} /> : null}
            </>
          }
        />
      ) : (
        <>
          <Empty title={say('none')} level={2}>
            {say('none-next')}
          </Empty>
          {may.lead ? <RhythmForm {...props} /> : null}
        </>
      )}
    </>
  )
}

type Followed = MonitorsPageProps & { readonly followUp: NonNullable<MonitorsPageProps['followUp']> }

function Facts({ reader, say, today, followUp, isRunning }: Followed) {
  const { endedAt, endsOn, nextOn, months, endedWhy } = followUp
  if (!isRunning)
    return (
      <Section id="rhythm" title={say('rhythm')} size="mid">
        <p>
          {endedAt ? say('ended-on', { day: reader.time.day(endedAt) }) : say('over', { day: reader.time.day(endsOn) })}
        </p>
        {endedWhy ? <p class="fm-small">{say('ended-why', { why: endedWhy })}</p> : null}
      </Section>
    )
  return (
    <Section id="rhythm" title={say('rhythm')} size="mid">
      <FactList
        rows={[
          { term: say('rhythm'), value: say('rhythm-is', { months }) },
          {
            term: say('next'),
            value: (
              <>
                {reader.time.weekday(nextOn)}
                <br />
                {Temporal.PlainDate.compare(nextOn, today) < 0 ? (
                  <StateTag icon="clock" color="danger">
                    {reader.time.left(nextOn)}
                  </StateTag>
                ) : (
                  <span class="fm-mini">{reader.time.left(nextOn)}</span>
                )}
              </>
            ),
          },
          { term: say('ends'), value: reader.time.day(endsOn) },
        ]}
      />
    </Section>
  )
}

function Who(props: MonitorsPageProps) {
  const { reader, say, monitors, authors, may, isRunning } = props
  return (
    <Section id="who" title={say('who')} size="mid">
      {monitors.length === 0 ? (
        <p class="fm-small">{isRunning ? say('who-none') : say('who-nobody')}</p>
      ) : (
        <List
          items={monitors.map((account) => {
            const byline = authors.get(account)
            return (
              <PersonChip
                name={byline?.name ?? ''}
                role={byline?.shape ?? 'resident'}
                line={byline?.of ?? ''}
                size="s"
                href={byline?.person ? reader.to('person', { person: byline.person }) : undefined}
              />
            )
          })}
        />
      )}
      {may.stay || may.leave ? <StayForms {...props} /> : null}
    </Section>
  )
}
