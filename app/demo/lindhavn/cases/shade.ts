import type { Script } from '../script.ts'

/** Just raised: nobody has taken it up yet. */
export const shade: Script = {
  question: 'How do we get shade at the school bus stop?',
  whatHappens:
    'The stop at Østre School has no roof and no tree. On warm days in May and June sixty children wait in the sun for up to twenty minutes. Two fainted last June. A parent put up a parasol; it was taken down because it stood on the cycle path.',
  whoIsAffected:
    'Pupils of Østre School who take bus 4, most of them between six and ten years old, and the drivers who wait with them.',
  raisedBy: 'amira',
  ago: 3,
  actors: [
    {
      name: 'Pupils of Østre School',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'not-heard',
      reached: 'The school was asked in August.',
      how: 'They wait in the sun every school day.',
    },
  ],
  agenda: { ago: 1, online: 13, paper: 6 },
}
