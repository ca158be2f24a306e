import type { Reader } from '../../../platform/http/index.ts'
import { Head, Prose, Section, SummaryList } from '../../../ui/index.ts'
import type { SayDecision } from '../messages/words.ts'
import type { FrozenRecommendation, Line, Snapshot } from '../snapshot.ts'

export type SnapshotPageProps = {
  readonly reader: Reader
  readonly say: SayDecision
  readonly snapshot: Snapshot
  readonly hash: string
}

/** What was handed over, in the words and under the headings of that day. */
export function SnapshotPage({ reader, say, snapshot, hash }: SnapshotPageProps) {
  const day = reader.time.day(Temporal.Instant.from(snapshot.takenAt))
  return (
    <>
      <Head eyebrow={say('frozen.eyebrow', { day })} title={say('frozen.title')} lead={say('frozen.lead')} />
      <div class="fm-stack fm-stack--8" lang={snapshot.language}>
        <Section id="problem" title={say('frozen.problem')}>
          <Lines lines={snapshot.problem} />
        </Section>
        <Section id="mandate" title={say('frozen.mandate')}>
          <Lines lines={snapshot.mandate} />
        </Section>
        <Section id="recommendations" title={say('frozen.recommendations', { count: snapshot.recommendations.length })}>
          {snapshot.recommendations.map((recommendation) => (
            <Frozen say={say} recommendation={recommendation} />
          ))}
        </Section>
      </div>
      <p class="fm-mini">{say('frozen.hash', { hash })}</p>
    </>
  )
}

function Lines({ lines }: { readonly lines: readonly Line[] }) {
  return <SummaryList rows={lines.map(({ label, text }) => ({ term: label, value: <Prose text={text} /> }))} />
}

function Frozen({ say, recommendation }: { readonly say: SayDecision; readonly recommendation: FrozenRecommendation }) {
  const { number, title, text, clauses, agreement, minority, signers } = recommendation
  return (
    <article class="fm-panel fm-stack">
      <h3>{say('item.title', { number, title })}</h3>
      <Prose text={text} />
      {clauses.length > 0 ? (
        <ol>
          {clauses.map((clause) => (
            <li value={clause.number}>
              {clause.text} <span class="fm-mini">{say('frozen.cites', { count: clause.cites.length })}</span>
            </li>
          ))}
        </ol>
      ) : null}
      <p class="fm-small">{agreement}</p>
      {minority ? (
        <p class="fm-small">
          <strong>{minority.label}:</strong> {minority.text}
        </p>
      ) : null}
      {signers ? (
        <p class="fm-small">
          <strong>{signers.label}:</strong> {signers.text}
        </p>
      ) : null}
    </article>
  )
}
