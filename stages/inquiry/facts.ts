import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'inquiry.question-asked':
    'Somebody asked a question. Public: its number, who is asked, the deadline. Committed to: the words and who asked.',
  'inquiry.question-answered':
    'A question was answered. Public: its number, the round, who answered, whether in time. Committed to: the words.',
  'inquiry.answer-judged':
    'The one who asked said whether the answer answers the question. Public: its number, the round, yes or no, the new deadline after a no. Committed to: the words.',
  'inquiry.note-written':
    'A politician wrote what she heard and what she changed. Public: the number of the note and the politician. Committed to: the words.',
  'inquiry.question-told': 'A question was recorded from published sources. Public: its number and the source.',
  'inquiry.note-told':
    'A learning note was recorded from published sources. Public: its number, the politician and the source.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
