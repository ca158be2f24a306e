import {
  project,
  reportPage,
  meetingsPage,
  schoolPage,
  stagesPage,
  sitePage,
  rulePage,
  closing,
  news2023,
  invitation,
} from './angelholm-sources.ts'
import type { ToldMeetingWords, ToldRecommendationWords } from './told-case.ts'

function unknownMeeting(title: string): ToldMeetingWords {
  return { title, day: null, hours: null, place: null, isOpen: null, items: [], source: meetingsPage }
}

/** Seven meetings and a study visit, as far as they are told. */
export const meetings: readonly ToldMeetingWords[] = [
  {
    key: 'first-meeting',
    title: 'Task, expectations, ground rules',
    day: '2022-11-10',
    hours: { from: '17:00', to: '19:00' },
    place: 'City library',
    isOpen: null,
    items: [
      { title: 'Task and background', minutes: 'A round of introductions and expectations.', decision: '' },
      {
        title: 'Ground rules',
        minutes: '',
        decision: 'Ground rules for working together. Their wording is not told here.',
      },
      {
        title: 'Value words, in two small groups',
        minutes: '',
        decision:
          'Six value words: welcoming; a living room for the people of Ängelholm; flexible; meeting place; accessible; across generations.',
      },
      { title: 'Mood boards, in two small groups', minutes: 'A closing reflection ended the meeting.', decision: '' },
    ],
    source: `${meetingsPage} ; ${reportPage}`,
  },
  unknownMeeting('Phase 1: information and inspiration'),
  unknownMeeting('Phase 1: information and inspiration'),
  unknownMeeting('Phase 2 begins: making it concrete'),
  {
    title: 'Site, building and prototypes',
    day: '2023-03-21',
    hours: null,
    place: 'Railway museum',
    isOpen: null,
    items: [
      {
        title: 'What matters about site and building',
        minutes:
          'Told from the invitation sent beforehand. The press was admitted 18:00–19:30; the hours of the meeting are unknown.',
        decision: '',
      },
      { title: 'The way from proposal to start of building works', minutes: '', decision: '' },
      { title: 'Prototypes of the house', minutes: '', decision: '' },
    ],
    source: invitation,
  },
  unknownMeeting('Phase 2'),
  unknownMeeting('Phase 2 ends (by 15 May 2023, the end of the period, is inferred)'),
  {
    ...unknownMeeting('Study visit, beside the seven meetings (within 10 November 2022–15 May 2023)'),
    isVisit: true,
    items: [
      {
        title: 'Study visit',
        minutes:
          'That it took place is known; its day and destination are unknown. Apart from it, one of the seven meetings was a visit to the culture school; which one is unknown.',
        decision: '',
      },
    ],
    source: `${meetingsPage} ; ${schoolPage}`,
  },
]

// Its own rule: the report describes what a majority stands behind. Of the numbers nothing is known.
const agreed = { kind: 'majority', for: null, against: null, silent: null } as const
const rule = 'Told as agreed. By its own rule the report describes what a majority of the members stands behind.'
const unanswered = { kind: 'unknown', reason: '', on: null, followed: '', source: `${closing} ; ${news2023}` } as const

/** What the report proposes: agreed points, and the one that is contested. */
export const recommendations: readonly ToldRecommendationWords[] = [
  {
    key: 'values',
    title: 'Values of the house',
    text: rule,
    clauses: [
      {
        text: 'Welcoming; a living room for the people of Ängelholm; flexible; meeting place; accessible; across generations.',
        cites: ['first-meeting', 'needs-vision', 'problem'],
      },
    ],
    agreement: agreed,
    minorityText: '',
    on: '2023-08-16',
    source: reportPage,
    answer: unanswered,
  },
  {
    key: 'site',
    title: 'Criteria for the site',
    text: `${rule} Several plots in the town were compared; the report says that perhaps none of them will be used. The names of the plots are unknown.`,
    clauses: [
      { text: 'Most weight: accessibility by any means.', cites: ['needs-site'] },
      { text: 'Near public transport, best the station area.', cites: ['needs-site'] },
      { text: 'Room for cars, parking and deliveries; safe walking and cycling; surroundings.', cites: ['needs-site'] },
    ],
    agreement: agreed,
    minorityText: '',
    on: '2023-08-16',
    source: sitePage,
    answer: unanswered,
  },
  {
    key: 'stages',
    title: 'Four stages with better conditions for productions',
    text: rule,
    clauses: [
      { text: 'Conditions for productions must improve.', cites: ['stage-today', 'needs-stage'] },
      { text: 'Four stages: main, smaller, café and outdoor.', cites: ['needs-stage'] },
      { text: 'Do not build too small; the main stage is flexible.', cites: ['stage-today', 'needs-stage'] },
    ],
    agreement: agreed,
    minorityText: '',
    on: '2023-08-16',
    source: stagesPage,
    answer: unanswered,
  },
  {
    key: 'school',
    title: 'The culture school inside the house',
    text: rule,
    clauses: [
      {
        text: 'Larger, suitable, accessible premises for the culture school inside the house.',
        cites: ['school-today', 'school-premises', 'needs-content'],
      },
      { text: 'Look 10–15 years ahead.', cites: ['needs-content'] },
      { text: 'An idea: satellites in other villages.', cites: ['satellites'] },
    ],
    agreement: agreed,
    minorityText: '',
    on: '2023-08-16',
    source: `${schoolPage} ; ${project}.html`,
    answer: unanswered,
  },
  {
    key: 'main-stage',
    title: 'Contested: exact size of the main stage',
    text: 'The majority’s proposal. For comparison, today’s stage: 10.1 × 7.2 × 6.65 m, class Yellow. How many members stood on each side, what size the minority wanted and why is unknown.',
    clauses: [
      {
        text: 'Class Red of the touring theatre’s scale: at least 22 × 14 × 15 m, with wings of 4.5 m.',
        cites: ['stage-today', 'needs-stage'],
      },
    ],
    agreement: { kind: 'disagreement', for: null, against: null, silent: null },
    minorityText: '',
    on: '2023-08-16',
    source: `${stagesPage} ; ${rulePage}`,
    answer: unanswered,
  },
]
