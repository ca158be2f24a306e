import { parseId, type Id } from '@folkmoot/basics/ids.ts'
import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { GenderCode } from './rules.ts'
import type { Feature } from './store.ts'
import type { NewlyTold, ToldFeatures } from './told-store.ts'

/** The name of the field that asks for one feature. */
export function featureField(feature: Id<'feature'>): string {
  return `feature-${feature}`
}

/** What stands for "I do not want to say": it takes back what was told. */
export const untold = 'none'

/** What was told in the fields of `FeatureFields`; a field that is not there leaves its feature as it was. */
export function readToldFeatures(
  { form: { typed }, common }: { readonly form: TypedForm; readonly common: (key: 'choose-one') => string },
  features: readonly Feature[],
): { readonly ok: true; readonly told: NewlyTold } | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const told = new Map<Id<'feature'>, Id<'feature-value'> | null>()
  const errors: FieldError[] = []
  for (const { id, values } of features) {
    const field = featureField(id)
    const [answer] = typed[field] ?? []
    if (answer === undefined) continue
    const value = parseId('feature-value', answer)
    if (answer === untold || answer === '') told.set(id, null)
    else if (value && values.some((one) => one.id === value)) told.set(id, value)
    else errors.push({ field, text: common('choose-one') })
  }
  return errors.length > 0 ? { ok: false, errors } : { ok: true, told }
}

/** What the fields show before anything is typed: what she told before. */
export function typedFeatures(told: ToldFeatures | undefined): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries([...(told ?? [])].map(([feature, value]) => [featureField(feature), [value]]))
}

/** The gender among what is told, as the composition rule counts it; undefined where nothing is said of it. */
export function genderTold(features: readonly Feature[], told: NewlyTold): GenderCode | null | undefined {
  const gender = features.find(({ kind }) => kind === 'gender')
  const value = gender && told.get(gender.id)
  if (!gender || value === undefined) return undefined
  return gender.values.find(({ id }) => id === value)?.code ?? null
}
