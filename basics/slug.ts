/**
 * A readable part of an address from a sentence: Latin letters without marks, digits, single hyphens.
 * At most 60 characters, cut at a word. `fallback` where nothing readable is left (other scripts).
 */
export function slugOf(sentence: string, fallback: string): string {
  const plain = sentence
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('å', 'aa')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .replaceAll('đ', 'd')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  if (plain === '') return fallback
  if (plain.length <= mostCharacters) return plain
  // One character more: a word that ends at the limit is followed by its hyphen.
  const hyphen = plain.lastIndexOf('-', mostCharacters)
  return plain.slice(0, hyphen === -1 ? mostCharacters : hyphen)
}

const mostCharacters = 60

/** The stem itself, or the stem with the first free number from 2 on. */
export function freeSlug(stem: string, taken: ReadonlySet<string>): string {
  if (!taken.has(stem)) return stem
  for (let number = 2; ; number += 1) {
    if (!taken.has(`${stem}-${number}`)) return `${stem}-${number}`
  }
}
