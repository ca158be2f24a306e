import {
  Columns,
  ErrorSummary,
  Head,
  Pager,
  Pips,
  Prose,
  Quote,
  Section,
  Stack,
  TraceChip,
  TraceRow,
} from '../../../../ui/index.ts'
import type { Item } from '../store.ts'
import type { RecommendationPageProps } from './recommendation-props.ts'
import { Clauses } from './recommended.tsx'
import { TheAnswer } from './the-answer.tsx'

/** One recommendation and, under it, the body's answer, big. */
export function RecommendationPage(props: RecommendationPageProps) {
  const { reader, say, item, items, problem, recommendation, rating, referrals, errors } = props
  return (
    <>
      <ErrorSummary title={reader.common('error-title')} errors={errors} />
      <article class="fm-stack fm-rec">
        <Head eyebrow={eyebrow(props)} title={item.title} />
        <Columns
          main={
            <Stack gap="6">
              {item.text ? (
                <blockquote class="fm-rectext">
                  <Prose text={item.text} lang={problem.language} />
                </blockquote>
              ) : null}
              {recommendation && recommendation.clauses.length > 0 ? null : <MadeFrom {...props} />}
            </Stack>
          }
          aside={
            <Section id="agreement" title={say('rec.agreement')} size="aside">
              <Voices {...props} />
            </Section>
          }
        />
        <Clauses
          reader={reader}
          say={say}
          slug={problem.slug}
          language={problem.language}
          recommendation={recommendation}
          level={2}
        />
        {recommendation?.minorityText ? (
          <Section id="minority" title={say('rec.minority')} size="aside">
            <Quote>
              <Prose text={recommendation.minorityText} />
            </Quote>
          </Section>
        ) : null}
      </article>
      <TheAnswer {...props} />
      {referrals}
      {rating}
      <Pager
        label={say('rec.pager')}
        before={neighbour(props, items[items.indexOf(item) - 1])}
        here={{ text: say('rec.all'), href: reader.to('decision.page', { problem: problem.slug }) }}
        after={neighbour(props, items[items.indexOf(item) + 1])}
      />
    </>
  )
}

/** One sign a member, where the members said it here. */
function Voices({ recommendation, agreement }: RecommendationPageProps) {
  if (!recommendation || recommendation.source !== null || recommendation.voices.members === 0)
    return <p class="fm-small">{agreement}</p>
  const { agree, disagree, members } = recommendation.voices
  return <Pips label={agreement} agree={agree} disagree={disagree} silent={Math.max(0, members - agree - disagree)} />
}

function eyebrow({ reader, say, item, items, pack }: RecommendationPageProps): string {
  const values = { number: item.number, count: items.length }
  return pack.handedAt
    ? say('rec.eyebrow', { ...values, day: reader.time.day(pack.handedAt) })
    : say('rec.eyebrow-unknown', values)
}

function neighbour({ reader, say, problem }: RecommendationPageProps, item: Item | undefined) {
  if (!item) return undefined
  return {
    text: say('item.title', { number: item.number, title: item.title }),
    href: reader.to('decision.recommendation', { problem: problem.slug, number: item.number }),
  }
}

function MadeFrom({ reader, say, problem, item, contributions }: RecommendationPageProps) {
  return (
    <TraceRow label={say('rec.made-from')}>
      <TraceChip href={reader.to('draft.recommendation', { problem: problem.slug, number: item.number })}>
        {say('rec.contributions', { count: contributions })}
      </TraceChip>
    </TraceRow>
  )
}
