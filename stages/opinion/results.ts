import type { Id } from '@folkmoot/basics/ids.ts'
import { leastForPercent } from '@folkmoot/basics/share.ts'
import { agreementShare } from '@folkmoot/tally/agreement-share.ts'
import type { Published } from '@folkmoot/tally/suppress.ts'
import { publishedOf } from '@folkmoot/tally/while-open.ts'
import type { Read } from '../../platform/db/index.ts'
import { drawnOf } from './statement-store.ts'
import * as store from './store.ts'

/** What may be shown of one statement. `share` lies in (0, 1); null where agree or disagree is hidden, or too few chose one of them. */
export type StatementResult = {
  readonly statement: store.Statement
  readonly published: Published
  readonly share: number | null
}

/** The results as last drawn. Who may see them while voting goes on is for `rules.showsResults` to say. */
export async function resultsIn(read: Read, consultation: Id<'consultation'>): Promise<readonly StatementResult[]> {
  const [statements, drawn] = await Promise.all([
    store.statementsIn(read, consultation),
    store.drawn(read, consultation),
  ])
  return statements
    .filter((statement) => !statement.isTakenOut)
    .map((statement) => resultOf(statement, drawn.get(statement.id)))
}

/** Of one statement, as last drawn. None of what was taken out at its source. */
export async function resultIn(read: Read, statement: store.Statement): Promise<StatementResult | undefined> {
  return statement.isTakenOut ? undefined : resultOf(statement, await drawnOf(read, statement.id))
}

/** For later stages: the result of a closed consultation, small numbers suppressed; empty while people still vote. A hearing has replies and no result. */
export async function talliesOf(read: Read, problem: Id<'problem'>): Promise<readonly StatementResult[]> {
  const consultation = await store.consultationOf(read, problem)
  return consultation && consultation.closedAt !== null && !consultation.isHearing
    ? resultsIn(read, consultation.id)
    : []
}

function resultOf(statement: store.Statement, drawn: store.Drawn | undefined): StatementResult {
  if (!drawn) return { statement, published: { kind: 'none' }, share: null }
  const { tally } = drawn
  const published = publishedOf(drawn, drawn)
  const isWhole =
    published.kind === 'shown' && typeof published.agree === 'number' && typeof published.disagree === 'number'
  const isEnough = isWhole && tally.agree + tally.disagree >= leastForPercent
  return { statement, published, share: isEnough ? agreementShare(tally) : null }
}
