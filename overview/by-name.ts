/** People as every list of them stands: by name, in the order of the reader's language. Whoever did more stands no higher. */
export function byName<Person extends { readonly name: string }>(
  people: Iterable<Person>,
  lang: string,
): readonly Person[] {
  const compare = new Intl.Collator(lang).compare
  return [...people].sort((a, b) => compare(a.name, b.name))
}
