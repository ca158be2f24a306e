import { Button, Details, Form, HiddenField, Note, Prose, Row, StateTag, TextArea } from '../../../../ui/index.ts'
import { AuthorChip, HiddenText, ReportThis } from '../../../meeting/index.ts'
import { inquiryWords } from '../../messages/words.ts'
import type { Finding, Objection } from '../finding-store.ts'
import type { OrderPageProps } from './order-props.ts'

type AnswerProps = OrderPageProps & { readonly finding: Finding }

/** What is said against an answer, open and settled: none of it goes away. */
export function Objections(props: AnswerProps) {
  const said = props.order.objections.filter(({ finding }) => finding === props.finding.id)
  return (
    <>
      {said.map((objection) => (
        <OneObjection {...props} objection={objection} />
      ))}
    </>
  )
}

function OneObjection(props: AnswerProps & { readonly objection: Objection }) {
  const { reader, say, names, hidden, order, finding, objection, parts } = props
  const stone = hidden.get(objection.id)
  const about = say('objection.number', { number: objection.number })
  const isBeside = order.findings.some(({ number }) => number > finding.number)
  const isSettled = objection.settledAt !== null
  return (
    <div class="fm-stack fm-stack--3" id={`objection-${objection.number}`}>
      <Row>
        <StateTag icon={isSettled ? 'agree' : 'disagree'} color={isSettled ? 'success' : 'warning'}>
          {isSettled ? say('objection.settled') : inquiryWords.say(reader.lang)('state.contested')}
        </StateTag>
        <span class="fm-mini">
          {[about, say('objection.on', { day: reader.time.day(objection.contestedAt) })].join(' ')}
        </span>
      </Row>
      {stone ? (
        <HiddenText reader={reader} stone={stone} />
      ) : (
        <Note icon="disagree">
          <Prose text={objection.reason} lang={objection.language} />
          <div>
            {reader.common('source')}: <Prose text={objection.source} lang={objection.language} size="small" />
          </div>
          {objection.settledWords ? <Prose text={objection.settledWords} /> : null}
        </Note>
      )}
      <AuthorChip reader={reader} author={names.get(objection.contestedBy)} />
      {isBeside && !isSettled ? <p class="fm-mini">{say('objection.beside')}</p> : null}
      {parts.may.settle.includes(objection.number) ? <SettleForm {...props} /> : null}
      {stone ? null : <ReportThis reader={reader} thing={{ kind: 'objection', id: objection.id }} about={about} />}
    </div>
  )
}

function SettleForm({
  reader,
  say,
  problem,
  order,
  objection,
  typed,
  errors,
}: AnswerProps & { readonly objection: Objection }) {
  const at = { problem: problem.slug, number: order.number, objection: objection.number }
  return (
    <Form action={reader.to('inquiry.settle', at)} label={say('settle.title')}>
      <TextArea name="words" label={say('settle.words')} rows={2} maxLength={1000} {...{ typed, errors }} />
      <Button variant="secondary">{say('settle.send')}</Button>
    </Form>
  )
}

/** Where she looks without having signed in, it says that she can. */
export function ContestForm({ reader, say, problem, order, finding, typed, errors, parts }: AnswerProps) {
  const at = { problem: problem.slug, number: order.number }
  if (parts.isVisitor) {
    const next = encodeURIComponent(reader.to('inquiry.ordered', at))
    return (
      <p>
        <a href={`${reader.to('sign-in')}?next=${next}`}>{say('contest.sign-in')}</a>
      </p>
    )
  }
  const isHere = typed['finding']?.[0] === String(finding.number) && errors.length > 0
  const kept = isHere ? { typed, errors } : {}
  const name = `contest-${finding.number}`
  return (
    <Details summary={say('contest.fold')} isOpen={isHere} id={name}>
      <p class="fm-small">{say('contest.lead')}</p>
      <Form action={reader.to('inquiry.contest', at)} label={say('contest.title')}>
        <HiddenField name="finding" value={String(finding.number)} />
        <TextArea
          name="reason"
          within={name}
          label={say('contest.reason')}
          rows={3}
          maxLength={2000}
          required
          {...kept}
        />
        <TextArea
          name="source"
          within={name}
          label={say('contest.source')}
          help={say('contest.source-help')}
          rows={2}
          maxLength={1000}
          required
          {...kept}
        />
        <Button variant="secondary">{say('contest.send')}</Button>
      </Form>
    </Details>
  )
}
