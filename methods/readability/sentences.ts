/** A sentence and where it stands in the text: `text.slice(start, end)`. */
export type Sentence = { readonly text: string; readonly start: number; readonly end: number }

export type Sentences = {
  readonly sentences: readonly Sentence[]
  /** Ends that could as well be the full stop of an abbreviation before a name ("Dr. Holm"), or the other way round. */
  readonly doubtful: number
}

/**
 * Abbreviations that are followed by more of the same sentence. Words that also end sentences ("etc.", "osv.") stand in `closing`.
 * Sources: Dansk Sprognævn, Retskrivningsordbogen § 42; The Oxford Guide to Style (2002), chapter 3; Svenska skrivregler (2017).
 * We differ: only what public texts use; a list can never be whole, which is why `doubtful` is told.
 */
const leading: Readonly<Record<string, string>> = {
  en: 'dr mr mrs ms prof st vs e.g i.e cf no nos p pp art sec fig approx ca inc ltd gov rev hon',
  da: 'bl.a f.eks fx d.v.s dvs ca nr stk jf pga p.g.a kl mht m.h.t hhv inkl ekskl evt vedr ang pct s pr kap afs art dr hr fr mio mia kr bkg lbk tlf iht i.h.t ift mv',
  sv: 'bl.a t.ex d.v.s dvs ca nr st jfr p.g.a pga kl resp inkl exkl ev ang s kap dr hr fr milj mdr',
}
const closing: Readonly<Record<string, string>> = {
  en: 'etc al jr sr',
  da: 'osv o.s.v m.m m.v mv mfl m.fl o.l mio mia kr',
  sv: 'osv o.s.v m.m m.fl o.d',
}

/**
 * Cuts a text into sentences: after `.`, `!`, `?` or `…` (with closing quotes and brackets) before white space, and at line ends
 * that leave an empty line or begin a list item. Never inside a word or a number.
 *
 * After an abbreviation, a single letter or a number a full stop ends the sentence only when the next word cannot belong to it:
 * a small letter or a digit goes on. Before a capital: after a closing abbreviation it ends, after a leading one it does not;
 * both are counted as doubtful.
 *
 * Shape: one text → its sentences in order; they do not overlap and leave out only white space. Cost: O(n).
 */
export function sentencesIn(text: string, language: string): Sentences {
  const sentences: Sentence[] = []
  let doubtful = 0
  let start = 0
  const close = (end: number): void => {
    const words = text.slice(start, end)
    const lead = words.length - words.trimStart().length
    const whole = words.trim()
    if (/[\p{L}\p{N}]/u.test(whole))
      sentences.push({ text: whole, start: start + lead, end: start + lead + whole.length })
    start = end
  }
  for (const { 0: mark, index } of text.matchAll(
    /[.!?…]+["'”’»)\]]*(?=\s|$)|\n\s*\n|\n(?=\s*(?:[-–•*]|\d+[.)])\s)/gu,
  )) {
    const end = index + mark.length
    const ending = mark.startsWith('.') && !mark.startsWith('..') ? endingOf(text, { index, end, language }) : 'ends'
    if (ending === 'doubtful-end' || ending === 'doubtful-goes-on') doubtful += 1
    if (ending === 'ends' || ending === 'doubtful-end') close(end)
  }
  close(text.length)
  return { sentences, doubtful }
}

type Ending = 'ends' | 'goes-on' | 'doubtful-end' | 'doubtful-goes-on'

function endingOf(
  text: string,
  { index, end, language }: { readonly index: number; readonly end: number; readonly language: string },
): Ending {
  const next = /^\s*["'“”‘«»([]*(\S?)/u.exec(text.slice(end, end + 40))?.[1] ?? ''
  if (next === '') return 'ends'
  const word = /\S*$/u.exec(text.slice(Math.max(0, index - 40), index))?.[0].replace(/^["'“”‘«»([]+/u, '') ?? ''
  const goesOn = /[\p{Ll}\p{N}]/u.test(next)
  if (isIn(leading, language, word) || /^\p{L}$/u.test(word)) {
    if (goesOn) return 'goes-on'
    return isIn(closing, language, word) ? 'doubtful-end' : 'doubtful-goes-on'
  }
  if (isIn(closing, language, word)) return goesOn ? 'goes-on' : 'doubtful-end'
  // "1. maj", "§ 4. stykke", "the 3. time".
  if (/^\d+$/.test(word)) return /\p{Ll}/u.test(next) ? 'goes-on' : 'ends'
  return 'ends'
}

function isIn(lists: Readonly<Record<string, string>>, language: string, word: string): boolean {
  const list = lists[language] ?? Object.values(lists).join(' ')
  return list.split(' ').includes(word.toLowerCase())
}
