import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { freeSeats, freeSeatsByWay } from './acceptances/vacancy-rules.ts'
import type { Problem } from '../problem/index.ts'
import { loadArena, type Arena } from './arena.ts'
import { awaits, isChosenFor, type Awaits } from './awaiting-rules.ts'
import { seatsToDraw } from './lottery/offered.ts'
import { lotteryOf } from './lottery/store.ts'
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

/** How far recruiting is, for the task list of staff: who waits for those who choose, and how far the draw is. */
export async function recruitingOf(read: Read, problem: Problem) {
  const [arena, lottery] = await Promise.all([loadArena(read, problem), lotteryOf(read, problem.id)])
  const waits = await awaitsIn(read, problem.id, arena)
  const isDrawn = freeSeatsByWay(arena.filling).drawn === 0 && waits.draw === 0
  const isBegun = lottery?.step === 'pool' || lottery?.step === 'panels'
  return {
    applicantsWaiting: isChosenFor(arena.rule) ? waits.choice : null,
    lot: seatsToDraw(arena.rule) === 0 ? null : { isBegun, isDrawn },
  }
}
