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
  statements: [
    {
      by: 'yasmin',
      text: 'Cars should not be allowed on School Lane between 7:30 and 8:30.',
      agree: 19,
      disagree: 12,
    },
    {
      by: 'mina',
      text: 'Every crossing within 500 metres of a school should be lit in winter.',
      agree: 33,
      disagree: 1,
    },
    { by: 'hanna', text: 'Ramps at kerbs should come before anything new is built.', agree: 27, disagree: 4 },
    {
      by: 'freja',
      text: 'Schools should ask their pupils every autumn where they feel unsafe.',
      agree: 30,
      disagree: 2,
    },
    {
      by: 'emil',
      text: 'There should be a place to let children out 400 metres from each school.',
      agree: 24,
      disagree: 6,
    },
    { by: 'noah', text: 'The town should pay adults who walk along with the youngest.', agree: 20, disagree: 9 },
    { by: 'leo', text: 'Every school needs a safe place to leave a bicycle.', agree: 31, disagree: 2 },
    { by: 'jens', text: 'Residents of School Lane must be able to drive at any time.', agree: 15, disagree: 14 },
    {
      by: 'birgit',
      text: 'It is the parents’ task, not the town’s, to get children to school.',
      agree: 8,
      disagree: 22,
    },
    { by: 'zara', text: 'The speed limit on all school routes should be 30.', agree: 25, disagree: 7 },
  ],
}
