import type { Script } from '../script.ts'

/** Taken up; another framing is proposed; the mandate is a draft that still misses things. */
export const ferryNoise: Script = {
  question: 'How do we sleep while the night ferry loads?',
  whatHappens:
    'Since the timetable changed in March the ferry loads between 2 and 4 at night. The ramp bangs with each lorry, thirty to forty times. We measured 71 decibels at an open window in Quay Street 12. The harbour office answered that the old limit was set for day traffic.',
  whoIsAffected:
    'About 180 homes between Quay Street and the fish hall. Shift workers and families with small children most of all.',
  raisedBy: 'kaya',
  ago: 41,
  actors: [
    {
      name: 'Residents of Quay Street',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'not-heard',
      reached: 'Thirty doors were knocked on in October.',
      how: 'Woken thirty to forty times a night.',
    },
    {
      name: 'The ferry company',
      relation: 'relevant',
      kind: 'firm',
      knowledge: 'Which engines idle, and why.',
      resources: ['data', 'authority', 'money'],
      standing: 'heard',
      how: 'Decides the timetable and owns the ramp.',
    },
    {
      name: 'Harbour office',
      relation: 'relevant',
      kind: 'office',
      knowledge: 'Noise, measured since 2019.',
      resources: ['data', 'authority'],
      standing: 'heard',
      spokesperson: 'The harbour master',
      how: 'Has measured noise since 2019 and grants the landing permit.',
    },
  ],
  sponsors: [
    {
      who: 'pia',
      words: 'I live two streets away and hear it. I want us to ask for less noise without losing the ferry.',
      ago: 33,
    },
  ],
  reframing: {
    by: 'otto',
    question: 'How do the ferry and its neighbours live side by side at night?',
    whatHappens:
      'The ferry brings the island its bread and its nurses. It also wakes people. The timetable was changed without asking either side.',
    whoIsAffected: 'Neighbours of the quay, islanders, drivers and crew.',
    reason:
      'If we only ask about sleep we will only talk about banning the night ferry. Then the islanders are against us from the start.',
    ago: 20,
  },
  agenda: { ago: 30, online: 22, paper: 0 },
  mandate: {
    ago: 12,
    preset: 'gentofte',
    question: 'How can the night ferry load so that neighbours sleep and the island is served?',
    background:
      'The new timetable moved loading to the night in March. 64 residents have written to the harbour office.',
    tasks: 'Recommend rules for loading at night, and what the ramp needs.',
    outOfScope: '',
    politicians: 5,
    citizens: 10,
    profiles: [],
    startsAgo: -60,
    endsAgo: -300,
    meetings: 5,
    economicFrame: '',
    matters: [
      {
        words: 'At which hours are lorries loaded, and what does the ramp need?',
        room: 'together',
        why: '',
        level: '',
        money: null,
        law: null,
      },
    ],
    answerWithin: { count: 40, unit: 'working-days' },
  },
}
