import type { Visit } from '../../../platform/http/index.ts'
import { citableKinds, type CitableQuery } from '../citable.ts'

const mostWords = 100

/** What somebody looks for to cite: from the address, or from the form in which she ticks, which carries it along. */
export function citableQueryOf({ query, form }: Pick<Visit, 'query' | 'form'>): CitableQuery {
  const of = (name: string): string => form.typed[name]?.[0] ?? query.get(name) ?? ''
  return {
    words: of('q')
      .replaceAll(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
      .slice(0, mostWords)
      .trim(),
    kind: citableKinds.find((kind) => kind === of('kind')) ?? null,
    page: /^[1-9]\d{0,3}$/.test(of('page')) ? Number(of('page')) : 1,
  }
}

/** As it stands behind the question mark of an address; '' for a few of each. */
export function citableQueryText({ words, kind, page }: CitableQuery): string {
  const text = new URLSearchParams({
    ...(words === '' ? {} : { q: words }),
    ...(kind === null ? {} : { kind }),
    ...(page === 1 ? {} : { page: String(page) }),
  }).toString()
  return text === '' ? '' : `?${text}`
}
