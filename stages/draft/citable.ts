import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { cardsOf } from '../../platform/thread/index.ts'
import { notesOf, questionsOf } from '../inquiry/index.ts'
import { consultationOf, statementsIn } from '../opinion/index.ts'
import { framings } from '../problem/index.ts'
import { ideasOf } from './ideas/store.ts'

/** Kinds of contributions a clause can come from, in the order they are offered. */
export const citableKinds = ['idea', 'statement', 'question', 'note', 'framing'] as const
export type CitableKind = (typeof citableKinds)[number]

/** Everything said in this case that a clause can come from. */
export async function citableIn(read: Read, problem: Id<'problem'>): Promise<readonly Thing<CitableKind>[]> {
  const consultation = await consultationOf(read, problem)
  const found = await Promise.all([
    ideasOf(read, problem),
    consultation ? statementsIn(read, consultation.id) : [],
    questionsOf(read, problem),
    notesOf(read, problem),
    framings(read, problem),
  ])
  return citableKinds.flatMap((kind, i) => (found[i] ?? []).map(({ id }) => ({ kind, id })))
}

export type Citable = { readonly thing: Thing; readonly title: string; readonly path: string }

/** The same with titles: what is hidden or unnamed is left out. */
export async function namedCitable(read: Read, things: readonly Thing[]): Promise<readonly Citable[]> {
  const cards = await cardsOf(read, things)
  return things.flatMap((thing) => {
    const card = cards.get(thing.id)
    return card && card.visibility === 'public' ? [{ thing, title: card.title, path: card.path }] : []
  })
}
