import { stays, type Personal } from '../../platform/personal/index.ts'
import { surveysPoll } from './surveys/jobs.ts'

/** Which columns of `outcome` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        checklist_entry: 'account_id verdict evidence',
        indicator: 'written_by',
        legitimacy: 'computed_by',
        measurement: 'by_account corrected_because',
        survey_round: 'opened_by',
        value_account:
          'intended_for what_came side_effects fairness authority_used cost_words prepared_by signed_person signed_by who_benefits who_pays',
      },
    },
    {
      purpose: 'opinions',
      until: 'the close of the voting',
      by: [surveysPoll],
      columns: {
        survey_answer: 'respondent answered_as item',
        survey_asked: 'account_id asked_as',
        survey_round: 'key',
      },
    },
  ],
  nobodys: {
    checklist_entry: 'point wrote_as',
    indicator: 'name unit baseline_source source',
    legitimacy: 'method inputs figures input_hash',
    measurement: 'source',
    survey_answer: 'moment',
    survey_asked: 'moment',
    survey_round: 'moment published',
    value_account: 'cost_currency source',
  },
}
