import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'decision.direction-sent':
    'The direction of the draft was sent to the parent body. Public: its number, the body, the text, and when the reply is due.',
  'decision.direction-answered':
    'A politician of the parent body replied, for herself or for her party group. Public: the number, the politician, the group, questions and limits.',
  'decision.reply-answered':
    'The chair of the group answered the questions of a reply. Public: the number, the politician who asked, and the words.',
  'decision.handed-over':
    'The recommendations were handed over. Public: the body, the due date with its rule, how many there are, and the SHA-256 of the frozen package.',
  'decision.dates-set': 'The days of the joint response meeting and of the return were set. Public: both days.',
  'decision.staff-note-written': 'Staff wrote a note on law and cost. Public: its version and the words.',
  'decision.answered':
    'A politician answered a recommendation. Public: its number, the version, the answer, the reason, the politician, what the answer needs, and the numbers of those with nearly the same reason.',
  'decision.referred':
    'What the body voted to pass on went to the body that answers instead. Public: the referral, the number and version of the answer, and the body.',
  'decision.referral-received':
    'A recommendation arrived that another body passed on. Public: the referral, its number here, the place it comes from, the body that answers, and when.',
  'decision.referral-answered':
    'A politician answered what was passed on to her body. Public: the referral and its number, the politician, the answer, the reason, and the changed words.',
  'decision.referral-came-back':
    'The answer to what was passed on came back. Public: the referral, the number of the recommendation, who answered, the answer, the reason, and the changed words.',
  'decision.referral-withdrawn':
    'What was passed on was withdrawn, since the answer that did so stands no more. Public: the referral and its number.',
  'decision.referral-hidden':
    'The words of what was passed on were hidden where they come from, or shown again. Public: the referral, its number, and which of the two.',
  'decision.vote-drafted':
    'The record of a vote was drafted. Public: number, version and SHA-256 of each answer put to the vote. It does not count yet.',
  'decision.vote-confirmed':
    'The chair of the body confirmed the record of a vote. Public: the motion, number and version of each answer, the counts, who voted how where the body votes by name, the reference and where its minutes stand.',
  'decision.minutes-added':
    'The minutes of a vote were added as a document and in words. Public: the body, its reference, number and version of each answer, which version of the minutes, the SHA-256 of the document, and whether staff added it. Committed to: the words, the file name and who added it.',
  'decision.question-put':
    'Somebody who worked on the recommendations put a question for a meeting with the body. Public: its number, which meeting, and the recommendation it is about. Committed to: the words and who asked.',
  'decision.question-answered':
    'A politician of the body answered a question at the meeting or after it. Public: the number, which meeting, and the politician. Committed to: the words.',
  'decision.returned':
    'The chair of the body said what became of its answer. Public: the politician, the day they met again, the words, and what became of each recommendation that was parked or passed on.',
  'decision.answer-rated':
    'Somebody who worked on a recommendation rated its answer. Public: nothing. Committed to: who, which answer and version, and both marks.',
  'decision.rating-closed':
    'The rating of an answer closed. Public: the number, the version, and what it came to with how many could rate it and did; nothing of it where too few rated.',
  'decision.reminded':
    'A promised day came near or passed. Public: of what and its number, the body, the day, and whom the reminder went to: those who promised, the chair, or everybody.',
  'decision.closed':
    'The chair of the body closed the package; the body had carried each answer as it stood. Public: the body and how many.',
  'decision.told':
    'Answers were recorded from published sources. Public: how many, and the source, and the day it tells of where that is known.',
  'decision.vote-told':
    'What a body resolved or said was recorded from published sources. Public: the motion, its votes where they are known, the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
