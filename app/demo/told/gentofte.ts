import { byensHus } from './gentofte-byens-hus.ts'
import type { ToldCase, ToldLine } from './told-case.ts'

const municipality = 'gentofte.dk/da/…/Tidligere-opgaveudvalg/Det-groenne-Gentofte'
const call = 'baeredygtigtgentofte.dk/vaer-med-til-opgaveudvalg-om-det-groenne-gentofte/'
const press2020 = 'sn.dk/Villabyerne/…/1364818'
const press2021 = 'sn.dk/Villabyerne/…/1425528'
const hearing = 'gentofte.dk/…/Aktuelle-høringer/Lokalplanforslag-423-…'
const summary = 'dknyt.dk/artikel/gentofte-indfoerer-krav-om-haek-frem-for-hegn'
const association = 'gvg.dk'
const rules = 'dit-gentofte.dk/tema-om-hegning/'
const member = 'jesperkampnielsen.konservative.dk'

const joined =
  'It is joined here to the recommendation on the same subject; which contribution led to which words is unknown.'

const green: ToldLine = {
  problem: {
    slug: 'det-gronne-gentofte',
    from: '2020-03-01',
    question: 'How can the green character of the villa areas be kept and developed?',
    whatHappens: [
      'Owners replace hedges by walls and fences, for privacy and against burglary and noise, and front gardens by stone.',
      'There are disputes about large old trees: shade and litter. The green character of the villa areas weakens.',
      'The Danish name of the case is «Det Grønne Gentofte». It runs from 2019 to 2021; the day it began is unknown.',
    ].join('\n\n'),
    whoIsAffected: 'Owners of houses and gardens in the villa areas. Whom else the municipality named is unknown.',
    actors: [
      {
        name: 'Owners of houses in the villa areas',
        relation: 'affected',
        how: 'The rules bind hedges, fences and walls on their own land.',
      },
      {
        name: 'A house-owners’ association',
        relation: 'relevant',
        how: `It replied to the hearing: in principle good (${association}).`,
      },
    ],
    source: municipality,
  },
  mandate: {
    question: 'How is the aesthetic and green whole of the villa areas kept and developed?',
    background: 'Told in substance; the wording of the mandate and the date of its adoption are unknown.',
    tasks: [
      'Ideas and advice on how the aesthetic and green whole of the villa areas is kept and developed.',
      'Ideas and advice on what part trees in gardens and along villa roads play.',
      'Ideas and advice on how the advice can be furthered in constructive dialogue between citizens and municipality.',
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
    source: call,
  },
  seats: {
    groups: [
      { kind: 'politician', words: 'members of the council, one of them the chair of the committee', count: 5 },
      { kind: 'citizen', words: 'citizens (profiles unknown)', count: 10 },
    ],
    source: press2021,
  },
  meetings: [
    {
      title: 'Digital public meeting in the hearing on draft local plan 423',
      day: '2021-01-19',
      hours: null,
      place: 'Online',
      isOpen: true,
      items: [],
      isCancelled: true,
      cancelReason: 'Covid.',
      source: hearing,
    },
  ],
  hearing: {
    openedOn: '2020-12-02',
    closedOn: '2021-02-03',
    statements: [
      {
        text:
          'For or against draft local plan 423 (living hedges towards roads). The 28 unknown are the 129 replies less the two counts that ' +
          'the sources give; how they stood is not told.',
        replies: { for: 34, against: 67, unknown: 28 },
      },
    ],
    source: `${press2021} ; ${summary} ; ${hearing}`,
  },
  contributions: [
    {
      key: 'fences',
      kind: 'experience',
      on: null,
      title: 'Summary: hedges give way to walls and fences',
      text: `As the municipality tells it: owners replace hedges by walls and fences (privacy, burglary, noise) and front gardens by stone. ${joined}`,
      source: municipality,
    },
    {
      key: 'old-trees',
      kind: 'experience',
      on: null,
      title: 'Summary: disputes about large old trees',
      text: `As the municipality tells it: disputes about large old trees (shade, litter). ${joined}`,
      source: municipality,
    },
    {
      key: 'against',
      kind: 'experience',
      on: null,
      title: 'Summary: reasons against the draft local plan',
      text:
        'Summary of the replies against, as published. Reasons given: interference with one’s own land, like expropriation; noise; ' +
        'burglary; upkeep for the elderly.',
      source: `${press2021} ; ${summary}`,
    },
    {
      key: 'association',
      kind: 'idea',
      on: null,
      title: 'Summary: position of a house-owners’ association',
      text: 'Summary of a published position: in principle good.',
      source: association,
    },
    {
      key: 'existing',
      kind: 'idea',
      on: null,
      title: 'Summary: what the municipality said of existing fences',
      text: 'Summary of a published position: existing lawful fences may stay.',
      source: `${press2021} ; ${summary}`,
    },
  ],
  recommendations: [
    {
      key: 'fencing',
      title: 'Fencing towards roads',
      text: 'One of three groups of recommendations. The wording is unknown.',
      clauses: [{ text: 'Advice on fencing towards roads. The wording is unknown.', cites: ['fences', 'problem'] }],
      agreement: {
        kind: 'consensus',
        for: null,
        against: null,
        silent: null,
        words: 'Unanimous, according to the chair of the committee.',
      },
      minorityText: '',
      on: null,
      source: `${municipality} ; unanimous on fencing, according to the chair of the committee: ${press2021}`,
      answer: {
        kind: 'accept',
        reason:
          'The council approved the recommendations. The day is inferred: the press of 2 October 2020 says “Monday evening”.',
        on: '2020-09-28',
        followed:
          'Draft local plan 423 was sent to hearing on 30 November 2020, unanimously, and adopted on 29 March 2021 by 18 to 1. ' +
          'After the hearing the final text lets a replaced fence change to one named colour; the draft does not say so (inferred from comparing both texts).',
        source: press2020,
      },
    },
    {
      key: 'trees',
      title: 'Trees worth preserving',
      text: 'One of three groups of recommendations. The wording is unknown.',
      clauses: [{ text: 'Advice on trees worth preserving. The wording is unknown.', cites: ['old-trees', 'problem'] }],
      agreement: null,
      minorityText: '',
      on: null,
      source: municipality,
      answer: {
        kind: 'accept',
        reason: 'Approved on the same evening as the other two groups; what was said of trees is unknown.',
        on: '2020-09-28',
        followed: 'Whether it was carried out is unknown.',
        source: press2020,
      },
    },
    {
      key: 'dialogue',
      title: 'Dialogue and communication',
      text: 'One of three groups of recommendations. The wording is unknown.',
      clauses: [{ text: 'Advice on dialogue and communication. The wording is unknown.', cites: ['problem'] }],
      agreement: null,
      minorityText: '',
      on: null,
      source: municipality,
      answer: {
        kind: 'accept',
        reason: 'Approved on the same evening as the other two groups; what was said of dialogue is unknown.',
        on: '2020-09-28',
        followed: 'Whether it was carried out is unknown.',
        source: press2020,
      },
    },
  ],
  answer: {
    body: 'council',
    handedOverOn: null,
    meetingOn: null,
    isClosed: true,
    source: `${municipality} (closed August 2020) ; nearly finished in March 2020: ${member} ; ${press2020}`,
  },
  votes: [
    {
      body: 'council',
      about: 'package',
      motion: 'The recommendations of the task committee are approved.',
      on: '2020-09-28',
      for: null,
      against: null,
      abstained: null,
      isCarried: true,
      dissent: '',
      source: `${press2020} (day inferred)`,
    },
    {
      body: 'council',
      about: { answer: 'fencing' },
      motion: 'Draft local plan 423 is sent to hearing (unanimous; the number of votes is unknown).',
      on: '2020-11-30',
      for: null,
      against: null,
      abstained: null,
      isCarried: true,
      dissent: '',
      source: hearing,
    },
    {
      body: 'council',
      about: { answer: 'fencing' },
      motion: 'Local plan 423 is adopted. For: the groups C, A, B, V and F.',
      on: '2021-03-29',
      for: 18,
      against: 1,
      abstained: null,
      isCarried: true,
      dissent: 'Ø voted against, with a statement. Its words are not told here.',
      source: rules,
    },
  ],
  commitments: [
    {
      key: 'plan',
      carriesOut: 'fencing',
      title: 'Local plan 423 is in force',
      office: '',
      on: '2021-03-29',
      standing: 'kept',
      standingReason:
        'In force on 31 March 2021. Living hedge at least 0.40 m from the boundary; a fixed fence nearer than 1 m at most 1 m high; ' +
        'at 1–5 m at most 1.80 m and mostly covered by plants; lawful fences may be replaced with permission.',
      milestones: [{ what: 'In force', dueOn: '2021-03-31', reachedOn: '2021-03-31' }],
      source: rules,
    },
    {
      key: 'trees',
      carriesOut: 'trees',
      title: 'Trees worth preserving',
      office: '',
      on: null,
      standing: 'unknown',
      standingReason: 'Whether and how it was carried out is unknown.',
      milestones: [],
      source: municipality,
    },
    {
      key: 'dialogue',
      carriesOut: 'dialogue',
      title: 'Dialogue and communication',
      office: '',
      on: null,
      standing: 'unknown',
      standingReason: 'Whether and how it was carried out is unknown.',
      milestones: [],
      source: municipality,
    },
  ],
  indicators: [],
  account: {
    intendedFor: 'The green character of the villa areas.',
    whatCame:
      'The effect on the street picture is not measured in any source found. Whether the recommendations on trees and on dialogue were carried out is unknown.',
    costWords: '',
    source: `${municipality} ; ${rules}`,
  },
}

export const gentofte: ToldCase = {
  place: {
    slug: 'gentofte',
    name: 'Gentofte',
    level: 'town',
    tagline: 'Denmark: task committees, 2018–21',
    timeZone: 'Europe/Copenhagen',
    words: {
      council: { en: 'Municipal council', da: 'Kommunalbestyrelsen' },
      arena: { en: 'Task committee', da: 'Opgaveudvalg' },
    },
  },
  bodies: [
    { slug: 'council', name: 'Municipal council of Gentofte', kind: 'council', parent: null },
    { slug: 'det-gronne-gentofte', name: 'Task committee Det Grønne Gentofte', kind: 'committee', parent: 'council' },
    { slug: 'byens-hus', name: 'Task committee Byens Hus – vi skaber sammen', kind: 'committee', parent: 'council' },
  ],
  lines: [green, byensHus],
}
