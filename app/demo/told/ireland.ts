import { recommendations } from './ireland-recommendations.ts'
import type { Day, ToldCase, ToldIndicatorWords, ToldLine, ToldMeetingWords } from './told-case.ts'

const resolution = 'https://oireachtas.ie/en/debates/debate/dail/2012-07-10/30/'
const fourMonths = 'oireachtas.ie/ga/…/dail/2013-07-18/23/'
const wikipedia = 'https://en.wikipedia.org/wiki/Constitutional_Convention_(Ireland)'
const members = `${wikipedia} ; https://studylib.net/doc/10253305`
const calendar = 'https://paperzz.com/doc/9070641'
const openness = `${wikipedia} ; oireachtas.ie 2013-12-17/27 ; irishtimes 1.1610433`
const overall = 'politicalreform.ie/2016/01/23'
const counts = 'https://paperzz.com/doc/9070641 ; politicalreform.ie 2015/05/27, 2016/01/23'
const unnamed = 'Public pages, November 2026; which page was read for this row is not told'
const referendums2015 = 'https://atozwiki.com/2015_Irish_constitutional_referendums'
const referendums2024 = 'https://wikimili.com/en/March_2024_Irish_constitutional_referendums'

function weekend(title: string, day: Day | null): ToldMeetingWords {
  return { title, day, hours: null, place: null, isOpen: true, items: [], source: `${calendar} ; ${openness}` }
}

function share(name: string, value: number, on: Day, follows: string | null, source: string): ToldIndicatorWords {
  return { name, unit: '%', follows, measurements: [{ value, on, source }], source }
}

const convention: ToldLine = {
  problem: {
    slug: 'constitution',
    from: '2012-07-10',
    question: 'Which parts of the Constitution shall be changed?',
    whatHappens: [
      'Both Houses resolved in July 2012 (the Dáil on 10 July) to put eight named matters to a Convention on the Constitution, then «such other relevant constitutional amendments».',
      'The nine reports deal with: voting age and the presidency; women in the home and in politics; same-sex marriage; the electoral system; votes from abroad; blasphemy; reform of the Dáil; economic, social and cultural rights; closing report.',
    ].join('\n\n'),
    whoIsAffected:
      'Unknown for the Convention as a whole. Inferred from the topics: same-sex couples, carers, young voters, citizens abroad and in Northern Ireland.',
    actors: [
      {
        name: 'Emigrants',
        relation: 'affected',
        how: 'Votes from abroad: video panels in 17 time zones, a questionnaire from 64 countries.',
      },
      { name: 'Senders of submissions', relation: 'relevant', how: '1,077 submissions on marriage.' },
    ],
    source: `${resolution} ; ${members}`,
  },
  mandate: {
    question: 'Eight named matters, then “such other relevant constitutional amendments”.',
    background:
      'Resolutions of both Houses, July 2012 (Dáil 10 July). Budget in 2012: €300,000. Travel and subsistence of citizens were reimbursed.',
    tasks:
      'Recommendations on each matter. The Government answers each recommendation in the Oireachtas within four months and names a referendum date if it accepts.',
    body: 'oireachtas',
    recipient: 'oireachtas',
    politicians: 33,
    citizens: 66,
    profiles: [
      { name: 'Citizens by lot from the register', wanted: 66, description: 'By gender, age, region and class.' },
    ],
    startsOn: '2012-12-01',
    endsOn: '2014-03-31',
    meetings: null,
    economicFrame: '€300,000 in 2012',
    canChange: null,
    cannotChange: null,
    answerWithinMonths: 4,
    adoption: {
      on: '2012-07-10',
      motion: 'A Convention on the Constitution is set up (Dáil 10 July 2012; both Houses resolved in July).',
      isVote: true,
    },
    source: `${resolution} ; ${fourMonths} ; ${members}`,
  },
  seats: {
    groups: [
      {
        kind: 'citizen',
        words: 'citizens by lot from the register, by gender, age, region and class (substitutes allowed)',
        count: 66,
      },
      { kind: 'politician', words: 'elected members: 29 of the Oireachtas, 4 of Northern Ireland parties', count: 33 },
      { kind: 'chair', words: 'chair', count: 1 },
    ],
    source: members,
  },
  meetings: [
    weekend('Opening', '2012-12-01'),
    weekend('Weekend of 26–27 January 2013', '2013-01-26'),
    weekend('Weekend of 16–17 February 2013', '2013-02-16'),
    weekend('Weekend of 13–14 April 2013', '2013-04-13'),
    weekend('Weekend of 18–19 May 2013 (electoral system, first of two)', '2013-05-18'),
    weekend('Weekend of 8–9 June 2013 (electoral system, second of two)', '2013-06-08'),
    weekend('Weekend at the end of September 2013 (days not told)', null),
    weekend('Weekend of 2–3 November 2013', '2013-11-02'),
    weekend('Weekend of 1–2 February 2014', '2014-02-01'),
    weekend('Weekend of 22–23 February 2014', '2014-02-22'),
  ],
  hearing: null,
  contributions: [
    {
      key: 'marriage-submissions',
      kind: 'idea',
      on: null,
      title: 'Summary: 1,077 submissions on marriage',
      text: 'Submissions to the Convention on marriage. Their texts are not told here; which submission went into which words is unknown.',
      source: openness,
    },
    {
      key: 'emigrants',
      kind: 'experience',
      on: null,
      title: 'Summary: emigrants’ panels and questionnaire',
      text: 'Video panels with emigrants in 17 time zones and a questionnaire from 64 countries. What they said is not told here.',
      source: openness,
    },
  ],
  recommendations,
  answer: {
    body: 'oireachtas',
    handedOverOn: null,
    meetingOn: null,
    isClosed: true,
    source: `${counts}. The Government answers, in the Oireachtas. Nine reports: 38 recommendations by the official count, 18 of them needing constitutional change; a scholars’ table counted 40 in May 2015; a report card’s “seven = 17 %” implies about 41. Overall by January 2016: 7 (17 %) accepted, as many formally rejected, 41 % parked (${overall}). The Government’s own count: six accepted for constitutional change. Answers came up to about two years late (inferred from the dates). The figures on this page count the rows told here, so they differ from all of these.`,
  },
  votes: [],
  commitments: [
    {
      key: 'voting-age',
      carriesOut: 'voting-age',
      title: 'A referendum on the voting age before the end of 2015',
      office: '',
      on: '2013-07-18',
      standing: 'dropped',
      standingReason: 'Not held. In 2016 there were no plans.',
      milestones: [{ what: 'Referendum', dueOn: '2015-12-31', reachedOn: null }],
      source: 'thejournal 771334 ; kildarestreet 2016-07-05',
    },
    {
      key: 'candidate-age',
      carriesOut: 'candidate-age',
      title: 'A referendum on the age of presidential candidates',
      office: '',
      on: null,
      standing: 'kept',
      standingReason: 'Held on 22 May 2015; rejected.',
      milestones: [],
      source: referendums2015,
    },
    {
      key: 'marriage',
      carriesOut: 'marriage',
      title: 'A referendum on marriage by mid-2015',
      office: '',
      on: '2013-12-17',
      standing: 'kept',
      standingReason: 'Held on 22 May 2015; passed. In force on 16 November 2015.',
      milestones: [{ what: 'Referendum', dueOn: '2015-06-30', reachedOn: '2015-05-22' }],
      source: `oireachtas 2013-12-17/27 ; ${referendums2015}`,
    },
    {
      key: 'commission',
      carriesOut: 'commission',
      title: 'An electoral commission',
      office: '',
      on: null,
      standing: 'kept',
      standingReason: 'Accepted in April 2014, established on 9 February 2023.',
      milestones: [],
      source: 'irishtimes 1.1507183 ; the day of its establishment: page not told',
    },
    {
      key: 'abroad',
      carriesOut: 'abroad',
      title: 'A referendum on votes from abroad for President',
      office: '',
      on: null,
      standing: 'late',
      standingReason:
        'Set for May 2019, then October, and postponed; Bill of 16 September 2019, restored in 2020; none was found held.',
      milestones: [],
      source: 'kildarestreet 2022-03-03',
    },
    {
      key: 'blasphemy',
      carriesOut: 'blasphemy',
      title: 'A referendum on blasphemy',
      office: '',
      on: '2014-10-02',
      standing: 'kept',
      standingReason: 'Held on 26 October 2018; passed.',
      milestones: [],
      source: unnamed,
    },
    {
      key: 'secret-ballot',
      carriesOut: 'secret-ballot',
      title: 'A secret ballot for the chair of the Dáil, by standing order',
      office: '',
      on: null,
      standing: 'unknown',
      standingReason: 'The standing order was moved on 28 January 2016; how it ended is not told here.',
      milestones: [],
      source: 'kildarestreet 2016-01-28',
    },
  ],
  indicators: [
    share('Referendum on marriage, 22 May 2015: yes', 62.07, '2015-05-22', 'marriage', referendums2015),
    share('Referendums of 22 May 2015: turnout', 60.52, '2015-05-22', 'marriage', referendums2015),
    share(
      'Referendum on the age of presidential candidates, 22 May 2015: no',
      73.06,
      '2015-05-22',
      'candidate-age',
      referendums2015,
    ),
    share('Referendum on blasphemy, 26 October 2018: yes', 64.85, '2018-10-26', 'blasphemy', unnamed),
    share('Referendum on the care amendment, 8 March 2024: no', 73.93, '2024-03-08', null, referendums2024),
    share('Referendum on the care amendment, 8 March 2024: turnout', 44.36, '2024-03-08', null, referendums2024),
  ],
  account: {
    intendedFor: '',
    whatCame:
      'After the Convention four referendums touched its subjects: marriage (passed) and the age of candidates (rejected) on 22 May 2015, blasphemy (passed) on 26 October 2018, care (rejected) on 8 March 2024; the wording of the last came by later bodies.',
    costWords: 'The total is unknown; the budget in 2012 was €300,000.',
    source: `${members} ; ${referendums2015} ; ${referendums2024}`,
  },
}

export const ireland: ToldCase = {
  place: {
    slug: 'ireland',
    name: 'Ireland',
    level: 'nation',
    tagline: 'The Convention on the Constitution, 2012–14',
    timeZone: 'Europe/Dublin',
    words: {
      council: { en: 'Houses of the Oireachtas', da: 'Parlamentet' },
      arena: { en: 'Convention', da: 'Konvent' },
    },
  },
  bodies: [
    { slug: 'oireachtas', name: 'Houses of the Oireachtas', kind: 'parliament', parent: null },
    { slug: 'government', name: 'Government of Ireland', kind: 'executive', parent: 'oireachtas' },
    { slug: 'convention', name: 'Convention on the Constitution', kind: 'other', parent: 'oireachtas' },
  ],
  lines: [convention],
}
