import type { Reader } from '../../../../platform/http/index.ts'
import { Button, Form, HiddenField, Radios, Section, Table, type Errors, type Typed } from '../../../../ui/index.ts'
import type { RatingKey, SayRating } from '../messages/words.ts'
import { asked, type Asked } from '../results.ts'
import { marks, type Rating } from '../rules.ts'
import type { KeptResult } from '../store.ts'

export type RatingPartProps = {
  readonly reader: Reader
  readonly say: SayRating
  readonly errors: Errors
  readonly typed: Typed
  readonly slug: string
  readonly number: number
  readonly version: number
  readonly closesAt: Temporal.Instant | null
  readonly mayRate: boolean
  /** What she said before, of these very words. */
  readonly own: Rating | undefined
  readonly isClosed: boolean
  /** As it was when the rating closed; undefined before, and where nobody rated. */
  readonly kept: KeptResult | undefined
}

const questions = { wasReasoned: 'ask.reasoned', didAnswer: 'ask.answers' } as const satisfies Record<Asked, RatingKey>

/** How an answer was received by those it was given to: asked while it is open, told when it has closed. */
export function RatingPart(props: RatingPartProps) {
  const { reader, say, closesAt, mayRate, isClosed } = props
  return (
    <Section id="rating" title={say('part.title')} lead={isClosed ? undefined : say('part.open')}>
      {isClosed ? (
        <Results {...props} />
      ) : (
        <p class="fm-mini">
          {closesAt ? say('part.closes', { deadline: reader.time.deadline(closesAt) }) : say('part.closes-later')}
        </p>
      )}
      {mayRate ? <RatingForm {...props} /> : null}
    </Section>
  )
}

function RatingForm({ reader, say, errors, typed, slug, number, version, own }: RatingPartProps) {
  const labelOf = (mark: number): string =>
    mark === 1 ? say('ask.lowest') : mark === marks.length ? say('ask.highest') : say('ask.middle', { mark })
  return (
    <Form action={reader.to('decision.rate', { problem: slug, number })} labelledBy="rating">
      <HiddenField name="version" value={String(version)} />
      {asked.map((question) => (
        <Radios
          name={question}
          label={say(questions[question])}
          options={marks.map((mark) => ({ value: String(mark), label: labelOf(mark) }))}
          value={own && String(own[question])}
          isInline
          required
          {...{ typed, errors }}
        />
      ))}
      <p class="fm-mini">{say('ask.private')}</p>
      <Button variant="secondary">{say(own ? 'ask.send-again' : 'ask.send')}</Button>
    </Form>
  )
}

function Results({ reader, say, kept, closesAt }: RatingPartProps) {
  const shown = asked.flatMap((question) => {
    const result = kept?.[question]
    return result ? [{ question, result }] : []
  })
  if (shown.length === 0 || !kept) return <p>{say('part.few')}</p>
  return (
    <>
      {closesAt ? <p class="fm-mini">{say('part.kept', { day: reader.time.day(closesAt) })}</p> : null}
      {shown.map(({ question, result }) => (
        <div class="fm-stack fm-stack--2">
          <h3 class="fm-h-aside">{say(questions[question])}</h3>
          <p>
            {result.low === result.high
              ? say('part.mean', { low: result.low })
              : say('part.mean-range', { low: result.low, high: result.high })}{' '}
            {say('part.who', { count: result.answers, of: kept.could })}
          </p>
          <Table
            caption={say(questions[question])}
            isCaptionHidden
            columns={[{ label: say('part.column-mark') }, { label: say('part.column-people'), isNumber: true }]}
            rows={result.blocks.map(({ from, to, people }) => ({
              cells: [from === to ? say('part.mark', { mark: from }) : say('part.marks', { from, to }), String(people)],
            }))}
          />
        </div>
      ))}
    </>
  )
}
