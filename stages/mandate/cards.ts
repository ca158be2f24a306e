import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Card, Cards } from '../../platform/thread/index.ts'
import { problemNames } from '../problem/index.ts'
import { movedById } from './moved/store.ts'
import * as store from './store.ts'

/** How a mandate is named in the trace, in notices and in moderation. */
export const mandateCards = {
  mandate: cardsOfMandates,
  'moved-business': cardsOfMoves,
} satisfies Partial<Record<Noun, Cards>>

async function cardsOfMoves(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const moved = await movedById(read, ids)
  const named = await problemNames(read, [...new Set(moved.map(({ problem }) => problem))])
  return moved.map(({ id, problem, number, what, isConfirmed }) => ({
    thing: { kind: 'moved-business', id },
    title: what,
    state: '',
    // A record nobody has confirmed says nothing of what moved.
    visibility: isConfirmed ? 'public' : 'private',
    path: `/problems/${named.get(problem)?.slug ?? ''}/mandate/moved#move-${number}`,
  }))
}

async function cardsOfMandates(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const mandates = await store.mandatesById(read, ids as readonly Id<'mandate'>[]) // bound to the kind `mandate`
  return mandates.map(({ id, question, state, slug }) => ({
    thing: { kind: 'mandate', id },
    title: question,
    state: `state.${state}`,
    visibility: 'public',
    path: `/problems/${slug}/mandate`,
  }))
}
