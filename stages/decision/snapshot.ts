import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Recommendation } from '../draft/index.ts'
import type { Mandate } from '../mandate/index.ts'
import type { Problem } from '../problem/index.ts'
import type { SayDecision } from './messages/words.ts'

/**
 * What was handed over, frozen together with its questions in words: whoever reads it in thirty years needs no form
 * and no message file of today. The format has a version of its own and is never changed, only succeeded.
 */
export type Snapshot = {
  /** From the second on it names who signed a minority text. */
  readonly format: 'folkmoot-package/1' | 'folkmoot-package/2'
  readonly language: string
  readonly takenAt: string
  readonly problem: readonly Line[]
  readonly mandate: readonly Line[]
  readonly recommendations: readonly FrozenRecommendation[]
}

/** A question in words, and what was answered to it. */
export type Line = { readonly label: string; readonly text: string }

export type FrozenRecommendation = {
  readonly number: number
  readonly title: string
  readonly text: string
  readonly clauses: readonly { readonly number: number; readonly text: string; readonly cites: readonly Thing[] }[]
  readonly agreement: string
  readonly minority: Line | null
  /** Their names as they stood at the hand-over, in the order they signed; absent in the first format. */
  readonly signers?: Line | null
}

export type SnapshotParts = {
  readonly language: string
  readonly takenAt: Temporal.Instant
  readonly problem: Problem
  readonly mandate: Mandate
  readonly promise: { readonly level: string; readonly can: string; readonly cannot: string }
  readonly recipient: string
  readonly recommendations: readonly Recommendation[]
  /** The names under each minority text. */
  readonly signers: ReadonlyMap<Recommendation['id'], readonly string[]>
  readonly say: SayDecision
}

export function takeSnapshot(parts: SnapshotParts): Snapshot {
  return {
    format: 'folkmoot-package/2',
    language: parts.language,
    takenAt: parts.takenAt.toString(),
    problem: problemLines(parts),
    mandate: mandateLines(parts),
    recommendations: parts.recommendations.map((recommendation) => frozen(recommendation, parts)),
  }
}

function problemLines({ problem, say }: SnapshotParts): readonly Line[] {
  return filled([
    { label: say('snapshot.question'), text: problem.question },
    { label: say('snapshot.what-happens'), text: problem.whatHappens },
    { label: say('snapshot.who'), text: problem.whoIsAffected },
  ])
}

function mandateLines({ mandate, promise, recipient, say }: SnapshotParts): readonly Line[] {
  const rule = mandate.answerRule
  return filled([
    { label: say('snapshot.mandate-version'), text: String(mandate.version) },
    { label: say('snapshot.mandate-question'), text: mandate.question },
    { label: say('snapshot.background'), text: mandate.background },
    { label: say('snapshot.tasks'), text: mandate.tasks },
    { label: say('snapshot.out-of-scope'), text: mandate.outOfScope },
    { label: say('snapshot.recipient'), text: recipient },
    { label: say('snapshot.economic-frame'), text: mandate.economicFrame },
    { label: say('snapshot.promise'), text: promise.level },
    { label: say('snapshot.can-change'), text: promise.can },
    { label: say('snapshot.cannot-change'), text: promise.cannot },
    { label: say('snapshot.answer-rule'), text: rule ? say(`rule.${rule.unit}`, { count: rule.count }) : '' },
  ])
}

function frozen(
  { id, number, title, text, clauses, agreement, minorityText }: Recommendation,
  { signers, say }: Pick<SnapshotParts, 'signers' | 'say'>,
): FrozenRecommendation {
  const names = signers.get(id) ?? []
  return {
    number,
    title,
    text,
    clauses: clauses.map((clause) => ({ number: clause.number, text: clause.text, cites: clause.cites })),
    agreement: agreement ? agreementWords(agreement, say) : say('agreement.unknown'),
    minority: minorityText ? { label: say('snapshot.minority'), text: minorityText } : null,
    signers: names.length > 0 ? { label: say('snapshot.signers'), text: names.join(', ') } : null,
  }
}

/** The kind in words, then the numbers that are known: a told case often knows none. */
export function agreementWords(
  { kind, for: agree, against, silent, words }: NonNullable<Recommendation['agreement']>,
  say: SayDecision,
): string {
  if (words) return `${say(`agreement.${kind}`)} ${words}`
  const counts = agree === null || against === null ? [] : [say('agreement.counts', { for: agree, against })]
  return [say(`agreement.${kind}`), ...counts, ...(silent ? [say('agreement.silent', { silent })] : [])].join(' ')
}

function filled(lines: readonly { readonly label: string; readonly text: string | null }[]): readonly Line[] {
  return lines.flatMap(({ label, text }) => (text ? [{ label, text }] : []))
}
