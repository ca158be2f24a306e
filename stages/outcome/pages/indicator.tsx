import { Button, Details, Form, HiddenField, StateTag, Table } from '../../../ui/index.ts'
import { numberWords } from '../money.ts'
import { readingOf, type Reading } from '../rules.ts'
import type { Indicator, Measurement } from '../store.ts'
import { Corrected } from './corrected.tsx'
import { canBeDrawn, Chart } from './indicator-chart.tsx'
import { MeasurementFields } from './measurement-fields.tsx'
import type { OutcomePageProps } from './outcome-props.ts'

type PartProps = OutcomePageProps & { readonly indicator: Indicator }

const looks = {
  unknown: { icon: 'empty', color: 'neutral' },
  'not-measured': { icon: 'clock', color: 'brand1' },
  reached: { icon: 'agree', color: 'success' },
  closer: { icon: 'measure', color: 'info' },
  unchanged: { icon: 'measure', color: 'neutral' },
  further: { icon: 'measure', color: 'warning' },
} as const satisfies Record<Reading, unknown>

/** One indicator: before, each measurement, the target, drawn and as a table with days and sources. */
export function IndicatorPart(props: PartProps) {
  const { say, indicator, may } = props
  const latest = indicator.measurements.at(-1)
  const reading = readingOf(indicator.baselineValue, indicator.targetValue, latest?.value)
  return (
    <article class="fm-panel fm-stack" id={`indicator-${indicator.number}`}>
      <div class="fm-row fm-row--between">
        <h3 class={canBeDrawn(indicator) ? 'fm-vh' : undefined}>{indicator.name}</h3>
        <StateTag {...looks[reading]}>{say(`reading.${reading}`)}</StateTag>
      </div>
      {canBeDrawn(indicator) ? <Chart {...props} /> : null}
      <Values {...props} />
      <Corrected {...props} />
      {may.measure ? <MeasureForm {...props} /> : null}
    </article>
  )
}

function Values(props: PartProps) {
  const { reader, say, indicator } = props
  const unknown = reader.common('unknown')
  const value = (amount: number | null): string =>
    amount === null ? unknown : `${numberWords(amount, reader.lang)} ${indicator.unit}`
  const day = (on: Temporal.PlainDate | null): string => (on ? reader.time.day(on) : unknown)
  const { baselineValue, baselineOn, baselineSource, targetValue, targetBy, measurements, source } = indicator
  return (
    <Table
      caption={say('values.caption', { name: indicator.name })}
      isCaptionHidden
      columns={[
        { label: say('column.what') },
        { label: say('column.value'), isNumber: true },
        { label: say('column.day') },
        { label: say('column.source') },
      ]}
      rows={[
        { cells: [say('value.before'), value(baselineValue), day(baselineOn), baselineSource || unknown] },
        ...measurements.map((one) => ({
          id: `indicator-${indicator.number}-measurement-${one.number}`,
          cells: [say('value.after'), <Measured {...props} one={one} />, day(one.on), one.source],
        })),
        { cells: [say('value.target'), value(targetValue), day(targetBy), source ?? say('value.intended')] },
      ]}
    />
  )
}

/** A value with its range, and for who may put it right the way there. */
function Measured({ reader, say, problem, indicator, may, one }: PartProps & { readonly one: Measurement }) {
  const words = (value: number): string => numberWords(value, reader.lang)
  const to = { problem: problem.slug, number: indicator.number, measurement: one.number }
  return (
    <>
      {words(one.value)} {indicator.unit}
      {one.range ? (
        <span class="fm-mini"> {say('value.range', { low: words(one.range.low), high: words(one.range.high) })}</span>
      ) : null}
      {may.measure ? (
        <>
          {' '}
          <a class="fm-mini fm-link" href={reader.to('outcome.correcting', to)}>
            {say('correct.link')}
            <span class="fm-vh"> {reader.time.day(one.on)}</span>
          </a>
        </>
      ) : null}
    </>
  )
}

function MeasureForm({ reader, say, problem, indicator, typed, errors }: PartProps) {
  // Errors and what was typed belong to the one form that was sent; the others stay as they are.
  const isMine = typed['indicator']?.[0] === String(indicator.number)
  const fields = isMine ? { typed, errors } : {}
  const title = say('measure.title', { name: indicator.name })
  return (
    <Details summary={title} isOpen={isMine}>
      <Form action={reader.to('outcome.measure', { problem: problem.slug, number: indicator.number })} label={title}>
        <HiddenField name="indicator" value={String(indicator.number)} />
        <MeasurementFields say={say} unit={indicator.unit} suffix={`-${indicator.number}`} {...fields} />
        <Button variant="secondary">{say('measure.send', { name: indicator.name })}</Button>
      </Form>
    </Details>
  )
}
