import type { Script } from '../script.ts'

/** The whole line: carried out and measured. */
export const library: Script = {
  question: 'When should the library in Østre be open?',
  whatHappens:
    'The library in Østre closes at 17. Most people who live near it work until then. In 2024 it had fewer visits than the one in the centre for the first time, although more people live around it.',
  whoIsAffected:
    'People in Østre who work during the day, pupils without a quiet place at home, and the four librarians.',
  raisedBy: 'hanna',
  ago: 640,
  actors: [
    {
      name: 'People who work until 17',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      standing: 'heard',
      how: 'Find the door locked.',
    },
    {
      name: 'The librarians',
      relation: 'affected',
      kind: 'office',
      howMuch: 'somewhat',
      knowledge: 'Who comes when, and for what.',
      resources: ['data', 'hands'],
      standing: 'takes-part',
      how: 'Would have to work evenings.',
    },
    {
      name: 'Reading club of Østre',
      relation: 'relevant',
      kind: 'association',
      resources: ['hands', 'contacts'],
      standing: 'takes-part',
      spokesperson: 'The club’s board',
      how: 'Has twelve volunteers for evenings.',
    },
  ],
  sponsors: [
    { who: 'sanne', words: 'A library that is closed when people are free is a house full of books.', ago: 630 },
  ],
  mandate: {
    ago: 610,
    preset: 'gentofte',
    question: 'Which opening hours serve the people of Østre best, within the money there is?',
    background: 'The library closes at 17 on all days. The budget pays for 38 staffed hours a week.',
    tasks: 'Recommend hours, and how the house can be used when nobody from the staff is there.',
    outOfScope: 'The library in the centre.',
    politicians: 2,
    citizens: 3,
    profiles: [
      { name: 'Visitor', wanted: 2, description: 'Uses the library or would like to.' },
      { name: 'Volunteer', wanted: 1, description: 'Would help to keep it open.' },
    ],
    startsAgo: 590,
    endsAgo: 450,
    meetings: 3,
    economicFrame: '38 staffed hours a week; 150,000 kroner once for locks and light.',
    matters: [
      { words: 'When is the library open?', room: 'together', why: '', level: '', money: null, law: null },
      {
        words: 'How is the house used when nobody from the staff is there?',
        room: 'open',
        why: '',
        level: '',
        money: { amount: 15_000_000, currency: 'DKK', words: 'once, for locks and light' },
        law: null,
      },
      {
        words: 'Are there more than 38 staffed hours a week?',
        room: 'fixed',
        why: 'The budget of the year pays for 38.',
        level: '',
        money: null,
        law: null,
      },
    ],
    answerWithin: { count: 30, unit: 'working-days' },
    adopted: {
      ago: 600,
      gate: [
        'Only those who come, or find it closed, know which hours they need.',
        'No hours are decided for next year.',
        'The culture committee has said it will follow what the money allows.',
        'The librarian on duty writes the minutes; the room is free.',
        'The hours for next year are set in spring.',
      ],
      votesFor: 19,
      votesAgainst: 0,
      abstentions: 0,
      reference: 'Case 2025-0077, item 4',
      dissent: '',
    },
  },
  arena: {
    callAgo: 598,
    callUntilAgo: 585,
    applications: [
      {
        who: 'mina',
        ago: 596,
        profile: 'Visitor',
        motivation: 'My daughters do their homework in the stairwell.',
        tie: 'I live in Østre.',
        gender: 'woman',
        answer: { isSelected: true, reason: 'Speaks for families without a quiet place.', ago: 583 },
      },
      {
        who: 'noah',
        ago: 595,
        profile: 'Visitor',
        motivation: 'I work in shifts and have never seen it open.',
        tie: 'I live in Østre.',
        gender: 'man',
        answer: { isSelected: true, reason: 'Works in shifts.', ago: 583 },
      },
      {
        who: 'hanna',
        ago: 594,
        profile: 'Volunteer',
        motivation: 'I would open the door two evenings a week.',
        tie: 'I live in Østre.',
        gender: 'woman',
        answer: { isSelected: true, reason: 'Offers two evenings and leads the reading club.', ago: 583 },
      },
    ],
    politicians: [
      { who: 'sanne', reason: 'Took the problem up.', isChair: true },
      { who: 'henrik', reason: 'Speaks for the budget committee, from another party.' },
    ],
    seatedAgo: 584,
    confirmed: { ago: 582, exception: '' },
  },
  work: {
    meetings: [
      {
        title: 'What we know',
        ago: 575,
        starts: '18:00',
        ends: '20:30',
        place: 'Library in Østre',
        access: 'Step-free, hearing loop',
        items: [
          {
            title: 'Who comes and who does not',
            minutes: 60,
            owner: 'Else Bruun',
            notes: 'Visits by hour, and forty short talks at the bus stop.',
            decision: 'Look at evenings first.',
          },
        ],
        absent: [],
      },
      {
        title: 'Writing the text',
        ago: 520,
        starts: '18:00',
        ends: '20:30',
        place: 'Library in Østre',
        access: 'Step-free, hearing loop',
        items: [
          {
            title: 'Two drafts of the week',
            minutes: 90,
            owner: 'Sanne Krogh',
            notes: 'Both drafts keep 38 hours.',
            decision: 'Three late evenings, two later mornings.',
          },
        ],
        absent: ['noah'],
      },
    ],
    notes: [
      {
        by: 'sanne',
        ago: 518,
        from: 'An afternoon at the bus stop by the library',
        heard: 'Nobody asked for Sundays. Everybody asked for Tuesday to Thursday.',
        changed: 'I wanted Sundays. I let it go.',
        why: 'I had asked my friends, not the people at the bus stop.',
      },
    ],
    ideas: [
      {
        by: 'mina',
        ago: 570,
        kind: 'experience',
        title: 'Homework in the stairwell',
        text: 'We are five in two rooms. When the library closes at five my girls sit on the stairs with a torch.',
        place: 'Østre',
      },
      {
        by: 'noah',
        ago: 568,
        kind: 'experience',
        title: 'Closed before my shift ends',
        text: 'I leave work at six. The library has been dark every time I passed for four years.',
        place: 'Østre',
      },
      {
        by: 'otto',
        ago: 566,
        kind: 'idea',
        title: 'Open later instead of longer',
        text: 'Start at noon twice a week and close at nine. It costs the same.',
        place: '',
      },
      {
        by: 'hanna',
        ago: 560,
        kind: 'idea',
        title: 'A key for readers',
        text: 'Our reading club could open the door two evenings. Twelve of us are willing to learn how.',
        place: 'Østre',
      },
    ],
    consultation: {
      ago: 560,
      untilAgo: 530,
      statements: [
        { by: 'sanne', text: 'I would come in the evening if it was open until nine.', said: [27, 4, 5] },
        {
          by: 'mina',
          text: 'Children need the library after school more than adults need it in the evening.',
          said: [14, 15, 7],
        },
        {
          by: 'noah',
          text: 'It is fine when no staff is there, as long as somebody has a key.',
          said: [24, 6, 6],
        },
      ],
    },
    recommendations: [
      {
        by: 'mina',
        ago: 515,
        title: 'Three late evenings',
        clauses: [
          {
            text: 'The library in Østre is open until 21 on Tuesdays, Wednesdays and Thursdays, and opens at noon on Tuesdays and Thursdays.',
            ideas: [1, 2, 3],
            statements: [1],
          },
        ],
      },
      {
        by: 'hanna',
        ago: 514,
        title: 'A key for readers',
        clauses: [
          {
            text: 'Volunteers who have been trained for one evening may open the house on Mondays and Fridays until 20.',
            ideas: [4],
            statements: [3],
          },
        ],
        against: ['henrik'],
        minorityText: 'Volunteers should help, not replace. I fear that the next budget counts on them.',
      },
    ],
  },
  answer: {
    check: {
      ago: 516,
      text: 'Three late evenings within 38 hours, and volunteers with a key on two more.',
      reply: {
        by: 'idris',
        ago: 512,
        questions: 'Who is responsible when no staff is there?',
        limits: 'No more staffed hours.',
      },
    },
    handedOverAgo: 505,
    meetingAgo: 480,
    returnAgo: 300,
    staffNote:
      'Evening work needs an agreement with the librarians, about six weeks. Locks and light cost 132,000 kroner.',
    answers: [
      {
        number: 1,
        by: 'ragna',
        ago: 470,
        kind: 'accept',
        reason: 'It costs the same and serves more people. The librarians agreed on two conditions, which we keep.',
        vote: {
          ago: 468,
          for: 14,
          against: 5,
          abstain: 0,
          reference: 'Case 2025-0077, item 9',
          dissent: 'Five members wanted to wait for the budget.',
        },
      },
      {
        number: 2,
        by: 'ragna',
        ago: 470,
        kind: 'accept-amended',
        reason: 'We want a named librarian to be reachable by phone, so that nobody stands alone with a problem.',
        amendedText:
          'Volunteers who have been trained for one evening may open the house on Mondays and Fridays until 20, while a named librarian can be reached by phone.',
        vote: { ago: 468, for: 12, against: 7, abstain: 0, reference: 'Case 2025-0077, item 10', dissent: '' },
      },
    ],
    closedAgo: 466,
    returned: {
      ago: 299,
      words:
        'The library is open until nine on three evenings, and volunteers open it on two more. On both sides of the desk people say that it works.',
      items: [],
    },
  },
  delivery: [
    {
      recommendation: 1,
      ago: 460,
      title: 'Open until nine, three days a week',
      owner: 'sanne',
      office: 'Culture department',
      budgetLine: 'Line 3.35, 132,000 kroner',
      milestones: [
        { title: 'Agreement with the librarians', dueAgo: 420, reachedAgo: 430 },
        { title: 'First late evening', dueAgo: 400, reachedAgo: 402 },
      ],
      nextReportAgo: 410,
      reports: [
        { ago: 401, text: 'Open since Tuesday. 84 people came on the first evening.', standing: 'kept', reason: '' },
      ],
      pledge: {
        by: 'otto',
        ago: 440,
        what: 'Count who comes in the evening, by hand, for a month',
        howMuch: 'Twelve evenings at the door',
        untilAgo: 370,
        settled: {
          ago: 368,
          isKept: false,
          words: 'I counted four evenings. Then the door counter did it better than I could.',
        },
      },
    },
    {
      recommendation: 2,
      ago: 458,
      title: 'Train and trust the key holders',
      owner: 'sanne',
      office: 'Culture department',
      budgetLine: '',
      milestones: [{ title: 'Twelve people trained', dueAgo: 390, reachedAgo: 392 }],
      nextReportAgo: 395,
      reports: [
        { ago: 391, text: 'Twelve are trained, nine of them from the reading club.', standing: 'kept', reason: '' },
      ],
      pledge: {
        by: 'hanna',
        ago: 450,
        what: 'Open the door on Mondays and Fridays',
        howMuch: 'Twelve key holders in turns',
        untilAgo: 200,
        settled: {
          ago: 198,
          isKept: true,
          words: 'We missed two Fridays, both in the week of the storm.',
          deliveredAgo: 200,
          deliveredMuch: '49 of 51 evenings',
        },
      },
    },
  ],
  followUp: {
    ago: 455,
    months: 3,
    endsAgo: -60,
    stays: [
      { who: 'mina', ago: 454 },
      { who: 'noah', ago: 453 },
      { who: 'hanna', ago: 453 },
    ],
    reports: [
      {
        by: 'sanne',
        ago: 350,
        text: 'Both promises are kept: open until nine on three days, and twelve people with a key. What we watch is the mornings.',
        words: [
          {
            by: 'mina',
            ago: 345,
            rating: 'well',
            question: 'What happens to the parents’ groups that used to come on Tuesday mornings?',
            reply: {
              by: 'sanne',
              ago: 340,
              text: 'Two of them meet on Wednesday now. I asked both; one would rather have kept Tuesday.',
            },
          },
          { by: 'noah', ago: 344, rating: 'well', question: '' },
        ],
      },
      {
        by: 'clerk',
        ago: 190,
        text: 'Visits after 17 stand at 690 a month, counted at the door. Two key holders have moved away; ten are left.',
        words: [
          {
            by: 'hanna',
            ago: 186,
            rating: 'slowly',
            question: 'Who trains new ones? We open two evenings with ten people.',
            reply: { by: 'sanne', ago: 180, text: 'The librarian on duty does, on the first Monday of each month.' },
          },
        ],
      },
    ],
  },
  surveys: [
    { moment: 'close', ago: 460, days: 21, leaning: 0.55, share: 0.7 },
    { moment: 'later', ago: 110, days: 28, leaning: 0.7, share: 0.5 },
  ],
  outcome: {
    indicators: [
      {
        ago: 455,
        commitment: 1,
        name: 'Visits after 17, a month',
        unit: 'visits',
        baseline: { value: 0, ago: 480, source: 'Door counter of the library' },
        target: { value: 800, untilAgo: 90 },
        measurements: [
          { ago: 300, value: 690, source: 'Door counter of the library, average of three months' },
          {
            ago: 180,
            value: 940,
            source: 'Door counter of the library; the counter stood still for nine evenings',
            range: { low: 880, high: 1000 },
          },
          { ago: 60, value: 1120, source: 'Door counter of the library, average of three months' },
        ],
      },
    ],
    account: {
      ago: 40,
      signedBy: 'sanne',
      forWhom: 'People in Østre who work during the day, and pupils without a quiet place at home.',
      whatCame: 'The house is open until nine on three days. After that visits in the evening rose to 1,120 a month.',
      sideEffects:
        'Fewer people come on Tuesday and Thursday mornings: 60 a month less. Two parents’ groups moved to Wednesday.',
      fairness: 'Those who come in the evening are younger and more often without a library card before.',
      whoBenefits:
        'People who work during the day, pupils who read there in the evening, and the parents who fetch them.',
      whoPays:
        'All who pay tax in Lindhavn. Librarians work three late evenings, and ten volunteers give two evenings a month.',
      authority: 'None was needed.',
      cost: 132_000,
    },
  },
}
