import type { ToldCase, ToldLine, ToldMeetingWords, ToldRecommendationWords } from './told-case.ts'

const declaration = 'europeangeneration.eu ; ieu-monitoring 380369'
const treaty = 'euobserver.com/eu-political/148755'
const panels = 'technopolis-group.com study ; euis.eu'
const platform = 'euis.eu'
const plenary = 'agi.it 2021-11-27 ; publicnow.com'
const calendar = 'europeansting.com ; euis.eu'
const output = 'affarieuropei.gov.it ; futureu.europa.eu/pages/follow-up'
const commission = 'affarieuropei.gov.it ; aiace.server1.indev.be'
const assessment = 'ieu-monitoring 378211 ; agensir.it 2022-10-14 ; agenceurope 13045/14 ; eucrim.eu'
const passedOn = 'federalists.eu 18 Dec 2023'
const feedback = 'eucrim.eu 12 Dec 2022 ; movimentofederalistaeuropeo.it'
const newPanels = 'commission.europa.eu …/european-citizens-panels_en'
const delivered = 'eucrim.eu Council assessment (December 2023)'

function theme(key: string, name: string, first: number, last: number): ToldRecommendationWords {
  return {
    key,
    title: `${name}: proposals ${first}–${last}`,
    text:
      `${last - first + 1} of the 49 proposals. Their texts are not told here; how many of the 326 measures (325 on the platform’s page) belong to this theme is unknown. ` +
      'The name of the theme was read in a source; the split of the 49 proposals over the themes was not checked against the final report.',
    clauses: [
      {
        text: `Proposals ${first}–${last}. Which contributions went into which proposal is unknown.`,
        cites: ['panels', 'platform', 'problem'],
      },
    ],
    agreement: null,
    minorityText: '',
    on: '2022-05-09',
    source: output,
    answer: { kind: 'unknown', reason: '', on: null, followed: '', source: output },
  }
}

const recommendations: readonly ToldRecommendationWords[] = [
  theme('climate', 'Climate change and the environment', 1, 6),
  theme('health', 'Health', 7, 10),
  theme('economy', 'Stronger economy, social justice and jobs', 11, 16),
  theme('world', 'EU in the world', 17, 24),
  theme('values', 'Values and rights, rule of law, security', 25, 30),
  theme('digital', 'Digital transformation', 31, 35),
  theme('democracy', 'European democracy', 36, 40),
  theme('migration', 'Migration', 41, 45),
  theme('education', 'Education, culture, youth and sport', 46, 49),
]

const meeting = { hours: null, place: null, isOpen: null } as const
const meetings: readonly ToldMeetingWords[] = [
  { ...meeting, title: 'First meeting of the executive board', day: '2021-03-24', items: [], source: declaration },
  { ...meeting, title: 'First plenary', day: '2021-06-19', items: [], source: calendar },
  {
    ...meeting,
    title: 'Citizens’ panels: three sessions each (September 2021–January 2022)',
    day: null,
    items: [
      {
        title: 'Four panels',
        minutes: 'About 800 people by lot in four panels of almost 200, a third of them young.',
        decision: '178 recommendations.',
      },
    ],
    source: panels,
  },
  { ...meeting, title: 'Last plenary (29–30 April 2022)', day: '2022-04-29', items: [], source: calendar },
  {
    ...meeting,
    title: 'The report is handed over',
    day: '2022-05-09',
    items: [
      { title: 'Report', minutes: '', decision: '49 proposals with 326 measures (the platform’s page says 325).' },
    ],
    source: `${calendar} ; ${output}`,
  },
  {
    title: 'Feedback event',
    day: '2022-12-02',
    hours: null,
    place: 'European Parliament, Brussels',
    isOpen: null,
    items: [
      {
        title: 'What became of the proposals',
        minutes:
          'More than 500 citizens with the three institutions. Some handed the Council a letter asking for reform.',
        decision: '',
      },
    ],
    source: feedback,
  },
]

const none = { for: null, against: null, abstained: null, dissent: '', isCarried: true, about: 'package' } as const
/** A communication, a note taken, a request passed on: that any of them was voted on is not known. */
const said = { ...none, isCarried: null } as const

const votes: ToldLine['votes'] = [
  {
    ...none,
    body: 'parliament',
    motion: 'European Parliament: resolution of 4 May 2022 on the Conference. How the votes fell is not told here.',
    on: '2022-05-04',
    source: 'joomag «10 elections» p. 151',
  },
  {
    ...none,
    body: 'parliament',
    motion: 'European Parliament: call for a Convention. How the votes fell is not told here.',
    on: '2022-06-09',
    source: 'joomag «10 elections» p. 151',
  },
  {
    ...said,
    body: 'commission',
    on: '2022-06-17',
    source: commission,
    motion:
      'European Commission: communication COM(2022) 404, after 39 days. Four kinds of answer: existing initiatives (such as the climate law); proposed, waiting for Parliament and Council (migration pact); planned (media freedom act); new ideas inspired. “Without re-interpretation or selection”; annex by theme. The numbers per kind are unknown.',
  },
  {
    ...said,
    body: 'european-council',
    on: '2022-06-24',
    source: 'laprovinciacr.it 388666',
    motion:
      'European Council (23–24 June 2022): took note and asked for effective follow-up. No decision on a Convention was found.',
  },
  {
    ...none,
    body: 'parliament',
    on: '2023-11-22',
    for: 305,
    against: 276,
    abstained: 29,
    source: 'linformationnationaliste (vote numbers only; to be checked) ; oeil 2022/2051(INL)',
    motion: 'European Parliament: report on changing the Treaties.',
  },
  {
    ...none,
    body: 'parliament',
    on: '2023-11-22',
    for: 291,
    against: 274,
    abstained: 44,
    source: 'linformationnationaliste (vote numbers only; to be checked) ; oeil 2022/2051(INL)',
    motion: 'European Parliament: resolution with treaty amendments.',
  },
  {
    ...said,
    body: 'council',
    motion: 'Council: Parliament’s request is passed on.',
    on: '2023-12-18',
    source: passedOn,
  },
]

const future: ToldLine = {
  problem: {
    slug: 'future-of-europe',
    from: '2021-03-10',
    question: 'What shall the future of Europe be?',
    whatHappens:
      'The subject was broad: nine themes, from climate and health to democracy and migration. The Conference was planned for 9 May 2020 and delayed by covid.',
    whoIsAffected: 'The people of the European Union. The sources at hand name no one more closely.',
    actors: [
      {
        name: 'European Parliament, Council and Commission',
        relation: 'relevant',
        how: 'Their presidents signed the Joint Declaration and committed themselves to follow up, each within its competence and the Treaties.',
      },
    ],
    source: `${declaration} ; ${output}`,
  },
  mandate: {
    question: 'What shall the future of Europe be? (A broad subject in nine themes; the wording is not told here.)',
    background:
      'Joint Declaration of 10 March 2021 of the presidents of three institutions. The commitment: to follow up, each within its competence and the Treaties.',
    tasks: 'Proposals on nine themes. The wording of the tasks is not told here.',
    body: 'institutions',
    recipient: 'institutions',
    politicians: null,
    citizens: null,
    profiles: [],
    startsOn: '2021-03-10',
    endsOn: '2022-05-09',
    meetings: null,
    economicFrame: null,
    canChange: 'Follow-up by each institution within its competence and the Treaties.',
    cannotChange:
      'The Council had ruled out in June 2020 that the Conference falls under the article on changing the Treaties.',
    answerWithinMonths: null,
    adoption: {
      on: '2021-03-10',
      motion: 'Joint Declaration, signed by the presidents of the three institutions.',
      isVote: false,
    },
    source: `${declaration} ; ${treaty}`,
  },
  seats: {
    groups: [
      {
        kind: 'politician',
        words:
          'members of the European Parliament: 28 EPP, 23 S&D, 15 Renew, 11 Greens, 11 ID, 9 ECR, 6 Left, 5 others',
        count: 108,
      },
      { kind: 'other', words: 'of the Council', count: 54 },
      { kind: 'other', words: 'of the Commission', count: 3 },
      { kind: 'politician', words: 'of national parliaments', count: 108 },
      { kind: 'citizen', words: 'citizens: 80 from the panels, 27 national, 1 of the youth forum', count: 108 },
      { kind: 'other', words: 'of the Committee of the Regions', count: 18 },
      { kind: 'other', words: 'of the Economic and Social Committee', count: 18 },
      { kind: 'other', words: 'regional representatives', count: 6 },
      { kind: 'other', words: 'local representatives', count: 6 },
      { kind: 'other', words: 'social partners', count: 12 },
      { kind: 'other', words: 'of civil society (the sum of all groups, 449, is inferred)', count: 8 },
    ],
    source: plenary,
  },
  meetings,
  hearing: null,
  contributions: [
    {
      key: 'panels',
      kind: 'idea',
      on: null,
      title: 'Summary: 178 recommendations of the citizens’ panels',
      text: 'About 800 people by lot in four panels of almost 200, a third of them young; three sessions, September 2021–January 2022. The texts are not told here.',
      source: panels,
    },
    {
      key: 'platform',
      kind: 'idea',
      on: null,
      title: 'Summary: contributions on the platform',
      text: '43,734 contributions on 16,274 ideas. The texts are not told here.',
      source: platform,
    },
  ],
  recommendations,
  answer: {
    body: 'institutions',
    handedOverOn: '2022-05-09',
    meetingOn: '2022-12-02',
    isClosed: true,
    source: `${output} ; ${commission} ; ${assessment}. Answers per proposal and the Council’s numbers by category are unknown.`,
  },
  votes,
  commitments: [
    {
      key: 'panels',
      carriesOut: null,
      title: 'New citizens’ panels',
      office: 'European Commission',
      on: '2022-09-14',
      standing: 'kept',
      standingReason: 'Announced on 14 September 2022. About 150 people from 27 states, one third under 26.',
      milestones: [
        {
          what: 'Food waste (16–18 December 2022, 20–22 January, 10–12 February 2023): 23 recommendations',
          dueOn: '2023-02-12',
          reachedOn: '2023-02-12',
        },
        {
          what: 'Virtual worlds (24–26 February, 10–12 March, 21–23 April 2023)',
          dueOn: '2023-04-23',
          reachedOn: '2023-04-23',
        },
        {
          what: 'Learning mobility (3–5 March, 24–26 March, 28–30 April 2023)',
          dueOn: '2023-04-30',
          reachedOn: '2023-04-30',
        },
      ],
      source: newPanels,
    },
    {
      key: 'assessment',
      carriesOut: null,
      title: 'Technical assessment of the proposals',
      office: 'Council',
      on: '2022-05-23',
      standing: 'unknown',
      standingReason:
        'Debate on 23 May 2022; a first assessment in early summer 2022; questionnaire of 27 July; on 18 October 2022 “a vast majority” found it not the right time to pass on the request for a Convention; updated in November 2022 and on 7 December 2023. Numbers by category are unknown. ' +
        'Named as delivered in December 2023: minimum wages, women on boards, equal pay; digital markets and services acts; cross-border health threats; candidate status for Ukraine and Moldova. That these came from the Conference is not said; several were proposed before it.',
      milestones: [],
      source: `${assessment} ; ${delivered}`,
    },
  ],
  indicators: [],
  account: {
    intendedFor: '',
    whatCame:
      'No decision on a Convention was found. New citizens’ panels met in 2022–23. Named as delivered by the Council in December 2023: minimum wages, women on boards, equal pay; digital markets and services acts; cross-border health threats; candidate status for Ukraine and Moldova. That they came from the Conference is not said: several were proposed before it.',
    costWords: '',
    source: `${delivered} ; ${newPanels}`,
  },
}

export const europe: ToldCase = {
  place: {
    slug: 'europe',
    name: 'European Union',
    level: 'union',
    tagline: 'The Conference on the Future of Europe, 2021–22',
    timeZone: 'Europe/Brussels',
    words: {
      council: { en: 'The institutions', da: 'Institutionerne' },
      arena: { en: 'Conference', da: 'Konference' },
    },
  },
  bodies: [
    { slug: 'institutions', name: 'European Parliament, Council and Commission', kind: 'other', parent: null },
    { slug: 'parliament', name: 'European Parliament', kind: 'parliament', parent: null },
    { slug: 'council', name: 'Council of the European Union', kind: 'executive', parent: null },
    { slug: 'commission', name: 'European Commission', kind: 'executive', parent: null },
    { slug: 'european-council', name: 'European Council', kind: 'executive', parent: null },
    { slug: 'conference', name: 'Conference on the Future of Europe', kind: 'other', parent: 'institutions' },
  ],
  lines: [future],
}
