import { recorder, type FactCatalogue } from '../../platform/ledger/index.ts'

export const facts = {
  'problem.raised': 'Somebody raised a problem. Public: its address. Committed to: the words and who wrote them.',
  'problem.written-down':
    'Staff wrote down a problem that somebody told them. Public: its address and whether it came by phone, on paper or at the desk. Committed to: the words and who wrote them down.',
  'problem.told':
    'A case was recorded from published sources. Public: its address and the source, and the day it tells of where that is known.',
  'problem.sponsored':
    'A politician took a problem up, or a body named her. Public: the politician and her words, or the body.',
  'problem.sponsor-accepted':
    'A politician whom a body had named said herself that she leads a problem. Public: the politician and her words.',
  'problem.sponsor-invited':
    'A politician asked another to take a problem up too. Public: nothing but that it happened. Committed to: who asked whom, and the words.',
  'problem.sponsor-declined':
    'A politician said no to such an invitation. Public: nothing but that it happened. Committed to: who.',
  'problem.sponsor-stepped-back':
    'A politician who had taken a problem up stepped back. Public: the politician, the reason and how many are left.',
  'problem.merged':
    'A problem goes on in another one. Public: the address of the other, and the reason. Committed to: who let it.',
  'problem.merger-undone':
    'A problem goes on by itself again. Public: the address of the one it had gone on in. Committed to: who took it back.',
  'problem.split':
    'A problem was parted. Public: the addresses of its parts, and the reason. Committed to: who parted it.',
  'problem.framing-proposed':
    'Somebody put the problem differently. Public: the number of the framing, whether it says other words or another problem, and the group in whose name. Committed to: the words and the author.',
  'problem.framing-answered':
    'A proposed framing was accepted or declined. Public: its number, the answer, and as what it was given. Committed to: the reason and who gave it.',
  'problem.handover-asked':
    'A politician asked another place to take a problem up, or invited it to open a part of it. Public: the hand-over, which of the two, the place and the politician. Committed to: her reason.',
  'problem.handover-received':
    'What another place asked arrived here, and its clock began. Public: the hand-over, what is asked, and the place it comes from.',
  'problem.handover-answered':
    'A politician of this place took up or declined what another place handed over. Public: the hand-over, the answer, the politician and the reason.',
  'problem.handover-came-back':
    'The answer of the other place came back. Public: the hand-over, the place, the answer, its reason, and the address of the problem there.',
  'problem.handover-went-on':
    'What was handed over went on in the other place. Public: the hand-over, the place, and which step it has come to there.',
  'problem.handover-stopped':
    'A hand-over did not arrive, because the words were hidden or the other place was closed. Public: the hand-over and the place.',
  'problem.handover-hidden':
    'What another place had handed over was hidden there, and is hidden here too. Public: the hand-over, the place, the rule and the role.',
  'problem.handover-shown':
    'What another place had handed over was shown there again, and here too. Public: the hand-over and the place.',
  'problem.rule-set':
    'A rule for what residents raise was put in force. Public: the body that must answer, at how many supports, within what time, the decision that set it.',
  'problem.interests-declared':
    'An organisation declared its interests. Public: the organisation, the version, its legal form and whose interests. Committed to: the words and who wrote them.',
  'problem.interests-withdrawn':
    'An organisation withdrew its declaration of interests. Public: the organisation. Committed to: the reason and who.',
  'problem.interest-declared-in-matter':
    'An organisation declared what it wants in a case. Public: the organisation and the version. Committed to: the words and who wrote them.',
  'problem.interest-withdrawn-in-matter':
    'An organisation withdrew what it had declared in a case. Public: the organisation. Committed to: who.',
  'problem.actor-added':
    'An affected or relevant actor was named. Public: its number and relation. Committed to: its name, what was said of it, and by whom.',
  'problem.actor-corrected':
    'What is said of an actor was corrected. Public: its number, the version and relation. Committed to: name and words, the reason and who wrote them.',
  'problem.spokesperson-asked':
    'Somebody was asked by mail to speak for an actor. Public: the number of the actor. Nothing is committed to.',
  'problem.spokesperson-agreed':
    'Somebody speaks for an actor, by her own yes or by her office. Public: the number of the actor and which of them. Nothing is committed to.',
  'problem.spokesperson-ended':
    'Somebody who spoke for an actor, or was asked to, does not. Public: the number of the actor. Nothing is committed to.',
  'problem.supported': 'Somebody supported a problem. Public: nothing. Committed to: the account.',
  'problem.support-taken-back':
    'Somebody took a support back. Public: nothing. What the support was committed to is erased.',
  'problem.signatures-entered':
    'A clerk entered supports from paper or by telephone. Public: the way they came and how many counted. Committed to: the clerk.',
  'problem.answer-owed':
    'A threshold was reached, or the problem was referred to another body: it owes an answer from now on. Public: the body, the version of the problem, the step of the rule, how many supports, by when.',
  'problem.lapsed':
    'The time for collecting supports ended before the threshold. Public: how many there were and were needed.',
  'problem.answer-drafted':
    'The record of a body’s answer to a problem was drafted. Public: the body and which answer it owed.',
  'problem.body-answered':
    'A body answered a problem by its recorded vote, and its chair confirmed it. Public: the vote, the version it answers, the outcome, the reason, who takes it up or to whom it is referred.',
  'problem.answer-lost': 'A body voted on an answer to a problem and did not carry it. Public: the vote.',
  'problem.raised-again':
    'A problem that was refused or had lapsed was raised again. Public: the earlier problem. Committed to: what is new.',
} as const satisfies FactCatalogue

export const record = recorder(facts)
