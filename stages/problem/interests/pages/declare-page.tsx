import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkbox,
  Checkboxes,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  NumberField,
  Radios,
  TextArea,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import { resources } from '../../actors/rules.ts'
import type { SayInterest } from '../messages/words.ts'
import { interestKinds, legalForms } from '../rules.ts'

export type DeclarePageProps = {
  readonly reader: Reader
  readonly say: SayInterest
  readonly organisation: string
  readonly isFirst: boolean
  /** The case in which she came from asking for a seat: she goes back to it. */
  readonly seatIn: { readonly slug: string; readonly question: string } | undefined
  readonly typed: Typed
  readonly errors: Errors
}

/** Where an organisation says what it is, whom it speaks for, who pays it and what it wants. */
export function DeclarePage({ reader, say, organisation, isFirst, seatIn, typed, errors }: DeclarePageProps) {
  const kept = { typed, errors }
  const asked = { ...kept, required: true }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head
        eyebrow={organisation}
        title={say(isFirst ? 'declare.title' : 'page.change')}
        lead={say('declare.lead', { organisation })}
      />
      {seatIn ? (
        <p>
          <a class="fm-link" href={reader.to('arena.application', { problem: seatIn.slug })}>
            {say('declare.to-seat', { question: seatIn.question })}
          </a>
        </p>
      ) : null}
      <Form action={reader.to('problem.declare')} label={say('declare.title')}>
        {seatIn ? <HiddenField name="seat" value={seatIn.slug} /> : null}
        <Radios
          name="legalForm"
          label={say('declare.form')}
          options={legalForms.map((value) => ({ value, label: say(`form.${value}`) }))}
          {...asked}
        />
        <TextArea
          name="speaksFor"
          label={say('declare.speaks-for')}
          help={say('declare.speaks-for-help')}
          rows={2}
          maxLength={500}
          {...asked}
        />
        <NumberField name="howMany" label={say('declare.how-many')} help={say('declare.how-many-help')} {...kept} />
        <TextArea
          name="paidBy"
          label={say('declare.paid-by')}
          help={say('declare.paid-by-help')}
          rows={2}
          maxLength={1000}
          {...asked}
        />
        <Checkboxes
          name="interests"
          label={say('declare.interests')}
          options={interestKinds.map((value) => ({ value, label: say(`interest.${value}`) }))}
          {...asked}
        />
        <TextArea name="interestWords" label={say('declare.interest-words')} rows={3} maxLength={1000} {...asked} />
        <Checkboxes
          name="resources"
          label={say('declare.resources')}
          options={resources.map((value) => ({ value, label: say(`resource.${value}`) }))}
          {...kept}
        />
        <TextArea name="resourceWords" label={say('declare.resource-words')} rows={2} maxLength={1000} {...kept} />
        <TextField
          name="spokesperson"
          label={say('declare.spokesperson')}
          help={say('declare.spokesperson-help')}
          maxLength={120}
          {...kept}
        />
        <Checkbox name="hasAgreed" label={say('declare.agreed')} {...kept} />
        {isFirst ? null : <TextArea name="reason" label={say('declare.reason')} rows={2} maxLength={1000} {...asked} />}
        <Button>{say('declare.send')}</Button>
      </Form>
    </>
  )
}
