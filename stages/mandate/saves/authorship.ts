import { diffWords } from '../../../ui/index.ts'
import { sections, type Section } from './sections.ts'
import type { Save } from './store.ts'

/** Whose words stand in a draft, word by word. */

export type Hand = 'politicians' | 'staff' | 'earlier'
export type Shares = Readonly<Record<Hand, number>>
type Word = { readonly text: string; readonly hand: Hand }

type Words = Save['words']

/** Counts the words that stand now, by who put them in; `origin` was there before the first save. */
export function wordsByHand(origin: Words, saves: readonly Save[]): Shares {
  const counts: Record<Hand, number> = { politicians: 0, staff: 0, earlier: 0 }
  for (const section of sections) for (const word of standing(origin, saves, section)) counts[word.hand] += 1
  return counts
}

function standing(origin: Words, saves: readonly Save[], section: Section): readonly Word[] {
  const first = writtenIn(origin, section)
  const start: { readonly text: string; readonly words: readonly Word[] } = {
    text: first,
    words: wordsOf(first).map((text): Word => ({ text, hand: 'earlier' })),
  }
  return saves
    .filter((save) => save.section === section)
    .reduce<typeof start>((was, save) => {
      const text = writtenIn(save.words, section)
      return { text, words: rewritten(was.words, diffWords(was.text, text), save.isStaff ? 'staff' : 'politicians') }
    }, start).words
}

/** Words that stay keep whose they are; words put in are the writer's. */
function rewritten(before: readonly Word[], parts: ReturnType<typeof diffWords>, hand: Hand): readonly Word[] {
  let at = 0
  return parts.flatMap(({ kind, text }): readonly Word[] => {
    const words = wordsOf(text)
    if (kind === 'in') return words.map((word) => ({ text: word, hand }))
    const mine = before.slice(at, at + words.length)
    at += words.length
    return kind === 'out' ? [] : mine
  })
}

function wordsOf(text: string): readonly string[] {
  return text.match(/\S+/gu) ?? []
}

/** The prose of a section; numbers, days and choices are nobody's words. */
export function writtenIn(words: Words, section: Section): string {
  const all: Readonly<Record<Section, readonly (string | undefined)[]>> = {
    task: [words.question, words.background, words.tasks, words.outOfScope],
    room: (words.matters ?? []).flatMap(({ words: asked, why, level, money, law }) => [
      asked,
      why,
      level,
      money?.words,
      law?.words,
    ]),
    promise: [],
    deciders: [],
    group: (words.profiles ?? []).flatMap(({ name, description }) => [name, description]),
    time: [words.economicFrame],
    working: words.group
      ? [
          words.group.trigger,
          words.group.selectionWords,
          words.group.ageRule,
          words.group.others,
          words.group.voteRule,
          words.group.output,
          words.group.answerWords,
        ]
      : [],
  }
  return all[section].filter(Boolean).join('\n')
}
