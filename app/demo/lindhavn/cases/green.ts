import type { ConsultationScript, Script } from '../script.ts'

/** Seven seats were drawn in public; the group has begun, and anybody can do the draw again. */
export const green: Script = {
  question: 'What is the green at Mill Bank for?',
  whatHappens:
    'The mill was taken down in March. Where it stood there is now a green of 4,000 square metres between homes, with nothing on it. Some have set up goals, others park there, and the grass is mud.',
  whoIsAffected: 'The 300 people who live around it, those who play there, and everybody who walks to the ferry.',
  raisedBy: 'mina',
  ago: 100,
  actors: [
    {
      name: 'People who live around the green',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'takes-part',
      how: 'Their windows look on it.',
    },
    {
      name: 'Children who play there',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'not-heard',
      how: 'It is the only flat place without cars.',
    },
  ],
  sponsors: [
    { who: 'inge', words: 'Seven people by lot will tell us more than seven letters from one street.', ago: 96 },
  ],
  mandate: {
    ago: 90,
    preset: 'gentofte',
    question: 'What should the green at Mill Bank be used for, and what does it need for that?',
    background: 'The town owns the ground. Nothing is planned. 400,000 kroner are set aside.',
    tasks: 'Say what the green is for, by day and by night, and what is bought first.',
    outOfScope: 'Parking: the council has decided that no cars stand there.',
    politicians: 2,
    citizens: 7,
    profiles: [{ name: 'Resident', wanted: 7, description: 'Anybody who lives here, drawn by lot.' }],
    startsAgo: 10,
    endsAgo: -120,
    meetings: 4,
    economicFrame: '400,000 kroner, once.',
    matters: [
      {
        words: 'What is the green for?',
        room: 'together',
        why: '',
        level: '',
        money: { amount: 40_000_000, currency: 'DKK', words: 'once' },
        law: null,
      },
    ],
    answerWithin: { count: 40, unit: 'working-days' },
    adopted: {
      ago: 80,
      gate: [
        'Those who live there know it; nobody needs to study it first.',
        'Nothing is planned.',
        'All parties have said that they will answer.',
        'A facilitator is set aside for four evenings.',
        'The recommendations come before the budget.',
      ],
      votesFor: 19,
      votesAgainst: 0,
      abstentions: 0,
      reference: 'Case 2026-0391, item 9',
      dissent: '',
    },
  },
}

/** Voting has just opened. The group chose that a moderator reads first, and that nobody sees results before the close. */
export const greenConsultation: ConsultationScript = {
  ago: 6,
  untilAgo: -22,
  shows: 'after-close',
  moderation: 'before',
  prepared: 2,
  statements: [
    { by: 'inge', text: 'At least half of the green should stay grass, with nothing on it.', said: [22, 8, 6] },
    { by: 'peter', text: 'Something on the green should tell where the mill stood.', said: [19, 5, 12] },
    { by: 'kaya', text: 'Ball games on the green should end at nine in the evening.', said: [17, 13, 6] },
    { by: 'leo', text: 'The first thing to buy is two real goals.', said: [15, 14, 7] },
    { by: 'karen', text: 'A firm path should lead across the green to the ferry.', said: [28, 2, 6] },
  ],
  waiting: [{ by: 'otto', ago: 1, text: 'Whoever lets a dog foul the green should be named on a board beside it.' }],
}
