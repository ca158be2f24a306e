import type { Child } from 'hono/jsx'
import type { Reader } from '../../../../platform/http/index.ts'
import { nearlySameFrom } from '../../../../platform/near/index.ts'
import {
  Actions,
  Button,
  Checkbox,
  Columns,
  DateField,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  Note,
  Prose,
  Radios,
  Select,
  TextArea,
  TextField,
  WhatNext,
  type Errors,
} from '../../../../ui/index.ts'
import type { Recommendation } from '../../../draft/index.ts'
import type { Problem } from '../../../problem/index.ts'
import type { SayDecision } from '../../messages/words.ts'
import type { Target } from '../../referrals/rules.ts'
import { answerKinds, type AnswerKind } from '../counting-rules.ts'
import type { Repeat } from '../repeats.ts'
import { wordsToChange } from '../rules.ts'
import type { Item } from '../store.ts'
import { InShort } from './recommended.tsx'
import { Repeated } from './repeat-note.tsx'

export type AnsweringPageProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly errors: Errors
  readonly typed: Readonly<Record<string, readonly string[]>>
  readonly item: Item
  readonly language: string
  /** As the draft holds it; absent when the draft cannot name it any more. */
  readonly recommendation: Recommendation | undefined
  readonly agreement: string
  readonly action: string
  readonly due: string
  readonly problem: Pick<Problem, 'slug'>
  /** Other answers with nearly the reason she has typed, before it is sent. */
  readonly repeats: readonly Repeat[]
  /** Bodies it can be passed on to, and the one the answer names now. */
  readonly targets: readonly Target[]
  readonly named: string | undefined
}

/** A politician answers one recommendation in her own name. */
export function AnsweringPage(props: AnsweringPageProps) {
  const { reader, say, errors, typed, item, action, due, recommendation, targets, named } = props
  const { answer } = item
  const fields = { typed, errors }
  const version = answer?.version ?? 0
  const isNew = typed['seen']?.[0] !== undefined && typed['seen'][0] !== String(version)
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
            <OnlyIf is="accept-amended">
              <TextArea
                name="amendedText"
                label={say('answering.amended')}
                help={say('answering.amended-help')}
                value={answer?.amendedText || wordsToChange(item.text, recommendation?.clauses ?? [])}
                maxLength={8000}
                required
                {...fields}
              />
            </OnlyIf>
            <OnlyIf is="refer">
              {targets.length > 0 ? (
                <Select
                  name="referBody"
                  label={say('answering.refer-body')}
                  help={say('answering.refer-body-help')}
                  none={say('answering.refer-body-none')}
                  value={named}
                  options={targets.map(({ body, name }) => ({ value: body, label: name }))}
                  {...fields}
                />
              ) : null}
              <TextField
                name="referTo"
                label={say('answering.refer-to')}
                help={say('answering.refer-help')}
                value={named ? '' : answer?.referTo}
                {...fields}
              />
              <DateField
                name="referBy"
                label={say('answering.refer-by')}
                help={say('answering.refer-by-help')}
                value={answer?.referBy?.toString()}
                required
                {...fields}
              />
            </OnlyIf>
            <OnlyIf is="park">
              <DateField
                name="parkUntil"
                label={say('answering.park-until')}
                help={say('answering.park-help')}
                value={answer?.parkUntil?.toString()}
                required
                {...fields}
              />
            </OnlyIf>
            <VeryLike {...props} />
            <HiddenField name="seen" value={String(version)} />
            {isNew && answer ? (
              <Note icon="info">
                <p>{say('answering.stands-now', { kind: say(`state.${answer.kind}`) })}</p>
                <Prose text={answer.reason} />
              </Note>
            ) : null}
            <Note icon="info">{say('answering.in-your-name', { name: reader.actor.name })}</Note>
            <Actions>
              <Button>{say(answer ? 'answering.send-again' : 'answering.send', { number: item.number })}</Button>
            </Actions>
            <WhatNext
              steps={[
                { when: say('answering.next-now'), text: say('answering.next-now-text') },
                { when: say('answering.next-until'), text: say('answering.next-until-text') },
                { when: say('answering.next-then'), text: say('answering.next-then-text') },
              ]}
            />
          </Form>
        }
        aside={<InShort {...props} text={item.text} />}
        isAsideFirst
      />
    </>
  )
}

/** What she is about to repeat, and the tick to send it all the same. */
function VeryLike(props: AnsweringPageProps) {
  const { say, repeats, typed, errors } = props
  if (repeats.length === 0) return null
  return (
    <div class="fm-panel fm-stack">
      <Repeated {...props} />
      <p class="fm-mini">{say('repeat.rule', { from: nearlySameFrom })}</p>
      <Checkbox name="again" label={say('repeat.again')} help={say('repeat.again-help')} {...{ typed, errors }} />
    </div>
  )
}

/** Fields that one kind of answer needs: out of sight as soon as another kind is chosen. Asked of all while none is. */
function OnlyIf({ is, children }: { readonly is: AnswerKind; readonly children: Child }) {
  return <div class={`fm-form fm-onlyif fm-onlyif--${is}`}>{children}</div>
}
