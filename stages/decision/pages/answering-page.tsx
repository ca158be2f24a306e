import type { Reader } from '../../../platform/http/index.ts'
import {
  Actions,
  Button,
  Columns,
  DateField,
  ErrorSummary,
  Form,
  Head,
  Note,
  Prose,
  Radios,
  Section,
  TextArea,
  TextField,
  WhatNext,
  type Errors,
} from '../../../ui/index.ts'
import type { SayDecision } from '../messages/words.ts'
import { answerKinds } from '../rules.ts'
import type { Item } from '../store.ts'

export type AnsweringPageProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly item: Item
  readonly action: string
  readonly due: string
}

/** A politician answers one recommendation in her own name. */
export function AnsweringPage({ reader, say, errors, typed, item, action, due }: AnsweringPageProps) {
  const { answer } = item
  const fields = { typed, errors }
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={due} title={say('answering.title', { number: item.number })} lead={item.title} />
      <Columns
        main={
          <Form action={action} label={say('answering.title', { number: item.number })}>
            <Radios
              name="kind"
              label={say('answering.kind')}
              required
              value={answer?.kind}
              options={answerKinds.map((kind) => ({
                value: kind,
                label: say(`state.${kind}`),
                help: say(`answering.help-${kind}`),
              }))}
              {...fields}
            />
            <TextArea
              name="reason"
              label={say('answering.reason')}
              help={say('answering.reason-help')}
              value={answer?.reason}
              maxLength={6000}
              required
              {...fields}
            />
            <TextArea
              name="amendedText"
              label={say('answering.amended')}
              help={say('answering.amended-help')}
              value={answer?.amendedText || item.text}
              maxLength={8000}
              {...fields}
            />
            <TextField
              name="referTo"
              label={say('answering.refer-to')}
              help={say('answering.refer-help')}
              value={answer?.referTo}
              {...fields}
            />
            <DateField
              name="referBy"
              label={say('answering.refer-by')}
              value={answer?.referBy?.toString()}
              {...fields}
            />
            <DateField
              name="parkUntil"
              label={say('answering.park-until')}
              help={say('answering.park-help')}
              value={answer?.parkUntil?.toString()}
              {...fields}
            />
            <Note icon="info">{say('answering.in-your-name', { name: reader.actor.name })}</Note>
            <Actions>
              <Button>{say(answer ? 'answering.send-again' : 'answering.send', { number: item.number })}</Button>
            </Actions>
          </Form>
        }
        aside={
          <>
            <Section id="words" title={say('answering.words')} size="aside">
              <Prose text={item.text} size="small" />
            </Section>
            <WhatNext
              steps={[
                { when: say('answering.next-now'), text: say('answering.next-now-text') },
                { when: say('answering.next-until'), text: say('answering.next-until-text') },
                { when: say('answering.next-then'), text: say('answering.next-then-text') },
              ]}
            />
          </>
        }
      />
    </>
  )
}
