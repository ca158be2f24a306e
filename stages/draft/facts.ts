import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'draft.idea-added':
    'Somebody wrote down an experience or an idea. Public: its number and which of the two. Committed to: the words and who wrote them.',
  'draft.idea-written-down':
    'Staff wrote down an experience or an idea that somebody told by phone, on paper, at the desk or at an event. Public: its number, which of the two and how it came. Committed to: the words and who wrote them down.',
  'draft.idea-joined':
    'Somebody said that an idea or an experience says what she means. Public: its number. Committed to: who.',
  'draft.idea-left':
    'Somebody took back that an idea or an experience says what she means. Public: its number. Committed to: who.',
  'draft.ideas-merged':
    'An experience or an idea goes on in another one that says the same. Public: both numbers and the reason. Committed to: who put them together.',
  'draft.idea-merger-objected':
    'An author said that two do not mean the same: they are kept apart from now on. Public: both numbers. Committed to: her reason and who.',
  'draft.idea-merger-undone':
    'Two that went on as one were taken apart again. Public: both numbers. Committed to: who did it.',
  'draft.commented':
    'Somebody said something to an idea or an experience. Public: its number, the number of the comment and whether a politician, a member of the group, staff, an organisation or a resident said it. Committed to: the words and who.',
  'draft.version-saved':
    'A version of the common text was saved. Public: its number, whether a politician, a citizen or staff saved it, how many sections and clauses it has and how many were added, changed, moved and taken out. Committed to: the whole text, the reason and the author.',
  'draft.recommendation-proposed':
    'A recommendation was proposed. Public: its number, the version of the text it came with and whether a politician, a citizen or staff saved it. Committed to: its title, the reason and the author.',
  'draft.recommendation-revised':
    'A recommendation was written anew. Public: its number, its version and that of the text, and who saved it by kind. Committed to: its title, the reason and the author.',
  'draft.recommendation-withdrawn':
    'A recommendation was taken out of the text; it keeps its number. Public: its number, its version and that of the text, and who saved it by kind. Committed to: its title, the reason and the author.',
  'draft.recommendation-returned':
    'A recommendation was put back into the text. Public: its number, its version and that of the text, and who saved it by kind. Committed to: its title, the reason and the author.',
  'draft.clause-cited':
    'A clause was said to come from contributions. Public: the clause and what it cites. Committed to: who said so.',
  'draft.citation-taken-back':
    'It was taken back that a clause comes from a contribution. Public: the clause and the contribution. Committed to: who took it back.',
  'draft.clause-added':
    'A recommendation got a further clause, in a text from before texts were saved whole. Public: the numbers and what the clause cites. Committed to: the words and the author.',
  'draft.amendment-proposed':
    'A change of a clause was proposed. Public: its number, the clause, whether other words, its end or a new clause, and whether a politician, a citizen of the group or a resident proposed it. Committed to: the words, the reason and the author.',
  'draft.amendment-voiced':
    'A member said whether a proposed change shall be accepted. Public: its number. Committed to: nothing.',
  'draft.amendment-accepted':
    'A proposed change was accepted. Public: its number, the clause and the version it came with, if others’ words did not wait. Committed to: who decided and the reason.',
  'draft.amendment-declined':
    'A proposed change was declined. Public: its number and the clause. Committed to: who decided and the reason.',
  'draft.amendment-withdrawn': 'Who proposed a change took it back. Public: its number. Committed to: the author.',
  'draft.poll-answered':
    'A member answered the straw poll on a clause, or answered anew. Public: the clause. Committed to: nothing, neither who nor what.',
  'draft.remarked':
    'Somebody commented a clause in its margin. Public: the clause, the number and whether a politician, a member, staff, an organisation or a resident said it. Committed to: the words and who.',
  'draft.remark-resolved':
    'A comment in the margin was settled. Public: the clause and the number. Committed to: who said so.',
  'draft.counter-case-asked':
    'The chair asked two members for the strongest case against a recommendation. Public: its number, by when, whether they were drawn or asked, and the seed of the draw. Committed to: who.',
  'draft.counter-case-written':
    'The case against a recommendation was written, or written anew. Public: the number of the recommendation. Committed to: the words and the author.',
  'draft.minority-signed':
    'A member signed the minority text of a recommendation. Public: its number. Committed to: who.',
  'draft.minority-signature-withdrawn':
    'A member took her signature back. Public: the number of the recommendation. Committed to: who.',
  'draft.stand-taken':
    'A member said where she stands on a recommendation. Public: its number. Committed to: who and how.',
  'draft.minority-text-written':
    'Those who disagree wrote why. Public: the number of the recommendation. Committed to: the words and the author.',
  'draft.handed-over':
    'The draft was handed over and stands still. Public: every recommendation with its clauses, its agreement, its minority text and how many signed that, without words that are hidden. Committed to: who signed.',
  'draft.told':
    'A recommendation or a contribution was recorded from published sources. Public: its kind, its number and the source, and the day it tells of where that is known.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
