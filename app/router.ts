import type { Route } from '../platform/http/index.ts'
import { overviewRoutes } from '../overview/index.ts'
import { arenaRoutes } from '../stages/arena/index.ts'
import { decisionRoutes } from '../stages/decision/index.ts'
import { deliveryRoutes } from '../stages/delivery/index.ts'
import { draftRoutes } from '../stages/draft/index.ts'
import { inquiryRoutes } from '../stages/inquiry/index.ts'
import { mandateRoutes } from '../stages/mandate/index.ts'
import { meetingRoutes } from '../stages/meeting/index.ts'
import { opinionRoutes } from '../stages/opinion/index.ts'
import { outcomeRoutes } from '../stages/outcome/index.ts'
import { problemRoutes } from '../stages/problem/index.ts'

/**
 * Every row of every address within a place. The few addresses of the installation itself are in `installation.tsx`.
 * More particular paths stand before paths with a parameter in the same place (`problems/new` before `problems/:problem`).
 */
export const routes: readonly Route[] = [
  ...problemRoutes,
  ...mandateRoutes,
  ...arenaRoutes,
  ...meetingRoutes,
  ...inquiryRoutes,
  ...opinionRoutes,
  ...draftRoutes,
  ...decisionRoutes,
  ...deliveryRoutes,
  ...outcomeRoutes,
  ...overviewRoutes,
]
