import type { Reader } from '../../../platform/http/index.ts'
import type { Delegation } from '../../../platform/identity/index.ts'
import {
  Actions,
  Button,
  DateField,
  ErrorSummary,
  Form,
  Head,
  HiddenField,
  List,
  Section,
  Spoken,
  Stack,
  TextField,
  type Errors,
  type Typed,
} from '../../../ui/index.ts'
import type { SayDelegate } from '../messages/words.ts'

export type DelegatesPageProps = {
  readonly reader: Reader
  readonly say: SayDelegate
  readonly errors: Errors
  readonly typed: Typed
  /** Who prepares for the politician who looks, or was asked to. */
  readonly hers: readonly Delegation[]
  /** For whom the one who looks prepares, or was asked to. */
  readonly to: readonly Delegation[]
  readonly mayName: boolean
  /** First and last day that can be chosen. */
  readonly days: { readonly least: string; readonly most: string }
}

/** Who prepares for a politician, for both of them to see and to end. */
export function DelegatesPage(props: DelegatesPageProps) {
  const { reader, say, errors, hers, mayName } = props
  return (
    <Stack gap="8">
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('title')} lead={say('lead')} />
      {mayName || hers.length > 0 ? <Hers {...props} /> : null}
      <Others {...props} />
    </Stack>
  )
}

function Hers({ reader, say, errors, typed, hers, mayName, days }: DelegatesPageProps) {
  const field = { typed, errors, required: true }
  return (
    <Section id="hers" title={say('hers')} lead={say('hers-lead')}>
      {hers.length === 0 ? <p class="fm-text fm-muted">{say('hers-none')}</p> : null}
      <List
        items={hers.map((one) => (
          <>
            <p>{one.name || one.email}</p>
            <p class="fm-mini">
              {[one.isStaff ? reader.common('staff') : '', stateOf(reader, say, one)].filter(Boolean).join(' · ')}
            </p>
            <End reader={reader} one={one} text={say('hers-end')} of={one.name || one.email} />
          </>
        ))}
      />
      {mayName ? (
        <>
          <h3 id="name">{say('name')}</h3>
          <Form action={reader.to('delegates.name')} labelledBy="name">
            <TextField
              name="email"
              type="email"
              room={40}
              label={say('name-email')}
              help={say('name-email-help')}
              {...field}
            />
            <DateField name="until" label={say('name-until')} help={say('name-until-help')} {...days} {...field} />
            <Actions>
              <Button>{say('name-send')}</Button>
            </Actions>
          </Form>
        </>
      ) : null}
    </Section>
  )
}

function Others({ reader, say, to }: DelegatesPageProps) {
  return (
    <Section id="to" title={say('to')} lead={to.length > 0 ? say('to-lead') : undefined}>
      {to.length === 0 ? <p class="fm-text fm-muted">{say('to-none')}</p> : null}
      <List
        items={to.map((one) => (
          <>
            <p>
              <a href={reader.to('person', { person: one.personSlug })}>{one.personName}</a>
            </p>
            <p class="fm-mini">{stateOf(reader, say, one)}</p>
            <Actions>
              {one.agreedAt === null ? (
                <Form action={reader.to('delegates.agree')} shape="inline">
                  <HiddenField name="delegation" value={one.id} />
                  <Button size="sm">
                    {say('to-agree')}
                    <Spoken>: {one.personName}</Spoken>
                  </Button>
                </Form>
              ) : null}
              <End
                reader={reader}
                one={one}
                text={say(one.agreedAt === null ? 'to-decline' : 'to-end')}
                of={one.personName}
              />
            </Actions>
          </>
        ))}
      />
    </Section>
  )
}

type EndProps = { readonly reader: Reader; readonly one: Delegation; readonly text: string; readonly of: string }

function End({ reader, one, text, of }: EndProps) {
  return (
    <Form action={reader.to('delegates.end')} shape="inline">
      <HiddenField name="delegation" value={one.id} />
      <Button size="sm" variant="secondary">
        {text}
        <Spoken>: {of}</Spoken>
      </Button>
    </Form>
  )
}

function stateOf(reader: Reader, say: SayDelegate, { agreedAt, endsAt, holds }: Delegation): string {
  // The last moment of the last day, not the first of the next.
  const day = reader.time.day(endsAt.subtract({ milliseconds: 1 }))
  if (agreedAt === null) return say('state.asked', { day })
  return say(holds ? 'state.agreed' : 'state.no-seat', { day })
}
