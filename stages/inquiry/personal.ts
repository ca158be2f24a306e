import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'

/** Which columns of `inquiry` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        answerer: 'account_id name position interest later_words named_by',
        evidence: 'withdrawn_by withdrawn_words merged_by merged_words',
        note: 'person_id account_id heard changed why talk words_english words_danish words_simple on_behalf',
        objection: 'settled_words',
        position: 'person_id subject',
        question: 'to_person',
        reply: 'person_id account_id text',
        round: 'reply replied_by replied_by_person judgement words_english words_danish words_simple',
      },
    },
    {
      purpose: 'opinions',
      until: 'until she undoes it, or leaves',
      by: [emptyAccount],
      columns: {
        asked_too: 'account_id',
        standing: 'stance reason account_id',
      },
    },
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        evidence: 'question why ordered_by words_english words_danish words_simple',
        finding: 'told_by text sources uncertain given_by words_english words_danish words_simple',
        objection: 'reason contested_by',
        question: 'question background asked_by words_english words_danish words_simple',
      },
    },
  ],
  nobodys: {
    answerer: 'kind side',
    evidence: 'language source',
    finding: 'side language',
    note: 'language source from_kind',
    objection: 'source language',
    position: 'language',
    question: 'language source',
    reply: 'about_kind about_id language',
    standing: 'language',
  },
}
