import type { Hours } from './hours.ts'
import type { SayWorkload } from './messages/words.ts'

type Told = { readonly meetings: number; readonly count: number; readonly hours: Hours }

/** "30.7 of 49.5 hours", or why there are none: a pair of numbers says neither what they are nor whether nobody came. */
export function ofHours(say: SayWorkload, number: (hours: number) => string, { meetings, count, hours }: Told): string {
  if (meetings === 0) return say('of-none')
  if (count === 0) return say('of-nobody')
  return say('of', { done: number(hours.done), planned: number(hours.planned), hours: hours.planned })
}
