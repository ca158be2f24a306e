import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'delivery.committed':
    'A commitment was made by the politician who answers for it. Public: its number, the version of the answer, what, the responsible politician, the office, the budget line or that none is needed, the milestones and the next report.',
  'delivery.prepared':
    'Somebody else than the politician it names prepared a commitment; it is no promise until she confirms it. Public: its number. Committed to: the words and who wrote them.',
  'delivery.discarded':
    'A prepared commitment was let go before anybody confirmed it. Public: its number. Committed to: who did so.',
  'delivery.reported':
    'A report on a commitment was published. Public: the number, how it stands, the reason, the next report, and whether staff wrote it.',
  'delivery.milestone-reached':
    'A milestone was reached. Public: the number of the commitment, of the milestone, and the day.',
  'delivery.pledged':
    'Somebody pledged to help. Public: the number of the pledge and of the commitment. Committed to: who, what, how much.',
  'delivery.pledge-settled':
    'A pledge was marked as kept or not kept. Public: its number and which. Committed to: the words.',
  'delivery.told':
    'A commitment was recorded from published sources. Public: its number and the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
