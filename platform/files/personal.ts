import { emptyAccount } from '../identity/index.ts'
import type { Personal } from '../personal/index.ts'
import { forgetWaiting } from './waiting.ts'

/** Which columns of `files` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        file: 'hash name alt added_by',
      },
    },
    {
      purpose: 'words',
      until: 'a day',
      by: [forgetWaiting],
      columns: {
        waiting: 'account_id hash name',
      },
    },
  ],
  nobodys: {
    file: 'about_kind about_id media_type within_id',
    waiting: 'media_type',
  },
}
