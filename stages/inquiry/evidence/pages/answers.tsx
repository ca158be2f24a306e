import { Prose, Quote, Row, Section, Stack, StaffNote, SummaryList } from '../../../../ui/index.ts'
import { AuthorChip, HiddenText, ReportThis } from '../../../meeting/index.ts'
import type { Finding } from '../finding-store.ts'
import { ContestForm, Objections } from './objections.tsx'
import type { OrderPageProps } from './order-props.ts'
import { AnswererChip, AnswererInterest, nameOf } from './who-answers.tsx'

/** Every answer as it was given; where one is contested, what is said against it stands right below it. */
export function Answers(props: OrderPageProps) {
  const { say, order } = props
  return (
    <Section id="answers" title={say('answers.title', { count: order.findings.length })}>
      {order.findings.length === 0 ? (
        <p class="fm-muted">{say('answers.none')}</p>
      ) : (
        order.findings.map((finding) => <Answer {...props} finding={finding} />)
      )}
    </Section>
  )
}

function Answer(props: OrderPageProps & { readonly finding: Finding }) {
  const { reader, say, hidden, order, finding, parts } = props
  const stone = hidden.get(finding.id)
  const about = say('answers.number', { number: finding.number })
  return (
    <article class="fm-stack" id={`answer-${finding.number}`} aria-labelledby={`answer-${finding.number}-title`}>
      <h3 class={order.findings.length > 1 ? 'fm-h-mid' : 'fm-vh'} id={`answer-${finding.number}-title`}>
        {about}
      </h3>
      {stone ? <HiddenText reader={reader} stone={stone} /> : <Words {...props} />}
      {stone ? null : <ReportThis reader={reader} thing={{ kind: 'finding', id: finding.id }} about={about} />}
      <Objections {...props} />
      {parts.may.contest.includes(finding.number) || parts.isVisitor ? <ContestForm {...props} /> : null}
    </article>
  )
}

function Words(props: OrderPageProps & { readonly finding: Finding }) {
  const { reader, say, names, order, finding, parts } = props
  const answerer = order.answerers.find(({ number }) => number === finding.answerer)
  const at = order.source === null ? finding.givenAt : finding.givenOn
  const side = say(`side.${finding.side}`)
  const day = at ? say('answers.on', { side, day: reader.time.day(at) }) : [side, say('order.day-unknown')].join(' · ')
  const isEntered = answerer?.kind === 'outside'
  const text = <Prose text={finding.text} lang={finding.language} />
  return (
    <>
      {answerer?.kind === 'officer' ? (
        <StaffNote label={say('answers.staff-text')} by={day}>
          <Stack gap="3">
            {text}
            <AnswererChip {...{ reader, say, names, answerer }} />
          </Stack>
        </StaffNote>
      ) : (
        <Quote
          by={
            <Row>
              {answerer ? <AnswererChip {...{ reader, say, names, answerer }} /> : <span>{finding.toldBy}</span>}
              <span>{day}</span>
            </Row>
          }
        >
          {text}
        </Quote>
      )}
      {isEntered && answerer ? (
        <Row>
          <span class="fm-mini">{say('answers.entered', { name: nameOf({ names, answerer }) })}</span>
          {finding.givenBy ? <AuthorChip reader={reader} author={names.get(finding.givenBy)} /> : null}
        </Row>
      ) : null}
      <SummaryList
        rows={[
          {
            term: say('answers.sources'),
            value: <Prose text={finding.sources} lang={finding.language} size="small" />,
          },
          {
            term: say('answers.uncertain'),
            value: finding.uncertain ? (
              <Prose text={finding.uncertain} lang={finding.language} size="small" />
            ) : (
              reader.common('unknown')
            ),
          },
        ]}
      />
      {parts.files
        .filter((file) => file.about === finding.id)
        .map((file) => (
          <p>
            <a class="fm-link" href={file.href}>
              {say('answers.document', { name: file.name, kilobytes: Math.max(1, Math.round(file.bytes / 1024)) })}
            </a>
          </p>
        ))}
      {answerer && order.findings.length > 1 ? <AnswererInterest {...{ reader, say, names, answerer }} /> : null}
    </>
  )
}
