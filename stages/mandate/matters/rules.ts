/** How far influence reaches on one question of a mandate (R5). */
export const rooms = ['open', 'together', 'fixed', 'another-level'] as const
export type Room = (typeof rooms)[number]

/** A limit in money. `amount` in minor units of the currency: øre, cents. */
export type MoneyLimit = { readonly amount: number; readonly currency: string; readonly words: string }

export const lawKinds = ['forbids', 'demands'] as const
export type LawKind = (typeof lawKinds)[number]

/** What law, contract or plan sets, in words a resident understands, and where it can be read. */
export type LawLimit = { readonly kind: LawKind; readonly words: string; readonly reference: string }

/** One of the questions a mandate asks, and the room there is for an answer. */
export type Matter = {
  readonly words: string
  readonly room: Room
  /** Why it is fixed; else what the room means here, or ''. */
  readonly why: string
  /** Who decides where it is not this level; else ''. */
  readonly level: string
  readonly money: MoneyLimit | null
  readonly law: LawLimit | null
}

export type MatterGap = 'missing' | 'no-open-matter' | 'unexplained'

/** What stands in the way of adoption. A mandate without an open question invites nobody to anything. */
export function gapsIn(matters: readonly Matter[]): readonly MatterGap[] {
  if (matters.length === 0) return ['missing']
  return [
    ...(matters.some(isOpen) ? [] : ['no-open-matter' as const]),
    ...(matters.every(isExplained) ? [] : ['unexplained' as const]),
  ]
}

/** Whoever takes part can move something here. */
export function isOpen({ room }: Pick<Matter, 'room'>): boolean {
  return room === 'open' || room === 'together'
}

/** What is fixed says why; what another level decides says which. */
export function isExplained({ room, why, level }: Matter): boolean {
  if (room === 'fixed') return why !== ''
  return (room === 'another-level') === (level !== '')
}
