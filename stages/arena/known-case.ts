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
      if (reply.kind !== 'refused' || !('problem' in visit.params)) return reply
      return (await problemBySlug(visit.read, visit.params.problem)) ? reply : notFound()
    },
  }))
}
