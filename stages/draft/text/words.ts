import * as Y from 'yjs'
import { diffWords } from '../../../ui/index.ts'
import { textsIn, wordsOfText } from './document.ts'

/** Where a letter of an element stands in its pieces of Yjs text. */
type Place = { readonly text: Y.XmlText; readonly index: number }

/**
 * Brings into `elements` (a clause, or a heading in pieces) what a writer made of the words she was shown, word by word:
 * what others wrote there meanwhile stays.
 */
export function writeWords(elements: readonly Y.XmlElement[], { shown, left }: { shown: string; left: string }): void {
  if (shown === left) return
  const places = placesIn(elements)
  const current = elements.flatMap(textsIn).map(wordsOfText).join('')
  // From the end, so that the places before it hold.
  for (const change of [...changesIn(shown, left, lettersLeftOf(shown, current))].reverse()) {
    for (const at of [...change.out].reverse()) {
      const place = places[at]
      place?.text.delete(place.index, 1)
    }
    if (change.put !== '') insertAt({ elements, places, at: change.at }, change.put)
  }
}

type Change = { readonly at: number; readonly out: readonly number[]; readonly put: string }

/** Changes from `shown` to `left`, in places of what stands now. */
function changesIn(shown: string, left: string, letters: readonly number[]): readonly Change[] {
  const changes: Change[] = []
  let at = 0
  for (const { kind, text } of changedParts(shown, left)) {
    if (kind === 'in') changes.push({ at: after(letters, at), out: [], put: text })
    if (kind === 'out') {
      const out = letters.slice(at, at + text.length).filter((place) => place >= 0)
      changes.push({ at: after(letters, at), out, put: '' })
    }
    if (kind !== 'in') at += text.length
  }
  return changes
}

/** Behind the last letter before `at` that still stands. */
function after(letters: readonly number[], at: number): number {
  for (let i = at - 1; i >= 0; i -= 1) {
    const place = letters[i] ?? -1
    if (place >= 0) return place + 1
  }
  return 0
}

/** For each letter of `shown` its place in `current`, or -1 where it was taken away meanwhile. */
function lettersLeftOf(shown: string, current: string): readonly number[] {
  const letters: number[] = []
  let place = 0
  for (const { kind, text } of changedParts(shown, current)) {
    if (kind !== 'in') for (let i = 0; i < text.length; i += 1) letters.push(kind === 'same' ? place + i : -1)
    if (kind !== 'out') place += text.length
  }
  return letters
}

/** Most edits touch one place: what is the same at both ends, up to whole words, is not compared. */
function changedParts(before: string, after: string): ReturnType<typeof diffWords> {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  while (!isBetweenWords(before, start) || !isBetweenWords(after, start)) start -= 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before.at(-1 - end) === after.at(-1 - end)) end += 1
  while (!isBetweenWords(before, before.length - end) || !isBetweenWords(after, after.length - end)) end -= 1
  const head = before.slice(0, start)
  const tail = before.slice(before.length - end)
  return [
    ...(head === '' ? [] : [{ kind: 'same', text: head } as const]),
    ...diffWords(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    ...(tail === '' ? [] : [{ kind: 'same', text: tail } as const]),
  ]
}

/** Where `diffWords` cuts: a space belongs to the word after it. */
function isBetweenWords(text: string, at: number): boolean {
  if (at === 0 || at === text.length) return true
  return /\s/u.test(text[at] ?? '') && !/\s/u.test(text[at - 1] ?? '')
}

function placesIn(elements: readonly Y.XmlElement[]): readonly Place[] {
  const places: Place[] = []
  for (const text of elements.flatMap(textsIn)) {
    let index = 0
    for (const { insert } of text.toDelta() as readonly { readonly insert: unknown }[]) {
      const length = typeof insert === 'string' ? insert.length : 1
      if (typeof insert === 'string') for (let i = 0; i < length; i += 1) places.push({ text, index: index + i })
      index += length
    }
  }
  return places
}

type Where = { readonly elements: readonly Y.XmlElement[]; readonly places: readonly Place[]; readonly at: number }

function insertAt({ elements, places, at }: Where, words: string): void {
  const before = places[at - 1]
  const first = elements.flatMap(textsIn)[0]
  if (before) before.text.insert(before.index + 1, words)
  else if (first) first.insert(0, words)
  else elements[0]?.insert(0, [new Y.XmlText(words)])
}
