import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import type { Card, Cards } from '../../platform/thread/index.ts'
import * as store from './store.ts'

/** How a mandate is named in the trace, in notices and in moderation. */
export const mandateCards = { mandate: cardsOfMandates } satisfies Partial<Record<Noun, Cards>>

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
