import type { Level } from '../../../platform/directory/index.ts'
import { Head, List, Section } from '../../../ui/index.ts'
import type { Preset } from '../preset.ts'
import type { MandateWriter } from './lines.ts'
import type { Problem } from '../../problem/index.ts'

export type ModelsPageProps = MandateWriter & {
  readonly problem: Problem
  /** Levels with their models, this place's own first. */
  readonly levels: readonly { readonly level: Level; readonly presets: readonly Preset[] }[]
}

/** All models, by level, the place's own first (R8). */
export function ModelsPage({ reader, say, problem, levels }: ModelsPageProps) {
  return (
    <>
      <Head title={say('models.title')} lead={say('models.lead')} />
      {levels.map(({ level, presets }) => (
        <Section id={`level-${level}`} title={say(`models.level-${level}`)}>
          <List
            items={presets.map(({ name }) => (
              <>
                <a href={reader.to('mandate.model', { problem: problem.slug, model: name })}>{say(`preset.${name}`)}</a>
                <p class="fm-small">{say(`preset.${name}-note`)}</p>
              </>
            ))}
          />
        </Section>
      ))}
      <Section id="elsewhere" title={say('models.elsewhere')} size="mid">
        <p class="fm-text">{say('models.elsewhere-text')}</p>
      </Section>
    </>
  )
}
