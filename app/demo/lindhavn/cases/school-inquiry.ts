import type { WorkScript } from '../script.ts'

/** What the group on the ways to school ordered: open, overdue, answered, contested, side by side, withdrawn. */
export const schoolFacts: NonNullable<WorkScript['facts']> = [
  {
    by: 'sofie',
    ago: 112,
    question: 'How many children are driven to Østre School, and from how far away?',
    why: 'If most live near, walking is possible. If they live far away, it needs a bus.',
    within: 10,
    answers: [
      {
        namedAgo: 110,
        dueAgo: 100,
        who: 'officer',
        given: {
          ago: 101,
          text: '38 in 100 are driven. Half of these live nearer than one kilometre. 412 of 640 families answered.',
          sources: 'The school’s survey of families, June; map of the school district',
          uncertain: 'Families who drive may have answered less often. The survey was made in summer.',
        },
        contested: {
          by: 'karen',
          ago: 95,
          reason: 'In June it is light and dry. In November far more are driven: I count from my window.',
          source: 'My own count on ten mornings in November, handed in at the town hall',
        },
      },
      {
        namedAgo: 90,
        dueAgo: 74,
        later: 'The institute has to go through its recordings of last winter.',
        who: {
          name: 'Ines Roth',
          position: 'Lecturer for road safety, Institute of Transport in Nordsund',
          interest: 'Paid by the institute. Has advised two other towns on school streets.',
          side: 'research',
        },
        given: {
          ago: 76,
          text: 'On ten mornings in winter 51 in 100 came by car, on rainy days 58. Half of the cars turned round within 400 metres of the school.',
          sources: 'Count by camera without faces, ten mornings, published with its method by the institute',
          uncertain: 'Two of the ten mornings had ice. Distances are estimated from the streets the cars came from.',
        },
      },
    ],
  },
  {
    by: 'leo',
    ago: 110,
    question: 'How many pupils come to Østre School by car, and from where?',
    why: 'We want to know who could walk.',
    within: 10,
    merged: { ago: 109, into: 1, reason: 'Both ask who is driven to Østre School and how far.' },
  },
  {
    by: 'hanna',
    ago: 70,
    question: 'What does it cost to build a ramp at a kerb?',
    why: 'Some are missing on every route. We have to know how many the sum is enough for.',
    within: 10,
    answers: [
      {
        namedAgo: 68,
        dueAgo: 58,
        who: 'officer',
        given: {
          ago: 62,
          text: 'About 14,000 kroner each where the gully stays, about 40,000 where it has to move.',
          sources: 'Invoices of the works department for eleven ramps since 2023',
          uncertain: 'Prices of next year’s tender are not known.',
        },
        contested: {
          by: 'viktor',
          ago: 60,
          reason: 'The eleven were built two at a time. One alone costs more, for the crew comes anyway.',
          source: 'Price list of the works department 2026, page 4',
          settled: { ago: 55, words: 'The officer showed me that all of them would be built together.' },
        },
      },
    ],
  },
  {
    by: 'birgit',
    ago: 50,
    question: 'What did the accident in School Lane in March cost the town?',
    why: 'To weigh what light costs against what an accident costs.',
    within: 10,
    withdrawn: {
      ago: 48,
      reason:
        'There was one accident that month. Its cost would tell of one family. Ask for all accidents of five years instead.',
    },
  },
  {
    by: 'noah',
    ago: 45,
    question: 'How many cars drive through School Lane between 7:30 and 8:15?',
    why: 'A street can be closed for an hour only if the cars have somewhere to go.',
    within: 10,
    answers: [
      {
        namedAgo: 43,
        dueAgo: 34,
        who: 'officer',
        given: {
          ago: 38,
          text: '112 on average, 140 on Mondays. Four in ten only drive through.',
          sources: 'Tube count of the works department, one week',
          uncertain: 'The tube counts axles; vans with trailers count twice.',
        },
        contested: {
          by: 'cyclists',
          ago: 34,
          reason: 'The week of the count was the last before the holidays: two classes were away.',
          source: 'School calendar, week 26; our photographs of the empty bicycle stands',
        },
      },
    ],
  },
  {
    by: 'tomas',
    ago: 33,
    question: 'For how long may a town street be closed each morning without asking the state?',
    why: 'If we have to ask the state’s road office, it takes a year.',
    within: 10,
    answers: [{ namedAgo: 31, dueAgo: 22, who: 'officer' }],
  },
  {
    by: 'freja',
    ago: 12,
    question: 'Which places do pupils of Nordby School walk around because they are afraid?',
    why: 'Østre and Vester drew maps. Nordby did not.',
    within: 20,
    answers: [
      {
        namedAgo: 9,
        dueAgo: -6,
        who: {
          name: 'Lise Holt',
          position: 'Teacher who meets with the pupils’ council of Nordby School',
          interest: 'Her own children go to Nordby School.',
          side: 'users',
        },
      },
    ],
  },
  {
    by: 'zara',
    ago: 2,
    question: 'How bright must a crossing be for a driver to see a child from 50 metres?',
    why: 'The town’s rule says 50 metres, but not how bright that is.',
    within: 10,
  },
]

/** Where the politicians of the group stand, and where they stood before. */
export const schoolPositions: NonNullable<WorkScript['positions']> = [
  {
    by: 'idris',
    ago: 119,
    subject: 'School Lane closed to cars all day',
    stance: 'for',
    reason: 'A street in front of a school is a place to arrive on foot.',
    later: [
      {
        ago: 36,
        stance: 'against',
        reason: 'Parents who drive start work at eight. An hour in the morning is what the children need.',
      },
    ],
  },
  {
    by: 'yasmin',
    ago: 100,
    subject: 'Light before speed bumps',
    stance: 'open',
    reason: 'Accidents say speed, children say the dark. I want both counts first.',
    later: [
      { ago: 78, stance: 'for', reason: 'I walked there at half past seven. I had only counted accidents, not fear.' },
    ],
  },
  {
    by: 'tomas',
    ago: 60,
    subject: 'A quiet hour at Østre School',
    stance: 'against',
    reason: 'The cars would stand in the next street instead.',
    later: [
      { ago: 20, stance: 'open', reason: 'If the count shows that most turn round anyway, I can live with a trial.' },
    ],
  },
  {
    by: 'birgit',
    ago: 58,
    subject: 'More than 6 million kroner',
    stance: 'against',
    reason: 'The council set the sum aside and has no more this term. We choose what comes first.',
  },
]

/** Nearly the same answer to two people: flagged before it was sent, and in public. One of them says no. */
export const schoolQuestions: NonNullable<WorkScript['questions']> = [
  {
    by: 'jens',
    to: 'nadia',
    ago: 40,
    question: 'When does somebody look at the parking in School Lane?',
    background: 'Between 7:40 and 8:10 nobody gets out of the drives.',
    reply: {
      by: 'nadia',
      text: 'Thank you for your question. The schools committee takes the safety of all children seriously and will look at School Lane when the budget is made in June.',
      ago: 35,
    },
  },
  {
    by: 'karen',
    to: 'nadia',
    ago: 30,
    question: 'Who repairs the underpass where the water stands?',
    background: 'With a wheelchair I have to cross the road.',
    reply: {
      by: 'nadia',
      text: 'Thank you for your question. The schools committee takes the safety of all children seriously and will look at the underpass when the budget is made in June.',
      ago: 22,
      again: true,
      isAnswer: false,
      words: 'I asked who repairs it, not when you look at it.',
    },
  },
]

/** Small, by name, where people write. */
export const schoolReplies: NonNullable<WorkScript['replies']> = [
  {
    by: 'tomas',
    ago: 105,
    idea: 1,
    text: 'I passed this on to the works department this morning and asked which day it is repaired. I will write it here.',
  },
  {
    by: 'yasmin',
    ago: 92,
    idea: 4,
    text: 'Yes. May I come to a lesson where you draw one? I would like to hear what you say while you draw.',
  },
  {
    by: 'tomas',
    ago: 6,
    statement: 8,
    text: 'I cannot promise “at any time”. I can promise that nobody is shut in: whoever lives there gets a permit for the half hour.',
  },
]
