import type { Id } from '@folkmoot/basics/ids.ts'
import { freeByWay, isFree, type Filling } from './acceptances/vacancy-rules.ts'

/** What answers somebody who asked for a seat: a person who chooses, chance, or the confirmation that ends it for all who wait. */
export type Awaited = 'choice' | 'draw' | 'confirmation'

export type Awaiting = {
  readonly filling: Filling
  /** Who is in a locked list of which seats are drawn. */
  readonly inDraw: readonly Id<'account'>[]
}

type Profiles = Filling['rule']['profiles']

type Asking = { readonly account: Id<'account'>; readonly profile: Id<'profile'> }

/**
 * While a seat by lot is still to be drawn, nobody's click answers whoever asked for it. Once all are, whoever was not drawn waits for
 * the confirmation: until then a no of somebody drawn makes a seat free, which is drawn again among those who wait.
 */
export function awaitedBy({ account, profile }: Asking, { filling, inDraw }: Awaiting): Awaited {
  if (inDraw.includes(account)) return 'draw'
  if (!isByLot(filling, profile) || isFree(filling, profile, 'chosen')) return 'choice'
  return (freeByWay(filling, profile).drawn ?? 0) > 0 ? 'draw' : 'confirmation'
}

/** Whether chance gives seats of this profile: once the group has begun it gives none. */
export function isByLot({ rule, isConfirmed }: Filling, profile: Id<'profile'>): boolean {
  return !isConfirmed && (rule.profiles.find(({ id }) => id === profile)?.drawn ?? 0) > 0
}

/** Whether anybody is chosen at all: in all groups but those that are drawn whole. */
export function isChosenFor({ profiles }: Filling['rule']): boolean {
  return profiles.length === 0 || profiles.some(({ chosen, drawn }) => chosen > 0 || drawn === 0)
}

export type Given = 'choice' | 'lot' | 'both'

/** How seats of these profiles are given, told to whoever is about to ask for one of them. */
export function givenBy({ rule, isConfirmed }: Pick<Filling, 'rule' | 'isConfirmed'>, profiles: Profiles): Given {
  const isDrawn = !isConfirmed && profiles.some(({ drawn }) => drawn > 0)
  if (!isDrawn) return 'choice'
  return isChosenFor({ ...rule, profiles }) ? 'both' : 'lot'
}

/** Which answers those who choose can give her now. A no would take her out of the draw, and of the next one. */
export function answersTo(one: Asking, awaiting: Awaiting): { readonly select: boolean; readonly decline: boolean } {
  if (awaitedBy(one, awaiting) !== 'choice') return { select: false, decline: false }
  const { filling } = awaiting
  return { select: isFree(filling, one.profile, 'chosen'), decline: !isByLot(filling, one.profile) }
}

export type Awaits = Readonly<Record<Awaited, number>>

/** How many wait for what. */
export function awaits(applications: readonly (Asking & { readonly state: string })[], awaiting: Awaiting): Awaits {
  const waiting = applications.filter(({ state }) => state === 'waiting')
  const of = (awaited: Awaited): number => waiting.filter((one) => awaitedBy(one, awaiting) === awaited).length
  return { choice: of('choice'), draw: of('draw'), confirmation: of('confirmation') }
}
