import { anyone } from '@folkmoot/basics/actor.ts'
import { resolutionsAbout } from '../../../platform/directory/index.ts'
import { file, notFound, route, type Route } from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { mandatesOf } from '../store.ts'
import { charterOf, keptCharter } from './charter.ts'

/** The mandate as data: the very bytes its hash was taken of; `?version=1` for an earlier one. A draft is no mandate. */
export const charterRoutes: readonly Route[] = [
  route('mandate.data', { allowed: anyone, records: 'nothing' }, async ({ read, params, query, jurisdiction }) => {
    const problem = await problemBySlug(read, params.problem)
    if (!problem) return notFound()
    const asked = query.get('version')
    const decided = (await mandatesOf(read, problem.id)).filter(({ state }) => state !== 'draft')
    const mandate = asked === null ? decided[0] : decided.find(({ version }) => String(version) === asked)
    if (!mandate) return notFound()
    const vote = (await resolutionsAbout(read, [mandate.id])).find(({ id }) => id === mandate.resolution)
    const charter =
      (await keptCharter(read, mandate.id)) ?? (await charterOf(read, { place: jurisdiction, problem, mandate, vote }))
    return file({ body: charter.json, mediaType: 'application/json; charset=utf-8' })
  }),
]
