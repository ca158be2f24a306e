import type { Thing } from '@folkmoot/basics/ids.ts'
import type { Visit } from '../../platform/http/index.ts'
import { cardsOf, downstream, type Card } from '../../platform/thread/index.ts'

/** One thing that came of a contribution, with its full address. */
export type Became = { readonly kind: Thing['kind']; readonly title: string; readonly href: string }

/** What became of it, nearest first. Votes are on the trace too, and stay unnamed. */
export async function becameOf(visit: Visit, thing: Thing): Promise<readonly Became[]> {
  const strands = await downstream(visit.read, thing)
  const things = strands.map((strand) => strand.from).filter(({ kind }) => kind !== 'vote')
  const cards = await cardsOf(visit.read, things)
  const named = things.flatMap(({ id }) => cards.get(id) ?? []).filter((card) => card.visibility === 'public')
  return [...new Map(named.map((card) => [card.thing.id, becameAt(visit, card)])).values()]
}

/** Where a card leads in the reader's language and place. */
export function becameAt(visit: Visit, { thing, title, path }: Card): Became {
  return { kind: thing.kind, title, href: `${visit.to('home')}${path}` }
}
