import { Button, Details, Radios, Table } from '../../../ui/index.ts'
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
      <Table
        caption={say('preset.source')}
        columns={[{ label: say('preset.choose') }, { label: reader.common('source') }]}
        rows={presets.map(({ name, source }) => ({
          cells: [
            say(`preset.${name}`),
            <a href={source} rel="noopener">
              {say('page.preset-source', { name: say(`preset.${name}`) })}
            </a>,
          ],
        }))}
      />
    </Details>
  )
}
