import { promiseStrip } from '../stages/mandate/index.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import type { PageReply, Visit } from '../platform/http/index.ts'

export type ShownPromise = {
  readonly level: string
  readonly sentence: string
  readonly href: string
  readonly lowered: string | undefined
}

/** The promise level of a case, for every page of it (R6). The journey shows it in full by itself. */
export async function promiseOn(visit: Visit, reply: PageReply): Promise<ShownPromise | undefined> {
  const { problem: slug } = visit.params as Readonly<Record<string, string | undefined>> // which address it is, is not known here
  if (slug === undefined || reply.status === 404 || reply.crumbs.length < 2) return undefined
  const problem = await problemBySlug(visit.read, slug)
  const strip = problem && (await promiseStrip(visit, problem))
  return strip && { ...strip, href: visit.to('mandate.page', { problem: slug }) }
}
