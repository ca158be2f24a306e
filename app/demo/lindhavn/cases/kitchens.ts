import type { Script } from '../script.ts'

/** Ten seats by lot: the call has closed, the 1,000 groups are published, and the dice wait to be thrown. */
export const kitchens: Script = {
  question: 'What should the town’s kitchens cook?',
  whatHappens:
    'Six kitchens cook 3,400 meals a day for schools, day care and care homes. A third of the school meals comes back uneaten. The contract for the goods ends next summer.',
  whoIsAffected: 'Everybody who eats there, from two to ninety-eight years old, and the 74 people who cook.',
  raisedBy: 'hanna',
  ago: 96,
  actors: [
    {
      name: 'Pupils',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'heard',
      how: 'Eat there every day, or do not.',
    },
    {
      name: 'The cooks',
      relation: 'both',
      kind: 'people',
      howMuch: 'a-lot',
      knowledge: 'What comes back, and what a meal may cost.',
      resources: ['hands'],
      standing: 'takes-part',
      how: 'Seventy-four people in six kitchens.',
    },
  ],
  sponsors: [
    {
      who: 'ragna',
      words: 'Everybody has an opinion about food. So let chance say who decides with us what to recommend.',
      ago: 90,
    },
  ],
  mandate: {
    ago: 74,
    preset: 'gentofte',
    question: 'What should the town’s kitchens cook, where should it come from, and what may a meal cost?',
    background: 'A meal costs 41 kroner. A third of the school meals is thrown away. The contract ends next summer.',
    tasks: 'Say what a good meal is, what it may cost, and what the next contract should demand.',
    outOfScope: 'How many kitchens there are.',
    politicians: 3,
    citizens: 10,
    profiles: [{ name: 'Resident', wanted: 10, description: 'Anybody who lives here, drawn by lot.' }],
    startsAgo: -30,
    endsAgo: -240,
    meetings: 5,
    economicFrame: 'The same money as today: 51 million kroner a year.',
    matters: [
      {
        words: 'What do the kitchens cook?',
        room: 'together',
        why: '',
        level: '',
        money: { amount: 5_100_000_000, currency: 'DKK', words: 'a year, as today' },
        law: null,
      },
    ],
    answerWithin: { count: 40, unit: 'working-days' },
    adopted: {
      ago: 52,
      gate: [
        'Everybody eats; nobody needs to study it first.',
        'The next contract is not written.',
        'All parties have said that they will answer.',
        'A facilitator and a cook are set aside for the work.',
        'The recommendations come before the contract is put out.',
      ],
      votesFor: 18,
      votesAgainst: 1,
      abstentions: 0,
      reference: 'Case 2026-0467, item 4',
      dissent: '',
    },
  },
}
