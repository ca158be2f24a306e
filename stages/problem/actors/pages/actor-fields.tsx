import { Checkboxes, Details, Radios, TextArea, TextField, type Errors, type Typed } from '../../../../ui/index.ts'
import type { SayActor } from '../messages/words.ts'
import { amounts, namedKinds, relations, resources, standings } from '../rules.ts'

export type ActorFieldsProps = {
  readonly say: SayActor
  readonly typed: Typed
  readonly errors: Errors
  /** Shows all at once: who corrects looks for one line. */
  readonly isOpen: boolean
}

/** Everything that can be said of an actor: four answers first, the rest for who knows more. */
export function ActorFields({ say, typed, errors, isOpen }: ActorFieldsProps) {
  const kept = { typed, errors }
  const asked = { ...kept, required: true }
  return (
    <>
      <TextField name="name" label={say('form.name')} help={say('form.name-help')} maxLength={120} {...asked} />
      <Radios
        name="kind"
        label={say('form.kind')}
        options={namedKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
        {...asked}
      />
      <Radios
        name="relation"
        label={say('form.relation')}
        options={relations.map((value) => ({ value, label: say(`form.relation-${value}`) }))}
        {...asked}
      />
      <TextArea name="how" label={say('form.how')} rows={3} maxLength={1000} {...asked} />
      <Radios
        name="howMuch"
        label={say('form.how-much')}
        value="unknown"
        options={amounts.map((value) => ({ value, label: say(`amount.${value}`) }))}
        {...kept}
      />
      <Details summary={say('form.more')} isOpen={isOpen}>
        <TextArea name="knowledge" label={say('form.knowledge')} rows={3} maxLength={1000} {...kept} />
        <Checkboxes
          name="resources"
          label={say('form.resources')}
          options={resources.map((value) => ({ value, label: say(`resource.${value}`) }))}
          {...kept}
        />
        <TextArea name="resourceWords" label={say('form.resource-words')} rows={2} maxLength={1000} {...kept} />
        <Radios
          name="standing"
          label={say('form.standing')}
          value="unknown"
          options={standings.map((value) => ({ value, label: say(`standing.${value}`) }))}
          {...kept}
        />
        <TextArea
          name="reached"
          label={say('form.reached')}
          help={say('form.reached-help')}
          rows={2}
          maxLength={1000}
          {...kept}
        />
      </Details>
    </>
  )
}
