import { reachedGroups } from '@folkmoot/representation/reached.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { AffectedActor } from '../../problem/index.ts'
import type { SetUpProfile } from '../composition/set-up-rules.ts'

export type KeptProfile = Pick<SetUpProfile, 'id' | 'name' | 'keptFor'> & { readonly wanted: number | null }
export type SeatTaken = { readonly profile: Id<'profile'> | null }

/** `seat`: somebody sits on a seat kept for it. `empty`: a seat is kept, and nobody sits there yet. */
export type AffectedState = 'seat' | 'takes-part' | 'empty' | 'none'

/** A group the problem affects, and what the table has for it. */
export type AffectedLine = {
  readonly actor: AffectedActor
  /** Names of the profiles kept for it. */
  readonly kept: readonly string[]
  readonly wanted: number
  readonly filled: number
  readonly state: AffectedState
}

/** Every group the problem affects, those with nothing first: small or large, each counts once. */
export function affectedLines(
  actors: readonly AffectedActor[],
  { profiles, seats }: { readonly profiles: readonly KeptProfile[]; readonly seats: readonly SeatTaken[] },
): readonly AffectedLine[] {
  const lines = actors
    .filter(({ relation }) => relation !== 'relevant')
    .map((actor): AffectedLine => {
      const kept = profiles.filter(({ keptFor }) => keptFor === actor.id)
      const filled = seats.filter(({ profile }) => kept.some(({ id }) => id === profile)).length
      const state =
        filled > 0 ? 'seat' : actor.standing === 'takes-part' ? 'takes-part' : kept.length > 0 ? 'empty' : 'none'
      const wanted = kept.reduce((sum, one) => sum + (one.wanted ?? 0), 0)
      return { actor, kept: kept.map(({ name }) => name), wanted, filled, state }
    })
  return lines.toSorted((one, other) => order[one.state] - order[other.state] || one.actor.number - other.actor.number)
}

const order: Readonly<Record<AffectedState, number>> = { none: 0, empty: 1, 'takes-part': 2, seat: 3 }

/** Which of them take part, and which do not. */
export function reachedIn(lines: readonly AffectedLine[]) {
  return reachedGroups(lines.map((line) => ({ name: line, people: isReached(line) ? 1 : 0 })))
}

function isReached({ state }: AffectedLine): boolean {
  return state === 'seat' || state === 'takes-part'
}
