import type { Id, Noun, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { groupReportsIn } from '../../stages/arena/index.ts'
import { threadIdeas } from '../../stages/draft/index.ts'
import { notesOf, ordersOf, questionsOf } from '../../stages/inquiry/index.ts'
import { gatheringsOf, saidItemsOf } from '../../stages/meeting/index.ts'
import { consultationOf, statementsIn } from '../../stages/opinion/index.ts'
import { framings } from '../../stages/problem/index.ts'

/** How people gave what they gave: the boxes of the first column. */
export const sources = [
  'experience',
  'idea',
  'statement',
  'hearing',
  'question',
  'fact',
  'meeting',
  'report',
  'note',
  'framing',
] as const
export type Source = (typeof sources)[number]

export type Contribution = {
  readonly thing: Thing
  readonly source: Source
  /** What is cited where it goes on in something else; itself where it does not. */
  readonly end: Id
  /** Other words for the problem that became its own: the text need not name them for them to be taken up. */
  readonly isQuestion?: true
}

/** All that was said in a case and can be taken up in its text, source by source; nothing is left out. */
export async function contributionsOf(read: Read, problem: Id<'problem'>): Promise<readonly Contribution[]> {
  const [ideas, questions, orders, items, events, reports, notes, versions, consultation] = await Promise.all([
    threadIdeas(read, problem),
    questionsOf(read, problem),
    ordersOf(read, problem),
    saidItemsOf(read, problem),
    gatheringsOf(read, problem),
    groupReportsIn(read, problem),
    notesOf(read, problem),
    framings(read, problem),
    consultationOf(read, problem),
  ])
  const statements = consultation ? await statementsIn(read, consultation.id) : []
  return [
    ...ideas.map(({ id, kind, end }) => ({ thing: { kind: 'idea', id } as const, source: kind, end })),
    ...statements
      .filter((one) => !one.isTakenOut)
      .map(as('statement', consultation?.isHearing ? 'hearing' : 'statement')),
    ...questions.map(as('question', 'question')),
    // A fact is there once it was answered; what goes on in another order is counted there.
    ...orders
      .filter((one) => one.sides.length > 0 && one.withdrawnAt === null && one.mergedInto === null)
      .map(as('evidence', 'fact')),
    ...items.map(as('item', 'meeting')),
    ...events.filter((one) => one.result !== '').map(as('gathering', 'meeting')),
    ...reports.map(as('group-report', 'report')),
    ...notes.map(as('note', 'note')),
    // The first framing is the problem itself, not what somebody said to it.
    ...versions
      .filter((version) => version.number > 1)
      .map((version): Contribution => ({
        ...as('framing', 'framing')(version),
        ...(version.state === 'current' || version.state === 'earlier' ? { isQuestion: true } : {}),
      })),
  ]
}

function as(kind: Noun, source: Source) {
  return ({ id }: { readonly id: Id }): Contribution => ({ thing: { kind, id }, source, end: id })
}

/** Of what a clause can cite. The question of the case can be cited too, and is nobody's contribution to it. */
const sourceOf: Readonly<Partial<Record<Noun, Source>>> = {
  evidence: 'fact',
  meeting: 'meeting',
  item: 'meeting',
  gathering: 'meeting',
  idea: 'idea',
  'group-report': 'report',
  statement: 'statement',
  question: 'question',
  note: 'note',
}

/** What a clause cites and no list has, such as a meeting as a whole, counts where it is cited. */
export function alsoCited(known: readonly Contribution[], cited: readonly Thing[]): readonly Contribution[] {
  const ids = new Set(known.flatMap(({ thing, end }) => [thing.id, end]))
  const more = new Map<Id, Contribution>()
  for (const thing of cited) {
    const source = sourceOf[thing.kind]
    if (source && !ids.has(thing.id)) more.set(thing.id, { thing, source, end: thing.id })
  }
  return [...more.values()]
}
