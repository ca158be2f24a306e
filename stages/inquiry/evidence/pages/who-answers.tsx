import { PersonChip, Prose, SummaryList } from '../../../../ui/index.ts'
import { AuthorChip } from '../../../meeting/index.ts'
import type { Answerer } from '../answerer-store.ts'
import type { EvidenceProps } from './order-props.ts'

type WhoProps = Pick<EvidenceProps, 'reader' | 'say' | 'names'> & { readonly answerer: Answerer }

/** Who answers: an officer, an organisation with its declared interest, or somebody outside. */
export function AnswererChip({ reader, say, names, answerer }: WhoProps) {
  if (answerer.account !== null) return <AuthorChip reader={reader} author={names.get(answerer.account)} />
  return (
    <PersonChip
      name={answerer.name}
      role="resident"
      line={say('who.outside', { position: answerer.position })}
      size="s"
    />
  )
}

/** Whoever is asked because of what she knows says what she has to gain or lose. */
export function AnswererInterest({ reader, say, names, answerer }: WhoProps) {
  const declaration = answerer.account && names.get(answerer.account)?.declaration
  const value =
    answerer.kind === 'outside' ? (
      <Prose text={answerer.interest} size="small" />
    ) : declaration ? (
      <a href={reader.to('problem.declaration', { organisation: declaration })}>{say('who.interest-declared')}</a>
    ) : null
  return value ? <SummaryList rows={[{ term: say('who.interest'), value }]} /> : null
}

/** Her name alone, for a line. */
export function nameOf({ names, answerer }: Pick<WhoProps, 'names' | 'answerer'>): string {
  return answerer.account === null ? answerer.name : (names.get(answerer.account)?.name ?? '')
}
