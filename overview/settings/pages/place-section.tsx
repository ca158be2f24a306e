import { levels, type Jurisdiction } from '../../../platform/directory/index.ts'
import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import {
  Actions,
  Button,
  Checkboxes,
  contrastRatio,
  Form,
  isReadable,
  List,
  Section,
  Select,
  TextArea,
  TextField,
} from '../../../ui/index.ts'
import { languageName } from '../../language-name.ts'
import type { SaySettings } from '../messages/words.ts'
import type { SettingsPageProps } from './settings-props.ts'

export type PlaceFieldsProps = {
  /** In which languages are named; else each by its own name. */
  readonly lang?: string | undefined
  readonly say: SaySettings
  readonly typed: TypedForm['typed']
  readonly errors: readonly FieldError[]
  readonly spoken: readonly string[]
  readonly parents: readonly Jurisdiction[]
}

export function PlaceSection({ say, lang, typed, errors, place, colors, spoken, parents, to }: SettingsPageProps) {
  const isThis = Object.hasOwn(typed, 'timeZone')
  return (
    <Section id="place" title={say('place')}>
      <Form action={to.save} labelledBy="place">
        <PlaceFields
          lang={lang}
          say={say}
          typed={isThis ? typed : place}
          errors={errors}
          spoken={spoken}
          parents={parents}
        />
        <Contrasts say={say} lang={lang} colors={colors} />
        <Actions>
          <Button>{say('save')}</Button>
        </Actions>
      </Form>
    </Section>
  )
}

/** The fields `readPlace` reads. */
export function PlaceFields({ lang, say, typed, errors, spoken, parents }: PlaceFieldsProps) {
  const field = { typed, errors }
  return (
    <>
      <TextField name="name" label={say('name')} room={40} required {...field} />
      <Select
        name="level"
        label={say('level')}
        required
        options={levels.map((value) => ({ value, label: say(`level.${value}`) }))}
        {...field}
      />
      <Select
        name="partOf"
        label={say('part-of')}
        help={say('part-of-help')}
        none={say('part-of-none')}
        options={parents.map(({ id, name, level }) => ({ value: id, label: `${name} · ${say(`level.${level}`)}` }))}
        {...field}
      />
      <TextField name="tagline" label={say('tagline')} help={say('tagline-help')} {...field} />
      <TextArea
        name="offlineRoute"
        rows={3}
        maxLength={500}
        label={say('offline')}
        help={say('offline-help')}
        {...field}
      />
      <Checkboxes
        name="languages"
        label={say('languages')}
        help={say('languages-help')}
        required
        options={spoken.map((value) => ({ value, label: languageName(value) }))}
        {...field}
      />
      {spoken.map((one) => (
        <>
          <TextField
            name={`council-${one}`}
            lang={one}
            room={40}
            label={say('council', { language: languageName(one, lang) })}
            {...field}
          />
          <TextField
            name={`arena-${one}`}
            lang={one}
            room={40}
            label={say('arena', { language: languageName(one, lang) })}
            {...field}
          />
        </>
      ))}
      <TextField name="timeZone" room={20} label={say('time-zone')} help={say('time-zone-help')} required {...field} />
      <TextArea name="holidays" rows={6} label={say('holidays')} help={say('holidays-help')} {...field} />
      <TextField name="accent" room={10} label={say('accent')} help={say('accent-help')} {...field} />
      <TextField name="brand" room={10} label={say('brand')} help={say('brand-help')} {...field} />
    </>
  )
}

type Contrasted = { readonly say: SaySettings; readonly lang: string; readonly colors: SettingsPageProps['colors'] }

function Contrasts({ say, lang, colors }: Contrasted) {
  const lines = (['accent', 'brand'] as const).flatMap((name) => {
    const color = colors[name]
    if (!color) return []
    const ratio = new Intl.NumberFormat(lang, { maximumFractionDigits: 1 }).format(contrastRatio(color, '#ffffff'))
    return [say(isReadable(color) ? 'contrast-good' : 'contrast-low', { name: say(name), ratio })]
  })
  return lines.length === 0 ? null : (
    <List
      items={lines.map((line) => (
        <span class="fm-small">{line}</span>
      ))}
      isTight
    />
  )
}
