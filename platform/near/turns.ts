/** Words that turn a sentence round, in the languages people write here; and every number. */
const turning = new Set(
  (
    'not no never none nobody nothing neither nor without against stop more less fewer most least before after only except ' +
    'ikke ingen intet aldrig hverken eller uden imod mod stop flere færre mere mindre flest færrest før efter kun undtagen ' +
    'higher lower longer shorter open close cheaper dearer højere lavere længere kortere åbn åbne luk lukke billigere dyrere'
  ).split(' '),
)

/** What must be the same in two texts that are taken for one: whoever says "not" or another number says something else. */
export function turnsOf(text: string): string {
  const words =
    text
      .normalize('NFKC')
      .toLowerCase()
      .match(/\p{N}+|\p{L}+(?:['’]\p{L}+)?/gu) ?? []
  return words
    .filter((word) => turning.has(word) || /\p{N}/u.test(word) || /n['’]t$/.test(word))
    .map((word) => (/n['’]t$/.test(word) ? 'not' : word))
    .toSorted()
    .join(' ')
}
