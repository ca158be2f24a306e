import { recorder, recorderOfMany, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'arena.set-up-saved':
    'Somebody prepared how a group is set up. Public: which part of it, and whether public employees did.',
  'arena.set-up-confirmed':
    'Those who lead confirmed how a group is set up, before anybody is asked for. Public: numbers, profiles with what somebody should bring, how their seats are filled and for whom they are kept, the day on which the data of those not chosen is erased, who confirmed it, and version and SHA-256 of the mandate.',
  'arena.call-opened':
    'An open call for seats began. Public: until when, who opened it, and version and SHA-256 of the mandate it rests on.',
  'arena.call-opened-again':
    'The call opened again, for seats that were free and for which too few people were left. Public: how many times, for which seats, until when, who opened it, and version and SHA-256 of the mandate it rests on.',
  'arena.applied':
    'Somebody applied for a seat. Public: nothing but that it happened. Committed to: who, for which profile, and why.',
  'arena.application-answered':
    'An application was answered. Public: nothing but that it happened. Committed to: the answer and its reason.',
  'arena.application-changed':
    'Somebody changed an application before the call closed. Public: nothing but that it happened. Committed to: which, and what it says now.',
  'arena.application-withdrawn':
    'Somebody took an application back. Public: nothing but that it happened. Committed to: which.',
  'arena.home-looked-up':
    'The clerk looked up whether somebody lives with others who gave the same address. Public: nothing but that it happened. Committed to: whose application, and what was found.',
  'arena.offered':
    'A seat was offered to somebody. Public: number of the offer, kind of seat, profile, whether by choice or by lot, and until when she can answer. Committed to: who, the reason and the criteria met.',
  'arena.offer-reminded': 'Somebody who had not answered an offer was reminded of it. Public: the number of the offer.',
  'arena.offer-refused':
    'An offer was declined, or its time ended in silence. Public: number of the offer, kind of seat, profile, and which of the two.',
  'arena.seated':
    'Somebody said yes to a seat. Public: number of the offer, kind of seat, profile, whether by choice or by lot, the reason and the criteria met. Committed to: who.',
  'arena.seat-left':
    'A seat was left. Public: kind of seat, profile, and whether its holder left or was a politician no more. Committed to: whose seat, and the reason where one was given.',
  'arena.chair-named':
    'Another politician of the group became its chair after the chair had left. Public: who, and who named her.',
  'arena.confirmed':
    'The group was confirmed. Public: seats by kind, what the composition rule still misses, the reason for an exception, and version and SHA-256 of the mandate.',
  'arena.framing-drafted':
    'A member put the problem differently, for the group. Public: its number in the group. Committed to: the words and who wrote them.',
  'arena.framing-backed':
    'A member stood behind such a draft, or no more. Public: the number of the draft. Committed to: who, and which of the two.',
  'arena.framing-put-forward':
    'The chair put a draft forward in the name of the group. Public: the draft, the version of the problem it became, how many of how many members stood behind it.',
  'arena.feature-set':
    'What a place counts people by was said or changed. Public: the feature, the answers offered in their order, whether it is asked for, and who set it.',
  'arena.limits-set':
    'A place said in how many groups at once somebody may sit or facilitate before it needs a reason. Public: both numbers.',
  'arena.seated-over-limit':
    'A politician was asked to sit in one group more who sat in as many as the place asks of one. Public: how many, and the limit. Committed to: who, and why all the same, which stands beside the seat once she takes it.',
  'arena.staff-named':
    'Somebody employed by the place was named to serve the group of a case. Public: as what, and why where she does two jobs in it. Committed to: who, and who named her.',
  'arena.staff-ended':
    'Somebody serves the group of a case no more. Public: as what. Committed to: who, and who ended it.',
  'arena.working-group-opened':
    'A working group was opened, which anyone may join. Public: its number and the last day to join. Committed to: its question, what it works on, and who opened it.',
  'arena.working-group-joined':
    'Somebody joined a working group. Public: which. Committed to: who, and whether her name is shown.',
  'arena.working-group-left': 'Somebody left a working group. Public: which. Committed to: who.',
  'arena.working-group-name':
    'Somebody chose whether her name is shown in a working group. Public: which group. Committed to: who, and which of the two.',
  'arena.working-group-reported':
    'A working group reported to the arena. Public: which group, the number of the report, on how many contributions it rests. Committed to: the words and who wrote them.',
  'arena.working-group-closed': 'A working group was closed. Public: which. Committed to: who closed it, and why.',
  'arena.population-imported':
    'A table of the population was brought in. Public: its name, its source and of when it tells, SHA-256 of the file, how many people it counts, and who brought it in.',
  'arena.lottery-limits-set':
    'How many seats are drawn by lot, and so many of each group, was set, or a limit was made wider because no panel met them all. Public: the lottery, the version, all limits, what they were worked out from, and who set them.',
  'arena.lottery-list-locked':
    'The list of those who wait for a seat by lot was locked. Public: how many, the version of the limits, the hash over the salted commitments to each row, and who locked it.',
  'arena.lottery-impossible':
    'No panel meets the limits. Public: the version of the limits, and which of them cannot hold together.',
  'arena.lottery-panels-published':
    'The 1,000 numbered panels were published. Public: hash of limits and list, seed, method and its version, hash of the file of all panels, and the numbers that left before.',
  'arena.lottery-number-written':
    'Somebody wrote down what three dice showed in public. Public: where and when they were thrown, by whom, and who watched, and of which attempt they are the same dice looked at again. Committed to: the number, until a second person has written it too.',
  'arena.lottery-number-disputed':
    'A second person wrote another number: neither counts. Public: both numbers, and who wrote the second.',
  'arena.lottery-beacon-announced':
    'It was said which round of which public beacon gives the number of a draw, before its time. Public: the beacon, the round, when it is published, and who said it.',
  'arena.lottery-reading-written':
    'Somebody wrote down what the announced round of a beacon gave. Public: which announcement, and who wrote it. Committed to: the randomness, until a second person has written it too, and its signature.',
  'arena.lottery-reading-disputed':
    'A second person wrote another randomness of the beacon: neither counts. Public: both, and who wrote the second.',
  'arena.lottery-beacon-doubted':
    'Somebody said that the announced round of a beacon did not come. Public: which announcement, what she found at its address, and who said so.',
  'arena.lottery-beacon-given-up':
    'A second person found the same: the announced round of a beacon was given up, and dice are thrown instead. Public: which announcement, what each of the two found, who they are, and what somebody else had read of it that nobody wrote again.',
  'arena.lottery-drawn':
    'A second person wrote the same number, and its panel is drawn. Public: the panel, the numbers on it, the hash of all panels, what the beacon gave where one was announced, and who confirmed it.',
  'arena.lottery-ended':
    'A lottery was given up before it was drawn. Public: how far it had come, the reason, and who gave it up.',
  'arena.addresses-listed':
    'A list of addresses to draw letters from was laid down. Public: how many, by which features the register tells them apart, and SHA-256 over a salt and every line; the list itself never.',
  'arena.letters-drawn':
    'Letters of invitation were drawn from the list. Public: the round, how many, the seed, by which features they were spread, how many answers in a hundred are expected of whom, and SHA-256 over the numbers of the lines drawn.',
  'arena.letters-printed':
    'The letters of a round were printed; from then on no code is known here. Public: the round.',
  'arena.forgotten':
    'What people without a seat had told was erased on the day announced for it. Public: that day, and how many applications, records of staff, letters and addresses there were, and how many people still waited for an answer; fewer than five are called few.',
  'arena.forgotten-late':
    'What those had told who still waited for an answer on that day was erased as well. Public: the last day announced for it, and how many were given no answer; fewer than five are called few.',
  'arena.written-down':
    'A member of staff wrote down what somebody asked for by telephone, on paper or at the desk. Public: nothing but that it happened. Committed to: the number of the receipt and who wrote it.',
  'arena.answer-written-down':
    'A member of staff wrote down what somebody without a computer answered: yes or no to a seat, that she takes her application back, or leaves. Public: nothing but that it happened. Committed to: the number of her receipt, what she answered, and who wrote it.',
  'arena.answer-confirmed':
    'A second member of staff confirmed such an answer: from then on it counts. Public: nothing but that it happened. Committed to: the number of the receipt, what was answered, and who confirmed it.',
  'arena.letter-answered':
    'Somebody answered a letter. Public: nothing but that it happened. Committed to: which letter, and yes or no.',
  'arena.population-chosen':
    'Somebody said which table of the population a case is compared with. Public: its name, SHA-256 of its file, and who chose it.',
  'arena.appeal-written':
    'It was said whom a group is still looking for. Public: its number, how many, how many organisations were asked to pass it on, and who wrote it. Committed to: the words.',
  'arena.appeal-ended': 'A group looks for somebody no more. Public: the number, and who ended it.',
  'arena.told':
    'The composition of a group was recorded from published sources. Public: groups, sizes and the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
export const recordAll = recorderOfMany(facts)
