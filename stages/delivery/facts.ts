import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'delivery.committed':
    'A commitment was made by the politician who answers for it. Public: its number, the version of the answer, what, the responsible politician, the office, the budget line or that none is needed, the milestones and the next report.',
  'delivery.prepared':
    'Somebody else than the politician it names prepared a commitment; it is no promise until she confirms it. Public: its number. Committed to: the words and who wrote them.',
  'delivery.discarded':
    'A prepared commitment was let go before anybody confirmed it. Public: its number. Committed to: who did so.',
  'delivery.reported':
    'A report on a commitment was published. Public: the number, how it stands, the words, the reason, the next report, and whether staff wrote it.',
  'delivery.milestone-reached':
    'A milestone was reached. Public: the number of the commitment, of the milestone, and the day.',
  'delivery.pledged':
    'Somebody pledged to help. Public: the number of the pledge and of the commitment. Committed to: who, what, how much.',
  'delivery.pledge-settled':
    'A pledge was marked as kept or not kept. Public: its number, which, and the day it was delivered. Committed to: who said so, the words, how much came, and the proof.',
  'delivery.fell-late': 'A day a commitment named passed without a word. Public: its number and the day.',
  'delivery.reopened':
    'One of those concerned said that a commitment that was closed is not done; it is open until the chair has answered. Public: its number, the number of the reopening, how it had been closed, and the day the answer is due. Committed to: who, and the reason.',
  'delivery.reopening-answered':
    'The chair of the body answered a reopening. Public: the number of the commitment and of the reopening, how it stands, the words, the next report, and the number of the report that says so.',
  'delivery.follow-up-set':
    'A chair opened the follow-up of a case or changed its rhythm. Public: every how many months a report comes, the day of the next, and the day it ends.',
  'delivery.monitor-stayed': 'A member of the group stays to keep an eye on what was promised. Committed to: who.',
  'delivery.monitor-left': 'A member no longer keeps an eye on what was promised. Committed to: who.',
  'delivery.status-reported':
    'A report to the follow-up group was published. Public: its number, the words, whether staff wrote it, and the day of the next.',
  'delivery.status-late': 'The day of the next report to a follow-up group passed without one. Public: the day.',
  'delivery.monitor-spoke':
    'A member of the follow-up group said how it goes. Public: the number of the word and of the report. Committed to: who, how it goes, the question.',
  'delivery.monitor-answered':
    'A question of the follow-up group was answered. Public: its number, the words, and whether staff wrote them.',
  'delivery.follow-up-ended': 'A chair ended the follow-up of a case. Public: why.',
  'delivery.told':
    'A commitment was recorded from published sources. Public: its number and the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
