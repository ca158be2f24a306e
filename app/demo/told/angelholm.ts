import { meetings, recommendations } from './angelholm-report.ts'
import {
  reportPage,
  introduction,
  project,
  mandatePage,
  committeePage,
  schoolPage,
  sitePage,
  closing,
  annex,
  news2023,
  invitation,
  radio,
  corridor,
  population,
} from './angelholm-sources.ts'
import type { ToldCase, ToldLine } from './told-case.ts'

const need = (key: string, title: string, text: string) =>
  ({ key, kind: 'idea', on: null, title: `Summary: ${title}`, text, source: annex }) as const

const cultureHouse: ToldLine = {
  problem: {
    slug: 'culture-house',
    from: '2022-05-11',
    question: 'What premises do the culture school and cultural life need?',
    whatHappens: [
      'Since 2008 the premises have not met the needs of the culture school, associations and independent culture.',
      'Earlier attempts. 2008–10: conversion of the Rönnebadet bath; no proposal was carried out. 2011–14: a «culture corridor» library–Tingshuset–Kronohäktet; direction decision of the council in November 2013, architect’s proposal in 2014, paused. 2021: stage and school in the new town hall at the station area; the house turned out too small.',
      'Today: a stage with 560 seats whose stage area is too small, so that productions are turned away; a school hall, a library hall and a railway museum hall; about 30 culture associations.',
    ].join('\n\n'),
    whoIsAffected:
      'The culture school, associations and independent culture. 44,866 people lived in the municipality at the end of 2023.',
    actors: [
      { name: 'Culture school', relation: 'affected', how: 'Cramped and stuffy premises, queues.' },
      {
        name: 'Culture associations (about 30)',
        relation: 'affected',
        how: 'The premises have not met their needs since 2008.',
      },
      {
        name: 'Working group of officials',
        relation: 'relevant',
        how: 'Brings facts about associations, school and premises.',
      },
    ],
    source: `${reportPage} ; ${introduction}/bakgrund.html ; ${introduction}/nulage.html ; ${corridor} ; ${population}`,
  },
  mandate: {
    question: 'How can a culture house be designed, with clear descriptions of needs?',
    background:
      'The municipal executive decided that possibilities for suitable premises for the culture school and the municipality’s cultural life be worked on with a model where politicians and residents work together, after Gentofte. Working forms and a recruitment method were to be reported back in June 2022; staff visited Gentofte in autumn 2022. The group met seven times and made one study visit, 10 November 2022–15 May 2023. Limits and budget frame are unknown.',
    tasks: [
      'Strengthen cooperation of politicians and citizens.',
      'Best conditions for innovative and resource-efficient development.',
      'A basis for the council on how a culture house can be designed, with clear descriptions of needs.',
    ].join('\n'),
    body: 'executive',
    recipient: 'council',
    politicians: 5,
    citizens: 11,
    profiles: [
      {
        name: 'Residents with a cultural background',
        wanted: null,
        description:
          'From upper-secondary pupils to older people; several branches, such as theatre and music. The selection rule is unknown.',
      },
    ],
    startsOn: '2022-11-10',
    endsOn: '2023-05-15',
    meetings: null,
    economicFrame: null,
    canChange: null,
    cannotChange: null,
    answerWithinMonths: null,
    adoption: {
      on: '2022-05-11',
      motion:
        'Possibilities for suitable premises are worked on with a model where politicians and residents work together.',
      isVote: true,
    },
    source: `${mandatePage} ; engelholm.se/nyhetsarkiv/nyheter/2022-05-12-… ; ${committeePage}`,
  },
  seats: {
    groups: [
      {
        kind: 'politician',
        words: 'politicians, among them the chair of the municipal executive (parties unknown)',
        count: 5,
      },
      {
        kind: 'citizen',
        words:
          'residents with a cultural background, from upper-secondary pupils to older people, of several branches (number of applicants, selection rule and allowance unknown)',
        count: 11,
      },
    ],
    source: `${project}.html ; ${news2023}`,
  },
  meetings,
  hearing: null,
  facts: [
    {
      question: 'What do officials know about associations, school and premises?',
      on: null,
      answers: [
        {
          by: 'A working group of officials',
          side: 'administration',
          text: 'A working group of officials supported the committee with facts about associations, school and premises. Which facts these were is not told here: unknown.',
          sources: committeePage,
          uncertain: '',
          on: null,
        },
      ],
      source: committeePage,
    },
    {
      question: 'Which plots in the town could hold the house?',
      on: null,
      answers: [
        {
          by: 'The committee’s report',
          side: 'other',
          text: 'Several plots in the town were compared. The report says that perhaps none of them will be used.',
          sources: sitePage,
          uncertain: 'The names of the plots and who compared them are unknown.',
          on: null,
        },
      ],
      source: sitePage,
    },
    {
      key: 'school-premises',
      question: 'How are the premises of the culture school today?',
      on: null,
      answers: [
        {
          by: 'A visit to the culture school, one of the seven meetings (which one is unknown)',
          side: 'users',
          text: 'Cramped, stuffy, hard to move about: a dance room with a pillar and a low ceiling, a studio in a former shelter, an art room with used air; queues.',
          sources: schoolPage,
          uncertain: 'Who was met at the school, and what was asked there, is unknown.',
          on: null,
        },
        {
          by: 'The unit head of the culture school, in the press',
          side: 'administration',
          text: 'Double the space would be needed. The school moved into Tingshuset seven years before.',
          sources: radio,
          uncertain: 'How the need was counted is unknown.',
          on: null,
        },
      ],
      source: `${schoolPage} ; ${radio}`,
    },
  ],
  contributions: [
    {
      key: 'school-today',
      kind: 'experience',
      on: null,
      title: 'Summary: the culture school today',
      text: 'Cramped, stuffy, hard to move about: a dance room with a pillar and a low ceiling, a studio in a former shelter, an art room with used air; queues. In the press the unit head says that double the space would be needed; the school moved into Tingshuset seven years before.',
      source: `${schoolPage} ; ${radio}`,
    },
    {
      key: 'stage-today',
      kind: 'experience',
      on: null,
      title: 'Summary: the main stage today',
      text: '560 seats, but the stage area is too small; productions are turned away.',
      source: `${introduction}/nulage.html`,
    },
    need(
      'needs-vision',
      'needs raised about the vision',
      'The annex lists every need raised. This part: vision. It includes naming the house by a vote (under which heading is not told here).',
    ),
    need('needs-stage', 'needs raised about stages', 'The annex lists every need raised. This part: stage.'),
    need('needs-content', 'needs raised about content', 'The annex lists every need raised. This part: content.'),
    need(
      'needs-practical',
      'practical needs raised',
      'The annex lists every need raised. This part: practical matters.',
    ),
    need('needs-site', 'needs raised about the site', 'The annex lists every need raised. This part: site.'),
    need(
      'needs-building',
      'needs raised about the building',
      'The annex lists every need raised. This part: building.',
    ),
    {
      key: 'satellites',
      kind: 'idea',
      on: null,
      title: 'Summary: satellites of the school in other villages',
      text: 'An idea in the report.',
      source: schoolPage,
    },
  ],
  recommendations,
  answer: {
    body: 'executive',
    handedOverOn: '2023-08-16',
    meetingOn: null,
    isClosed: false,
    source: `${closing} ; ${news2023} (to be a basis for further planning and to be dealt with politically; after 13 October 2023 no answer was found) ; the March invitation had named the council as recipient: ${invitation}`,
  },
  votes: [],
  commitments: [],
  indicators: [],
  account: {
    intendedFor: '',
    whatCame:
      'No decision, site, cost or timetable after 13 October 2023 was found; the investment page of 2023 names no sum for a culture house. An evaluation was planned (an individual interview with every member, reflections of staff, as the method was used for the first time); its result is unknown.',
    costWords: '',
    source: `${closing} ; ${news2023} ; arsredovisning-2023 …/investerings--och-exploateringsverksamhet.html`,
  },
}

export const angelholm: ToldCase = {
  place: {
    slug: 'angelholm',
    name: 'Ängelholm',
    level: 'town',
    tagline: 'Sweden: a culture house, 2022–23',
    timeZone: 'Europe/Stockholm',
    words: {
      council: { en: 'Municipal executive', da: 'Kommunstyrelsen' },
      arena: { en: 'Task committee', da: 'Opgaveudvalg' },
    },
  },
  bodies: [
    { slug: 'council', name: 'Municipal council of Ängelholm', kind: 'council', parent: null },
    { slug: 'executive', name: 'Municipal executive of Ängelholm', kind: 'executive', parent: 'council' },
    { slug: 'culture-house', name: 'Task committee on the culture house', kind: 'committee', parent: 'executive' },
  ],
  lines: [cultureHouse],
}
