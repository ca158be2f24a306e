import { emptyAccount } from '../../platform/identity/index.ts'
import { stays, type Personal } from '../../platform/personal/index.ts'
import { forgetUnbooked } from './encounters/store.ts'
import { forgetFeed } from './feed/store.ts'

/** Which columns of `meeting` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'groups',
      until: 'until she leaves: then it stays with its case and leads to nobody',
      by: [emptyAccount],
      columns: {
        action: 'what owner_id owner_name written_by done_by done_words',
        attendance: 'account_id person_id name stand_in_name stand_in_id',
        contact: 'wrote_by outcome',
        ground_rules: 'words proposed_by',
        reply: 'answer said_by',
        substitute: 'account_id named_by',
        wish: 'words wished_by',
      },
    },
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        approval: 'recorded_by',
        batch: 'collected_by sample entered_by',
        contact: 'outcome_by',
        encounter: 'person_id about place access led_by offered_by cancel_reason heard',
        gathering:
          'title about place access announced_by cancel_reason result result_by words_english words_danish words_simple',
        ground_rules: 'recorded_by',
        item: 'title owner added_by minutes decision minutes_by words_english words_danish words_simple',
        legal_ground: 'words listed_by',
        material: 'title link file_name added_by',
        meeting: 'title place access closed_ground cancel_reason called_by closed_words closed_by',
        minutes_version: 'minutes decision written_by reason',
        wish: 'answer answered_by',
      },
    },
    {
      purpose: 'groups',
      until: 'until she leaves; 30 days after the talk where she had no place',
      by: [forgetUnbooked, emptyAccount],
      columns: {
        booking: 'account_id',
      },
    },
    {
      purpose: 'groups',
      until: 'until she stops it, or leaves',
      by: [forgetFeed],
      columns: {
        feed: 'account_id token_hash',
      },
    },
  ],
  nobodys: {
    batch: 'channel',
    booking: 'state',
    encounter: 'kind',
    material: 'file_hash media_type',
    meeting: 'documents state source phase',
    wish: 'kind state',
  },
}
