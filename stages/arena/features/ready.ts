import { genderCodes } from './feature-form.ts'
import type { SayFeatures } from './messages/words.ts'

/** Features most places count by, ready to be taken over and changed. */
export const readyFeatures = ['gender', 'age'] as const
export type ReadyFeature = (typeof readyFeatures)[number]

const ages = ['ready.age-1', 'ready.age-2', 'ready.age-3', 'ready.age-4'] as const

/** What the form that adds a feature shows, in the language of the place. */
export function typedReady(ready: ReadyFeature, say: SayFeatures): Readonly<Record<string, string>> {
  if (ready === 'age') return { name: say('ready.age'), values: ages.map((key) => say(key)).join('\n') }
  return {
    kind: 'gender',
    name: say('ready.gender'),
    ...Object.fromEntries(genderCodes.map((code) => [code, say(`ready.gender-${code}`)])),
  }
}
