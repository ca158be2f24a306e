import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'mandate.draft-saved':
    'The draft of a mandate was written or changed. Public: version, number of the save and which sections. Committed to: the words and who saved them.',
  'mandate.gate-answered':
    'A politician answered the five questions on the room for influence. Public: the politician, each answer and its reason.',
  'mandate.adoption-drafted':
    'The record of a body’s vote on a mandate was written; it does not count yet. Public: version, number of the save, and body.',
  'mandate.adopted':
    'A body adopted a mandate and its chair confirmed it. Public: the whole mandate, the body, day, reference and vote.',
  'mandate.rejected':
    'A body voted on a mandate and did not adopt it; its chair confirmed it. Public: version, body, day, reference and vote.',
  'mandate.promise-lowered':
    'A new version of a mandate promises less than the one before. Public: both levels and the version.',
  'mandate.told':
    'A mandate was recorded from published sources. Public: the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
