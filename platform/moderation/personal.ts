import { stays, type Personal } from '../personal/index.ts'
import { forgetReporters } from './forget-reporters.ts'

/** Which columns of `moderation` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        batch: 'made_by undone_by',
        hidden: 'hidden_by',
      },
    },
    {
      purpose: 'moderation',
      until: stays,
      by: [],
      columns: {
        hidden: 'reason',
      },
    },
    {
      purpose: 'moderation',
      until: 'a year after it was judged',
      by: [forgetReporters],
      columns: {
        report: 'reason reported_by',
      },
    },
  ],
  nobodys: {
    batch: 'act',
    hidden: 'about_kind about_id rule hidden_by_role',
    report: 'about_kind about_id rule',
  },
}
