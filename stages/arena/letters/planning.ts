import { lettersNeeded, type Expected } from '@folkmoot/sortition/expect.ts'
import type { Visit } from '../../../platform/http/index.ts'
import type { Typed } from '../../../ui/index.ts'
import type { Unwritten } from './answers-store.ts'
import { expectedField } from './draw-form.ts'
import type { ResponseTable } from './responses.ts'
import type { KeptFeature } from './store.ts'

/** Where no letter of the case has been answered yet: three of a hundred say yes, as invitations by letter commonly bring. */
export const usualPercent = 3

export type PlanRow = Expected & { readonly value: string | null; readonly id: string; readonly left: number }

export type Plan = {
  readonly wanted: number
  readonly feature: KeptFeature
  readonly rows: readonly PlanRow[]
  readonly letters: number
  /** Of a hundred letters, where nothing is known of a group: of all letters so far, or `usualPercent`. */
  readonly usual: { readonly percent: number; readonly isOwn: boolean }
}

export type PlanAsked = { readonly wanted: number; readonly by: string }

/** `?wanted=40&by=…` asks for a plan. */
export function planAsked({ query }: Pick<Visit, 'query'>): PlanAsked | undefined {
  const [wanted, by] = [query.get('wanted')?.trim() ?? '', query.get('by')]
  return /^[1-9]\d{0,3}$/.test(wanted) && by ? { wanted: Number(wanted), by } : undefined
}

/**
 * The next round, worked out from what was answered. It rests on the numbers of the table of answers as they are shown, so that it
 * tells nothing of few people which the table keeps back.
 */
export function planOf(
  { wanted, by }: PlanAsked,
  {
    features,
    tables,
    unwritten,
  }: {
    readonly features: readonly KeptFeature[]
    readonly tables: readonly ResponseTable[]
    readonly unwritten: readonly Unwritten[]
  },
): Plan | undefined {
  const at = features.findIndex(({ id }) => id === by)
  const feature = features[at]
  if (!feature) return undefined
  const own = percentOf(tables.find((table) => table.feature === null)?.rows[0])
  const usual = { percent: own ?? usualPercent, isOwn: own !== null }
  const answered = tables.find((table) => table.feature === feature.name)?.rows ?? []
  const groups = [...feature.values, { id: '', name: null }]
    .map(({ id, name }) => ({
      id,
      value: name,
      left: unwritten.reduce((sum, { values, count }) => ((values[at] ?? '') === id ? sum + count : sum), 0),
      known: knownOf(answered.find(({ value }) => value === name)),
    }))
    .filter(({ left }) => left > 0)
  const needed = lettersNeeded(groups, { wanted, usual: usual.percent / 100 })
  const rows = groups.flatMap(({ id, value, left }, row) => {
    const one = needed[row]
    return one ? [{ ...one, id, value, left, rate: rounded(one.rate) }] : []
  })
  return { wanted, feature, rows, usual, letters: rows.reduce((sum, { letters }) => sum + letters, 0) }
}

type Row = ResponseTable['rows'][number] | undefined

function knownOf(row: Row): { readonly letters: number; readonly yes: number } | null {
  return typeof row?.letters === 'number' && typeof row.yes === 'number' ? { letters: row.letters, yes: row.yes } : null
}

function percentOf(row: Row): number | null {
  const known = knownOf(row)
  return known && known.letters > 0 && known.yes > 0 ? rounded(known.yes / known.letters) * 100 : null
}

/** To a tenth of a hundredth: what the form of the draw takes. At least that, for nobody answers never. */
function rounded(rate: number): number {
  return Math.max(1, Math.round(rate * 1000)) / 1000
}

/** The form of the draw, filled in as planned; the clerk can change all of it. */
export function typedByPlan({ feature, letters, rows }: Plan): Typed {
  const shares = rows.flatMap(({ id, rate }) =>
    id === '' ? [] : [[expectedField(id), [String(Math.round(rate * 1000) / 10)]] as const],
  )
  return { letters: [String(letters)], strata: [feature.id], ...Object.fromEntries(shares) }
}
