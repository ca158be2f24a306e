import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** Three ten-sided dice, hundreds first, as they lie: 4, 7, 2 is panel 472; 0, 0, 0 is panel 0. Whatever is no die is refused. */
export function numberOfDice(dice: readonly number[]): Result<number, 'no-dice'> {
  if (dice.length === 0 || dice.some((die) => !Number.isInteger(die) || die < 0 || die > 9)) return refuse('no-dice')
  return accept(dice.reduce((number, die) => number * 10 + die, 0))
}

/**
 * The number a public beacon picks among `panels`: its randomness in hexadecimal, 32 bits at a time, the first word below the
 * largest multiple of `panels`, so that no number is likelier than another (rejection sampling). Two words in three thousand
 * million are refused at 1,000 panels; a beacon of 256 bits has eight.
 */
export function numberOfBeacon(randomness: string, panels: number): Result<number, 'no-beacon'> {
  if (!/^(?:[0-9a-f]{8}){2,}$/i.test(randomness)) return refuse('no-beacon')
  const fair = Math.floor(2 ** 32 / panels) * panels
  for (let at = 0; at < randomness.length; at += 8) {
    const word = Number.parseInt(randomness.slice(at, at + 8), 16)
    if (word < fair) return accept(word % panels)
  }
  return refuse('no-beacon')
}
