import type { Child } from 'hono/jsx'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import { Clause, Prose, StaffLabel, TraceChip } from '../../../ui/index.ts'
import type { Clause as ClauseWords } from '../recommendations.ts'
import { HiddenText, type Words } from './parts.tsx'

export type DraftClauseProps = Words & {
  readonly clause: ClauseWords
  readonly stone: Tombstone | undefined
  /** The number of its recommendation, which makes its id unique on a page with many. */
  readonly recommendation?: number | undefined
  /** Where its sources are shown: one press away. */
  readonly sourcesAt?: string | undefined
  /** The sources themselves, on the recommendation's own page. */
  readonly sources?: Child | undefined
}

/** One clause with its margin: whose words, and from what. */
export function DraftClause({ reader, say, clause, stone, recommendation, sourcesAt, sources }: DraftClauseProps) {
  const { number, text, contributions, as } = clause
  const from = say('rec.from', { count: contributions })
  return (
    <Clause
      id={recommendation === undefined ? `clause-${number}` : `recommendation-${recommendation}-clause-${number}`}
      number={String(number)}
      spoken={say('rec.clause', { number })}
      text={stone ? <HiddenText reader={reader} stone={stone} /> : <Prose text={text} />}
      state={as === 'staff' ? 'staff' : undefined}
      marginLabel={say('rec.margin', { number })}
      margin={
        <>
          {as === 'staff' ? (
            <StaffLabel>{say('rec.by.staff')}</StaffLabel>
          ) : as === 'unknown' ? null : (
            <p class="fm-mini">{say(`rec.by.${as}`)}</p>
          )}
          {sourcesAt && contributions > 0 ? (
            <TraceChip href={sourcesAt}>{from}</TraceChip>
          ) : (
            <p class="fm-mini">{from}</p>
          )}
          {sources}
        </>
      }
    />
  )
}
