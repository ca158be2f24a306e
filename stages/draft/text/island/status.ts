import { fill, refusalOf, type LiveWords } from './words.ts'
import type { WireState } from './wire.ts'

export type StatusParts = {
  /** Seen, and not read aloud at each letter. */
  readonly line: HTMLElement
  /** Read aloud when it changes. */
  readonly spoken: HTMLElement
  readonly refused: HTMLElement
  readonly words: LiveWords
  /** All that is written here, as plain words, to take along. */
  readonly text: () => string
}

/** Says at any moment whether all words are kept; aloud only when that changes in earnest. */
export function openStatus({ line, spoken, refused, words, text }: StatusParts): (state: WireState) => void {
  let last: WireState['connection'] = 'joining'
  return (state) => {
    line.dataset['state'] = state.connection === 'open' && state.unkept > 0 ? 'unkept' : state.connection
    line.textContent = sentence(words, state)
    if (state.connection === last) return
    if (state.connection === 'cut-off') spoken.textContent = sentence(words, state)
    if (state.connection === 'open' && last === 'cut-off') spoken.textContent = words['kept-again']
    if (state.connection === 'refused')
      showRefused(refused, { why: words[refusalOf(state.refusal ?? '')], text: text() })
    last = state.connection
  }
}

function sentence(words: LiveWords, { connection, unkept, refusal }: WireState): string {
  if (connection === 'refused') return words[refusalOf(refusal ?? '')]
  if (connection === 'cut-off') return fill(words['cut-off'], { n: unkept })
  if (connection === 'joining') return words.opening
  return unkept === 0 ? words.kept : fill(words.unkept, { n: unkept })
}

/** The words typed stay in sight, and can be taken along. */
function showRefused(note: HTMLElement, { why, text }: { readonly why: string; readonly text: string }): void {
  const reason = note.querySelector('[data-why]')
  const area = note.querySelector('textarea')
  if (reason) reason.textContent = why
  if (area) area.value = text
  note.hidden = false
  note.focus()
}
