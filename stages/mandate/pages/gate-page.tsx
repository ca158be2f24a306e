import type { Reader } from '../../../platform/http/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Spoken,
  TextArea,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayMandate } from '../messages/words.ts'
import { gateQuestions } from '../rules.ts'

export type GatePageProps = {
  readonly reader: Reader
  readonly say: SayMandate
  readonly errors: Errors
  readonly typed: Typed
  readonly action: string
}

/** One politician's answers to the five questions, each with a reason (R5). */
export function GatePage({ reader, say, errors, typed, action }: GatePageProps) {
  const kept = { typed, errors, required: true }
  const options = [
    { value: 'yes', label: say('gate.yes') },
    { value: 'no', label: say('gate.no') },
  ]
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('gate.title')} lead={say('gate.lead')} />
      <p class="fm-text">{say('gate.lead-form')}</p>
      <Form action={action} label={say('gate.title')}>
        <ol class="fm-list">
          {gateQuestions.map((question) => (
            <li>
              <div class="fm-stack">
                <Radios
                  name={`answer-${question}`}
                  label={say(`gate.${question}`)}
                  help={say(`gate-help.${question}`)}
                  options={options}
                  isInline
                  {...kept}
                />
                <TextArea
                  name={`reason-${question}`}
                  label={
                    <>
                      {say('gate.why')}
                      <Spoken> {say(`gate.${question}`)}</Spoken>
                    </>
                  }
                  rows={2}
                  maxLength={1000}
                  {...kept}
                />
              </div>
            </li>
          ))}
        </ol>
        <Button>{say('gate.send')}</Button>
      </Form>
    </>
  )
}
