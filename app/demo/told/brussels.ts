import type { ToldCase, ToldLine, ToldMeetingWords, ToldRecommendationWords } from './told-case.ts'

const assembly = 'democratie.brussels/assemblies/sans-abrisme/f/115'
const suggestion = 'lavenir.net 2021-01-06'
const members = 'https://bx1.be/?p=518639'
const release = 'parlement.brussels press release 17/07/2021'
const status = 'rachidmadrane.brussels/nl/le-parlement-bruxellois-presente-le-suivi-…'

function session(number: number): ToldMeetingWords {
  return {
    title: `Session ${number} of 6 (June–July 2021)`,
    day: null,
    hours: null,
    place: null,
    isOpen: null,
    items: [],
    source: release,
  }
}

function followUp(day: '2022-02-07' | '2022-02-10' | '2022-03-10' | '2022-03-31'): ToldMeetingWords {
  return {
    title: 'Committee meeting on the follow-up',
    day,
    hours: null,
    place: null,
    isOpen: null,
    items: [
      {
        title: 'Follow-up of the recommendations',
        minutes: 'Which committee met and what was said is not told here.',
        decision: '',
      },
    ],
    source: assembly,
  }
}

const unknown = { kind: 'unknown', reason: '', on: null, followed: '', source: status } as const

/** The recommendations the sources name as examples; what each of them got for an answer is not known. */
function example(key: string, title: string): ToldRecommendationWords {
  return {
    key,
    title,
    text: 'Named as an example in the sources. The wording and the votes on it are unknown.',
    clauses: [{ text: `${title}. The wording is unknown.`, cites: ['suggestion', 'problem'] }],
    agreement: null,
    minorityText: '',
    on: '2021-07-17',
    source: `${release} ; ecolo.be`,
    answer: unknown,
  }
}

const recommendations: readonly ToldRecommendationWords[] = [
  example('rent', 'A framework for rents'),
  example('requisition', 'Requisition of empty property'),
  example('social-housing', 'A minimum of social housing per municipality'),
  example('temporary-use', 'Rules for temporary use'),
  example('without-papers', 'Social housing for people without papers'),
  {
    key: 'others',
    title: 'All the others, of 97 adopted in all',
    text:
      'Of 98 proposals 97 were adopted; votes per item are unknown. Apart from the five examples the texts are not told here. ' +
      'On 23 September 2021 they were split: 48 health and aid, 27 housing, 10 territorial development, 7 economic matters, the rest elsewhere.',
    clauses: [
      { text: 'The recommendations that the sources do not name as examples.', cites: ['suggestion', 'problem'] },
    ],
    agreement: null,
    minorityText: '',
    on: '2021-07-17',
    source: `${release} ; ${assembly}`,
    answer: unknown,
  },
]

const homelessness: ToldLine = {
  problem: {
    slug: 'homelessness',
    from: '2021-01-06',
    question: 'What measures do we want for a lasting solution to homelessness?',
    whatHappens:
      'At least 5,313 people in the region are without a home or badly housed. A citizens’ suggestion to take the matter up was signed by 1,431 people; 1,000 were needed. It was reported on 6 January 2021.',
    whoIsAffected: 'At least 5,313 people without a home or badly housed.',
    actors: [
      {
        name: 'People without a home or badly housed',
        relation: 'affected',
        how: 'At least 5,313 people, by the question put to the committee.',
      },
      {
        name: 'Signatories of the citizens’ suggestion',
        relation: 'relevant',
        how: '1,431 signatures; 1,000 were needed.',
      },
    ],
    source: `${assembly} ; ${suggestion}`,
  },
  mandate: {
    question:
      'At least 5,313 people are without a home or badly housed: what measures do we want for a lasting solution?',
    background: 'Told from the public question. The day of its adoption is unknown. Six sessions, June–17 July 2021.',
    tasks: 'Recommendations on measures for a lasting solution.',
    body: 'parliament',
    recipient: 'parliament',
    politicians: 15,
    citizens: 45,
    profiles: [
      {
        name: 'French-speaking citizens',
        wanted: 36,
        description: 'Drawn by lot; an extra criterion was the housing situation.',
      },
      {
        name: 'Dutch-speaking citizens',
        wanted: 9,
        description: 'Drawn by lot; an extra criterion was the housing situation.',
      },
    ],
    startsOn: null,
    endsOn: '2021-07-17',
    meetings: null,
    economicFrame: null,
    canChange: null,
    cannotChange: null,
    answerWithinMonths: null,
    adoption: null,
    source: `${assembly} ; ${members}`,
  },
  seats: {
    groups: [
      {
        kind: 'citizen',
        words:
          'citizens by lot from 10,000 letters and nearly 900 sign-ups: 23 women and 22 men, 36 French-speaking and 9 Dutch-speaking, with the housing situation as an extra criterion',
        count: 45,
      },
      { kind: 'politician', words: 'members of the health committee of the common assembly', count: 15 },
    ],
    source: members,
  },
  meetings: [
    session(1),
    session(2),
    session(3),
    session(4),
    session(5),
    {
      title: 'Session 6 of 6: 97 of 98 proposals adopted',
      day: '2021-07-17',
      hours: null,
      place: null,
      isOpen: null,
      items: [
        {
          title: 'Adoption of the recommendations',
          minutes: 'That the sixth session was the last day, 17 July, is inferred.',
          decision: '97 of 98 proposals were adopted. Votes per item are unknown.',
        },
      ],
      source: release,
    },
    followUp('2022-02-07'),
    followUp('2022-02-10'),
    followUp('2022-03-10'),
    followUp('2022-03-31'),
    {
      title: 'Session on the follow-up, with the citizens',
      day: '2022-06-18',
      hours: null,
      place: null,
      isOpen: null,
      items: [
        {
          title: 'What became of the 97 recommendations',
          minutes:
            'Eleven months after; with citizens, members, a minister and a state secretary. Reasons were given to the citizens.',
          decision: '9 done, 63 in progress, 3 under study, 14 not carried out. The other 8 are unknown.',
        },
      ],
      source: status,
    },
  ],
  hearing: null,
  contributions: [
    {
      key: 'suggestion',
      kind: 'idea',
      on: '2021-01-06',
      title: 'Summary: the citizens’ suggestion on homelessness',
      text: 'A suggestion signed by 1,431 people. Its text is not told here.',
      source: suggestion,
    },
  ],
  recommendations,
  answer: {
    body: 'parliament',
    handedOverOn: '2021-07-17',
    meetingOn: '2022-06-18',
    isClosed: true,
    status: {
      of: 97,
      on: '2022-06-18',
      source: `${status}. The 8 unknown are 97 less the four counts.`,
      counts: [
        { standing: 'done', count: 9 },
        { standing: 'in-progress', count: 63 },
        { standing: 'under-study', count: 3 },
        { standing: 'not-carried-out', count: 14 },
        { standing: 'unknown', count: 8 },
      ],
    },
    source: `${assembly} ; ${status}`,
  },
  votes: [],
  commitments: [],
  indicators: [],
  account: {
    intendedFor: 'People without a home or badly housed: at least 5,313.',
    whatCame:
      'On 18 June 2022: 9 done, 63 in progress, 3 under study, 14 not carried out, 8 unknown. What came later, for the recommendations and for the people, is unknown.',
    costWords: '',
    source: status,
  },
}

export const brussels: ToldCase = {
  place: {
    slug: 'brussels',
    name: 'Brussels',
    level: 'region',
    tagline: 'Belgium: homelessness, 2021–22',
    timeZone: 'Europe/Brussels',
    words: {
      council: { en: 'Parliament', da: 'Parlamentet' },
      arena: { en: 'Deliberative committee', da: 'Rådslagningsudvalg' },
    },
  },
  bodies: [
    { slug: 'parliament', name: 'Brussels Parliament', kind: 'parliament', parent: null },
    { slug: 'health', name: 'Health committee of the common assembly', kind: 'committee', parent: 'parliament' },
    { slug: 'homelessness', name: 'Deliberative committee on homelessness', kind: 'other', parent: 'health' },
  ],
  lines: [homelessness],
}
