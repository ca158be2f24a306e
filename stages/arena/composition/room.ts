import { noRoomInDraw } from '../lottery/gender-limit.ts'
import { noRoom, type NoRoom } from '../room-for-others.ts'
import { ruleOf, type Fixed, type SetUp } from './set-up-rules.ts'

/** Where women and men take every seat, and what those who set the group up can still do about it. */
export type Tight = NoRoom & {
  readonly of: 'drawn' | 'group'
  readonly help: 'seats' | 'share' | 'both' | 'mandate' | 'none'
}

/** Of fewer the share is not asked at all. */
const fewestCounted = 5

/** It is said and not refused: those who lead may want it so. */
export function tightIn(mandate: Fixed, setUp: SetUp): Tight | null {
  const { citizens, minGenderShare, profiles } = ruleOf(mandate, setUp)
  const share = minGenderShare ?? setUp.minGenderShare
  const drawn = noRoomInDraw(
    share,
    profiles.reduce((sum, one) => sum + one.drawn, 0),
  )
  // Seats move between lot and choice as long as there are so many.
  if (drawn) {
    const isOpen = mandate.citizens === null || (drawn.enough ?? 0) <= mandate.citizens
    return { ...drawn, of: 'drawn', help: helpFor(drawn, { mandate, isOpen }) }
  }
  const group = citizens === null || citizens < fewestCounted ? null : noRoom(share, citizens)
  return group && { ...group, of: 'group', help: helpFor(group, { mandate, isOpen: mandate.citizens === null }) }
}

function helpFor(
  { enough, lower }: NoRoom,
  { mandate, isOpen }: { readonly mandate: Fixed; readonly isOpen: boolean },
): Tight['help'] {
  const isShareOpen = mandate.minGenderShare === null
  if (!isOpen && !isShareOpen) return 'mandate'
  const [bySeats, byShare] = [isOpen && enough !== null, isShareOpen && lower !== null]
  if (bySeats && byShare) return 'both'
  return bySeats ? 'seats' : byShare ? 'share' : 'none'
}
