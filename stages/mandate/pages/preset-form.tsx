import { Button, Details, Radios } from '../../../ui/index.ts'
import { presets } from '../presets.ts'
import type { EditPageProps } from './props.ts'

/** Start from the rules of a real model (R8), each with its source. Part of the long form: what was typed goes with it. */
export function PresetForm({ reader, say, problem, typed, errors, isBlank }: EditPageProps) {
  const isOurs = errors.some((error) => error.field === 'preset')
  const options = presets.map(({ name }) => ({
    value: name,
    label: say(`preset.${name}`),
    help: say(`preset.${name}-note`),
  }))
  return (
    <Details summary={say('preset.title')} isOpen={isOurs || isBlank}>
      <p class="fm-small">{say('preset.lead')}</p>
      <Radios name="preset" label={say('preset.choose')} options={options} typed={typed} errors={errors} />
      <p>
        <Button variant="secondary" formAction={reader.to('mandate.preset', { problem: problem.slug })}>
          {say('preset.send')}
        </Button>
      </p>
      <p>
        <a href={reader.to('mandate.models', { problem: problem.slug })}>{say('models.link')}</a>
      </p>
    </Details>
  )
}
