/** The door of the pages across stages, for `app`. */
import type { Route } from '../platform/http/index.ts'
import { aboutRoutes } from './about/routes.tsx'
import { benchRoutes } from './bench/routes.tsx'
import { bodyRoutes } from './body/routes.tsx'
import { consentRoutes } from './consents/routes.tsx'
import { creditRoutes } from './credits/routes.tsx'
import { delegateRoutes } from './delegates/routes.tsx'
import { deskRoutes } from './desk/routes.tsx'
import { homeRoutes } from './home/routes.tsx'
import { journeyRoutes } from './journey/routes.tsx'
import { keyRoutes } from './keys/routes.tsx'
import { leavingRoutes } from './leaving/routes.tsx'
import { meRoutes } from './me/routes.tsx'
import { missingRoutes } from './missing/routes.tsx'
import { moderationRoutes } from './moderation/routes.tsx'
import { ownDataRoutes } from './own-data/routes.tsx'
import { outlineRoutes } from './outline/routes.tsx'
import { owedRoutes } from './owed/routes.tsx'
import { personRecordRoutes } from './people/record-routes.tsx'
import { peopleRoutes } from './people/routes.tsx'
import { recordRoutes } from './record/routes.tsx'
import { residenceRoutes } from './residence/routes.tsx'
import { ringsRoutes } from './rings/routes.tsx'
import { searchRoutes } from './search/routes.tsx'
import { settingsRoutes } from './settings/routes.tsx'
import { signInRoutes } from './sign-in/routes.tsx'
import { takeUpRoutes } from './take-up/routes.tsx'
import { threadRoutes } from './thread/routes.tsx'
import { workloadRoutes } from './workload/routes.tsx'

export { eraseAgain, forgetStrangers, leavingPoll } from './leaving/commands.ts'
export { missingPoll } from './missing/poll.ts'
export { factSentences } from './record/sentences.ts'
export { facts as overviewFacts } from './settings/facts.ts'
export { PlaceFields } from './settings/pages/place-section.tsx'
export { readPlace, typedPlace, type PlaceSettings } from './settings/place-form.ts'
export { signOutAll, signOutOne } from './settings/session-commands.ts'
export { signedOutMail } from './settings/session-routes.tsx'
export { giveOutline } from './settings/commands.ts'
export { continueSeats, nameChair } from './settings/seat-commands.ts'
export { askToProveAgain } from './sign-in/again.tsx'
export { wordsByStage } from './stage-words.ts'

export const overviewRoutes: readonly Route[] = [
  ...homeRoutes,
  ...journeyRoutes,
  ...threadRoutes,
  ...ringsRoutes,
  ...missingRoutes,
  ...takeUpRoutes,
  ...workloadRoutes,
  ...outlineRoutes,
  ...owedRoutes,
  ...peopleRoutes,
  ...personRecordRoutes,
  ...bodyRoutes,
  ...creditRoutes,
  ...searchRoutes,
  ...recordRoutes,
  ...aboutRoutes,
  ...signInRoutes,
  ...meRoutes,
  ...keyRoutes,
  ...consentRoutes,
  ...leavingRoutes,
  ...residenceRoutes,
  ...ownDataRoutes,
  ...deskRoutes,
  ...delegateRoutes,
  ...benchRoutes,
  ...settingsRoutes,
  ...moderationRoutes,
]
