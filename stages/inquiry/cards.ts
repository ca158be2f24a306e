import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import { evidenceCards } from './evidence/cards.ts'
import { shortened, slugsOf } from './naming.ts'
import { notesById } from './notes/store.ts'
import { positionCards } from './positions/cards.ts'
import { replyCards } from './replies/cards.ts'
import { standingOf } from './questions/rules.ts'
import { questionsById } from './questions/store.ts'

/** How questions and notes are named in the trace, in notices and in moderation. */
export const inquiryCards = {
  question: cardsOfQuestions,
  note: cardsOfNotes,
  ...evidenceCards,
  ...positionCards,
  ...replyCards,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfQuestions(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const questions = await questionsById(read, ids as readonly Id<'question'>[]) // bound to the kind `question`
  const slugs = await slugsOf(read, questions)
  return questions.map((question) => ({
    thing: { kind: 'question', id: question.id },
    title: question.question,
    state: `state.${standingOf(question)}`,
    visibility: 'public',
    path: `/problems/${slugs.get(question.problem) ?? ''}/questions/${question.number}`,
    writtenBy: oneWriter(question.askedBy),
  }))
}

async function cardsOfNotes(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const notes = await notesById(read, ids as readonly Id<'note'>[]) // bound to the kind `note`
  const slugs = await slugsOf(read, notes)
  return notes.map((note) => ({
    thing: { kind: 'note', id: note.id },
    title: shortened(note.heard),
    state: '',
    visibility: 'public',
    path: `/problems/${slugs.get(note.problem) ?? ''}/notes#note-${note.number}`,
    writtenBy: oneWriter(note.account),
  }))
}
