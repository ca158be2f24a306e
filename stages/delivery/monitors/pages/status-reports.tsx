import { Button, Details, Form, Prose, ReportFold, Section, Stack, StaffNote, TextArea } from '../../../../ui/index.ts'
import type { StatusReport, Word } from '../store.ts'
import type { MonitorsPageProps } from './props.ts'

/** Each report, how those who stay took it, and what they asked. */
export function StatusReports(props: MonitorsPageProps) {
  const { reader, say, reports, followUp, hasSaid } = props
  return (
    <Section id="reports" title={say('reports')}>
      {hasSaid ? <p class="fm-small">{say('word-said')}</p> : null}
      {reports.length === 0 && followUp ? (
        <p>{say('reports-none', { day: reader.time.weekday(followUp.nextOn) })}</p>
      ) : null}
      {reports.map((report) => (
        <One {...props} report={report} />
      ))}
    </Section>
  )
}

function One(props: MonitorsPageProps & { readonly report: StatusReport }) {
  const { reader, say, words, report } = props
  const said = words.filter((word) => word.report === report.number)
  const count = (rating: Word['rating']): number => said.filter((word) => word.rating === rating).length
  // What nobody said is not said.
  const parts = (['well', 'slowly', 'stuck'] as const)
    .filter((rating) => count(rating) > 0)
    .map((rating) => say(`ratings.${rating}`, { count: count(rating) }))
  const by = say('by', { name: nameOf(props, report.by), day: reader.time.day(report.at) })
  return (
    <Stack gap="2">
      <h3 id={`report-${report.number}`}>{say('report-number', { number: report.number })}</h3>
      {report.isStaff ? (
        <StaffNote label={reader.common('staff')} by={by}>
          <Prose text={report.text} />
        </StaffNote>
      ) : (
        <>
          <Prose text={report.text} />
          <p class="fm-mini">{by}</p>
        </>
      )}
      {said.length > 0 ? (
        <p class="fm-small">
          {say('ratings', {
            count: said.length,
            parts: new Intl.ListFormat(reader.lang, { type: 'conjunction' }).format(parts),
          })}
        </p>
      ) : null}
      {said
        .filter(({ question }) => question !== '')
        .map((word) => (
          <Asked {...props} word={word} />
        ))}
    </Stack>
  )
}

function Asked(props: MonitorsPageProps & { readonly word: Word }) {
  const { reader, say, hidden, may, word } = props
  const asked = say('asked', { name: nameOf(props, word.by), day: reader.time.day(word.at) })
  if (hidden.has(word.id)) return <p class="fm-small">{say('hidden')}</p>
  return (
    <Stack gap="2">
      <h4 id={`word-${word.number}`}>{asked}</h4>
      <Prose text={word.question} lang={word.language} />
      {word.reply && word.repliedAt ? <Reply {...props} reply={word.reply} at={word.repliedAt} /> : null}
      {!word.reply && may.reply ? <ReplyForm {...props} /> : null}
      {reader.actor.account === null ? null : (
        <ReportFold
          action={reader.to('moderation.report')}
          kind="monitor-word"
          id={word.id}
          words={{
            open: say('report-open'),
            about: say('report-about', { number: word.number }),
            label: say('report-label'),
            help: say('report-help'),
            send: say('report-send'),
          }}
        />
      )}
    </Stack>
  )
}

type Replied = MonitorsPageProps & { readonly word: Word; readonly reply: string; readonly at: Temporal.Instant }

function Reply(props: Replied) {
  const { reader, say, word, reply, at } = props
  const by = say('replied', { name: word.repliedBy ? nameOf(props, word.repliedBy) : '', day: reader.time.day(at) })
  if (word.replyIsStaff)
    return (
      <StaffNote label={reader.common('staff')} by={by}>
        <Prose text={reply} />
      </StaffNote>
    )
  return (
    <>
      <Prose text={reply} />
      <p class="fm-mini">{by}</p>
    </>
  )
}

function ReplyForm({ reader, say, problem, typed, errors, word }: MonitorsPageProps & { readonly word: Word }) {
  const name = `reply-${word.number}`
  return (
    <Details summary={say('reply-to', { number: word.number })} isOpen={errors.some(({ field }) => field === name)}>
      <Form
        action={reader.to('delivery.reply-to-word', { problem: problem.slug, number: word.number })}
        label={say('reply-to', { number: word.number })}
      >
        <TextArea name={name} label={say('reply')} rows={3} maxLength={4000} required {...{ typed, errors }} />
        <Button size="sm">{say('reply-send')}</Button>
      </Form>
    </Details>
  )
}

function nameOf({ authors }: MonitorsPageProps, account: Word['by']): string {
  return authors.get(account)?.name ?? ''
}
