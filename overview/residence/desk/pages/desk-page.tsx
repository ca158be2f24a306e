import type { Id } from '@folkmoot/basics/ids.ts'
import type { FieldError, Reader, TypedForm } from '../../../../platform/http/index.ts'
import type { Byline } from '../../../../platform/identity/index.ts'
import { homeBy, seenBy, type Seen } from '../../../../platform/identity/residence/index.ts'
import {
  Button,
  ErrorSummary,
  FactList,
  Form,
  Head,
  HiddenField,
  Radios,
  Section,
  StaffLabel,
  TextArea,
  TextField,
} from '../../../../ui/index.ts'
import type { SayDesk } from '../messages/words.ts'

export type DeskPageProps = {
  readonly say: SayDesk
  readonly reader: Reader
  readonly waiting: readonly Seen[]
  /** Who wrote each down. */
  readonly staff: ReadonlyMap<Id<'account'>, Byline>
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
}

/** What waits for a second one of staff, and writing down what the next one shows. */
export function DeskPage(props: DeskPageProps) {
  const { say, reader, waiting, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head eyebrow={<StaffLabel>{reader.common('staff')}</StaffLabel>} title={say('title')} lead={say('lead')} />
      <Section id="waiting" title={say('waiting')}>
        {waiting.length === 0 ? <p class="fm-muted">{say('waiting-none')}</p> : null}
        {waiting.length > 0 ? (
          <ol class="fm-list">
            {waiting.map((seen) => (
              <li>
                <One {...props} seen={seen} />
              </li>
            ))}
          </ol>
        ) : null}
      </Section>
      <Writing {...props} />
    </>
  )
}

function One({ say, reader, staff, seen }: DeskPageProps & { readonly seen: Seen }) {
  const name = seen.name || say('nameless')
  const action = reader.to('residence.decide-seen', { number: seen.number })
  const isOwn = reader.actor.account === seen.recordedBy
  return (
    <div class="fm-stack fm-stack--2">
      <h3 class="fm-h-mid">{name}</h3>
      <p class="fm-mini">
        {say('by', { name: staff.get(seen.recordedBy)?.name ?? '', day: reader.time.day(seen.recordedAt) })}
      </p>
      <FactList
        rows={[
          { term: say('term-seen'), value: say(`seen-${seen.seenBy}`) },
          { term: say('term-home'), value: say(`home-${seen.homeBy}`) },
          { term: say('term-reason'), value: seen.reason },
        ]}
      />
      {isOwn ? (
        <p class="fm-small">{say('own-record')}</p>
      ) : (
        <>
          <Form action={action} label={say('confirm', { name })}>
            <HiddenField name="answer" value="confirm" />
            <Button size="sm">{say('confirm', { name })}</Button>
          </Form>
          <Form action={action} label={`${say('return')} ${name}`}>
            <HiddenField name="answer" value="return" />
            <Button size="sm" variant="secondary">
              {say('return')}
              <span class="fm-vh"> {name}</span>
            </Button>
          </Form>
        </>
      )}
    </div>
  )
}

function Writing({ say, reader, typed, errors }: DeskPageProps) {
  const field = { required: true, typed, errors }
  return (
    <Section id="write" title={say('write')} lead={say('write-lead')}>
      <Form action={reader.to('residence.write-down')} labelledBy="write">
        <TextField name="said" label={say('number')} inputmode="numeric" autocomplete="off" room={10} {...field} />
        <Radios
          name="seenBy"
          label={say('seen')}
          options={seenBy.map((value) => ({ value, label: say(`seen-${value}`) }))}
          {...field}
        />
        <Radios
          name="homeBy"
          label={say('home')}
          options={homeBy.map((value) => ({ value, label: say(`home-${value}`) }))}
          {...field}
        />
        <TextArea name="reason" label={say('reason')} help={say('reason-help')} rows={2} maxLength={500} {...field} />
        <Button>{say('send')}</Button>
      </Form>
    </Section>
  )
}
