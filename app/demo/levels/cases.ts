/** What the nation and the union work on, in their people's words. All of it is invented. */

export const heat = {
  question: 'How do we keep people safe in heatwaves?',
  whatHappens:
    'Last July it was over 32 degrees for eleven days. 140 more people died than in other summers, most of them over 75 and alone at home. Nurses found flats of 36 degrees on the top floor. Each town does something else, and most of them nothing.',
  whoIsAffected:
    'Old people who live alone, people with heart and lung diseases, people who work outdoors, small children in schools without shade.',
  raisedBy: 'runa',
  actors: [
    {
      name: 'Old people who live alone',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      how: 'Most of those who died lived alone.',
    },
    {
      name: 'People who work outdoors',
      relation: 'affected',
      kind: 'people',
      howMuch: 'a-lot',
      how: 'Roofers and farm hands worked through the hottest hours.',
    },
    {
      name: 'Home nurses',
      relation: 'relevant',
      kind: 'association',
      how: 'See the flats from inside, and know who is alone.',
      knowledge: 'Which homes grow too hot.',
    },
  ],
  sponsors: [
    { who: 'astrid', words: 'A hundred and forty people. If a bridge had fallen we would have met the same night.' },
    { who: 'bjarne', words: 'We sit on other benches, but the old in my valley die of the same heat.' },
  ],
  mandate: {
    question: 'What must towns, employers and the nation each do when a heatwave is forecast?',
    background: 'Eleven days over 32 degrees cost about 140 lives last summer. No law says who does what.',
    tasks: 'Recommend who warns, who visits, where it is cool, and what the law must say.',
    outOfScope: 'How much the climate changes, which others work on.',
    economicFrame: '40 million a year for towns; laws that cost employers nothing beyond shade, water and hours.',
    matters: [
      {
        words: 'Who visits those who live alone, and who tells them whom to visit?',
        room: 'together',
        why: '',
        level: '',
        money: { amount: 4_000_000_000, currency: 'DKK', words: 'a year' },
        law: null,
      },
      {
        words: 'May the nurses’ lists be used?',
        room: 'fixed',
        why: 'The law on health data forbids it without consent.',
        level: '',
        money: null,
        law: {
          kind: 'forbids',
          words: 'Health data go to nobody without consent.',
          reference: 'Health Data Act, section 14',
        },
      },
      {
        words: 'From what temperature must work outdoors stop?',
        room: 'another-level',
        why: 'The union sets the rules of safety at work.',
        level: 'the Northern Union',
        money: null,
        law: null,
      },
    ],
    gate: [
      'Those who were alone know what would have helped.',
      'No law is drafted; the budget of next year is open.',
      'Both groups in the committee have promised to answer each point.',
      'The committee’s secretariat has two people for it and money for three weekends.',
      'The budget is decided in May; the result comes in March.',
    ],
    reference: 'Parliament, item 11',
    dissent: 'Hugo Aske and Eva Lindqvist: the towns know best and need money, not a committee.',
  },
} as const

export const summers = {
  question: 'How do the towns of the north live with hotter summers?',
  whatHappens:
    'Towns of the north are built to keep warmth in. Their summers are now those of the south thirty years ago. Hospitals fill, rails bend, harbours smell. Each nation writes its own advice; what works in one town is not known in the next.',
  whoIsAffected: 'Everybody in towns, most of all the old, the sick, and those whose flats lie under a roof.',
  raisedBy: 'joana',
  sponsors: [
    { who: 'elin', words: 'No nation can try everything. Together we can try everything once.' },
    { who: 'marek', words: 'I want the towns at the table, not only the capitals.' },
  ],
  invitation:
    'Find out with your residents what keeps people cool where you are, and what you would need from others. The Assembly answers each part.',
  answers: {
    estrand: {
      who: 'bjarne',
      reason: 'We have begun already. What our committee finds shall be of use to the others.',
    },
    vestmark: {
      who: 'sunniva',
      reason:
        'We decided our own plan last winter and carry it out now. We send it to you, and open no second process on top of it.',
    },
  },
} as const

export const ferryRights = {
  reason:
    'Who may land at night, and how loudly, stands in the landing rights, and those the nation grants. Our harbour office can only ask.',
  answer: {
    who: 'carla',
    reason:
      'The landing rights run out next year. Before they are renewed I want to hear both the quay and the island.',
  },
} as const

export const roadSide = {
  reason:
    'The stop lies on the nation’s road. A tree or a roof there needs its permission, and the last one was refused without a reason.',
} as const
