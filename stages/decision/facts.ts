import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'decision.direction-sent':
    'The direction of the draft was sent to the parent body. Public: its number, the body and the text.',
  'decision.direction-answered':
    'A politician of the parent body replied. Public: the number, the politician, questions and limits.',
  'decision.handed-over':
    'The recommendations were handed over. Public: the body, the due date with its rule, how many there are, and the SHA-256 of the frozen package.',
  'decision.dates-set': 'The days of the joint response meeting and of the return were set. Public: both days.',
  'decision.staff-note-written': 'Staff wrote a note on law and cost. Public: its version.',
  'decision.answered':
    'A politician answered a recommendation. Public: its number, the version, the answer, the reason, the politician, and what the answer needs.',
  'decision.vote-drafted':
    'The record of a vote was drafted. Public: number, version and SHA-256 of each answer put to the vote. It does not count yet.',
  'decision.vote-confirmed':
    'The chair of the body confirmed the record of a vote. Public: the motion, number and version of each answer, the counts and the reference.',
  'decision.closed':
    'The chair of the body closed the package; the body had carried each answer as it stood. Public: the body and how many.',
  'decision.told':
    'Answers were recorded from published sources. Public: how many, and the source, and the day it tells of where that is known.',
  'decision.vote-told':
    'What a body resolved or said was recorded from published sources. Public: the motion, its votes where they are known, the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
