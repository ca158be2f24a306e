import type { FieldError, TypedForm } from '../../../platform/http/index.ts'
import type { EverydayKey, Say } from '../../../platform/i18n/index.ts'
import { genderFault, type GenderRule } from './gender-limit.ts'
import { faultsIn, profileFeature, withUntold, type Limit, type LimitedFeature } from './limits.ts'
import type { SayLottery } from './messages/words.ts'

type BoundName = 'min' | 'max' | 'minFlex' | 'maxFlex'
const bounds: readonly BoundName[] = ['min', 'max', 'minFlex', 'maxFlex']

/** The name of the field of one bound of one group. */
export function boundField(feature: string, value: string, bound: BoundName): string {
  return `limit-${feature}-${value}-${bound}`
}

/** The name of the box that says whether a feature counts in this draw. */
export function featureUsed(feature: string): string {
  return `use-${feature}`
}

/** Where nothing is to be set: in a single group is everybody, and so many seats of each profile are drawn as were set up. */
export function isFixed({ key, values }: LimitedFeature): boolean {
  return values.length === 1 || key === profileFeature
}

type Reading = {
  readonly form: TypedForm
  readonly common: Say<EverydayKey>
  readonly say: SayLottery
  /** What the place calls those who do not say. */
  readonly untoldName: string
}

/** What was typed as limits: the features that were ticked, each group with its four bounds. */
export function readLimits(
  { form: { typed }, common, say, untoldName }: Reading,
  {
    seats,
    offered,
    gender,
  }: { readonly seats: number; readonly offered: readonly LimitedFeature[]; readonly gender: GenderRule },
):
  | { readonly ok: true; readonly features: readonly LimitedFeature[] }
  | { readonly ok: false; readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = []
  const numberIn = (field: string): number => {
    const text = (typed[field]?.[0] ?? '').trim()
    if (/^\d{1,4}$/.test(text)) return Number(text)
    errors.push({ field, text: common(text === '' ? 'required' : 'not-a-number') })
    return 0
  }
  const features = offered
    .filter((feature) => isFixed(feature) || typed[featureUsed(feature.key)] !== undefined)
    .map((feature): LimitedFeature => {
      if (isFixed(feature)) return { key: feature.key, name: feature.name, values: feature.values }
      const values = feature.values.map(({ key, name }): Limit => {
        const [min, max, minFlex, maxFlex] = bounds.map((bound) => numberIn(boundField(feature.key, key, bound)))
        return { key, name, min: min ?? 0, max: max ?? 0, minFlex: minFlex ?? 0, maxFlex: maxFlex ?? 0 }
      })
      return withUntold({ ...feature, values }, { seats, name: untoldName })
    })
  if (errors.length > 0) return { ok: false, errors }
  const faults = faultsIn({ seats, onePerHousehold: false, features }).map((fault): FieldError => {
    if (fault.kind === 'no-seats') return { field: 'seats', text: say('refused.no-seats') }
    const feature = features.find(({ key }) => key === fault.feature)
    const value = 'value' in fault ? fault.value : (feature?.values[0]?.key ?? '')
    const group = feature?.values.find(({ key }) => key === value)?.name ?? ''
    const numbers = {
      seats,
      wanted: 'wanted' in fault ? fault.wanted : 0,
      allowed: 'allowed' in fault ? fault.allowed : 0,
    }
    const bound = fault.kind === 'too-few-allowed' ? 'max' : 'min'
    return {
      field: boundField(fault.feature, value, bound),
      text: say(`fault.${fault.kind}`, { feature: feature?.name ?? '', group, ...numbers }),
    }
  })
  if (faults.length > 0) return { ok: false, errors: faults }
  const unequal = genderFault({ features }, gender)
  if (!unequal) return { ok: true, features }
  const field =
    unequal.value === null ? featureUsed(unequal.feature) : boundField(unequal.feature, unequal.value, 'min')
  const text = say('fault.gender-share', { feature: gender.gender?.name ?? '', least: gender.least })
  return { ok: false, errors: [{ field, text }] }
}
