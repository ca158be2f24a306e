import { MeetingRow, People, Section } from '../../../ui/index.ts'
import type { JourneyPageProps } from './journey-props.ts'

type AsideProps = Pick<JourneyPageProps, 'reader' | 'say' | 'problem' | 'isTold'>

/** The politicians who took it up: named, with party. */
export function Leaders({ reader, say, problem, isTold, leaders }: AsideProps & Pick<JourneyPageProps, 'leaders'>) {
  return (
    <Section
      id="leads"
      title={say('leads')}
      size="aside"
      more={{ href: reader.to('journey.credits', { problem: problem.slug }), text: say('leads-credits') }}
    >
      {leaders.length === 0 ? (
        <p class="fm-small fm-muted">{isTold ? reader.common('unknown') : say('leads-none')}</p>
      ) : (
        <>
          <People
            isColumn
            people={leaders.map((one) => ({
              name: one.name,
              role: 'politician' as const,
              line: [one.role, one.party, problem.named.includes(one.id) ? say('leads-named') : '']
                .filter(Boolean)
                .join(' · '),
              href: reader.to('person', { person: one.slug }),
            }))}
          />
          {isTold ? null : (
            <p class="fm-mini">
              {say('leads-note')}{' '}
              <a href={reader.to('inquiry.questions', { problem: problem.slug })}>{say('leads-ask')}</a>
            </p>
          )}
        </>
      )}
    </Section>
  )
}

/** Where it came from, who else was asked, and what they answered; nothing where it has stayed here. */
export function OtherLevels({ say, levels }: Pick<JourneyPageProps, 'say' | 'levels'>) {
  if (levels.sentences.length === 0) return null
  return (
    <Section id="levels" title={say('levels')} size="aside">
      {levels.sentences.map((sentence) => (
        <p class="fm-small">{sentence}</p>
      ))}
      {levels.links.map(({ text, href }) => (
        <p class="fm-small">
          <a href={href}>{text}</a>
        </p>
      ))}
    </Section>
  )
}

export function NextMeeting({ reader, say, problem, isTold, meeting }: AsideProps & Pick<JourneyPageProps, 'meeting'>) {
  if (isTold) return null
  return (
    <Section id="next" title={say('next')} size="aside">
      {meeting ? <MeetingRow {...meeting} /> : <p class="fm-small fm-muted">{say('next-none')}</p>}
      <p class="fm-small">
        <a href={reader.to('meeting.series', { problem: problem.slug })}>{say('seven-meetings')}</a>
      </p>
    </Section>
  )
}

export function More({ reader, say, problem, isTold, isStaff }: AsideProps & Pick<JourneyPageProps, 'isStaff'>) {
  return (
    <Section id="more" title={say('more')} size="aside">
      <p class="fm-small">
        <a href={reader.to('journey.record', { problem: problem.slug })}>{say('record')}</a>
      </p>
      {isTold ? null : (
        <p class="fm-small">
          <a href={reader.to('journey.missing', { problem: problem.slug })}>{say('missing')}</a>
        </p>
      )}
      {isTold ? null : (
        <p class="fm-small">
          <a href={reader.to('journey.take-up', { problem: problem.slug })}>{say('take-up')}</a>
        </p>
      )}
      {isStaff ? (
        <p class="fm-small">
          <a href={reader.to('journey.bench', { problem: problem.slug })}>{say('bench')}</a>
        </p>
      ) : null}
    </Section>
  )
}
