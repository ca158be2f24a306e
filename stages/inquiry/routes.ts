import type { Route } from '../../platform/http/index.ts'
import { evidenceRoutes } from './evidence/routes.tsx'
import { noteRoutes } from './notes/routes.tsx'
import { positionRoutes } from './positions/routes.tsx'
import { questionRoutes } from './questions/routes.tsx'
import { replyRoutes } from './replies/routes.tsx'

/** Every address of the stage, room by room. */
export const inquiryRoutes: readonly Route[] = [
  ...questionRoutes,
  ...evidenceRoutes,
  ...noteRoutes,
  ...positionRoutes,
  ...replyRoutes,
]
