import { createHash, createHmac } from 'node:crypto'

/** Digits and letters without those people take for one another (O, I, L, U, Z): 31, a prime, which the check needs. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXY'
const base = BigInt(alphabet.length)
/** log₂ 31¹⁵ is 74 bits: nobody guesses one of ten thousand, and a plain hash of one cannot be tried out. */
const drawn = 15

/** What people type for a letter that is not in the alphabet. */
const mistaken: Readonly<Record<string, string>> = { O: '0', I: '1', L: '1', U: 'V', Z: '2' }

/**
 * The code of one letter, from the key of its round: fifteen letters that nobody knows without the key, and a sixteenth by which a
 * slip is seen. While the key is kept the same letter can be printed again; when it is erased no code can be found out any more.
 */
export function codeOf(key: Uint8Array, letter: number): string {
  let rest = BigInt(`0x${createHmac('sha256', key).update(`folkmoot-letter/v1\n${letter}`).digest('hex')}`)
  const places: number[] = []
  for (let at = 0; at < drawn; at += 1) {
    places.push(Number(rest % base))
    rest /= base
  }
  return [...places, checkOf(places)].map((place) => alphabet[place]).join('')
}

/** As it is printed and read aloud: four by four. */
export function spaced(code: string): string {
  return code.match(/.{1,4}/g)?.join(' ') ?? code
}

/** What was typed, as a code; undefined where a slip shows. Spaces, dashes and small letters do not matter. */
export function readCode(typed: string): string | undefined {
  const letters = [...typed.toUpperCase().replaceAll(/[\s\-–—._]/gu, '')].map((letter) => mistaken[letter] ?? letter)
  const places = letters.map((letter) => alphabet.indexOf(letter))
  if (places.length !== drawn + 1 || places.includes(-1)) return undefined
  return checkOf(places.slice(0, drawn)) === places[drawn] ? letters.join('') : undefined
}

/** All that is kept of a code once its letter is printed. */
export function hashOfCode(code: string): Buffer {
  return createHash('sha256').update(`folkmoot-letter/v1\n${code}`).digest()
}

/** Each place has its own weight modulo a prime: one wrong letter, or any two that changed places, always show. */
function checkOf(places: readonly number[]): number {
  return places.reduce((sum, place, at) => sum + place * (at + 1), 0) % alphabet.length
}
