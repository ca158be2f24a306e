import type { Personal } from '../personal/index.ts'
import { forgetOldMail } from './send.ts'

/** Which columns of `mail` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'news',
      until: 'seven days',
      by: [forgetOldMail],
      columns: {
        outbox: 'recipient subject body',
      },
    },
  ],
  nobodys: {
    outbox: 'id',
    sent: 'id',
  },
}
