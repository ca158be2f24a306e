import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'

/** Which columns of `decision` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        answer_version: 'kind reason amended_text refer_to person_id account_id followed',
        current_answer: 'kind reason amended_text refer_to person_id account_id followed',
        direction: 'text sent_by',
        direction_reply: 'person_id account_id questions limits',
        meeting_question: 'reply replied_by person_id',
        minutes: 'text added_by',
        named_vote: 'person_id choice',
        package: 'handed_by closed_by',
        referral_in: 'question title text why asked_by_name reason amended_text answered_by',
        referral_out: 'reason amended_text answered_by_name',
        reply_answer: 'person_id text answered_by',
        return_item: 'words',
        return_report: 'words person_id account_id',
        staff_note: 'text by_account',
      },
    },
    {
      purpose: 'groups',
      until: 'until she leaves: then it stays with its case and leads to nobody',
      by: [emptyAccount],
      columns: {
        meeting_question: 'text asked_by',
      },
    },
    {
      purpose: 'opinions',
      until: 'until she undoes it, or leaves',
      by: [emptyAccount],
      columns: {
        rating: 'account_id',
      },
    },
  ],
  nobodys: {
    answer_version: 'source',
    current_answer: 'source',
    item: 'title text',
    meeting_question: 'round language',
    minutes: 'language',
    package: 'snapshot rule_unit source told_status',
    rating_result: 'was_reasoned did_answer',
    referral_in: 'from_slug from_body_name language state',
    referral_out: 'to_name state',
    referral_reminder: 'step',
    reminder: 'what about_id step after_step',
    vote_minutes: 'address',
  },
}
