import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'meeting.called': 'A meeting was called. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.told':
    'A meeting was recorded from published sources. Public: its number and the source, and the day it tells of where that is known.',
  'meeting.changed':
    'A meeting was changed before it began. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.cancelled': 'A meeting was cancelled. Public: its number and the reason.',
  'meeting.series-laid':
    'The meetings of a case were called as a series. Public: each with its number, title, time, place, and whether it explores or shapes.',
  'meeting.change-wished':
    'A member wished to move, drop or add a meeting. Public: the number of the wish, which of the three, and which meeting. Committed to: who and why.',
  'meeting.wish-answered':
    'Such a wish was granted or declined. Public: its number, which of the two, and the reason. Committed to: who answered.',
  'meeting.rules-proposed':
    'Ground rules were put to the group. Public: the version and whether staff wrote it. Committed to: the words and who wrote them.',
  'meeting.rules-agreed':
    'The group agreed its ground rules in a meeting. Public: version, words, meeting, by how many of how many seats. Committed to: who wrote it down.',
  'meeting.item-added':
    'The agenda got another item. Public: the numbers of meeting and item. Committed to: its words and who added it.',
  'meeting.minutes-written':
    'Minutes of an item were written or mended. Public: the numbers of meeting and item, the decision, whether staff wrote it. Committed to: the words and who wrote them.',
  'meeting.attendance-recorded':
    'It was recorded who came. Public: the number of the meeting, how many came, and the politicians among them.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
