import { notFound, page, type Reply } from '../../../platform/http/index.ts'
import { problemBySlug } from '../../problem/index.ts'
import { countIdeas } from './list-store.ts'
import { IdeasMapPage } from './pages/ideas-map-page.tsx'
import { crumbsToIdeas, wordsOf, type AtCase } from './show.tsx'
import { placeMap } from './where.ts'

/** Where it is that people write of: the map of the place, and the same as a table. */
export async function mapPage(visit: AtCase): Promise<Reply> {
  const problem = await problemBySlug(visit.read, visit.params.problem)
  if (!problem) return notFound()
  const words = wordsOf(visit)
  const [map, counts] = await Promise.all([placeMap(visit), countIdeas(visit.read, problem.id)])
  return page({
    title: words.say('map.title'),
    crumbs: crumbsToIdeas(visit, problem),
    body: <IdeasMapPage {...words} {...{ map, counts }} slug={problem.slug} question={problem.question} />,
  })
}
