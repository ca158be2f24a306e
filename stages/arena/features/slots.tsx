import type { JSX } from 'hono/jsx/jsx-runtime'
import type { Visit } from '../../../platform/http/index.ts'
import { typedFeatures } from './form.ts'
import { AboutYou } from './pages/about-you.tsx'
import { countedBy } from './show.tsx'
import { toldFeaturesOf } from './told-store.ts'

/** On one's own page: what one tells of oneself, for counting only. Null where the place counts by nothing. */
export async function aboutYou(visit: Visit): Promise<JSX.Element | null> {
  const { account } = visit.actor
  const counted = await countedBy(visit)
  if (account === null || counted.features.length === 0) return null
  const told = (await toldFeaturesOf(visit.read, [account])).get(account)
  return <AboutYou reader={visit} {...counted} typed={typedFeatures(told)} hasTold={told !== undefined} />
}
