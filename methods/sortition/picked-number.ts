import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Three ten-sided dice, hundreds first, as they lie: 4, 7, 2 is panel 472; 0, 0, 0 is panel 0. Whatever is no die is refused. */
export function numberOfDice(dice: readonly number[]): Result<number, 'no-dice'> {
  if (dice.length === 0 || dice.some((die) => !Number.isInteger(die) || die < 0 || die > 9)) return refuse('no-dice')
  return accept(dice.reduce((number, die) => number * 10 + die, 0))
}

/** One word of a beacon as it is looked at: eight hexadecimal letters, the number they are, and whether it may pick. */
export type BeaconWord = { readonly letters: string; readonly value: number; readonly mayPick: boolean }

/** The words that have to be looked at, in their order: those that may not pick, and the first that may. */
export function wordsOfBeacon(randomness: string, panels: number): readonly BeaconWord[] {
  if (!/^(?:[0-9a-f]{8}){2,}$/i.test(randomness)) return []
  const fair = Math.floor(2 ** 32 / panels) * panels
  const words: BeaconWord[] = []
  for (let at = 0; at < randomness.length; at += 8) {
    const letters = randomness.slice(at, at + 8)
    const value = Number.parseInt(letters, 16)
    words.push({ letters, value, mayPick: value < fair })
    if (value < fair) break
  }
  return words
}

/**
 * The number a public beacon picks among `panels`: its randomness in hexadecimal, 32 bits at a time, the first word below the
 * largest multiple of `panels`, so that no number is likelier than another (rejection sampling). Seven words in a hundred million
 * are refused at 1,000 panels; a beacon of 256 bits has eight.
 */
export function numberOfBeacon(randomness: string, panels: number): Result<number, 'no-beacon'> {
  const word = wordsOfBeacon(randomness, panels).at(-1)
  return word?.mayPick ? accept(word.value % panels) : refuse('no-beacon')
}
