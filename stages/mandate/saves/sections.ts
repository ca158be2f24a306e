import type { Terms } from '../rules.ts'

/** The parts of the long form, in the order in which one thinks of them. Each is saved for itself. */
export const sections = ['task', 'room', 'promise', 'deciders', 'group', 'time', 'working'] as const
export type Section = (typeof sections)[number]

export const fieldsOf = {
  task: ['question', 'background', 'tasks', 'outOfScope'],
  room: ['matters', 'canChange', 'cannotChange'],
  promise: ['promise', 'answerRule'],
  deciders: ['parentBody', 'recipientBody'],
  group: ['politicians', 'citizens', 'minGenderShare', 'profiles'],
  time: ['startsOn', 'endsOn', 'meetings', 'economicFrame'],
  working: ['group'],
} as const satisfies Readonly<Record<Section, readonly (keyof Terms)[]>>

/** One section of the terms. */
export function sectionOf<All extends Readonly<Partial<Record<keyof Terms, unknown>>>>(
  all: All,
  section: Section,
): Partial<All> {
  return Object.fromEntries(fieldsOf[section].map((field) => [field, all[field]])) as Partial<All> // its own fields
}
