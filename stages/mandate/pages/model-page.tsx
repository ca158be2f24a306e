import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Note,
  NumberField,
  Radios,
  Section,
  Select,
  SummaryList,
  Table,
  TextArea,
  typedOne,
  WordDiff,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { Body, Election } from '../../../platform/directory/index.ts'
import type { Problem } from '../../problem/index.ts'
import type { Preset } from '../preset.ts'
import type { Timetable } from '../timetable.ts'
import { promiseLevels } from '../rules.ts'
import { MatterFields } from '../matters/pages/matter-fields.tsx'
import { SpanFields } from './group-fields.tsx'
import type { ChangedLine, MandateWriter } from './lines.ts'
import { modelLines, notFoundIn } from './model-lines.ts'

export type ModelPageProps = MandateWriter & {
  readonly problem: Problem
  readonly preset: Preset
  readonly errors: Errors
  readonly typed: Typed
  readonly bodies: readonly Body[]
  readonly timetable: Timetable
  /** Elections to come. */
  readonly elected: readonly Election[]
  /** What the model replaces in the draft that stands; undefined where there is none. */
  readonly replaced: readonly ChangedLine[] | undefined
  /** Names of the profiles the draft begins with, and their seats. */
  readonly profiles: string
}

/** One model: the few things it cannot know, what it fills in with the source of each value, and what its source does not tell. */
export function ModelPage(props: ModelPageProps) {
  const { reader, say, errors, preset } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say(`preset.${preset.name}`)} lead={say(`preset.${preset.name}-note`)} />
      <ShortForm {...props} />
      <Fills {...props} />
    </>
  )
}

function ShortForm(props: ModelPageProps) {
  const { reader, say, problem, preset, typed, errors, replaced } = props
  const kept = { typed, errors, required: true }
  return (
    <Section id="form" title={say('model.form')} lead={say('model.form-lead')}>
      {replaced ? (
        <Note icon="info">
          <p>{say(replaced.length === 0 ? 'model.replaces-nothing' : 'model.replaces')}</p>
          {replaced.length === 0 ? null : (
            <SummaryList rows={replaced.map(({ term, parts }) => ({ term, value: <WordDiff parts={parts} /> }))} />
          )}
        </Note>
      ) : null}
      <Form
        action={reader.to('mandate.begin-from-model', { problem: problem.slug, model: preset.name })}
        label={say('model.form')}
      >
        <HiddenField name="seen" value={typedOne(typed, 'seen', '0')} />
        <TextArea name="question" label={say('field.question')} rows={2} maxLength={300} {...kept} />
        <TextArea name="background" label={say('field.background')} rows={5} maxLength={8000} {...kept} />
        <TextArea name="tasks" label={say('field.tasks')} help={say('edit.task-tasks-help')} rows={3} {...kept} />
        <TextArea
          name="outOfScope"
          label={say('field.outOfScope')}
          help={say('edit.task-out-help')}
          rows={2}
          {...kept}
        />
        <MatterFields {...{ say, typed, errors }} lines={2} earlier={{ canChange: '', cannotChange: '' }} />
        <TextArea
          name="economicFrame"
          label={say('field.economicFrame')}
          help={say('edit.economic-help')}
          rows={2}
          {...kept}
        />
        <Unfixed {...props} />
        <Placed {...props} />
        <Button>{say('model.send')}</Button>
      </Form>
    </Section>
  )
}

/** What a body cannot adopt a mandate without, and this model does not fix. */
function Unfixed({ say, preset: { fixes }, typed, errors }: ModelPageProps) {
  const kept = { typed, errors, required: true }
  const levels = promiseLevels.map((level) => ({
    value: level,
    label: say(`level.${level}`),
    help: say(`level-text.${level}`),
  }))
  return (
    <>
      {fixes.promise ? null : <Radios name="promise" label={say('promise.how-far')} options={levels} {...kept} />}
      {fixes.answerRule ? null : (
        <SpanFields say={say} name="answer" label={say('edit.answer-count')} typed={typed} errors={errors} />
      )}
      {fixes.politicians ? null : <NumberField name="politicians" label={say('field.politicians')} {...kept} />}
      {fixes.citizens ? null : <NumberField name="citizens" label={say('field.citizens')} {...kept} />}
      {fixes.meetings ? null : <NumberField name="meetings" label={say('field.meetings')} {...kept} />}
    </>
  )
}

/** Filled in from the case and from today: bodies, days, profiles. */
function Placed(props: ModelPageProps) {
  const { reader, say, bodyName, preset, typed, errors, bodies, timetable, elected, profiles } = props
  const kept = { typed, errors, required: true }
  const kind = preset.fixes.recipient?.value
  // A day that was written before is nobody's suggestion.
  const isSuggested = (day: 'startsOn' | 'endsOn'): boolean => typedOne(typed, day) === timetable[day].toString()
  const options = bodies.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <Select
        name="parentBody"
        label={say('field.parentBody')}
        none={say('edit.no-body')}
        options={options}
        {...kept}
      />
      <Select
        name="recipientBody"
        label={say('field.recipientBody')}
        help={kind ? say('model.recipient-help', { kind: say(`body-kind.${kind}` as 'body-kind.council') }) : undefined}
        none={say('edit.no-body')}
        options={options}
        {...kept}
      />
      <DateField
        name="startsOn"
        label={say('field.startsOn')}
        help={
          isSuggested('startsOn') ? say(timetable.isStartOurs ? 'model.start-ours' : 'model.dates-help') : undefined
        }
        {...kept}
      />
      <DateField
        name="endsOn"
        label={say('field.endsOn')}
        help={isSuggested('endsOn') ? say(timetable.isEndOurs ? 'model.end-ours' : 'model.dates-help') : undefined}
        {...kept}
      />
      {elected.map(({ body, heldOn }) => (
        <p class="fm-small">{say('model.election', { body: bodyName(body), day: reader.time.day(heldOn) })}</p>
      ))}
      {profiles === '' ? null : <p class="fm-small">{say('model.profiles', { profiles })}</p>}
    </>
  )
}

function Fills({ reader, say, preset }: ModelPageProps) {
  const empty = notFoundIn(say, preset)
  return (
    <>
      <Section id="fills" title={say('model.fills')} lead={say('model.fills-lead')}>
        <Table
          caption={say('model.fills')}
          isCaptionHidden
          columns={[
            { label: say('model.field') },
            { label: say('model.value'), width: 'most' },
            { label: say('model.origin') },
          ]}
          rows={modelLines(say, preset).map(({ term, text, mark, source }) => ({
            cells: [
              term,
              text,
              <Origin mark={say(`model.mark-${mark}`)} source={source} label={reader.common('source')} />,
            ],
          }))}
        />
      </Section>
      {empty.length === 0 ? null : (
        <Section id="not-found" title={say('model.not-found')} lead={say('model.not-found-lead')} size="mid">
          <List isTight items={[...empty]} />
        </Section>
      )}
      {preset.record.length === 0 ? null : (
        <Section id="record" title={say('model.record')} size="mid">
          <List isTight items={preset.record.map(({ value }) => say(value))} />
        </Section>
      )}
    </>
  )
}

function Origin({ mark, source, label }: { readonly mark: string; readonly source: string; readonly label: string }) {
  if (source === '') return <>{mark}</>
  return (
    <>
      {mark}{' '}
      <a href={source} rel="noopener">
        {label}
      </a>
    </>
  )
}
