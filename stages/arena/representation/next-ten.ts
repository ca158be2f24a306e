import { nextInvitations } from '@folkmoot/representation/invitations.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Cell } from '../population/cells.ts'
import type { FeatureSums } from '../population/sums.ts'
import type { CrowdCounts } from './counts.ts'

/** So many people alike in every feature: "3: woman, under 30". */
export type InvitedGroup = { readonly invitations: number; readonly names: readonly string[] }

export const invitationsPlanned = 10
/** More kinds of people nobody looks for one by one; and trying them all would take long. */
const mostCells = 200

/**
 * Whom the next ten invitations should go to, so that those who asked come to be like the place. The features of the table as
 * far as they make no more than 200 kinds of people.
 */
export function nextTen(
  crowd: CrowdCounts,
  sums: readonly FeatureSums[],
  cells: readonly Cell<Id<'feature-value'>>[],
): readonly InvitedGroup[] {
  const kinds = fewKinds(cells, sums.length)
  const used = sums.slice(0, kinds[0]?.values.length ?? 0)
  const lines = nextInvitations({
    counts: used.map((one) => one.sums.map(({ id }) => crowd.counts.get(id) ?? 0)),
    cells: kinds.map(({ values, people }) => ({
      people,
      values: values.map((value, at) => used[at]?.sums.findIndex(({ id }) => id === value) ?? -1),
    })),
    invitations: invitationsPlanned,
  })
  return lines
    .map(({ cell, invitations }) => ({
      invitations,
      names: (kinds[cell]?.values ?? []).map((value, at) => used[at]?.sums.find(({ id }) => id === value)?.name ?? ''),
    }))
    .toSorted((one, other) => other.invitations - one.invitations)
}

/** The cells with the last features left out until there are few enough; one feature at least. */
function fewKinds(cells: readonly Cell<Id<'feature-value'>>[], features: number): readonly Cell<Id<'feature-value'>>[] {
  const merged = new Map<string, Cell<Id<'feature-value'>>>()
  for (const cell of cells) {
    const values = cell.values.slice(0, features)
    const key = values.join(' ')
    merged.set(key, { values, people: (merged.get(key)?.people ?? 0) + cell.people })
  }
  return merged.size <= mostCells || features <= 1 ? [...merged.values()] : fewKinds(cells, features - 1)
}
