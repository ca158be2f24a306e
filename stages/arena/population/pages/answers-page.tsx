import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Section,
  Select,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { guessValue } from '../columns.ts'
import { answerField, columnField, isName, type Columns, type FeatureOfColumn } from '../form.ts'
import type { SayPopulation } from '../messages/words.ts'
import type { Table } from '../table.ts'

export type AnswersPageProps = {
  readonly reader: Reader
  readonly say: SayPopulation
  readonly placeLang: string
  readonly action: string
  readonly table: Table
  readonly columns: Columns
  /** What was said of each column, carried along. */
  readonly uses: readonly string[]
  readonly typed: Typed
  readonly errors: Errors
}

/** The second step: what each answer of the file means here, and where the numbers come from. */
export function AnswersPage(props: AnswersPageProps) {
  const { reader, say, action, columns, uses, errors, placeLang, typed } = props
  const kept = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      {errors.some(({ field }) => field === '') ? (
        <p>
          <a class="fm-link" href={`${reader.to('arena.populations')}#import`}>
            {say('answers.again')}
          </a>
        </p>
      ) : null}
      <Head eyebrow={say('answers.step')} title={say('answers.title')} lead={say('answers.lead')} />
      <Form action={action}>
        {uses.map((use, at) => (
          <HiddenField name={columnField(at)} value={use} />
        ))}
        {columns.chosen.map(({ column, answers }) => (
          <Select
            name={`chosen-${columnField(column)}`}
            label={say('answers.choose', { name: props.table.columns[column] ?? '' })}
            none={say('answers.none')}
            options={answers.map((answer, i) => ({ value: String(i), label: answer || say('answers.empty') }))}
            required
            {...kept}
          />
        ))}
        {columns.features.map((one) => (
          <FeatureAnswers {...props} one={one} />
        ))}
        <Section id="about" title={say('answers.about')}>
          <TextField
            name="name"
            label={say('answers.name')}
            help={say('answers.name-help')}
            maxLength={120}
            lang={placeLang}
            required
            {...kept}
          />
          <TextField
            name="source"
            label={say('answers.source')}
            help={say('answers.source-help')}
            maxLength={300}
            lang={placeLang}
            required
            {...kept}
          />
          <TextField
            name="asOf"
            label={say('answers.as-of')}
            help={say('answers.as-of-help')}
            maxLength={40}
            lang={placeLang}
            required
            room={20}
            {...kept}
          />
        </Section>
        <Button>{say('answers.send')}</Button>
      </Form>
    </>
  )
}

function FeatureAnswers({
  say,
  placeLang,
  table,
  one,
  typed,
  errors,
}: AnswersPageProps & { readonly one: FeatureOfColumn }) {
  const { column, feature, answers } = one
  const name = feature?.name ?? table.columns[column] ?? ''
  return (
    <Section id={`column-${column}`} title={say(feature ? 'answers.of' : 'answers.of-new', { name })}>
      {answers.map((answer, i) => (
        <Select
          name={answerField(column, i)}
          label={<span lang={placeLang}>{answer || say('answers.empty')}</span>}
          value={
            (feature && guessValue(answer, feature)?.id) ??
            (isName(answer) && (!feature || feature.values.length === 0) ? 'new' : '')
          }
          none={say('answers.none')}
          options={[
            ...(feature?.values ?? []).map((value) => ({ value: value.id as string, label: value.name })),
            ...(isName(answer) ? [{ value: 'new', label: say('answers.new', { answer }) }] : []),
            { value: 'leave', label: say('answers.leave') },
          ]}
          required
          typed={typed}
          errors={errors}
        />
      ))}
    </Section>
  )
}
