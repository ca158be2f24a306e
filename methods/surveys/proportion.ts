import { studentQuantile } from './student.ts'

/** Where a figure lies with the confidence asked for: `low ≤ figure ≤ high`. */
export type Interval = { readonly low: number; readonly high: number }

/**
 * Wilson's score interval of a share: keeps inside 0…1 and does not collapse at none or all.
 *
 * Shape: `yes` of `answers` people → share bounds, 0–1. `of`: how many could have been asked; when most of them answered the
 * interval shrinks (finite population correction), and to a point when all did. Cost: O(1).
 * Throws a RangeError for counts that cannot be.
 * Source: E. B. Wilson, JASA 22 (1927) 209–212; R. G. Newcombe, Statistics in Medicine 17 (1998) 857–872, method 3;
 * correction: W. G. Cochran, Sampling Techniques (1977) 2.6, applied to the number of answers.
 */
export function shareInterval(
  { yes, answers, of = Infinity }: { readonly yes: number; readonly answers: number; readonly of?: number | undefined },
  confidence = 0.95,
): Interval {
  if (!(yes >= 0 && yes <= answers && answers <= of && answers > 0)) throw new RangeError('counts that cannot be')
  if (answers === of) return { low: yes / answers, high: yes / answers }
  const z = studentQuantile((1 + confidence) / 2, Infinity)
  // So many answers from an endless population would say as much.
  const n = of === Infinity ? answers : (answers * (of - 1)) / (of - answers)
  const share = yes / answers
  const middle = (share + z ** 2 / (2 * n)) / (1 + z ** 2 / n)
  const half = (z / (1 + z ** 2 / n)) * Math.sqrt((share * (1 - share)) / n + z ** 2 / (4 * n ** 2))
  return { low: yes === 0 ? 0 : middle - half, high: yes === answers ? 1 : middle + half }
}
