import { isStaff } from '@folkmoot/basics/actor.ts'
import type { SeatedPolitician } from '../../../../platform/directory/index.ts'
import type { Reader } from '../../../../platform/http/index.ts'
import {
  Button,
  Details,
  Form,
  Radios,
  Section,
  Select,
  TextField,
  type Errors,
  type Typed,
} from '../../../../ui/index.ts'
import type { Problem } from '../../store.ts'
import type { SayActor } from '../messages/words.ts'
import type { Spokesperson } from '../spokesperson-store.ts'
import type { ActorRow } from '../store.ts'

export type SpokespersonPartProps = {
  readonly reader: Reader
  readonly say: SayActor
  readonly problem: Problem
  readonly actor: ActorRow
  readonly errors: Errors
  /** What was typed where somebody is asked to speak for it. */
  readonly typedAsking: Typed
  /** Whose name may stand there at once. */
  readonly inOffice: readonly SeatedPolitician[]
  /** By what her name stands there; null while none does. */
  readonly how: Spokesperson['how'] | null
  readonly mayEnd: boolean
  readonly mayCorrect: boolean
}

/** Who speaks for it: by her own yes, or nobody yet, or somebody who was asked and whose name nobody reads before she answers. */
export function SpokespersonPart(props: SpokespersonPartProps) {
  const { reader, say, problem, actor, how, mayEnd, mayCorrect } = props
  const isNobody = actor.spokesperson === '' && !actor.isSpokespersonAsked
  return (
    <Section id="speaks" title={say('table.speaks')} size="mid">
      <p>
        {actor.isSpokespersonAsked
          ? say('speaks.asked')
          : how === null
            ? say('speaks.nobody')
            : say(`speaks.${how}`, { name: actor.spokesperson })}
      </p>
      {mayEnd ? (
        <Form
          shape="inline"
          action={reader.to('problem.end-spokesperson', { problem: problem.slug, number: actor.number })}
          label={say(actor.isSpokespersonAsked ? 'speaks.withdraw' : 'speaks.end')}
        >
          <Button variant="secondary" size="sm">
            {say(actor.isSpokespersonAsked ? 'speaks.withdraw' : 'speaks.end')}
          </Button>
        </Form>
      ) : null}
      {isNobody && mayCorrect ? <AskForm {...props} /> : null}
    </Section>
  )
}

const ours: readonly string[] = ['who', 'person', 'spokesName', 'spokesEmail']

function AskForm({ reader, say, problem, actor, inOffice, typedAsking, errors }: SpokespersonPartProps) {
  const isOurs = errors.some(({ field }) => ours.includes(field))
  const kept = { typed: typedAsking, errors }
  const ways = isStaff(reader.actor) ? (['ask', 'office'] as const) : (['me', 'ask', 'office'] as const)
  return (
    <Details summary={say('ask.title')} isOpen={isOurs}>
      <p class="fm-small">{say('ask.lead')}</p>
      <Form
        action={reader.to('problem.ask-spokesperson', { problem: problem.slug, number: actor.number })}
        label={say('ask.title')}
      >
        <Radios
          name="who"
          label={say('ask.who')}
          options={ways.map((value) => ({ value, label: say(`ask.who-${value}`) }))}
          required
          {...kept}
        />
        <TextField name="spokesName" label={say('ask.name')} help={say('ask.name-help')} maxLength={120} {...kept} />
        <TextField
          name="spokesEmail"
          type="email"
          label={say('ask.email')}
          help={say('ask.email-help')}
          maxLength={254}
          {...kept}
        />
        {inOffice.length > 0 ? (
          <Select
            name="person"
            label={say('ask.person')}
            none={say('ask.person-none')}
            options={inOffice.map(({ id, name, party }) => ({
              value: id,
              label: [name, party].filter(Boolean).join(' · '),
            }))}
            {...kept}
          />
        ) : null}
        <Button>{say('ask.send')}</Button>
      </Form>
    </Details>
  )
}
