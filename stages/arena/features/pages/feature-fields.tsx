import { Radios, Select, type Errors, type Typed } from '../../../../ui/index.ts'
import { featureField, untold } from '../form.ts'
import type { SayFeatures } from '../messages/words.ts'
import type { Feature } from '../store.ts'

export type FeatureFieldsProps = {
  readonly say: SayFeatures
  /** The language of the place, in which the names are kept. */
  readonly placeLang: string
  readonly features: readonly Feature[]
  /** `typedFeatures` of what she told before, or what was typed. */
  readonly typed: Typed
  readonly errors: Errors
}

/** More answers than these stand in a list that opens. */
const mostRadios = 5

/** Asks for each feature, and takes no answer for one. Used wherever somebody tells of herself, or staff write for her. */
export function FeatureFields({ say, placeLang, features, typed, errors }: FeatureFieldsProps) {
  return (
    <>
      {features.map(({ id, name, values }) => {
        const options = [
          ...values.map((value) => ({ value: value.id as string, label: value.name })),
          { value: untold, label: say('tell.untold') },
        ]
        const field = {
          name: featureField(id),
          label: <span lang={placeLang}>{name}</span>,
          value: untold,
          isUnmarked: true,
          typed,
          errors,
        }
        return options.length > mostRadios + 1 ? (
          <Select {...field} options={options} />
        ) : (
          <Radios
            {...field}
            options={options.map(({ value, label }) => ({
              value,
              label: value === untold ? label : <span lang={placeLang}>{label}</span>,
            }))}
          />
        )
      })}
    </>
  )
}
