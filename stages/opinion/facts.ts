import { recorder, recorderOfMany, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'opinion.opened':
    'A consultation on statements was opened. Public: until when, when results show, whether moderators read statements before or after, how sure it must be who votes, how many statements the group had prepared, who opened it and what the group decided.',
  'opinion.deadline-moved':
    'The deadline of a consultation was moved while people voted. Public: what it was, what it is, who moved it, why, and what the group decided.',
  'opinion.closed':
    'A consultation was closed and counted. Public: the instant, the result without small numbers and without hidden statements, the hash of what was counted and the method; where votes were set aside, for which anomaly and the places of their voters in the sorted list of all.',
  'opinion.stated':
    'Somebody wrote a statement. Public: its number, and whether the group had prepared it before the opening. Committed to: the words and who wrote them.',
  'opinion.handed-in':
    'Somebody wrote a statement that waits until a moderator has read it. Public: nothing but that it happened. Committed to: the words and who wrote them.',
  'opinion.let-through':
    'A moderator let a statement through, which everybody reads from then on. Public: its number and the role. Committed to: the words, who wrote them and who let it through.',
  'opinion.vote-cast':
    'Somebody voted on a statement. Public: nothing but that it happened. Committed to: the statement, the choice and the random name of the voter.',
  'opinion.position-taken':
    'A politician took a public position on a statement. Public: the number of the statement, who, agree, disagree or pass, and whether it was after the close. Committed to: the reason.',
  'opinion.position-changed':
    'A politician changed her public position on a statement. Public: the number of the statement, who, agree, disagree or pass now, and whether it was after the close. Committed to: the reason.',
  'opinion.map-drawn':
    'A map of a consultation was drawn. Public: its version, the hash of the votes it was drawn from, the hash of what is published of it, the method and the seed.',
  'opinion.anomaly-found':
    'Something unusual was found in how people voted; nothing was taken out. Public: its number in the consultation, what it is, and how many people in steps of five.',
  'opinion.voiding-asked':
    'One of staff asked that the votes of an anomaly are set aside. Public: its number and the reason. Committed to: who asked.',
  'opinion.votes-voided':
    'A second one of staff set the votes of an anomaly aside: they are kept and do not count. Public: its number and how many people in steps of five. Committed to: who decided.',
  'opinion.voiding-refused':
    'A second one of staff refused to set the votes of an anomaly aside. Public: its number and why. Committed to: who decided.',
  'opinion.told':
    'A consultation was recorded from published sources. Public: the source and how many statements it has, and the day it tells of where that is known.',
  'opinion.imported':
    'A conversation was imported with its votes. Public: the source, how many statements, voters and votes, whether the times of votes are known, and the hash of what was counted.',
  'opinion.exported':
    'Whoever runs the program wrote all votes of a consultation into files, for herself or for an auditor. Public: that it happened, and whether people were still voting.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
export const recordAll = recorderOfMany(facts)
