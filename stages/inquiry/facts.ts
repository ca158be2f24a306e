import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'inquiry.question-asked':
    'Somebody asked a question. Public: its number, who is asked, the deadline. Committed to: the words and who asked.',
  'inquiry.question-answered':
    'A question was answered. Public: its number, the round, who answered, whether in time, to how many earlier answers it is nearly the same. Committed to: the words.',
  'inquiry.question-joined':
    'Somebody asks the same question too. Public: its number and how many ask it. Committed to: the account.',
  'inquiry.question-left':
    'Somebody no longer asks a question too. Public: its number and how many ask it. Committed to: the account.',
  'inquiry.answer-judged':
    'The one who asked said whether the answer answers the question. Public: its number, the round, yes or no, the new deadline after a no. Committed to: the words.',
  'inquiry.position-taken':
    'A politician said where she stands. Public: the number of the position, the politician, for, against or open. Committed to: on what, and the reason.',
  'inquiry.position-changed':
    'A politician changed where she stands. Public: the number of the position, the politician, from what to what. Committed to: the reason.',
  'inquiry.reply-written':
    'A politician replied under somebody’s words. Public: the politician, and whether under an idea or a statement. Committed to: under which, and the words.',
  'inquiry.note-written':
    'A politician wrote what she heard and what she changed. Public: the number of the note, the politician, whether it came from a meeting, a talk or a question, and, where somebody wrote it on her behalf, whether a public employee did. Committed to: the words.',
  'inquiry.evidence-ordered':
    'A member ordered a fact. Public: its number and by when it is needed. Committed to: the words and who ordered it.',
  'inquiry.answerer-named':
    'The desk named who answers an order. Public: its number, the kind of answerer, from which side the answer comes, the deadline. Committed to: who it is and who named her.',
  'inquiry.evidence-answered':
    'An ordered fact was answered. Public: its number, the number of the answer, from which side it comes, whether staff entered it for somebody outside, whether in time. Committed to: the words and the document.',
  'inquiry.evidence-contested':
    'Somebody contested an answer. Public: the numbers of order, answer and objection. Committed to: the reason, the source and who contested it.',
  'inquiry.objection-settled':
    'The one who contested an answer said that it is settled. Public: the numbers of order and objection. Committed to: the words.',
  'inquiry.order-withdrawn':
    'An order was withdrawn unanswered. Public: its number and whether the desk did it. Committed to: the reason.',
  'inquiry.orders-merged':
    'Two orders for the same fact became one. Public: their numbers. Committed to: the reason and who found it.',
  'inquiry.orders-parted': 'Two orders were taken apart again. Public: their numbers. Committed to: who did it.',
  'inquiry.order-overdue': 'An ordered fact was not answered by the day it was due. Public: its number and that day.',
  'inquiry.evidence-told':
    'An ordered fact and its answer were recorded from published sources. Public: its number, its day and the source.',
  'inquiry.question-told':
    'A question was recorded from published sources. Public: its number, its day and the source.',
  'inquiry.note-told':
    'A learning note was recorded from published sources. Public: its number, the politician, its day and the source.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
