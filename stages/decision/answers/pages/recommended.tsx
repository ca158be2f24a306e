import type { Reader } from '../../../../platform/http/index.ts'
import { Clause, ClauseList, Prose, Quote, Section, Stack, TraceChip } from '../../../../ui/index.ts'
import type { Recommendation } from '../../../draft/index.ts'
import type { SayDecision } from '../../messages/words.ts'

export type RecommendedProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly slug: string
  readonly language: string
  readonly recommendation: Recommendation | undefined
  /** `mid` stands beside a form. */
  readonly level?: 2 | 3 | undefined
}

/** Its clauses, each one press from the contributions it came from. */
export function Clauses({ reader, say, slug, language, recommendation, level = 3 }: RecommendedProps) {
  if (!recommendation || recommendation.clauses.length === 0) return null
  const { number, clauses } = recommendation
  const draft = reader.to('draft.recommendation', { problem: slug, number })
  return (
    <ClauseList>
      {clauses.map((clause) => (
        <Clause
          id={`clause-${clause.number}`}
          number={String(clause.number)}
          spoken={say('rec.clause', { number: clause.number })}
          level={level}
          text={<Prose text={clause.text} lang={language} />}
          marginLabel={say('rec.clause-from', { number: clause.number })}
          margin={
            clause.contributions > 0 ? (
              <TraceChip href={`${draft}#clause-${clause.number}`}>
                {say('rec.contributions', { count: clause.contributions })}
              </TraceChip>
            ) : (
              // What names no contribution says so, and leads to where one sees what it does name.
              <a class="fm-mini" href={`${draft}#clause-${clause.number}`}>
                {say(clause.cites.length > 0 ? 'rec.from-question' : 'rec.from-nothing')}
              </a>
            )
          }
        />
      ))}
    </ClauseList>
  )
}

/** All of it in little room, for who is about to answer: text, clauses, who stands behind it, what the minority says. */
export function InShort({
  say,
  language,
  recommendation,
  text,
  agreement,
}: Omit<RecommendedProps, 'reader' | 'slug' | 'level'> & { readonly text: string; readonly agreement: string }) {
  const clauses = recommendation?.clauses ?? []
  return (
    <Section id="recommended" title={say('answering.words')} size="aside">
      <div class="fm-panel fm-stack" lang={language}>
        <Prose text={text} />
        {clauses.length > 0 ? (
          <ol>
            {clauses.map((clause) => (
              <li value={clause.number}>{clause.text}</li>
            ))}
          </ol>
        ) : null}
      </div>
      <p class="fm-small">{agreement}</p>
      {recommendation?.minorityText ? (
        <Stack gap="2">
          <h3 class="fm-h-aside">{say('rec.minority')}</h3>
          <Quote>
            <Prose text={recommendation.minorityText} lang={language} size="small" />
          </Quote>
        </Stack>
      ) : null}
    </Section>
  )
}
