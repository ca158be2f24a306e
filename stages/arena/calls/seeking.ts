import type { Read } from '../../../platform/db/index.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Problem } from '../../problem/index.ts'
import { vacantIn } from '../lottery/replacing.ts'
import { standingOf, type LotteryStanding } from '../lottery/standing.ts'
import { leading } from '../rules.ts'
import type { Application } from '../store.ts'
import { mayCallAgain, seatsSought, type Seeking, type Sought } from './rules.ts'

/** Which seats are free although everybody who could be asked or drawn has been. */
export async function seekingIn(
  read: Read,
  standing: LotteryStanding,
  applications: readonly Application[],
): Promise<Seeking> {
  const { arena, lottery } = standing
  const vacant = await vacantIn(read, standing)
  const sought = seatsSought(
    arena.filling,
    applications.map((one) => ({
      ...one,
      isErased: one.erasedAt !== null,
      household: arena.setUp?.isOnePerHousehold ? one.household : null,
    })),
    {
      taken: new Set([...arena.seats, ...arena.asked].map(({ account }) => account)),
      drawable: vacant && new Set(vacant.candidates.map(({ account }) => account)),
    },
  )
  return { sought, isDrawing: lottery?.step === 'pool' || lottery?.step === 'panels' }
}

type Case = { readonly problem: Problem; readonly applications: readonly Application[] }

/** For which seats whoever looks can open the call again; null where she cannot. */
export async function soughtBy(visit: Visit, { problem, applications }: Case): Promise<readonly Sought[] | null> {
  const standing = await standingOf(visit.read, problem)
  const at = { actor: visit.actor, now: visit.now }
  if (!leading(standing.arena, visit.actor).ok) return null
  const seeking = await seekingIn(visit.read, standing, applications)
  return mayCallAgain(standing.arena, seeking, at).ok ? seeking.sought : null
}
