import { stays, type Personal } from '../personal/index.ts'

/** Which columns of `directory` hold what of whom, and until when. */
export const personal: Personal = {
  held: [
    {
      purpose: 'office',
      until: stays,
      by: [],
      columns: {
        election: 'said_by',
        majority: 'said_by',
        membership: 'person_id role area popolo popolo_id',
        person: 'id slug name popolo popolo_id',
        resolution: 'motion reference dissent drafted_by confirmed_by',
      },
    },
  ],
  nobodys: {
    body: 'slug name kind popolo popolo_id',
    election: 'source',
    jurisdiction: 'slug name level tagline time_zone languages accent brand words offline_route',
    majority: 'source',
    membership: 'origin',
    outline: 'rings places',
    resolution: 'about_kind about_id source',
  },
}
