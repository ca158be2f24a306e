import { seeded } from '@folkmoot/basics/seeded.ts'

export type Say = (count: number) => string

/** Made-up words as uneven as those of a language: the hundredth is said a hundredth as often as the first (Zipf). */
export function speaker(seed: string): Say {
  const random = seeded(seed)
  const syllables = ['ka', 'lo', 'mi', 'ten', 'var', 'su', 'dre', 'pon', 'gil', 'sta', 'ber', 'nok', 'fu', 'ris', 'ham']
  const word = (number: number): string =>
    [number % 15, Math.floor(number / 15) % 15, Math.floor(number / 225) % 15, 7].map((at) => syllables[at]).join('')
  const vocabulary = 3_000
  return (count) => Array.from({ length: count }, () => word(Math.floor(vocabulary ** random()) - 1)).join(' ')
}
