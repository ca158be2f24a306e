import type { Child } from 'hono/jsx'
import type { Tombstone } from '../../../platform/moderation/index.ts'
import { Clause, Prose, StaffLabel, TraceChip } from '../../../ui/index.ts'
import type { Clause as ClauseWords } from '../recommendations.ts'
import { HiddenText, type Words } from './parts.tsx'

export type DraftClauseProps = Words & {
  readonly clause: ClauseWords
  /** The language of the case. */
  readonly lang: string
  readonly stone: Tombstone | undefined
  /** Where its sources are shown, and where a writer says what it comes from. */
  readonly sourcesAt: string
  /** The sources themselves. */
  readonly sources: Child
  /** What else is in its margin. */
  readonly more: Child
}

/** One clause of a recommendation with its margin: whose words, and from what. */
export function DraftClause({ reader, say, clause, lang, stone, sourcesAt, sources, more }: DraftClauseProps) {
  const { number, text, contributions, cites, as } = clause
  return (
    <Clause
      id={`clause-${number}`}
      number={String(number)}
      spoken={say('rec.clause', { number })}
      text={stone ? <HiddenText reader={reader} stone={stone} /> : <Prose text={text} lang={lang} />}
      state={as === 'staff' ? 'staff' : undefined}
      marginLabel={say('rec.margin', { number })}
      margin={
        <>
          {as === 'staff' ? (
            <StaffLabel>{say('rec.by.staff')}</StaffLabel>
          ) : as === 'unknown' ? null : (
            <p class="fm-mini">{say(`rec.by.${as}`)}</p>
          )}
          {cites.length === 0 ? (
            <a class="fm-uncited" href={sourcesAt}>
              {say('rec.uncited')}
            </a>
          ) : contributions > 0 ? (
            <TraceChip href={sourcesAt}>{say('rec.from', { count: contributions })}</TraceChip>
          ) : (
            <p class="fm-mini">{say('rec.from', { count: contributions })}</p>
          )}
          {sources}
          {more}
        </>
      }
    />
  )
}
