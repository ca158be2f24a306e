import type { Body, Election, MajorityParty } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkboxes,
  DateField,
  ErrorSummary,
  Form,
  Head,
  NumberField,
  Section,
  Select,
  SummaryList,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { SayMandate } from '../../messages/words.ts'

export type RulesPageProps = {
  readonly reader: Reader
  readonly say: SayMandate
  readonly errors: Errors
  readonly typed: Typed
  readonly bodies: readonly Body[]
  readonly parties: readonly Body[]
  readonly said: readonly MajorityParty[]
  readonly elected: readonly Election[]
  readonly today: Temporal.PlainDate
  readonly most: number
  readonly mayChange: boolean
}

/** What warnings are measured by, for everybody to read; clerks and administrators change it. */
export function RulesPage(props: RulesPageProps) {
  const { reader, say, errors, bodies, said, most, mayChange } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <Head title={say('rules.title')} lead={say('rules.lead')} />
      <Section id="majority" title={say('rules.majority')}>
        <SummaryList
          rows={bodies.map(({ id, name }) => {
            const own = said.filter(({ body }) => body === id)
            const [first] = own
            return {
              term: name,
              value: first
                ? say('rules.majority-said', {
                    parties: own.map((one) => one.name).join(', '),
                    source: first.source,
                    day: reader.time.day(first.saidAt),
                  })
                : reader.common('unknown'),
            }
          })}
        />
        {mayChange ? <MajorityForm {...props} /> : null}
      </Section>
      <Elections {...props} />
      <Section id="capacity" title={say('rules.capacity')}>
        <p class="fm-text">{say('rules.capacity-now', { count: most })}</p>
        {mayChange ? <CapacityForm {...props} /> : null}
      </Section>
    </>
  )
}

/** When each body is elected next; a day that has passed says so, since nobody has told the one after it. */
function Elections(props: RulesPageProps) {
  const { reader, say, bodies, elected, today, mayChange } = props
  const line = ({ heldOn, source }: Election): string =>
    say(Temporal.PlainDate.compare(heldOn, today) < 0 ? 'rules.election-over' : 'rules.election-said', {
      day: reader.time.day(heldOn),
      source,
    })
  return (
    <Section id="election" title={say('rules.election')} lead={say('rules.election-lead')}>
      <SummaryList
        rows={bodies.map(({ id, name }) => {
          const own = elected.find(({ body }) => body === id)
          return { term: name, value: own ? line(own) : reader.common('unknown') }
        })}
      />
      {mayChange ? <ElectionForm {...props} /> : null}
    </Section>
  )
}

function ElectionForm({ reader, say, typed, errors, bodies }: RulesPageProps) {
  const kept = { typed, errors }
  return (
    <Form action={reader.to('mandates.say-election')} label={say('rules.election')}>
      <Select
        name="electedBody"
        label={say('rules.body')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        required
        {...kept}
      />
      <DateField name="heldOn" label={say('rules.election-day')} help={say('rules.election-help')} {...kept} />
      <TextField
        name="electionSource"
        label={say('rules.source')}
        help={say('rules.election-source-help')}
        maxLength={500}
        required
        {...kept}
      />
      <Button>{say('rules.say-election')}</Button>
    </Form>
  )
}

function MajorityForm({ reader, say, typed, errors, bodies, parties }: RulesPageProps) {
  const kept = { typed, errors }
  return (
    <Form action={reader.to('mandates.say-majority')} label={say('rules.majority')}>
      <Select
        name="body"
        label={say('rules.body')}
        options={bodies.map(({ id, name }) => ({ value: id, label: name }))}
        required
        {...kept}
      />
      <Checkboxes
        name="parties"
        label={say('rules.parties')}
        help={say('rules.parties-help')}
        options={parties.map(({ id, name }) => ({ value: id, label: name }))}
        {...kept}
      />
      <TextField
        name="source"
        label={say('rules.source')}
        help={say('rules.source-help')}
        maxLength={500}
        required
        {...kept}
      />
      <Button>{say('rules.say-majority')}</Button>
    </Form>
  )
}

function CapacityForm({ reader, say, typed, errors, most }: RulesPageProps) {
  return (
    <Form action={reader.to('mandates.say-capacity')} label={say('rules.capacity')}>
      <NumberField
        name="groupsAYear"
        label={say('rules.groups')}
        help={say('rules.groups-help')}
        value={String(most)}
        required
        typed={Object.hasOwn(typed, 'groupsAYear') ? typed : undefined}
        errors={errors}
      />
      <Button>{say('rules.say-capacity')}</Button>
    </Form>
  )
}
