import {
  Button,
  Checkbox,
  Details,
  ErrorSummary,
  FileField,
  Form,
  Head,
  HiddenField,
  Note,
  Said,
  Section,
  Select,
  typedOne,
  fieldId,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayComposition } from '../../composition/messages/words.ts'
import { TightNote } from '../../composition/pages/tight-note.tsx'
import type { Tight } from '../../composition/room.ts'
import { boundField, featureUsed, isFixed } from '../form.ts'
import type { LimitedFeature } from '../limits.ts'
import type { SayLottery } from '../messages/words.ts'

export type LimitsPageProps = {
  readonly say: SayLottery
  readonly reader: Reader
  readonly placeLang: string
  readonly problem: Problem
  /** Everything the place counts people by, with the limits in force or those suggested. */
  readonly features: readonly (LimitedFeature & { readonly isUsed: boolean; readonly isSuggested: boolean })[]
  readonly seats: number
  /** Where the least share of each gender takes every seat. */
  readonly tight: { readonly tight: Tight; readonly isFixed: boolean; readonly say: SayComposition } | null
  /** Tables of the people of the place, and the one whose shares are shown; '' for none. */
  readonly populations: readonly { readonly id: string; readonly name: string; readonly asOf: string }[]
  readonly population: string
  readonly onePerHousehold: boolean
  /** Whether the limits shown were just read from a file. */
  readonly isFromFile: boolean
  readonly errors: Errors
  readonly typed: Typed
}

/** So many seats, and so many of each group: written before anybody knows who waits. */
export function LimitsPage(props: LimitsPageProps) {
  const { say, reader, problem, features, seats, onePerHousehold, errors, population, tight } = props
  const offered = features.filter((feature) => !isFixed(feature))
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('form.title')}
        lead={say('form.lead')}
      />
      <Note icon="info">
        <p>{say('form.public')}</p>
      </Note>
      {tight ? <TightNote {...tight} /> : null}
      <Suggest {...props} />
      {offered.length > 0 ? <FromFile {...props} /> : null}
      {props.isFromFile ? (
        <Note icon="info">
          <p role="status">{say('file.read')}</p>
        </Note>
      ) : null}
      <Form action={reader.to('arena.set-lottery-limits', { problem: problem.slug })} label={say('form.title')}>
        <p>{say('form.seats', { seats })}</p>
        {population ? <HiddenField name="population" value={population} /> : null}
        {onePerHousehold ? <p>{say('table.household')}</p> : null}
        {offered.length === 0 ? <p>{say('form.no-features')}</p> : null}
        {offered.map((feature) => (
          <Feature {...props} feature={feature} />
        ))}
        <Button>{say('form.send')}</Button>
      </Form>
    </>
  )
}

/** Limits that follow the shares of the people of the place, to be changed where they should differ. */
function Suggest({ say, reader, problem, populations, population }: LimitsPageProps) {
  if (populations.length === 0) return null
  return (
    <Form
      method="get"
      action={reader.to('arena.lottery-limits', { problem: problem.slug })}
      label={say('suggest.title')}
    >
      <Select
        name="population"
        label={say('suggest.title')}
        help={say('suggest.help')}
        value={population}
        isUnmarked
        options={populations.map(({ id, name, asOf }) => ({ value: id, label: `${name}, ${asOf}` }))}
      />
      <Button variant="secondary">{say('suggest.send')}</Button>
    </Form>
  )
}

/** Limits somebody worked out with another tool of the field. */
function FromFile({ say, reader, problem, errors }: LimitsPageProps) {
  return (
    <Form action={reader.to('arena.set-lottery-limits', { problem: problem.slug })} label={say('file.title')} multipart>
      <HiddenField name="read" value="file" />
      <FileField
        name="table"
        label={say('file.field')}
        help={say('file.help')}
        accept=".csv,text/csv"
        required
        errors={errors}
      />
      <Button variant="secondary">{say('file.send')}</Button>
    </Form>
  )
}

type FeatureProps = LimitsPageProps & { readonly feature: LimitsPageProps['features'][number] }

function Feature(props: FeatureProps) {
  const { say, feature, placeLang, typed, errors } = props
  return (
    <Section id={`feature-${feature.key}`} title={<span lang={placeLang}>{feature.name}</span>}>
      <Checkbox
        name={featureUsed(feature.key)}
        label={say('form.use')}
        isTicked={feature.isUsed}
        typed={typed}
        errors={errors}
      />
      {feature.isSuggested ? <p class="fm-mini">{say('form.suggested')}</p> : null}
      <fieldset class="fm-limits" aria-labelledby={`feature-${feature.key}`}>
        <div class="fm-limits__row fm-limits__head" aria-hidden="true">
          <span>{say('form.group')}</span>
          <span>{say('form.least')}</span>
          <span>{say('form.most')}</span>
        </div>
        {feature.values.map((value) => (
          <div class="fm-limits__row">
            <span lang={placeLang}>{value.name}</span>
            <BoundInput {...props} value={value} bound="min" />
            <BoundInput {...props} value={value} bound="max" />
          </div>
        ))}
      </fieldset>
      <Complaints {...props} />
      <Details summary={say('form.flex')}>
        <p class="fm-small">{say('form.flex-text')}</p>
        <fieldset class="fm-limits" aria-label={say('form.flex')}>
          {feature.values.map((value) => (
            <div class="fm-limits__row">
              <span lang={placeLang}>{value.name}</span>
              <BoundInput {...props} value={value} bound="minFlex" />
              <BoundInput {...props} value={value} bound="maxFlex" />
            </div>
          ))}
        </fieldset>
      </Details>
    </Section>
  )
}

type BoundProps = FeatureProps & {
  readonly value: LimitedFeature['values'][number]
  readonly bound: 'min' | 'max' | 'minFlex' | 'maxFlex'
}

function BoundInput({ say, feature, value, bound, typed, errors }: BoundProps) {
  const name = boundField(feature.key, value.key, bound)
  const isWrong = errors.some(({ field }) => field === name)
  return (
    <input
      class="ds-input"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      id={fieldId(name)}
      name={name}
      value={typedOne(typed, name, String(value[bound]))}
      aria-label={say(`form.bound-${bound}`, { group: value.name })}
      aria-invalid={isWrong ? 'true' : undefined}
      aria-describedby={isWrong ? `wrong-${feature.key}` : undefined}
    />
  )
}

/** What is wrong with the numbers of a feature, once, below them. */
function Complaints({ feature, errors }: FeatureProps) {
  const own = errors.filter(({ field }) => field.startsWith(`limit-${feature.key}-`))
  if (own.length === 0) return null
  return (
    <ul class="fm-field__error fm-plain" id={`wrong-${feature.key}`}>
      {own.map(({ text }) => (
        <li>{text}</li>
      ))}
    </ul>
  )
}
