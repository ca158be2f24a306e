import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Actions,
  Button,
  Details,
  Empty,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Prose,
  Section,
  Stack,
  Table,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { langOf } from '../../pages/answer-form.tsx'
import type { Statement } from '../../store.ts'
import { inFives } from '../../map/tenths.ts'
import type { SayAnomalies } from '../messages/words.ts'
import type { Found } from '../store.ts'

/** Of 100 who agreed or disagreed, from a multiple of ten on; null where too few did. */
export type Compared = { readonly statement: Statement; readonly all: number | null; readonly without: number | null }

export type AnomaliesPageProps = {
  readonly reader: Reader
  readonly say: SayAnomalies
  readonly slug: string
  readonly question: Child
  readonly found: readonly Found[]
  /** After the close alone; empty before. */
  readonly compared: readonly Compared[]
  /** Who may set votes aside now. */
  readonly isSteward: boolean
  /** The anomaly whose form was sent, 0: none. */
  readonly asked: number
  readonly errors: Errors
  readonly typed: Typed
}

/** What was unusual in how people voted, that nothing was taken out, and what two of staff did about it. */
export function AnomaliesPage(props: AnomaliesPageProps) {
  const { reader, say, question, found, compared, errors } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say('title')} lead={say('lead')} />
      {found.length === 0 ? (
        <Empty level={2} title={say('none')}>
          {say('none-text')}
        </Empty>
      ) : (
        found.map((one) => <One {...props} one={one} />)
      )}
      {compared.length > 0 ? <WithAndWithout {...props} /> : null}
      <Details summary={say('how')}>
        <p>{say('how-text')}</p>
      </Details>
    </Stack>
  )
}

type OneProps = AnomaliesPageProps & { readonly one: Found }

function One(props: OneProps) {
  const { reader, say, one, isSteward } = props
  const { time } = reader
  const values = {
    people: inFives(one.people),
    expected: Math.ceil(one.expected),
    from: time.deadline(one.from),
    until: time.deadline(one.until),
  }
  return (
    <Section id={`anomaly-${one.number}`} title={say(`kind.${one.kind}`)}>
      <p class="fm-mini">{say('found', { number: one.number, day: time.day(one.foundAt) })}</p>
      <p>{say(`said.${one.kind}`, values)}</p>
      <Prose text={say(`state.${one.state ?? 'none'}`, { reason: one.reason, why: one.why })} />
      {isSteward && one.state === undefined ? <Ask {...props} /> : null}
      {isSteward && one.state === 'asked' ? <Decide {...props} /> : null}
    </Section>
  )
}

function Ask({ reader, say, slug, one, asked, errors, typed }: OneProps) {
  const isAsked = asked === one.number
  return (
    <Details summary={say('ask')} isOpen={isAsked && errors.length > 0}>
      <p>{say('ask-lead')}</p>
      <Form action={reader.to('opinion.ask-voiding', { problem: slug, number: one.number })} label={say('ask')}>
        <TextArea
          name="reason"
          within={`anomaly-${one.number}`}
          label={say('ask-reason')}
          rows={3}
          maxLength={1000}
          required
          errors={isAsked ? errors : []}
          typed={isAsked ? typed : {}}
        />
        <Button>{say('ask-send')}</Button>
      </Form>
    </Details>
  )
}

function Decide({ reader, say, slug, one, asked, errors, typed }: OneProps) {
  if (one.askedBy === reader.actor.account) return <p class="fm-small">{say('own')}</p>
  const isAsked = asked === one.number
  const action = reader.to('opinion.decide-voiding', { problem: slug, number: one.number })
  return (
    <>
      <Form action={action} label={say('agree')} shape="inline">
        <HiddenField name="act" value="void" />
        <Actions>
          <Button isGrave>{say('agree')}</Button>
        </Actions>
      </Form>
      <Details summary={say('refuse-open')} isOpen={isAsked && errors.length > 0}>
        <Form action={action} label={say('refuse-open')}>
          <HiddenField name="act" value="refuse" />
          <TextArea
            name="why"
            within={`anomaly-${one.number}`}
            label={say('why')}
            rows={2}
            maxLength={1000}
            required
            errors={isAsked ? errors : []}
            typed={isAsked ? typed : {}}
          />
          <Button variant="secondary">{say('refuse')}</Button>
        </Form>
      </Details>
    </>
  )
}

function WithAndWithout({ reader, say, slug, compared }: AnomaliesPageProps) {
  const step = (from: number | null): string =>
    from === null ? say('unsaid') : say('step', { from, until: Math.min(100, from + 10) })
  return (
    <Section id="without" title={say('without')} lead={say('without-lead')}>
      <Table
        caption={say('without')}
        isCaptionHidden
        columns={[
          { label: say('column.statement'), width: 'most' },
          { label: say('column.with'), isNumber: true },
          { label: say('column.without'), isNumber: true },
        ]}
        rows={compared.map(({ statement, all, without }) => ({
          cells: [
            <a
              href={reader.to('opinion.statement', { problem: slug, number: statement.number })}
              lang={langOf(statement)}
            >
              {statement.text}
            </a>,
            step(all),
            step(without),
          ],
        }))}
      />
    </Section>
  )
}
