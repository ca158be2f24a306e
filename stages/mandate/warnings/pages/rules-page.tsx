import type { Body, MajorityParty } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Checkboxes,
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
      <Section id="capacity" title={say('rules.capacity')}>
        <p class="fm-text">{say('rules.capacity-now', { count: most })}</p>
        {mayChange ? <CapacityForm {...props} /> : null}
      </Section>
    </>
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
