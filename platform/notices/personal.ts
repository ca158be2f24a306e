import type { Personal } from '../personal/index.ts'
import { forgetAccount } from './forget-account.ts'
import { forgetOldNotices } from './forget-old.ts'

/** Which columns of `notices` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'news',
      until: 'until she undoes it, or leaves',
      by: [forgetAccount],
      columns: {
        digest: 'account_id',
        follow: 'account_id about_id',
        stop_link: 'account_id token',
      },
    },
    {
      purpose: 'news',
      until: '30 days',
      by: [forgetOldNotices],
      columns: {
        forgotten: 'sha256 instead',
      },
    },
    {
      purpose: 'news',
      until: 'a year, or until she leaves',
      by: [forgetOldNotices, forgetAccount],
      columns: {
        notice: 'account_id stage message values address params happening mail',
      },
    },
  ],
  nobodys: {
    follow: 'about_kind',
  },
}
