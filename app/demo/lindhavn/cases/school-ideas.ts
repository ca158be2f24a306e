import type { WorkScript } from '../script.ts'

/** What residents wrote: experiences from the routes, and ideas. */
export const schoolIdeas: WorkScript['ideas'] = [
  {
    by: 'mina',
    ago: 112,
    kind: 'experience',
    title: 'The lamp that never works',
    text: 'Between the bakery and the school one lamp of nine works. My daughters hold hands and run.',
    place: 'School Lane',
  },
  {
    by: 'sofie',
    ago: 110,
    kind: 'experience',
    title: 'Swinging out at the bakery',
    text: 'Cars stand on the cycle lane. I have to swing out in front of the bus every morning.',
    place: 'School Lane, at the bakery',
  },
  {
    by: 'hanna',
    ago: 100,
    kind: 'experience',
    title: 'The pavement that ends',
    text: 'My son’s wheelchair stops at the kerb by the church. He has to go back and around: nine minutes.',
    place: 'Church Corner',
  },
  {
    by: 'freja',
    ago: 96,
    kind: 'idea',
    title: 'Ask us every autumn',
    text: 'We draw a map in class anyway. Put it on the town’s page and say what you did with it.',
    place: '',
  },
  {
    by: 'emil',
    ago: 90,
    kind: 'idea',
    title: 'A place to let them out',
    text: 'If I could stop at the sports ground they could walk the last 400 metres with the others.',
    place: 'Sports ground',
  },
  {
    by: 'noah',
    ago: 85,
    kind: 'idea',
    title: 'Somebody who walks along',
    text: 'Pensioners and night workers like me are awake at half past seven. Pay for a vest and a coffee.',
    place: '',
  },
  {
    by: 'karen',
    ago: 70,
    kind: 'experience',
    title: 'Vand ved underføringen',
    text: 'Når det regner, står der vand i underføringen, og så skal jeg over vejen i kørestolen.',
    place: 'Underføringen ved Østre Skole',
    language: 'da',
  },
  {
    by: 'cyclists',
    ago: 66,
    kind: 'idea',
    title: 'A safe place for bikes at every school',
    text: 'At Vester School every third bicycle has been stolen or broken. Then children are driven.',
    place: 'Vester School',
  },
  {
    by: 'jens',
    ago: 50,
    kind: 'experience',
    title: 'Half an hour to leave my drive',
    text: 'Between 7:40 and 8:10 I cannot get out. I am not against the school. I am against the parking.',
    place: 'School Lane 14',
  },
]

/** What everybody voted on. */
export const schoolConsultation: NonNullable<WorkScript['consultation']> = {
  ago: 30,
  untilAgo: -13,
  prepared: 3,
  statements: [
    {
      by: 'yasmin',
      text: 'Cars should not be allowed on School Lane between 7:30 and 8:30.',
      said: { walkers: [49, 2, 3], drivers: [3, 44, 2], families: [21, 15, 7] },
    },
    {
      by: 'mina',
      text: 'Every crossing within 500 metres of a school should be lit in winter.',
      said: { walkers: [51, 2, 2], drivers: [44, 3, 2], families: [41, 1, 2] },
    },
    {
      by: 'hanna',
      text: 'Ramps at kerbs should come before anything new is built.',
      said: { walkers: [31, 10, 11], drivers: [26, 12, 10], families: [30, 6, 7] },
    },
    {
      by: 'freja',
      text: 'Schools should ask their pupils every autumn where they feel unsafe.',
      said: { walkers: [47, 2, 4], drivers: [38, 5, 5], families: [38, 1, 3] },
    },
    {
      by: 'emil',
      text: 'There should be a place to let children out 400 metres from each school.',
      said: { walkers: [8, 40, 6], drivers: [42, 4, 3], families: [39, 2, 2] },
    },
    {
      by: 'noah',
      text: 'The town should pay adults who walk along with the youngest.',
      said: { walkers: [10, 36, 8], drivers: [6, 38, 5], families: [39, 2, 2] },
    },
    {
      by: 'leo',
      text: 'Every school needs a safe place to leave a bicycle.',
      said: { walkers: [51, 1, 3], drivers: [41, 4, 4], families: [37, 2, 4] },
    },
    {
      by: 'jens',
      text: 'Residents of School Lane must be able to drive at any time.',
      said: { walkers: [4, 47, 4], drivers: [45, 2, 3], families: [17, 17, 8] },
    },
    {
      by: 'birgit',
      text: 'It is the parents’ task, not the town’s, to get children to school.',
      said: { walkers: [9, 39, 6], drivers: [34, 9, 6], families: [2, 40, 2] },
    },
    {
      by: 'zara',
      text: 'The speed limit on all school routes should be 30.',
      said: { walkers: [50, 2, 3], drivers: [7, 38, 4], families: [32, 6, 5] },
    },
  ],
  positions: [
    {
      by: 'yasmin',
      ago: 12,
      agree: [1, 2, 3, 4, 5, 6, 7, 10],
      disagree: [8, 9],
      reasons: { 1: 'A child sees less between parked cars than we think.' },
    },
    {
      by: 'idris',
      ago: 11,
      agree: [1, 2, 5, 6, 7, 10],
      disagree: [8],
      pass: [9],
      reasons: { 6: 'Two adults for twelve children cost less than one crossing.' },
      later: {
        ago: 5,
        number: 8,
        choice: 'pass',
        reason: 'Jens Okholm showed me how long he waits. Not at any time, but more than now.',
      },
    },
    {
      by: 'tomas',
      ago: 9,
      agree: [2, 4, 7, 8, 9],
      disagree: [1, 6, 10],
      reasons: { 10: 'Thirty where there is a school, yes. Not on the whole route.' },
    },
    { by: 'birgit', ago: 8, agree: [2, 3], disagree: [1], pass: [5] },
  ],
}
