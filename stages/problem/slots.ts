import type { Visit } from '../../platform/http/index.ts'
import type { Waiting } from '../../platform/thread/index.ts'
import { answersWaitingFor } from './answers/slots.ts'
import { handoversWaitingFor } from './handovers/slots.ts'
import { sponsorWaitingFor } from './sponsors/slots.ts'

/** What pages across stages show of problems: the parts of its rooms, and what waits in all of them. */

export { collectingLines, debtCounts, type CollectingLine } from './answers/lists.ts'
export { problemAgendaPart, problemOwed } from './answers/slots.ts'
export { handedLink, handoverLines, handoversOwed, type HandedLink } from './handovers/slots.ts'
export { goesOnIn, type GoesOnIn } from './merges/slots.ts'
export { unclaimedProblems } from './sponsors/slots.ts'
export { searchProblems } from './stems/search-store.ts'

/** Invitations of colleagues, what other places handed over, and answers that are owed: whatever of it is hers to do. */
export async function problemWaitingFor(visit: Visit): Promise<readonly Waiting[]> {
  const lists = await Promise.all([sponsorWaitingFor(visit), handoversWaitingFor(visit), answersWaitingFor(visit)])
  return lists.flat()
}
