import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  DateField,
  Details,
  FileField,
  Form,
  HiddenField,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayDelivery } from '../../messages/words.ts'
import type { Pledge } from '../store.ts'

/** A file that proves it: where it is read, and its name. */
export type Proof = { readonly href: string; readonly name: string }

export type SettleFormProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly today: Temporal.PlainDate
  readonly typed: Typed
  readonly errors: Errors
  readonly pledge: Pledge
  /** Said on the page of all one's pledges, where they belong to many cases. */
  readonly question: string | undefined
  readonly isOpen: boolean
}

/** Whether it was brought: filled in as it was pledged, so that who brought it presses once. */
export function SettleForm({ reader, say, today, typed, errors, pledge, question, isOpen }: SettleFormProps) {
  const n = pledge.number
  const isTyped = typed['pledge']?.[0] === pledge.id
  const fields = isTyped ? { typed, errors } : {}
  const label = say('settle.title', { what: pledge.what })
  return (
    <Details summary={label} isOpen={isOpen || isTyped}>
      {question ? <p class="fm-mini">{question}</p> : null}
      <Form action={reader.to('delivery.keep-pledge', { problem: pledge.slug, number: n })} label={label} multipart>
        <HiddenField name="pledge" value={pledge.id} />
        {isOpen ? <HiddenField name="from" value="own" /> : null}
        <DateField
          name={`on-${n}`}
          label={say('settle.on')}
          value={today.toString()}
          most={today.toString()}
          isUnmarked
          {...fields}
        />
        <TextField
          name={`much-${n}`}
          label={say('settle.much')}
          value={pledge.howMuch}
          maxLength={200}
          isUnmarked
          {...fields}
        />
        <TextField
          name={`words-${n}`}
          label={say('settle.words')}
          help={say('settle.help')}
          maxLength={1000}
          {...fields}
        />
        <FileField
          name={`file-${n}`}
          label={say('settle.file')}
          help={say('settle.file-help')}
          accept="image/*,.pdf,.txt"
          errors={isTyped ? errors : undefined}
        />
        <div class="fm-act">
          <Button name="kept" value="yes">
            {say('settle.kept')}
          </Button>
          <Button name="kept" value="no" variant="secondary">
            {say('settle.not-kept')}
          </Button>
        </div>
      </Form>
    </Details>
  )
}

export type DeliveredProps = {
  readonly reader: Reader
  readonly say: SayDelivery
  readonly pledge: Pledge
  readonly proofs: readonly Proof[]
}

/** What came of it: when, how much, the words, the proof. */
export function Delivered({ reader, say, pledge, proofs }: DeliveredProps) {
  const { deliveredOn, deliveredMuch, settledWords } = pledge
  return (
    <>
      {deliveredOn ? (
        <span class="fm-mini">{say('delivered', { day: reader.time.day(deliveredOn), much: deliveredMuch })}</span>
      ) : null}
      {settledWords ? <span class="fm-mini">{settledWords}</span> : null}
      {proofs.map(({ href, name }) => (
        <a class="fm-mini" href={href}>
          {say('delivered-proof', { name })}
        </a>
      ))}
    </>
  )
}
