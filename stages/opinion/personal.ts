import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'
import { forgetVoters, leaveVotes } from './eligibility/leaving.ts'
import { destroyKeys } from './eligibility/store.ts'
import { forgetJudged } from './waiting/store.ts'

/** Which columns of `opinion` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'opinions',
      until: 'until she leaves, at the latest five years after the close: then it counts and is nobody’s',
      by: [leaveVotes, forgetVoters],
      columns: {
        anomaly_voter: 'participant_id',
        participant: 'id account_id',
        voided: 'participant_id',
        vote: 'participant_id choice assurance',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        consultation: 'opened_by closed_by',
        deadline_change: 'reason decided',
        position_revision: 'choice reason account_id',
        statement_position: 'person_id',
        voiding: 'reason asked_by why decided_by',
        waiting: 'judged_by',
      },
    },
    {
      purpose: 'opinions',
      until: 'the close of the voting',
      by: [destroyKeys],
      columns: {
        eligibility: 'key',
        eligibility_secret: 'secret',
      },
    },
    {
      purpose: 'words',
      until: 'until she leaves: then the words stay with their case and lead to nobody',
      by: [emptyAccount],
      columns: {
        prepared: 'text plain_form written_by',
        statement: 'text plain_form written_by words_english words_danish words_simple',
      },
    },
    {
      purpose: 'words',
      until: 'a year after it was judged',
      by: [forgetJudged],
      columns: {
        waiting: 'text plain_form written_by',
      },
    },
  ],
  nobodys: {
    anomaly: 'kind',
    consultation: 'problem_slug decided shows input_hash source moderation least_assurance',
    map: 'method seed input_hash output_hash published axes',
    position_revision: 'language',
    prepared: 'language',
    statement: 'language source',
    voiding: 'state',
    waiting: 'language state',
  },
}
