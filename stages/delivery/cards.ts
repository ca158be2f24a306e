import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../platform/thread/index.ts'
import * as pledgeStore from './pledge-store.ts'
import * as store from './store.ts'

/** How commitments and pledges are named in the trace, in notices and in moderation. */
export const deliveryCards = { commitment: cardsOfCommitments, pledge: cardsOfPledges } satisfies Partial<
  Record<Noun, Cards>
>

async function cardsOfCommitments(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const commitments = await store.commitmentsById(read, ids as readonly Id<'commitment'>[]) // bound to the kind `commitment`
  return commitments.map(({ id, slug, number, title, standing }) => ({
    thing: { kind: 'commitment', id },
    title,
    state: `state.${standing}`,
    visibility: 'public',
    path: `/problems/${slug}/delivery/${number}`,
  }))
}

async function cardsOfPledges(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const pledges = await pledgeStore.pledgesById(read, ids as readonly Id<'pledge'>[]) // bound to the kind `pledge`
  return pledges.map(({ id, slug, what, state, pledgedBy }) => ({
    thing: { kind: 'pledge', id },
    title: what,
    state: `pledge.${state}`,
    visibility: 'public',
    path: `/problems/${slug}/delivery`,
    writtenBy: oneWriter(pledgedBy),
  }))
}
