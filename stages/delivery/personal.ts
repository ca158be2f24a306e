import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'

/** Which columns of `delivery` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        commitment: 'title owner_id office budget_line standing_reason written_by confirmed_by',
        due: 'owner_id',
        follow_up: 'opened_by ended_by',
        milestone: 'what reached_by',
        monitor_word: 'reply replied_by',
        pledge: 'settled_words settled_by',
        reopening: 'answered_by',
        report: 'text reason by_account',
        status_report: 'text by_account',
      },
    },
    {
      purpose: 'groups',
      until: 'until she leaves: then it stays with its case and leads to nobody',
      by: [emptyAccount],
      columns: {
        monitor: 'account_id',
        monitor_word: 'by_account rating question',
      },
    },
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        pledge: 'pledged_by pledger what how_much delivered_much',
        reopening: 'reason by_account',
      },
    },
  ],
  nobodys: {
    commitment: 'standing source',
    follow_up: 'ended_why',
    late: 'step',
    milestone: 'reached_as',
    monitor_word: 'language',
    pledge: 'state source',
    reopening: 'closed_as language',
    report: 'standing source',
    status_reminder: 'step',
  },
}
