import type { Personal } from '../personal/index.ts'

/** Which columns of `thread` hold what of whom, and until when. */
export const personal: Personal = {
  held: [],
  nobodys: {
    link: 'from_id from_kind relation to_id to_kind',
  },
}
