import { nextInvitations } from '@folkmoot/representation/invitations.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import type { Cell } from '../population/cells.ts'
import type { FeatureSums } from '../population/sums.ts'
import type { CrowdReport, FeatureReport } from './report.ts'

/** So many people alike in every feature: "3: woman, under 30". */
export type InvitedGroup = { readonly invitations: number; readonly names: readonly string[] }

export const invitationsPlanned = 10
/** More kinds of people nobody looks for one by one; and trying them all would take long. */
const mostCells = 200

type NameOf = (names: readonly string[]) => string

type Place = {
  readonly sums: readonly FeatureSums[]
  readonly cells: readonly Cell<Id<'feature-value'>>[]
}

type Kind = { readonly people: number; /** One line a feature, by index. */ readonly values: readonly number[] }

/**
 * Whom the next ten invitations should go to, so that those who asked come to be like the place. Worked out from what the report
 * shows alone: from exact numbers, the advice would tell them. The features of the table as far as they make no more than 200 kinds
 * of people.
 */
export function nextTen(
  { features }: Pick<CrowdReport, 'features'>,
  { sums, cells, nameOf }: Place & { /** Groups counted together, in words. */ readonly nameOf: NameOf },
): readonly InvitedGroup[] {
  const shown = features.flatMap((one) => ('few' in one ? [] : [one]))
  if (shown.length === 0) return []
  const kinds = fewKinds(kindsOf(shown, { sums, cells }), shown.length)
  const used = shown.slice(0, kinds[0]?.values.length ?? 0)
  const lines = nextInvitations({
    counts: used.map((one) => one.lines.map(({ count }) => count)),
    cells: kinds,
    invitations: invitationsPlanned,
  })
  return lines
    .map(({ cell, invitations }) => ({
      invitations,
      names: (kinds[cell]?.values ?? []).map((line, at) => nameOf(used[at]?.lines[line]?.names ?? [])),
    }))
    .toSorted((one, other) => other.invitations - one.invitations)
}

/** The cells of the table by the lines that are shown; who has a value of no line is invited by no line. */
function kindsOf(shown: readonly FeatureReport[], { sums, cells }: Place): readonly Kind[] {
  const columns = shown.map((one) => ({
    at: sums.findIndex(({ feature }) => feature.id === one.feature.id),
    lineOf: new Map(one.lines.flatMap(({ values }, line) => values.map((value) => [value, line] as const))),
  }))
  return cells.flatMap(({ people, values }) => {
    const lines = columns.flatMap(({ at, lineOf }) => {
      const value = values[at]
      return (value && lineOf.get(value)) ?? []
    })
    return lines.length === columns.length && people > 0 ? [{ people, values: lines }] : []
  })
}

/** The cells with the last features left out until there are few enough; one feature at least. */
function fewKinds(cells: readonly Kind[], features: number): readonly Kind[] {
  const merged = new Map<string, Kind>()
  for (const cell of cells) {
    const values = cell.values.slice(0, features)
    const key = values.join(' ')
    merged.set(key, { values, people: (merged.get(key)?.people ?? 0) + cell.people })
  }
  return merged.size <= mostCells || features <= 1 ? [...merged.values()] : fewKinds(cells, features - 1)
}
