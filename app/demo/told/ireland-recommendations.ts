import type { Day, ToldAnswerKind, ToldRecommendationWords } from './told-case.ts'

/**
 * The recommendations of the nine reports, as one fact sheet lists them. 38 is the official count; the official numbering
 * 1–38 is unknown, so the order here is that of the reports. Shares are of members voting; "press" marks rows that come
 * from press or debates and not from the official list.
 */
type Row = {
  readonly key: string
  readonly title: string
  /** In words, since most sources give shares and not members. */
  readonly vote: string
  readonly cites?: readonly string[]
  readonly members?: { readonly for: number; readonly against: number; readonly silent: number }
  readonly isFromPress?: true
  readonly more?: string
  readonly answer: ToldAnswerKind
  readonly reason?: string
  readonly referTo?: string
  readonly on?: Day
  readonly followed?: string
  readonly source: string
}

const officialList =
  'citizensassembly.ie/previous-assemblies/2013-2014-convention-on-the-constitution/reports-recommendations/'
const unnamedPress = 'Press or debates; which page was read for this row is not told'
const unknownVote = 'Vote: unknown.'

function told(report: string, row: Row): ToldRecommendationWords {
  const { key, title, vote, more, members, source } = row
  const origin = row.isFromPress ? 'From press or debates; the official list was not at hand.' : ''
  return {
    key,
    title,
    text: [`${report}.`, more, origin].filter(Boolean).join(' '),
    clauses: [{ text: title, cites: row.cites ?? ['problem'] }],
    agreement:
      vote === unknownVote
        ? null
        : {
            kind: 'majority',
            for: members?.for ?? null,
            against: members?.against ?? null,
            silent: members?.silent ?? null,
            words: vote,
          },
    minorityText: '',
    on: null,
    source,
    answer: {
      kind: row.answer,
      reason: row.reason ?? '',
      on: row.on ?? null,
      followed: row.followed ?? '',
      source,
      ...(row.referTo ? { referTo: row.referTo } : {}),
    },
  }
}

const noChange = 'No change followed.'
const unknown = 'What followed is unknown.'
const taskForce = 'task force'

const report1: readonly Row[] = [
  {
    key: 'voting-age',
    title: 'Lower the voting age',
    vote: 'Vote: 52 % for, 47 % against, 1 % neither; of these choices 16 years 48 %, 17 years 39 %. The topic put to the Convention was 17.',
    answer: 'accept',
    on: '2013-07-18',
    reason: 'A referendum was promised before the end of 2015.',
    followed: 'The referendum was not held. In 2016 there were no plans.',
    source: 'thejournal 771334 ; kildarestreet 2016-07-05',
  },
  {
    key: 'term',
    title: 'Keep the President’s seven-year term',
    vote: 'Vote: 57 % against shortening it, 43 % for.',
    answer: 'accept',
    on: '2013-07-18',
    followed: noChange,
    source: officialList,
  },
  {
    key: 'align',
    title: 'Do not align the presidential election with local and European elections',
    vote: unknownVote,
    isFromPress: true,
    answer: 'accept',
    followed: noChange,
    source: unnamedPress,
  },
  {
    key: 'candidate-age',
    title: 'Lower the age for presidential candidates',
    vote: 'Vote: 50 % for, 47 % against, 3 % neither. The press of January 2013 printed 51–42 against for an age question; which is right was not checked.',
    answer: 'accept',
    followed: 'Referendum of 22 May 2015: rejected by 73.06 %, turnout 60.52 %.',
    source: 'politicalreform.ie 2015/05/27 ; https://atozwiki.com/2015_Irish_constitutional_referendums',
  },
  {
    key: 'nominating',
    title: 'Give citizens a say in nominating presidential candidates',
    vote: 'Vote: 94 % for, 6 % against.',
    answer: 'refer',
    referTo: 'a committee',
    followed: unknown,
    source: 'herald.ie ; oireachtas.ie 2014-10-07/118',
  },
]

const report2: readonly Row[] = [
  {
    key: 'home',
    title: 'Make Article 41.2 gender-neutral and include other carers',
    vote: 'Vote: 88 % modify, 12 % delete (of those for a change; 11 % keep); 98 % gender-neutral with carers.',
    answer: 'refer',
    referTo: taskForce,
    on: '2013-10-10',
    reason: 'To be examined.',
    followed:
      'After later bodies had worked on the wording (known in the field, not read again), the care amendment was put to a referendum on 8 March 2024: rejected by 73.93 %, turnout 44.36 %.',
    source: 'nwci.ie ; wikimili.com/en/March_2024_Irish_constitutional_referendums',
  },
  {
    key: 'carers',
    title: 'The State gives carers “a reasonable level of support”',
    vote: unknownVote,
    answer: 'refer',
    referTo: taskForce,
    followed: 'Referendum of 8 March 2024, as for Article 41.2.',
    source: officialList,
  },
  {
    key: 'gender-equality',
    title: 'An explicit provision on gender equality',
    vote: 'Vote: 62 % for, 37 % against, 1 % neither.',
    more: 'A duty of positive action was not recommended (49 % for, 50 % against, 1 % neither).',
    answer: 'park',
    reason: 'To be examined; shown here as parked.',
    followed: unknown,
    source: 'irishtimes 1.1252785',
  },
  {
    key: 'more-action',
    title: 'More government action for women in politics, outside the Constitution',
    vote: 'Vote: 97 % for, 3 % against.',
    answer: 'unknown',
    followed: 'A gender quota law of 2012 precedes it (known in the field, not read again).',
    source: officialList,
  },
  {
    key: 'language',
    title: 'Gender-inclusive language in the Constitution',
    vote: 'Vote: 89 % for, 9 % against, 1 % neither.',
    answer: 'park',
    reason: 'To be examined, as the provision on equality; shown here as parked.',
    followed: unknown,
    source: officialList,
  },
]

const report3: readonly Row[] = [
  {
    key: 'marriage',
    title: 'Allow civil marriage for same-sex couples',
    vote: 'Vote: 79 members for, 19 against, 1 neither.',
    members: { for: 79, against: 19, silent: 1 },
    cites: ['marriage-submissions', 'problem'],
    answer: 'accept',
    on: '2013-12-17',
    reason: 'Decided on 5 November and told on 17 December 2013, with a referendum by mid-2015.',
    followed: 'Referendum of 22 May 2015: passed by 62.07 %, turnout 60.52 %. In force on 16 November 2015.',
    source: 'oireachtas.ie 2013-12-17/27 ; https://atozwiki.com/2015_Irish_constitutional_referendums',
  },
  {
    key: 'directive',
    title: 'Directive wording on marriage (“shall”)',
    vote: 'Vote: 78 for, 17 against.',
    cites: ['marriage-submissions', 'problem'],
    answer: 'accept',
    on: '2013-12-17',
    reason: 'Answered with the recommendation on marriage.',
    followed: 'As for the recommendation on marriage.',
    source: officialList,
  },
  {
    key: 'parentage',
    title: 'Laws on parentage and guardianship',
    vote: 'Vote: 81 for.',
    cites: ['marriage-submissions', 'problem'],
    answer: 'unknown',
    followed: 'A law on family relationships dates from 2015 (known in the field, not read again).',
    source: officialList,
  },
]

const report4: readonly Row[] = [
  {
    key: 'pr-stv',
    title: 'Keep the electoral system (PR-STV)',
    vote: 'Vote: 79 against replacing it, 20 for, 1 neither.',
    isFromPress: true,
    answer: 'accept',
    on: '2014-12-18',
    followed: noChange,
    source: 'irishtimes 1.1422137',
  },
  {
    key: 'five-seats',
    title: 'No constituency under five seats',
    vote: 'Vote: “almost 90”.',
    isFromPress: true,
    answer: 'reject',
    reason: 'Three to five seats serve well since 1948.',
    source: 'irishtimes 1.1422366',
  },
  {
    key: 'deputies',
    title: 'More than 159 deputies',
    vote: unknownVote,
    more: 'The press reports 59 for keeping 158 at the next election.',
    isFromPress: true,
    answer: 'reject',
    followed:
      '174 deputies by the 2023 review, by the population rule and not by this recommendation (that link is inferred).',
    source: 'profilbaru.com',
  },
  {
    key: 'commission',
    title: 'An electoral commission',
    vote: 'Vote: 97 % for.',
    isFromPress: true,
    answer: 'accept',
    reason: 'Accepted in April 2014; the day is unknown.',
    followed: 'Established on 9 February 2023.',
    source: 'irishtimes 1.1507183',
  },
  {
    key: 'polling-hours',
    title: 'Longer polling hours',
    vote: 'Vote: 89 % for.',
    isFromPress: true,
    answer: 'unknown',
    followed: unknown,
    source: unnamedPress,
  },
  {
    key: 'postal',
    title: 'More postal voting',
    vote: 'Vote: 91 % for.',
    isFromPress: true,
    answer: 'unknown',
    followed: unknown,
    source: unnamedPress,
  },
  {
    key: 'register',
    title: 'An accurate electoral register',
    vote: 'Vote: 100 % for.',
    isFromPress: true,
    answer: 'unknown',
    followed: 'The Act of 2022 reforms the register.',
    source: `${unnamedPress} ; register reform: readkong Bill digest`,
  },
  {
    key: 'turnout',
    title: 'Measures to raise turnout',
    vote: 'Vote: 96 % for.',
    isFromPress: true,
    answer: 'unknown',
    followed: unknown,
    source: unnamedPress,
  },
  {
    key: 'ballot-order',
    title: 'A ballot order that is not alphabetical',
    vote: unknownVote,
    isFromPress: true,
    answer: 'unknown',
    followed: unknown,
    source: unnamedPress,
  },
  {
    key: 'outside-ministers',
    title: 'Ministers from outside parliament',
    vote: 'Vote: 55 % for.',
    isFromPress: true,
    answer: 'reject',
    reason: 'Two senators are possible already.',
    source: 'kildarestreet 2016-11-15',
  },
  {
    key: 'ministers-seat',
    title: 'Ministers give up their seat',
    vote: 'Vote: 59 % for.',
    isFromPress: true,
    answer: 'reject',
    source: unnamedPress,
  },
  {
    key: 'initiatives',
    title: 'Citizens’ initiatives',
    vote: 'Vote: “very strong”; a figure of 83 stands only in a reader’s comment.',
    isFromPress: true,
    answer: 'unknown',
    followed: unknown,
    source: unnamedPress,
  },
]

const report5: readonly Row[] = [
  {
    key: 'abroad',
    title: 'A vote for President for citizens outside the State',
    vote: 'Vote: 78 % for, 21 % against, 1 % neither; for citizens in Northern Ireland 73–20–7; no time limit 38 %.',
    cites: ['emigrants', 'problem'],
    answer: 'accept',
    reason: 'Answered on 14 January 2016; the content of that answer is unknown. Accepted in principle in March 2017.',
    followed:
      'Bill of 16 September 2019. The referendum was set for May 2019, then October, and postponed; the Bill was restored in 2020; none was found held.',
    source: 'irishcentral ; kildarestreet 2022-03-03',
  },
]

const report6: readonly Row[] = [
  {
    key: 'blasphemy',
    title: 'Remove the offence of blasphemy',
    vote: 'Vote: 61 % for, 38 % against, 1 % neither.',
    answer: 'accept',
    on: '2014-10-02',
    followed: 'Referendum of 26 October 2018: passed by 64.85 %.',
    source: 'atheist.ie',
  },
  {
    key: 'religious-hatred',
    title: 'Replace it by a general provision with incitement to religious hatred',
    vote: 'Vote: 53 % for (38 % remove altogether, 9 % undecided).',
    answer: 'unknown',
    followed: 'It is not in the text of 2018 (known in the field, not read again).',
    source: 'atheist.ie',
  },
]

const report7: readonly Row[] = [
  {
    key: 'chair-status',
    title: 'Raise the status of the chair of the Dáil',
    vote: 'Vote: “in favour”.',
    isFromPress: true,
    answer: 'accept',
    on: '2016-01-14',
    reason: 'That it was accepted is inferred: the source at hand breaks off in the sentence.',
    followed: unknown,
    source: 'paperzz 9311124',
  },
  {
    key: 'secret-ballot',
    title: 'A secret ballot for the chair of the Dáil',
    vote: 'Vote: “in favour”.',
    isFromPress: true,
    answer: 'accept',
    reason: 'Accepted, by standing order.',
    followed: 'The standing order was moved on 28 January 2016.',
    source: 'kildarestreet 2016-01-28',
  },
  {
    key: 'committees',
    title: 'Name committees in the Constitution',
    vote: 'Vote: “in favour”.',
    isFromPress: true,
    answer: 'unknown',
    source: unnamedPress,
  },
  {
    key: 'spending',
    title: 'Article 17.2: all deputies may propose spending',
    vote: 'Vote: 68 % for.',
    isFromPress: true,
    answer: 'unknown',
    source: 'irishexaminer 257439',
  },
  {
    key: 'dhondt',
    title: 'Committee chairs by d’Hondt',
    vote: unknownVote,
    isFromPress: true,
    answer: 'accept',
    followed: 'For the next Dáil.',
    source: 'merrionstreet.ie',
  },
  {
    key: 'free-votes',
    title: 'More free votes',
    vote: 'Vote: 84 % for.',
    isFromPress: true,
    answer: 'unknown',
    source: unnamedPress,
  },
  {
    key: 'family-hours',
    title: 'Family-friendly hours',
    vote: 'Vote: 63 % for.',
    isFromPress: true,
    answer: 'unknown',
    source: unnamedPress,
  },
]

const report8: readonly Row[] = [
  {
    key: 'rights',
    title: 'Strengthen economic, social and cultural rights: progressive realisation, courts may know the duty',
    vote: 'Vote: 85 % for, 15 % against.',
    answer: 'refer',
    referTo: 'a committee',
    on: '2016-01-14',
    reason: 'The programme of 2016 names the housing committee.',
    followed: 'No referendum was found.',
    source: 'thejournal 1329652 ; escr-irl.org',
  },
  {
    key: 'named-rights',
    title: 'Name housing, social security, health care, disability, language and culture, and the UN covenant',
    vote: 'Vote: in favour; the shares are unknown.',
    answer: 'refer',
    referTo: 'a committee',
    on: '2016-01-14',
    reason: 'Answered with the recommendation on strengthening these rights.',
    followed: 'No referendum was found.',
    source: 'thejournal 1329652 ; escr-irl.org',
  },
]

const report9: readonly Row[] = [
  {
    key: 'next-topics',
    title: 'Topics for a next body: environment, church and State, Seanad, local government, family, right to die',
    vote: unknownVote,
    more: 'The ballot stands in an annex that was not at hand. Answered on 14 January 2016; the content of the answer is unknown.',
    answer: 'unknown',
    on: '2016-01-14',
    followed: 'A Citizens’ Assembly met 2016–18.',
    source: 'irishtimes 1.1745004',
  },
]

export const recommendations: readonly ToldRecommendationWords[] = [
  ...report1.map((row) => told('Report 1, voting age and presidency', row)),
  ...report2.map((row) => told('Report 2, women in the home and in politics', row)),
  ...report3.map((row) => told('Report 3, marriage', row)),
  ...report4.map((row) => told('Report 4, electoral system', row)),
  ...report5.map((row) => told('Report 5, votes from abroad', row)),
  ...report6.map((row) => told('Report 6, blasphemy', row)),
  ...report7.map((row) => told('Report 7, reform of the Dáil', row)),
  ...report8.map((row) => told('Report 8, economic, social and cultural rights', row)),
  ...report9.map((row) => told('Report 9, closing report', row)),
]
