import {
  Button,
  Checkboxes,
  Form,
  List,
  Prose,
  Said,
  Section,
  TextArea,
  TextField,
  TraceChip,
  TraceRow,
  Trail,
} from '../../../../ui/index.ts'
import { BecameLink } from '../../../problem/index.ts'
import { HiddenText } from './hidden-text.tsx'
import type { GroupPageProps, ReportLine } from './props.ts'
import { ReportThis } from './report-this.tsx'

/** What the group told those at the table, the newest first. */
export function Reports(props: GroupPageProps) {
  const { say, reports } = props
  return (
    <Section id="reports" title={say('reports.title')}>
      {reports.length === 0 ? (
        <p class="fm-muted">{say('reports.none')}</p>
      ) : (
        <List
          items={reports.map((line) => (
            <One {...props} line={line} />
          ))}
        />
      )}
    </Section>
  )
}

function One({
  reader,
  say,
  problem,
  line: { report, stone, author, rests, became },
}: GroupPageProps & { readonly line: ReportLine }) {
  const { id, number, title, text, language, writtenAt } = report
  return (
    <article id={`report-${number}`} class="fm-stack fm-stack--2">
      <p class="fm-mini">{say('reports.by', { number, name: author, day: reader.time.day(writtenAt) })}</p>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <>
          <h3 class="fm-h-mid">
            <Said lang={language}>{title}</Said>
          </h3>
          <Prose text={text} lang={language} />
          {rests.length === 0 ? null : (
            <TraceRow label={say('reports.rests-on')}>
              {rests.map(({ title: one, href }) => (
                <TraceChip href={href}>{one}</TraceChip>
              ))}
            </TraceRow>
          )}
          {became.length === 0 ? null : <Trail steps={became} />}
          <BecameLink reader={reader} slug={problem.slug} thing={{ kind: 'group-report', id }} />
          <ReportThis reader={reader} thing={{ kind: 'group-report', id }} about={say('about-report', { number })} />
        </>
      )}
    </article>
  )
}

export function ReportForm({ reader, say, problem, group, given, errors, typed }: GroupPageProps) {
  const back = { errors, typed }
  return (
    <Section id="report" title={say('report.title')} lead={say('report.lead')}>
      <Form
        action={reader.to('arena.report-for-group', { problem: problem.slug, number: group.number })}
        labelledBy="report"
      >
        <TextField name="title" label={say('report.heading')} maxLength={120} required {...back} />
        <TextArea name="text" label={say('report.text')} rows={8} maxLength={4000} required {...back} />
        {given.length === 0 ? null : (
          <Checkboxes
            name="from"
            label={say('report.from')}
            help={say('report.from-help')}
            options={given.map(({ id, title, state, kind }) => ({ value: id, label: title, help: state || kind }))}
            {...back}
          />
        )}
        <Button>{say('report.send')}</Button>
      </Form>
    </Section>
  )
}
