import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'
import { drawPoll } from './margin/poll-store.ts'
import { forgetDays } from './text/live-day.ts'

/** Which columns of `draft` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        amendment: 'words reason proposed_by result',
        clause: 'text written_by',
        comment: 'text written_by',
        counter_case_text: 'text written_by',
        idea: 'title text place written_by words_english words_danish words_simple occasion receipt',
        idea_merger: 'objection',
        live_state: 'bytes',
        live_taken: 'passage runs',
        live_update: 'bytes written_by',
        live_writer: 'account_id',
        minority_text: 'text written_by',
        recommendation: 'proposed_by',
        recommendation_version: 'title text clauses reason written_by words_english words_danish words_simple',
        remark: 'text written_by',
        text_version: 'content reason saved_by',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        amendment: 'settled_by settled_reason',
        counter_case: 'asked_by',
        idea: 'written_down_by',
        idea_merger: 'reason merged_by ended_by',
        remark: 'resolved_by',
      },
    },
    {
      purpose: 'opinions',
      until: 'until she undoes it, or leaves',
      by: [emptyAccount],
      columns: {
        amendment_voice: 'account_id choice',
        idea_joined: 'account_id',
        minority_signature: 'account_id',
        stand: 'account_id choice',
      },
    },
    {
      purpose: 'groups',
      until: 'until she leaves: then it stays with its case and leads to nobody',
      by: [emptyAccount],
      columns: {
        counter_case: 'first_advocate second_advocate',
      },
    },
    {
      purpose: 'safety',
      until: 'a day',
      by: [forgetDays],
      columns: {
        live_day: 'account_id',
      },
    },
    {
      purpose: 'opinions',
      until: 'the close of the voting',
      by: [drawPoll],
      columns: {
        poll_answer: 'voter choice',
        poll_round: 'key',
      },
    },
  ],
  nobodys: {
    amendment: 'kind base language proposed_as state',
    citation: 'cited_kind cited_id',
    clause: 'written_as',
    comment: 'language written_as',
    counter_case: 'how seed',
    counter_case_text: 'language',
    idea: 'kind language source channel area',
    idea_listing: 'kind area channel',
    idea_stem: 'stem',
    live_writer: 'written_as',
    recommendation: 'told_agreement source told_vote',
    recommendation_version: 'change written_as',
    remark: 'language written_as',
    section: 'kind heading',
    text_version: 'letters saved_as',
  },
}
