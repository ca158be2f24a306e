import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'meeting.called': 'A meeting was called. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.told':
    'A meeting was recorded from published sources. Public: its number and the source, and the day it tells of where that is known.',
  'meeting.changed':
    'A meeting was changed before it began. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.cancelled': 'A meeting was cancelled. Public: its number and the reason.',
  'meeting.item-added':
    'The agenda got another item. Public: the numbers of meeting and item. Committed to: its words and who added it.',
  'meeting.minutes-written':
    'Minutes of an item were written or mended. Public: the numbers of meeting and item, the decision, whether staff wrote it. Committed to: the words and who wrote them.',
  'meeting.attendance-recorded':
    'It was recorded who came. Public: the number of the meeting, how many came, and the politicians among them.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
