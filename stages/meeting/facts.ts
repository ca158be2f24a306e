import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'meeting.called': 'A meeting was called. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.told':
    'A meeting was recorded from published sources. Public: its number and the source, and the day it tells of where that is known.',
  'meeting.changed':
    'A meeting was changed before it began. Public: its number, title, time, place, and the ground when it is closed.',
  'meeting.cancelled': 'A meeting was cancelled. Public: its number and the reason.',
  'meeting.ground-listed':
    'A place listed a ground on which its law lets a meeting be closed. Public: its number and words.',
  'meeting.ground-ended': 'A place took such a ground off its list. Public: its number.',
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
  'meeting.item-changed':
    'An item of an agenda got other words, another owner or another length. Public: the numbers of meeting and item. Committed to: the words and who changed them.',
  'meeting.item-taken-off':
    'An item was taken off an agenda before it was spoken about. Public: the numbers of meeting and item. Committed to: by whom.',
  'meeting.agenda-ordered':
    'The items of an agenda were put in another order. Public: the meeting and the numbers of its items in their order. Committed to: by whom.',
  'meeting.item-opened': 'A meeting came to an item of its agenda. Public: the numbers of meeting and item.',
  'meeting.material-added':
    'A paper was added to a meeting. Public: the numbers of meeting and paper, and whether it came late. Committed to: its title, its link or the SHA-256 of its file, and who added it.',
  'meeting.papers-due':
    'It was said when the papers of a meeting go out. Public: the meeting and the time. Committed to: who said so.',
  'meeting.papers-published':
    'The papers of a meeting went out to everybody in the same instant. Public: the meeting, and of each paper its number, title, link and the SHA-256 of its file.',
  'meeting.minutes-written':
    'Minutes of an item were written or mended. Public: the numbers of meeting and item, which wording it is, the decision, whether staff wrote it, and why, where it corrects approved minutes. Committed to: the words and who wrote them.',
  'meeting.attendance-recorded':
    'It was recorded who came. Public: the number of the meeting, how many came, how many of them as substitutes, and the politicians among them.',
  'meeting.event-announced': 'An open event was announced. Public: its number, title, place and time.',
  'meeting.event-cancelled': 'An open event was called off. Public: its number and the reason.',
  'meeting.event-told':
    'It was written down what came of an open event. Public: its number, how many came, whether staff wrote it. Committed to: the words and who wrote them.',
  'meeting.batch-entered':
    'It was stated how much of a batch of sheets or calls was entered. Public: its number, how it came, from which event, who collected it when, how many there are, how many were entered, and how those were chosen. Committed to: who entered them.',
  'meeting.encounter-offered':
    'A politician offered a talk of a few or a visit. Public: its number, kind, who, about what, when, where, and how many places.',
  'meeting.encounter-booking':
    'Somebody booked a place, waits for one, or took it back. Public: nothing but that it happened. Committed to: who, and which.',
  'meeting.encounter-cancelled': 'A politician called a talk or a visit off. Public: its number and the reason.',
  'meeting.encounter-heard':
    'A politician wrote what she heard at a talk or a visit. Public: its number, who, and the words.',
  'meeting.minutes-approved':
    'A group approved the minutes of a meeting. Public: the meeting, and the later one in which it did. Committed to: who wrote it down.',
  'meeting.task-agreed':
    'It was agreed that somebody does something. Public: the numbers of task, meeting and item, and by which day. Committed to: what, whose task it is, and who wrote it down.',
  'meeting.task-done': 'Such a task was done. Public: its number. Committed to: who said so, and in which words.',
  'meeting.reply-given':
    'Somebody said whether she comes to a meeting. Public: the meeting. Committed to: which seat and what was said.',
  'meeting.substitute-set':
    'A seat got or lost its substitute. Public: whether one was named, said yes, or it ended. Committed to: which seat, and who said so.',
  'meeting.contacted':
    'Somebody who had been missed was written to, or it was noted what came of it. Public: whether staff did. Committed to: which seat, what came of it, and who did.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
