import { stays, type Personal } from '../personal/index.ts'
import { forgetUndone } from './address.ts'
import { forgetChallenges } from './challenge.ts'
import { forgetKeptActs } from './kept-act.ts'
import { emptyAccount, takeUpLeaving } from './leaving.ts'
import { forgetNetworks } from './network.ts'
import { forgetErrands } from './oidc/errand.ts'
import { forgetPace } from './pace.ts'
import { forgetResidence } from './residence/index.ts'
import { forgetExpired } from './session.ts'

/** Which columns of `identity` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'sign-in',
      until: 'until she leaves; 30 days where she never said who she is',
      by: [emptyAccount],
      columns: {
        account: 'id email name tie tie_words organisation interest assurance mail_frequency declaration mailbox',
        consent: 'account_id wording',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        account: 'person_id',
        delegation: 'person_id account_id named_by ended_by',
        staff_role: 'account_id role granted_by',
      },
    },
    {
      purpose: 'sign-in',
      until: 'seven days',
      by: [forgetUndone],
      columns: {
        address_undo: 'token_hash account_id old_email old_mailbox',
      },
    },
    {
      purpose: 'safety',
      until: 'a day',
      by: [forgetExpired],
      columns: {
        attempt: 'browser_hash email client_hash code_salt code_hash link_hash',
      },
    },
    {
      purpose: 'sign-in',
      until: '14 days, in which she can come back',
      by: [takeUpLeaving],
      columns: {
        leaving: 'account_id words',
      },
    },
    {
      purpose: 'sign-in',
      until: 'until she removes it, or leaves',
      by: [emptyAccount],
      columns: {
        passkey: 'account_id credential_id public_key name assurance',
      },
    },
    {
      purpose: 'sign-in',
      until: 'until she leaves; unlinked too, so that one person is one voice',
      by: [emptyAccount],
      columns: {
        external: 'issuer subject account_id assurance',
      },
    },
    {
      purpose: 'safety',
      until: 'a day',
      by: [forgetErrands],
      columns: {
        errand: 'browser_hash account_id next issuer subject assurance',
      },
    },
    {
      purpose: 'sign-in',
      until: '24 to 25 months, or until she leaves',
      by: [forgetResidence, emptyAccount],
      columns: {
        residence: 'account_id means',
      },
    },
    {
      purpose: 'sign-in',
      until: 'half an hour; written down 14 days, confirmed a year, or until she leaves',
      by: [forgetResidence, emptyAccount],
      columns: {
        residence_desk: 'account_id',
        residence_seen: 'account_id seen_by home_by reason recorded_by confirmed_by',
      },
    },
    {
      purpose: 'paper',
      until:
        'a year after the list came in, or a newer one; asked for 60 days; the key of the codes until they are printed, at most 30 days',
      by: [forgetResidence],
      columns: {
        address_list: 'source hash listed_by',
        household: 'form lines',
        residence_asked: 'form',
        residence_letter: 'form code_hash',
        residence_run: 'code_key',
      },
    },
    {
      purpose: 'safety',
      until: '60 days, or until she leaves',
      by: [forgetResidence, emptyAccount],
      columns: {
        residence_try: 'account_id kind',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        residence_run: 'made_by',
      },
    },
    {
      purpose: 'safety',
      until: 'five minutes',
      by: [forgetChallenges],
      columns: {
        challenge: 'browser_hash challenge account_id',
      },
    },
    {
      purpose: 'safety',
      until: '14 days',
      by: [forgetNetworks],
      columns: {
        network: 'account_id network_hash',
      },
    },
    {
      purpose: 'safety',
      until: 'an hour',
      by: [forgetPace],
      columns: {
        pace: 'who',
      },
    },
    {
      purpose: 'safety',
      until: 'an hour',
      by: [forgetKeptActs],
      columns: {
        kept_act: 'id account_id path typed',
      },
    },
    {
      purpose: 'sign-in',
      until: 'until it ends, at the latest 30 days after the sign-in',
      by: [forgetExpired],
      columns: {
        session: 'token_hash account_id means assurance browser',
      },
    },
  ],
  nobodys: {
    account: 'language',
    consent: 'kind language',
    errand: 'provider purpose',
    pace: 'kind',
  },
}
