import { notFound, type Route } from '../../platform/http/index.ts'
import { problemBySlug } from '../problem/index.ts'

/**
 * Whatever is refused about a case that is not there is not found: no rule and no form has anything to say of it. Asked only after
 * a refusal, so that no act pays for it.
 */
export function ofKnownCases(rows: readonly Route[]): readonly Route[] {
  return rows.map((row) => ({
    ...row,
    handle: async (visit) => {
      const reply = await row.handle(visit)
      const slug: unknown = 'problem' in visit.params ? visit.params.problem : undefined
      if (reply.kind !== 'refused' || typeof slug !== 'string') return reply
      return (await problemBySlug(visit.read, slug)) ? reply : notFound()
    },
  }))
}
