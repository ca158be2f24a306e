import type { Noun } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../../platform/http/index.ts'
import { stateIn, type Card } from '../../../platform/thread/index.ts'
import { groupsWords, type GroupsKey } from './messages/words.ts'
import type { Line } from './pages/props.ts'

/** What can come of what was given in a working group, in the order of the process; the rest of the trace is read on its own pages. */
const said = {
  'group-report': 'kind.group-report',
  clause: 'kind.clause',
  recommendation: 'kind.recommendation',
  answer: 'kind.answer',
  commitment: 'kind.commitment',
  measurement: 'kind.measurement',
} as const satisfies Partial<Record<Noun, GroupsKey>>

const words: Readonly<Partial<Record<Noun, GroupsKey>>> = said

/** A card in the reader's language and place. */
export function lineOf(visit: Visit, card: Card): Line {
  return {
    kind: groupsWords.say(visit.lang)(words[card.thing.kind] ?? 'kind.other'),
    title: card.title,
    state: stateIn(visit.lang, card),
    href: `${visit.to('home')}${card.path}`,
  }
}

/** What came of something, in the order of the process. */
export function linesOf(visit: Visit, cards: readonly Card[]): readonly Line[] {
  return Object.keys(said).flatMap((kind) =>
    cards.filter(({ thing }) => thing.kind === kind).map((card) => lineOf(visit, card)),
  )
}
