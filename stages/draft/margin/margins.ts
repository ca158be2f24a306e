import type { Visit } from '../../../platform/http/index.ts'
import type { Problem } from '../../problem/index.ts'
import { draftState } from '../state.ts'
import { marginCounts } from './amendment-store.ts'
import type { Margins } from './pages/margin-link.tsx'
import { shownOf } from './poll-rules.ts'
import { drawnPolls } from './poll-store.ts'
import { remark } from './remark-rules.ts'

/** What the margins of a case's text hold, for whoever shows its clauses. */
export async function marginsOf({ read, actor }: Visit, { id }: Pick<Problem, 'id'>): Promise<Margins> {
  const [counts, polls, state] = await Promise.all([marginCounts(read, id), drawnPolls(read, id), draftState(read, id)])
  return {
    counts,
    polls: new Map([...polls].map(([clause, count]) => [clause, shownOf(count).agreement])),
    mayAct: remark(state, null, actor).ok,
  }
}
