import type { Noun } from '@folkmoot/basics/ids.ts'
import type { Cards } from '../../platform/thread/index.ts'
import { cardsOfAppeals } from './appeals/cards.ts'
import { cardsOfGroups, cardsOfReports } from './groups/cards.ts'

/** Applications are between a person and those who choose: nothing may name them. Seats have no page of their own. */
export const arenaCards = {
  appeal: cardsOfAppeals,
  'working-group': cardsOfGroups,
  'group-report': cardsOfReports,
} satisfies Partial<Record<Noun, Cards>>
