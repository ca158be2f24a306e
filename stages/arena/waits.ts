import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { freeSeats } from './acceptances/vacancy-rules.ts'
import type { Arena } from './arena.ts'
import { awaits, type Awaits } from './awaiting-rules.ts'
import { accountsInDraw } from './lottery/pool-store.ts'
import { applicationsOf } from './store.ts'

/** How many of those who asked for a seat in this case wait for what. */
export async function awaitsIn(
  read: Read,
  problem: Id<'problem'>,
  { filling }: Pick<Arena, 'filling'>,
): Promise<Awaits> {
  const [applications, inDraw] = await Promise.all([applicationsOf(read, problem), accountsInDraw(read, problem)])
  return awaits(applications, { filling, inDraw })
}

/** Nothing is left but to confirm the group: it has a chair, its seats are taken, and nobody waits for a choice, a draw or an offer. */
export function isWhole({ filling, seats, asked }: Pick<Arena, 'filling' | 'seats' | 'asked'>, waits: Awaits): boolean {
  const isFull = (['politician', 'citizen'] as const).every((kind) => (freeSeats(filling, kind) ?? 0) === 0)
  return seats.some(({ isChair }) => isChair) && isFull && asked.length === 0 && waits.choice + waits.draw === 0
}
