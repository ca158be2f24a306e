import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'
import { forgetSpokesperson, forgetUnanswered } from './actors/spokesperson-store.ts'
import { forgetSignatures } from './supports/store.ts'

/** Which columns of `problem` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        actor: 'name added_by',
        actor_version:
          'name relation how how_much knowledge resources resource_words standing reached reason written_by',
        declaration: 'slug account_id withdrawn_words',
        declaration_version:
          'organisation legal_form speaks_for paid_by interests interest_words resources resource_words spokesperson reason',
        declared_matter: 'wants stake',
        framing: 'question what_happens who_is_affected reason proposed_by how_often since_when tried place',
        problem: 'raised_by receipt',
        raised_again: 'new_facts',
        spokesperson: 'asked_by',
      },
    },
    {
      purpose: 'opinions',
      until: 'until the matter has ended',
      by: [forgetSignatures],
      columns: {
        agenda: 'signature_key',
        support: 'signature',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        agenda_rule: 'set_by',
        body_answer: 'reason sponsor_id',
        body_business: 'why',
        framing: 'answer answered_by',
        handover_in: 'question what_happens who_is_affected reason asked_by_name answer answered_by',
        handover_out: 'reason asked_by asked_by_person answer answered_by_name',
        merger: 'reason merged_by',
        part: 'reason parted_by',
        problem: 'written_down_by',
        sponsor_invitation: 'person_id invited_by words',
        sponsorship: 'person_id account_id words ended_words',
      },
    },
    {
      purpose: 'paper',
      until: '14 days without an answer, at once with a no; the address goes with a yes',
      by: [forgetUnanswered, forgetSpokesperson],
      columns: {
        spokesperson: 'name how email token_hash account_id person_id',
        spokesperson_mail: 'asked_by',
      },
    },
    {
      purpose: 'opinions',
      until: 'until she undoes it, or leaves',
      by: [emptyAccount],
      columns: {
        support: 'account_id',
      },
    },
  ],
  nobodys: {
    actor: 'source',
    actor_version: 'kind language',
    agenda_rule: 'window_unit answer_unit open_to least_assurance preset reference',
    agenda_rung: 'owes',
    body_answer: 'outcome referred_name language',
    framing: 'state kind proposed_for answered_as language answer_language',
    handover_hidden: 'rule reason role',
    handover_in: 'kind from_slug language state answer_language',
    handover_out: 'kind state their_slug answer_language',
    handover_step: 'step',
    listing: 'state',
    problem: 'slug language source channel',
    sponsor_invitation: 'state',
    sponsorship: 'language ended_language',
    stem: 'stem',
    support: 'channel',
    word: 'stem',
  },
}
