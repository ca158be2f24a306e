import type { Body } from '../../../../platform/directory/index.ts'
import { voteLabels } from '../../../../platform/directory/votes/form.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  Radios,
  Said,
  Section,
  Select,
  TextArea,
  VoteFields,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayMoved } from '../messages/words.ts'
import { businessKinds } from '../rules.ts'

export type EnteringPageProps = {
  readonly reader: Reader
  readonly say: SayMoved
  readonly problem: Problem
  /** Standing committees, and whatever else decides here. */
  readonly committees: readonly Body[]
  /** Those whose votes the reader may write down. */
  readonly deciders: readonly Body[]
  /** When the work of the group ends by its mandate. */
  readonly endsOn: Temporal.PlainDate | null
  readonly errors: Errors
  readonly typed: Typed
}

/** What moves, from where, until when, what stays; then the vote, as the body's minutes have it. */
export function EnteringPage({ reader, say, problem, committees, deciders, endsOn, errors, typed }: EnteringPageProps) {
  const kept = { errors, typed }
  const options = (these: readonly Body[]) => these.map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={<Said lang={problem.language}>{problem.question}</Said>}
        title={say('enter.title')}
        lead={say('enter.lead')}
      />
      <Form action={reader.to('mandate.enter-move', { problem: problem.slug })} label={say('enter.title')}>
        <Section id="business" title={say('enter.business')}>
          <Select
            name="from"
            label={say('enter.from')}
            none={reader.common('choose-one')}
            options={options(committees.filter(({ kind }) => kind !== 'council' && kind !== 'parliament'))}
            required
            {...kept}
          />
          <Radios
            name="kind"
            label={say('enter.kind')}
            options={businessKinds.map((kind) => ({
              value: kind,
              label: say(`kind.${kind}`),
              help: say(`kind-help.${kind}`),
            }))}
            required
            {...kept}
          />
          <TextArea name="what" label={say('enter.what')} rows={2} maxLength={500} required {...kept} />
          <TextArea
            name="stays"
            label={say('enter.stays')}
            help={say('enter.stays-help')}
            rows={3}
            maxLength={1000}
            required
            {...kept}
          />
          <DateField
            name="endsOn"
            label={say('enter.until')}
            help={say('enter.until-help')}
            value={endsOn?.toString()}
            required
            {...kept}
          />
          <NumberField name="freedHours" label={say('enter.freed')} help={say('enter.freed-help')} {...kept} />
        </Section>
        <Section id="vote" title={say('enter.vote')}>
          <Select
            name="body"
            label={say('enter.body')}
            help={say('enter.body-help')}
            none={reader.common('choose-one')}
            options={options(deciders)}
            required
            {...kept}
          />
          <VoteFields labels={voteLabels(reader.lang)} {...kept} />
        </Section>
        <p class="fm-small fm-muted">{say('enter.next')}</p>
        <Button>{say('enter.send')}</Button>
      </Form>
    </>
  )
}
