import type { Tally } from './tally.ts'

/**
 * Share of agreement, pulled towards one half while votes are few.
 * Laplace's rule of succession: (agree + 1) / (agree + disagree + 2).
 * Passes do not count. Result lies strictly between 0 and 1.  O(1).
 *
 * Shape: one tally → one number without unit. Source: P. S. Laplace, Essai philosophique sur les probabilités (1814);
 * Polis uses the same pseudo-counts for its probabilities of agreement (Small et al., "Polis: Scaling deliberation", 2021).
 */
export function agreementShare({ agree, disagree }: Pick<Tally, 'agree' | 'disagree'>): number {
  return (agree + 1) / (agree + disagree + 2)
}
