import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'mandate.draft-saved':
    'The draft of a mandate was written or changed. Public: version, number of the save and which sections. Committed to: the words and who saved them.',
  'mandate.gate-answered':
    'A politician answered the five questions on the room for influence. Public: the politician, each answer and its reason.',
  'mandate.adoption-drafted':
    'The record of a body’s vote on a mandate was written; it does not count yet. Public: version, number of the save, body, and what the body was warned of.',
  'mandate.adopted':
    'A body adopted a mandate and its chair confirmed it. Public: the whole mandate, the body, day, reference and vote, and the SHA-256 of its charter.',
  'mandate.rejected':
    'A body voted on a mandate and did not adopt it; its chair confirmed it. Public: version, body, day, reference and vote.',
  'mandate.promise-lowered':
    'A new version of a mandate promises less than the one before. Public: both levels, the version and the reason.',
  'mandate.motion-withdrawn':
    'The record of a body’s vote was taken back before its chair confirmed it. Public: version, body, the reason, and whether the chair did it.',
  'mandate.motion-voided':
    'The text of a mandate changed after a vote on it was recorded: the record no longer counts. Public: version and body.',
  'mandate.rules-set':
    'Which parties form the majority of a body, when it is elected next, or how many groups may work at once, was said. Public: the body, the parties or the day, and the source; or the number.',
  'mandate.told':
    'A mandate was recorded from published sources. Public: the source, and the day it tells of where that is known.',
  'mandate.move-drafted':
    'The record of a vote on giving business to a group was written, and waits for its chair. Public: its number in the case, the body, and the committee it comes from.',
  'mandate.business-moved':
    'A body gave business of a standing committee to a group for a time. Public: what, from where, until when, what stays, the hours it frees, and the vote.',
  'mandate.move-lost':
    'A body voted against giving business to a group. Public: the vote, and the committee it stays with.',
  'mandate.business-back': 'Business went back to its committee before its time. Public: which, when, and why.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
