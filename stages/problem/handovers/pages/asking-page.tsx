import type { Reader } from '../../../../platform/http/index.ts'
import type { Jurisdiction } from '../../../../platform/directory/index.ts'
import {
  Button,
  Checkboxes,
  Columns,
  Empty,
  ErrorSummary,
  Form,
  Head,
  Radios,
  Section,
  TextArea,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayHandover } from '../messages/words.ts'
import type { HandoverKind, Nearness } from '../rules.ts'

export type AskingPageProps = {
  readonly reader: Reader
  readonly say: SayHandover
  readonly kind: HandoverKind
  readonly action: string
  readonly question: string
  readonly errors: Errors
  readonly typed: Typed
  /** Where the whole problem can be handed over; null where nobody could be asked. */
  readonly otherWay: string | null
  readonly places: readonly { readonly place: Jurisdiction; readonly nearness: Nearness }[]
}

/** Where a politician hands a problem to another level, or invites members to open their parts of it. */
export function AskingPage(props: AskingPageProps) {
  const { reader, say, kind, errors, question, places, otherWay } = props
  const words = kind === 'whole' ? 'ask' : 'parts'
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={question} title={say(`${words}.title`)} lead={say(`${words}.lead`)} />
      {places.length === 0 ? (
        <Empty title={say('ask.nowhere')} level={2}>
          <p>{say(kind === 'whole' ? 'ask.nowhere-text' : 'parts.nowhere-text')}</p>
          {otherWay ? (
            <p>
              <a class="fm-link" href={otherWay}>
                {say('section.ask')}
              </a>
            </p>
          ) : null}
        </Empty>
      ) : (
        <Columns
          main={<AskingForm {...props} />}
          aside={
            <Section id="next" title={say('ask.next')} size="aside">
              <p class="fm-small">{say('ask.next-text')}</p>
            </Section>
          }
        />
      )}
    </>
  )
}

function AskingForm({ say, kind, action, errors, typed, places }: AskingPageProps) {
  const kept = { typed, errors, required: true }
  const words = kind === 'whole' ? 'ask' : 'parts'
  const options = places.map(({ place, nearness }) => ({
    value: place.id,
    label: place.name,
    help: say('place.help', { nearness: say(`near.${nearness}`), level: say(`level.${place.level}`) }),
  }))
  return (
    <Form action={action} label={say(`${words}.title`)}>
      {kind === 'whole' ? (
        <Radios name="to" label={say('ask.to')} options={options} {...kept} />
      ) : (
        <Checkboxes name="to" label={say('parts.to')} options={options} {...kept} />
      )}
      <TextArea
        name="reason"
        label={say(`${words}.reason`)}
        help={say(`${words}.reason-help`)}
        rows={5}
        maxLength={2000}
        {...kept}
      />
      <Button>{say(`${words}.send`)}</Button>
    </Form>
  )
}
