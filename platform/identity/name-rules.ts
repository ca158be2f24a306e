/**
 * When a name a person chooses would let readers take her for somebody who holds an office here. Pure.
 *
 * Two names are one to a reader when they differ only in case, accents, spaces, hyphens, dots, the order of their words,
 * or letters that look alike (Unicode Technical Standard 39 calls the result a skeleton; the table below is the part of
 * it that Latin names need). Folding too much costs a person an initial; folding too little costs the mayor her name.
 */

/** A name that is taken, with the titles its holder bears: "Ragna Holm", "Mayor". */
export type Holder = { readonly name: string; readonly titles: readonly string[] }

/** Whether `name` reads as the name of one of these holders, with or without a title of hers. */
export function isNameOf(name: string, holders: readonly Holder[]): boolean {
  const asked = wordsOf(name)
  return holders.some((holder) => {
    const own = wordsOf(holder.name)
    if (own.length === 0) return false
    const titles = new Set(holder.titles.flatMap(wordsOf).filter((word) => !own.includes(word)))
    return (
      isSame(asked, own) ||
      isSame(
        asked.filter((word) => !titles.has(word)),
        own,
      )
    )
  })
}

function isSame(a: readonly string[], b: readonly string[]): boolean {
  return a.join('') === b.join('') || a.toSorted().join(' ') === b.toSorted().join(' ')
}

/** The words of a name as a reader's eye takes them. */
export function wordsOf(name: string): readonly string[] {
  const plain = name
    .normalize('NFKC')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
    .toLowerCase()
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
  // Within a word a stroke is a letter; at its end it is a stroke.
  const struck = plain.replaceAll(/(?<=\p{L})[|!](?=\p{L})/gu, 'l').replaceAll(/(?<=\p{L})\$(?=\p{L})/gu, 's')
  const looks = [...struck].map((letter) => alike.get(letter) ?? letter).join('')
  return looks
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll('aa', 'a') // Danish å is also written aa
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
}

/** Each line: a letter, then what is taken for it. Small letters without accents. */
const lookalikes = [
  'a аαɑ',
  'b ьЬƅ',
  'c сϲ',
  'd ԁđð',
  'e еєε',
  'g ɡ',
  'h һħ',
  'j јϳ',
  'k кκ',
  // Capital I, digit one and small L are one stroke; so are their cousins.
  'l i1ıіιӏł',
  'm мʍ',
  'n пηո',
  'o 0оοօø',
  'p рρ',
  'q ԛ',
  'r гᴦ',
  's ѕ5',
  't тτŧ',
  'u υսц',
  'v ѵνѴ',
  'w ѡωԝш',
  'x хχ',
  'y уγү',
  'z ᴢ',
] as const

const alike: ReadonlyMap<string, string> = new Map([
  ...lookalikes.flatMap((line) => Array.from(line.slice(2), (look) => [look, line.slice(0, 1)] as const)),
  ['æ', 'ae'],
  ['œ', 'oe'],
  ['ß', 'ss'],
  ['þ', 'th'],
])
