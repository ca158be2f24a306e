import type { ToldLine } from './told-case.ts'

const welcome = 'dit-gentofte.dk/velkommen-til-byens-hus/'
const closed = 'gentofte.dk/det-lokale-demokrati/…/afsluttede-opgaveudvalg/byens-hus-vi-skaber-sammen/'
const committee = 'gentofte.dk/…/Opgaveudvalg/Byens-Hus-Vi-Skaber-Sammen'
const openMeeting = 'gentofte.dk/…/Byens-Hus-Vi-Skaber-Sammen/stormode-om-Byens-Hus'
const pressRecommendations = 'sn.dk/Villabyerne/…/922831'
const pressDelivery = 'sn.dk/Villabyerne/…/1403418'
const both = `${closed} ; ${pressRecommendations}`

/** Byens Hus – vi skaber sammen: how citizens and municipality run a house together. */
export const byensHus: ToldLine = {
  problem: {
    slug: 'byens-hus',
    from: '2018-06-18',
    question: 'How shall citizens and municipality run Byens Hus together?',
    whatHappens: [
      'A former international school at Hellerupvej was taken over by the municipality in 2017. On 18 June 2018 the council decided to develop it into Byens Hus («the town’s house»); in October 2018 it decided to set up a task committee.',
      'The council’s vision: communities across background, age, culture and religion; citizens’ initiative and drive; to dare to do things in new ways.',
    ].join('\n\n'),
    whoIsAffected:
      'Users of the house; the recommendations later tell core, regular and ad hoc users apart. Whom else the council named is unknown.',
    actors: [
      {
        name: 'Associations and users of the house',
        relation: 'affected',
        how: 'They use the house and share responsibility for it.',
      },
    ],
    source: `${welcome} ; ${closed}`,
  },
  mandate: {
    question: 'How is Byens Hus organised, governed, run and paid for?',
    background:
      'Told in substance; the wording of the mandate and the day of its adoption (October 2018 for setting up the committee) are unknown. About five meetings were expected; the work ran from April 2019 to January 2020.',
    tasks: [
      'A proposal for organisation and governance.',
      'Principles for daily running and use: lively, well used, shared access.',
      'Advice on an economic model.',
    ].join('\n'),
    body: 'council',
    recipient: 'council',
    politicians: 5,
    citizens: 10,
    profiles: [],
    startsOn: null,
    endsOn: null,
    meetings: null,
    economicFrame: null,
    canChange: null,
    cannotChange: null,
    answerWithinMonths: null,
    adoption: null,
    source: `${committee} (about 5 meetings expected) ; ${closed} (April 2019–January 2020)`,
  },
  seats: {
    groups: [
      { kind: 'politician', words: 'members of the council', count: 5 },
      { kind: 'citizen', words: 'citizens (profiles unknown)', count: 10 },
    ],
    source: committee,
  },
  meetings: [
    {
      title: 'Open «stormøde» about Byens Hus',
      day: '2019-09-07',
      hours: { from: '10:00', to: '14:00' },
      place: 'Byens Hus (that it was held in the house is inferred from the tour)',
      isOpen: true,
      items: [
        {
          title: 'Tour, talk, own proposals, lunch',
          minutes: 'Free sign-up for everybody. How many came and what they proposed is unknown.',
          decision: '',
        },
      ],
      source: openMeeting,
    },
  ],
  hearing: null,
  contributions: [],
  recommendations: [
    {
      key: 'together',
      title: 'The house is run jointly by citizens and municipality',
      text: '',
      clauses: [{ text: 'The house is run jointly by citizens and municipality.', cites: ['problem'] }],
      agreement: null,
      minorityText: '',
      on: null,
      source: both,
      answer: { kind: 'accept', reason: '', on: '2020-02-24', followed: '', source: closed },
    },
    {
      key: 'association',
      title: 'Users are invited to found an association',
      text: '',
      clauses: [{ text: 'Users of the house are invited to found an association.', cites: ['problem'] }],
      agreement: null,
      minorityText: '',
      on: null,
      source: both,
      answer: {
        kind: 'accept',
        reason: '',
        on: '2020-02-24',
        followed: 'The chair of the association’s board was elected in autumn 2020.',
        source: `${closed} ; ${pressDelivery}`,
      },
    },
    {
      key: 'manager',
      title: 'The house has a daily manager',
      text: '',
      clauses: [{ text: 'A daily manager.', cites: ['problem'] }],
      agreement: null,
      minorityText: '',
      on: null,
      source: both,
      answer: { kind: 'accept', reason: '', on: '2020-02-24', followed: '', source: closed },
    },
    {
      key: 'principles',
      title: 'Five principles for the use of the house',
      text: '',
      clauses: [
        { text: 'Core, regular and ad hoc users.', cites: ['problem'] },
        { text: 'Different terms for different rooms.', cites: ['problem'] },
        { text: 'We create together.', cites: ['problem'] },
        { text: 'Volunteering and community.', cites: ['problem'] },
        { text: 'Shared use means shared responsibility.', cites: ['problem'] },
      ],
      agreement: null,
      minorityText: '',
      on: null,
      source: both,
      answer: { kind: 'accept', reason: '', on: '2020-02-24', followed: '', source: closed },
    },
  ],
  answer: { body: 'council', handedOverOn: null, meetingOn: null, isClosed: true, source: closed },
  votes: [
    {
      body: 'council',
      about: 'package',
      motion: 'The recommendations on Byens Hus are adopted. How the votes fell and what money was given is unknown.',
      on: '2020-02-24',
      for: null,
      against: null,
      abstained: null,
      isCarried: true,
      dissent: '',
      source: closed,
    },
  ],
  commitments: [
    {
      key: 'association',
      carriesOut: 'association',
      title: 'An association of users',
      office: '',
      on: '2020-02-24',
      standing: 'kept',
      standingReason:
        'The chair of its board was elected in autumn 2020. Work on a master plan began in January 2021; several associations had moved in, about half the house was not yet filled.',
      milestones: [],
      source: pressDelivery,
    },
    {
      key: 'manager',
      carriesOut: 'manager',
      title: 'A daily manager',
      office: '',
      on: '2020-02-24',
      standing: 'unknown',
      standingReason: 'Whether and when it was carried out is unknown.',
      milestones: [],
      source: closed,
    },
  ],
  indicators: [],
  account: {
    intendedFor:
      'Users of the house: communities across background, age, culture and religion, in the words of the council’s vision.',
    whatCame:
      'Several associations had moved in, and about half the house was not yet filled, when work on a master plan began (January 2021). What came later is unknown.',
    costWords: '',
    source: pressDelivery,
  },
}
