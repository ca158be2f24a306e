import { stays, type Personal } from '../../platform/personal/index.ts'

/** Which columns of `mandate` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        capacity: 'set_by',
        gate_answer: 'question person_id reason',
        lowering: 'reason',
        mandate: 'begun_by',
        moved_business: 'what written_by returned_words returned_by',
        named_vote: 'person_id choice',
        save: 'saved_by words',
        withdrawal: 'reason withdrawn_by',
      },
    },
  ],
  nobodys: {
    charter: 'json sha256',
    group_rule:
      'trigger selection selection_words age_rule chair others meeting_length first_meeting_unit vote_rule output duties answer_words return_unit text_deciders',
    mandate:
      'state preset_name question background tasks out_of_scope economic_frame promise can_change cannot_change answer_unit source',
    matter: 'words room why level money_currency money_words law_kind law_words law_reference',
    moved_business: 'kind stays',
    profile: 'name description',
    save: 'section',
    warning: 'kind values',
  },
}
