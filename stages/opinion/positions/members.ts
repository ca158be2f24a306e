import type { Known } from '@folkmoot/opinion-map/gap.ts'
import { leastInCell, leastInGroup } from '@folkmoot/tally/suppress.ts'
import { choices, votersOf, type Tally } from '@folkmoot/tally/tally.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { seatsOf } from '../../arena/index.ts'
import { tenthsOf } from '../map/tenths.ts'
import type { Consultation } from '../store.ts'
import { countVotesOf, putMemberTallies } from './store.ts'

/** Once, as the consultation closes and under its lock: who has a seat then. */
export async function countMembers(tx: Tx, { id, problem }: Pick<Consultation, 'id' | 'problem'>): Promise<void> {
  const seats = await seatsOf(tx, problem)
  const accounts = seats.map(({ account }) => account)
  await putMemberTallies(tx, await countVotesOf(tx, id, accounts))
}

/**
 * How many of the members agree, as far as it may be said beside the exact result of everybody, members among them: in steps, as the
 * map says it of its groups, because what everybody said minus what members said is what the others said. Undefined where
 *
 * - fewer than ten members voted, or fewer than ten others;
 * - fewer than five people gave one of the answers: their cell is hidden in the result, and members' answers would open it;
 * - the result beside one of the steps, whichever it is, leaves one number only: withheld for that step alone, its absence would tell it.
 *
 * O(members).
 */
export function membersKnown(members: Tally, all: Tally): Known | undefined {
  const [of, everybody] = [votersOf(members), votersOf(all)]
  if (of < leastInGroup || everybody - of < leastInGroup) return undefined
  if (choices.some((choice) => all[choice] < leastInCell)) return undefined
  const fitting = Array.from({ length: of + 1 }, (_, count) => count).filter(
    (count) => count <= all.agree && of - count <= everybody - all.agree,
  )
  const steps = Map.groupBy(fitting, (count) => tenthsOf(count, of))
  if (steps.values().some(({ length }) => length < 2)) return undefined
  const possible = steps.get(tenthsOf(members.agree, of))
  const [least, most] = [possible?.[0], possible?.at(-1)]
  return least === undefined || most === undefined ? undefined : { least, most, of }
}
