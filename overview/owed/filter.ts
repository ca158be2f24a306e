import type { Id } from '@folkmoot/basics/ids.ts'
import { bodies, politicianBySlug, politicians, todayIn, type Body } from '../../platform/directory/index.ts'
import type { Visit } from '../../platform/http/index.ts'

/** Whose debts are asked for: all of the place, or those of one body, or of one politician. */
export type OwedFilter = {
  readonly body: { readonly id: Id<'body'>; readonly slug: string; readonly name: string } | null
  readonly person: { readonly id: Id<'person'>; readonly slug: string; readonly name: string } | null
}

/** Whom one can ask for: bodies that decide, and who sits in them today. */
export type OwedChoices = {
  readonly bodies: readonly Pick<Body, 'slug' | 'name'>[]
  readonly people: readonly { readonly slug: string; readonly name: string }[]
}

export async function choicesOf(visit: Visit): Promise<OwedChoices> {
  const [all, people] = await Promise.all([
    bodies(visit.read),
    politicians(visit.read, todayIn(visit.jurisdiction, visit.now)),
  ])
  return { bodies: all.filter(({ kind }) => kind !== 'office'), people }
}

/** `?body=works`, `?person=ragna-holm`: what nobody bears asks for nothing in particular. A politician also after her term. */
export async function filterOf(visit: Visit): Promise<OwedFilter> {
  const [body, person] = [visit.query.get('body') ?? '', visit.query.get('person') ?? '']
  const [all, found] = await Promise.all([
    body === '' ? [] : bodies(visit.read),
    person === '' ? undefined : politicianBySlug(visit.read, person),
  ])
  return { body: all.find(({ slug }) => slug === body) ?? null, person: found ?? null }
}

/** The same filter for another address: '' where nothing is filtered. */
export function queryOf({ body, person }: OwedFilter, more: readonly [string, string][] = []): string {
  const query = new URLSearchParams([
    ...(body ? [['body', body.slug]] : []),
    ...(person ? [['person', person.slug]] : []),
    ...more.map(([name, value]) => [name, value]),
  ]).toString()
  return query === '' ? '' : `?${query}`
}

export function isFiltered({ body, person }: OwedFilter): boolean {
  return body !== null || person !== null
}
