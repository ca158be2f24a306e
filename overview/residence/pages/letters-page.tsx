import type { FieldError, Reader, TypedForm } from '../../../platform/http/index.ts'
import type { AddressList, Run } from '../../../platform/identity/residence/index.ts'
import {
  Button,
  DateField,
  Details,
  ErrorSummary,
  FileField,
  Form,
  Head,
  Heading,
  HiddenField,
  Section,
  StaffLabel,
  TextField,
} from '../../../ui/index.ts'
import { letterWords } from '../../../stages/arena/index.ts'
import type { SayResidence } from '../messages/words.ts'
import { partsOf } from '../parts.ts'

export type LettersPageProps = {
  readonly say: SayResidence
  readonly reader: Reader
  readonly list: AddressList | undefined
  readonly erasedAt: Temporal.Instant | null
  readonly runs: readonly Run[]
  /** Letters that were asked for. */
  readonly asked: number
  /** Letters that could be sent. */
  readonly room: number
  readonly today: Temporal.PlainDate
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
}

/** The clerk's: the list, the letters, the print run, in the order they happen. */
export function LettersPage(props: LettersPageProps) {
  const { say, reader, list, runs, errors } = props
  const isPrinting = runs.some(({ printedAt }) => printedAt === null)
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<StaffLabel>{reader.common('staff')}</StaffLabel>}
        title={say('letters.title')}
        lead={say('letters.lead')}
      />
      <TheList {...props} />
      {list && !isPrinting ? <Making {...props} /> : null}
      {runs.length > 0 ? (
        <Section id="runs" title={say('runs.title')}>
          {runs.map((run) => (
            <OneRun {...props} run={run} />
          ))}
        </Section>
      ) : null}
    </>
  )
}

function TheList(props: LettersPageProps) {
  const { say, reader, list, erasedAt, errors } = props
  const letter = letterWords.say(reader.lang)
  if (!list || !erasedAt)
    return (
      <Section id="list" title={letter('list.title')} lead={say('list.none')}>
        <ListForm {...props} />
      </Section>
    )
  const { people, households, source } = list
  return (
    <Section id="list" title={letter('list.title')}>
      <p>{say('list.state', { people, households, source, day: reader.time.day(list.asOf) })}</p>
      <p>{say('list.until', { day: reader.time.day(erasedAt) })}</p>
      <Details
        summary={say('list.again')}
        isOpen={errors.some(({ field }) => field === 'list' || field === 'source' || field === 'asOf')}
      >
        <p class="fm-small">{say('list.again-text')}</p>
        <ListForm {...props} />
      </Details>
    </Section>
  )
}

function ListForm({ say, reader, list, today, typed, errors }: LettersPageProps) {
  const letter = letterWords.say(reader.lang)
  return (
    <Form action={reader.to('residence.bring-list')} multipart labelledBy="list">
      <FileField
        name="list"
        label={letter('list.file')}
        help={say('list.file-help')}
        accept=".csv,text/csv,text/plain"
        required
        errors={errors}
      />
      <TextField
        name="source"
        label={say('list.source')}
        help={say('list.source-help')}
        maxLength={200}
        required
        typed={typed}
        errors={errors}
      />
      <DateField name="asOf" label={say('list.as-of')} most={today.toString()} required typed={typed} errors={errors} />
      <Button variant={list ? 'secondary' : 'primary'}>{letter('list.send')}</Button>
    </Form>
  )
}

function Making({ say, reader, asked, room }: LettersPageProps) {
  const action = reader.to('residence.make-letters')
  return (
    <Section id="make" title={say('make.title')}>
      <p>{say('make.asked', { count: asked })}</p>
      <p class="fm-small">{say('make.asked-text')}</p>
      {asked > 0 ? (
        <Form action={action} labelledBy="make">
          <HiddenField name="which" value="asked" />
          <Button>{say('make.asked-button')}</Button>
        </Form>
      ) : null}
      {room > 0 ? (
        <Details summary={say('make.all')}>
          <p>{say('make.all-text', { count: room })}</p>
          <Form action={action} label={say('make.all')}>
            <HiddenField name="which" value="all" />
            <Button variant="secondary">{say('make.all-button')}</Button>
          </Form>
        </Details>
      ) : null}
    </Section>
  )
}

function OneRun({ say, reader, run }: LettersPageProps & { readonly run: Run }) {
  const letter = letterWords.say(reader.lang)
  const { number, day } = { number: run.run, day: reader.time.day(run.madeAt) }
  return (
    <div class="fm-stack fm-stack--3" id={`run-${number}`}>
      <Heading level={3}>{say('run.title', { run: number })}</Heading>
      <p>{say('run.made', { letters: run.letters, day, until: reader.time.day(run.endsAt) })}</p>
      {run.printedAt ? (
        <p>{letter('round.printed', { day: reader.time.day(run.printedAt) })}</p>
      ) : (
        <>
          <p>{letter('round.ready')}</p>
          <ul class="fm-list">
            {partsOf(run.letters).map(({ part, letters }) => (
              <li>
                <a class="fm-link" href={reader.to('residence.part', { number, part })}>
                  {letter('round.part', { part, letters })}
                </a>
              </li>
            ))}
            <li>
              <a class="fm-link" href={reader.to('residence.table', { number })}>
                {letter('round.table')}
              </a>
            </li>
          </ul>
          <Heading level={4} id={`confirm-${number}`}>
            {letter('round.confirm-title')}
          </Heading>
          <p>{letter('round.confirm-text')}</p>
          <Form action={reader.to('residence.printed', { number })} labelledBy={`confirm-${number}`}>
            <Button variant="secondary">{letter('round.confirm')}</Button>
          </Form>
        </>
      )}
    </div>
  )
}
