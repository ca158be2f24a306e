import { stays, type Personal } from '../personal/index.ts'
import { eraseSecretsAbout, eraseSecretsNaming, eraseSecretsOf } from './append.ts'

/** Which columns of `ledger` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'record',
      until: stays,
      by: [],
      columns: {
        event: 'public commitment',
      },
    },
    {
      purpose: 'record',
      until: 'as long as what it seals is kept: erased with it',
      by: [eraseSecretsOf, eraseSecretsAbout, eraseSecretsNaming],
      columns: {
        event_secret: 'salt payload',
      },
    },
  ],
  nobodys: {
    event: 'kind leaf_hash',
  },
}
