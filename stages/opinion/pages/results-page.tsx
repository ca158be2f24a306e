import type { Child } from 'hono/jsx'
import type { Reader } from '../../../platform/http/index.ts'
import { ButtonLink, Details, Empty, Head } from '../../../ui/index.ts'
import { LevelsPart } from '../levels/levels-part.tsx'
import type { Proved } from '../levels/store.ts'
import type { SayOpinion } from '../messages/words.ts'
import type { StatementResult } from '../results.ts'
import type { Consultation } from '../store.ts'
import { inEights } from './fingerprint.ts'
import { ResultsTable } from './results-table.tsx'
import { notYetOf } from './not-yet.ts'
import { closedFrom } from './vote-part.tsx'

export type ResultsPageProps = {
  readonly reader: Reader
  readonly say: SayOpinion
  readonly slug: string
  readonly question: Child
  readonly consultation: Consultation
  readonly shows: 'yes' | 'vote-more' | 'when-closed'
  /** On how many statements the reader has voted. */
  readonly voted: number
  /** Null when fewer than ten voted. */
  readonly voters: number | null
  /** What was counted of it at the close; undefined before, and of what is told. */
  readonly proved: Proved | undefined
  readonly results: readonly StatementResult[]
}

/** What people think, in numbers with their words; or why it is not shown yet. */
export function ResultsPage(props: ResultsPageProps) {
  const { reader, say, slug, question, consultation, shows, voters, proved, results } = props
  const few = consultation.source === null ? say('results.lead-few') : say('results.lead-told')
  const lead = voters === null ? few : say('results.lead', { voters, statements: results.length })
  return (
    <div class="fm-stack fm-stack--8">
      <Head eyebrow={question} title={say('results.title')} lead={shows === 'yes' ? lead : undefined} />
      {shows === 'yes' ? (
        <>
          <p>
            {consultation.closedAt
              ? say('results.final', { deadline: reader.time.deadline(closedFrom(consultation)) })
              : say('results.so-far')}
          </p>
          <p>
            <a href={reader.to('opinion.map', { problem: slug })}>{say('link.map')}</a>
          </p>
          <p>
            <a href={reader.to('opinion.positions', { problem: slug })}>{say('link.positions')}</a>
          </p>
          <ResultsTable reader={reader} say={say} slug={slug} results={results} />
          {proved && voters !== null ? <LevelsPart {...{ reader, say, slug, voters, proved, results }} /> : null}
          {consultation.closedAt ? (
            <p>
              <a href={reader.to('opinion.data', { problem: slug })}>{say('link.data')}</a>
            </p>
          ) : null}
          {consultation.source === null ? (
            <p>
              <a href={reader.to('opinion.anomalies', { problem: slug })}>{say('link.anomalies')}</a>
            </p>
          ) : null}
          <p>
            <a href={reader.to('journey.take-up', { problem: slug })}>{say('link.take-up')}</a>
          </p>
          <p>
            <a href={reader.to('draft.page', { problem: slug })}>{say('link.draft')}</a>
          </p>
          <HowMade {...props} />
        </>
      ) : (
        <NotYet {...props} shows={shows} />
      )}
    </div>
  )
}

function NotYet(props: ResultsPageProps & { readonly shows: 'vote-more' | 'when-closed' }) {
  const { reader, say, slug } = props
  const { words, link } = notYetOf(reader, props)
  return (
    <Empty
      level={2}
      title={say('results.hidden')}
      action={<ButtonLink href={reader.to('opinion.statements', { problem: slug })}>{link}</ButtonLink>}
    >
      {words}
    </Empty>
  )
}

function HowMade({ say, consultation }: ResultsPageProps) {
  return (
    <Details summary={say('results.how')}>
      <p>{say('results.how-text')}</p>
      {consultation.source ? <p>{say('results.source', { source: consultation.source })}</p> : null}
      {consultation.inputHash ? (
        <p class="fm-mini">{say('results.hash', { hash: inEights(consultation.inputHash) })}</p>
      ) : null}
    </Details>
  )
}
