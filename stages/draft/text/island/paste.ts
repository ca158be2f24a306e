/** Letters that one paste may bring: a long report. What is beyond stays where it was copied from. */
export const mostPasted = 100_000

export type Pasted = {
  readonly paragraphs: readonly string[]
  /** Letters left out. */
  readonly cut: number
}

/** Plain words, one paragraph each: no marks, no tables, no pictures. */
export function pastedOf(text: string): Pasted {
  const kept = wholeLetters(text.slice(0, mostPasted))
  const paragraphs = kept
    .split(/[\r\n\u2028\u2029]+/u)
    // eslint-disable-next-line no-control-regex -- what no text may hold
    .map((paragraph) => paragraph.replaceAll(/[\u0000-\u001f\u007f]+/gu, ' ').trim())
    .filter((paragraph) => paragraph !== '')
  return { paragraphs, cut: text.length - kept.length }
}

/** A letter of two halves (as 👣) is not cut in the middle. */
function wholeLetters(text: string): string {
  return text.replace(/[\ud800-\udbff]$/, '').toWellFormed()
}
