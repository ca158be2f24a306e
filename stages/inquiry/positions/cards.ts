import type { Id, Noun } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { oneWriter, type Card, type Cards } from '../../../platform/thread/index.ts'
import { slugsOf } from '../naming.ts'
import { positionsById } from './store.ts'

/** How a politician's position is named elsewhere. */
export const positionCards = { position: cardsOfPositions } satisfies Partial<Record<Noun, Cards>>

async function cardsOfPositions(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const positions = await positionsById(read, ids as readonly Id<'position'>[]) // bound to the kind `position`
  const slugs = await slugsOf(read, positions)
  return positions.map(({ id, subject, problem, number, account, standings }) => ({
    thing: { kind: 'position', id },
    title: subject,
    state: `stance.${standings.at(-1)?.stance ?? 'open'}`,
    visibility: 'public',
    path: `/problems/${slugs.get(problem) ?? ''}/positions#position-${number}`,
    writtenBy: oneWriter(account),
  }))
}
