import type { Personal } from '../personal/index.ts'

/** Which columns of `folkmoot` hold what of whom, and until when. */
export const personal: Personal = {
  held: [],
  nobodys: {
    migration: 'name checksum',
    setting: 'key value',
  },
}
