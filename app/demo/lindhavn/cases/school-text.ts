import type { WorkScript } from '../script.ts'

/** What the group proposes, each clause with where it comes from. */
export const schoolRecommendations: WorkScript['recommendations'] = [
  {
    by: 'freja',
    ago: 28,
    title: 'Ask the children',
    clauses: [
      {
        text: 'Each school asks its pupils every autumn which places feel unsafe. The town publishes the answers as a map within four weeks.',
        ideas: [4],
        statements: [4],
        points: [[1, 2]],
      },
    ],
  },
  {
    by: 'mina',
    ago: 27,
    title: 'Light the crossings',
    clauses: [
      {
        text: 'The 34 crossings within 500 metres of a school are lit from October to March.',
        ideas: [1, 7],
        statements: [2],
        questions: [1],
      },
    ],
  },
  {
    by: 'idris',
    ago: 26,
    title: 'A quiet hour',
    clauses: [
      {
        text: 'School Lane is closed to cars from 7:30 to 8:30 on school days.',
        ideas: [2, 5, 9],
        statements: [1, 8],
        facts: [5],
        points: [[2, 1]],
      },
      {
        text: 'There is a place to let children out at the sports ground, 400 metres away, with a lit path.',
        ideas: [5],
        statements: [5],
      },
    ],
    against: ['birgit', 'emil', 'tomas'],
    silent: ['noah'],
    minorityText:
      'We fear that the cars only move to Church Street. We would try it for half a year before signs are bought.',
  },
  {
    by: 'noah',
    ago: 25,
    title: 'Someone who walks along',
    clauses: [
      {
        text: 'The town pays a walking companion for the youngest classes on the four longest routes, for two years first.',
        ideas: [6, 3],
        statements: [6],
      },
    ],
    against: ['birgit', 'tomas', 'jens'],
  },
]

/** How the text went on. */
export const schoolVersions: NonNullable<WorkScript['versions']> = [
  {
    by: 'mina',
    ago: 24,
    reason: 'Whoever reads the recommendations should first know what we heard',
    passages: [
      {
        heading: 'What we heard',
        before: 'Ask the children',
        clauses: [
          {
            text: 'Children walk in the dark from October to March, and the lamps on their way do not work.',
            ideas: [1, 7],
            statements: [2],
            points: [[2, 1]],
          },
          { text: 'In the morning cars turn where children stand.', ideas: [2, 5], statements: [1], facts: [1] },
          { text: 'Most families would let their children walk if the way were safe.' },
        ],
      },
    ],
  },
  {
    by: 'tomas',
    ago: 20,
    reason: 'A shorter hour, and nobody is locked in. Then I can stand behind it',
    rewrite: [
      [
        'School Lane is closed to cars from 7:30 to 8:30 on school days.',
        'School Lane is closed to cars from 7:45 to 8:15 on school days, except for people who live there or cannot walk.',
      ],
    ],
  },
  {
    by: 'facilitator',
    ago: 16,
    reason: 'The group asked for the costs beside the text',
    passages: [
      {
        heading: 'What it costs',
        clauses: [
          {
            text: 'Lights at 19 crossings cost 1.6 million kroner once. Walking companions cost 720,000 kroner a year.',
            points: [[3, 1]],
          },
          {
            text: 'Both fit the frame of 6 million kroner. After three years the council must find the yearly costs.',
          },
        ],
      },
    ],
  },
]
