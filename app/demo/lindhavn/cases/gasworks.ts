import type { Script } from '../script.ts'

/** The mandate is adopted; the open call runs. */
export const gasworks: Script = {
  question: 'What should the old gasworks become?',
  whatHappens:
    'The gasworks closed in 1978. The town owns the hall, the tower and two hectares by the water. The ground was cleaned in 2024. Three plans failed because each was made for one use and one investor.',
  whoIsAffected:
    'Everybody in Lindhavn. Most of all the 900 people who live within five minutes’ walk, and the workshops that rent rooms there until 2028.',
  raisedBy: 'ragna',
  ago: 120,
  actors: [
    {
      name: 'Neighbours of the gasworks',
      relation: 'affected',
      how: 'Nine hundred people live within five minutes’ walk.',
    },
    { name: 'The eleven workshops', relation: 'affected', how: 'Their leases end in 2028.' },
    { name: 'Lindhavn Cyclists', relation: 'relevant', how: 'Know the way along the water that ends at the fence.' },
    { name: 'The museum', relation: 'relevant', how: 'Holds the drawings of the tower.' },
  ],
  sponsors: [
    {
      who: 'ragna',
      words:
        'The town owns it, so the town must decide together. I will not bring a fourth plan that nobody asked for.',
      ago: 118,
    },
    {
      who: 'tomas',
      words: 'I want to see the cost before the dream, and I want the workshops at the table.',
      ago: 110,
    },
  ],
  mandate: {
    ago: 70,
    preset: 'gentofte',
    question: 'What should the old gasworks be used for, by whom, and in what order should it happen?',
    background:
      'Three plans failed between 2009 and 2021. The ground is clean since 2024. The council has set aside 18 million kroner for a first step in 2028.',
    tasks:
      'Describe what the place should be for. Recommend uses for hall, tower and ground, and an order of steps. Say who could run what.',
    outOfScope: 'Housing on the ground: the plan for the coast forbids it until 2035.',
    politicians: 5,
    citizens: 10,
    profiles: [
      { name: 'Neighbour', wanted: 3, description: 'Lives within five minutes’ walk of the gasworks.' },
      { name: 'Young person', wanted: 3, description: 'Between 15 and 25 years old.' },
      { name: 'Workshop or trade', wanted: 2, description: 'Works in one of the workshops or would like to.' },
      { name: 'Culture or association', wanted: 2, description: 'Makes music, sport, theatre or runs an association.' },
    ],
    startsAgo: -49,
    endsAgo: -350,
    meetings: 7,
    economicFrame: '18 million kroner for a first step in 2028. No running costs for the town beyond 1 million a year.',
    canChange: 'The uses, the order, who runs what, and what is kept of the old buildings.',
    cannotChange: 'The budget for the first step, the ban on housing until 2035, and the protected tower.',
    answerWithin: { count: 60, unit: 'working-days' },
    adopted: {
      ago: 35,
      gate: [
        'People know what they miss in this part of town; experts alone drew three plans that failed.',
        'Nothing is decided. The fourth plan was never drawn.',
        'All four parties have said in council that they will answer each recommendation.',
        'A facilitator and 300,000 kroner are set aside for the work.',
        'The recommendations come before the budget for 2028 is made.',
      ],
      votesFor: 17,
      votesAgainst: 2,
      abstentions: 0,
      reference: 'Case 2026-0412, item 7',
      dissent: 'Anton Dige and Kasper Bang: the town should sell the ground.',
    },
  },
  arena: {
    callAgo: 21,
    callUntilAgo: -19,
    applications: [
      {
        who: 'jens',
        ago: 18,
        profile: 'Neighbour',
        motivation:
          'I look at the tower every morning and have lived next to it for thirty years. I know when the ground floods and where the children climb in.',
        tie: 'I live in Gas Lane.',
        gender: 'man',
        answer: {
          isSelected: true,
          reason: 'Knows the place through all seasons, and the water in the ground.',
          ago: 6,
        },
      },
      {
        who: 'sofie',
        ago: 17,
        profile: 'Young person',
        motivation:
          'There is nowhere to be in the evening that costs nothing. My friends and I sit in the bus shelter.',
        tie: 'I go to school here.',
        gender: 'woman',
        answer: { isSelected: true, reason: 'Speaks from what young people miss in the evening.', ago: 6 },
      },
      {
        who: 'viktor',
        ago: 15,
        profile: 'Workshop or trade',
        motivation: 'I repair boats in hall two. I can say what a workshop needs so that it can pay its rent.',
        tie: 'I work here.',
        gender: 'man',
        answer: { isSelected: true, reason: 'Rents a workshop today and knows what it needs to live.', ago: 6 },
      },
      {
        who: 'leo',
        ago: 14,
        profile: 'Young person',
        motivation: 'I want a place to build things.',
        tie: 'I live in Østre.',
        gender: 'man',
      },
      {
        who: 'hanna',
        ago: 12,
        profile: 'Culture or association',
        motivation: 'Our choir has forty singers and no room with a roof high enough.',
        tie: 'I live in Lindhavn.',
        gender: 'woman',
      },
      {
        who: 'zara',
        ago: 9,
        profile: 'Young person',
        motivation: 'I study planning and did my project about the gasworks.',
        tie: 'I grew up here and study in the city.',
        gender: 'woman',
      },
      {
        who: 'emil',
        ago: 8,
        profile: 'Neighbour',
        motivation: 'I moved here because of the water. I want it open for everybody.',
        tie: 'I live in Harbour Square.',
        gender: 'man',
      },
      {
        who: 'karen',
        ago: 7,
        profile: 'Neighbour',
        motivation: 'I use a wheelchair. Every plan so far had stairs.',
        tie: 'I live in Gas Lane.',
        gender: 'woman',
      },
      {
        who: 'samir',
        ago: 4,
        profile: 'Workshop or trade',
        motivation: 'I bake bread and look for a place with an oven that others can use too.',
        tie: 'I work at the market.',
        gender: null,
      },
      {
        who: 'cyclists',
        ago: 2,
        profile: 'Culture or association',
        motivation: 'The way along the water stops at the fence. We can show how it could go on.',
        tie: 'Our association has 240 members here.',
        gender: null,
      },
    ],
  },
}
