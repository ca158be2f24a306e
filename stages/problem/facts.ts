import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'problem.raised': 'Somebody raised a problem. Public: its address. Committed to: the words and who wrote them.',
  'problem.written-down':
    'Staff wrote down a problem that somebody told them. Public: its address and whether it came by phone, on paper or at the desk. Committed to: the words and who wrote them down.',
  'problem.told':
    'A case was recorded from published sources. Public: its address and the source, and the day it tells of where that is known.',
  'problem.sponsored': 'A politician took a problem up. Public: the politician.',
  'problem.framing-proposed':
    'Somebody put the problem differently. Public: the number of the framing. Committed to: the words and the author.',
  'problem.framing-answered':
    'A proposed framing was accepted or declined. Public: its number, the answer and the reason.',
  'problem.rule-set':
    'A rule for what residents raise was put in force. Public: the body that must answer, at how many supports, within what time, the decision that set it.',
  'problem.actor-added':
    'An affected or relevant actor was named. Public: its number, name and relation. Committed to: what was said of it, and by whom.',
  'problem.actor-corrected':
    'What is said of an actor was corrected. Public: its number, the version, name and relation. Committed to: the words, the reason and who wrote them.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
