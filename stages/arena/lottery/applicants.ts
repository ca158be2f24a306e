import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { toldFeaturesOf } from '../features/told-store.ts'
import type { Arena } from '../arena.ts'
import { applicationsOf, type Application } from '../store.ts'
import { profileFeature, untold, type Limits } from './limits.ts'

export type Applicant = {
  readonly account: Id<'account'>
  readonly application: Id<'application'>
  readonly values: readonly string[]
  readonly household: string | null
}

export type Gathered = {
  readonly applicants: readonly Applicant[]
  /** Somebody who shares a home with one who waits owes an answer to an offer. */
  readonly isHomeAsked: boolean
}

/**
 * Who waits for a seat by lot, each in one group of every feature of the limits. Where at most one of each home sits, that counts
 * over the whole group: with somebody who sits by choice nobody of her home is drawn.
 */
export async function gather(
  read: Read,
  { problem, arena }: { readonly problem: Id<'problem'>; readonly arena: Pick<Arena, 'seats' | 'asked'> },
  { features, onePerHousehold }: Pick<Limits, 'features' | 'onePerHousehold'>,
): Promise<Gathered> {
  const profiles = features.find(({ key }) => key === profileFeature)?.values.map(({ key }) => key)
  const all = (await applicationsOf(read, problem)).map((one) => (onePerHousehold ? one : { ...one, household: null }))
  const sitting = homesOf(all, arena.seats)
  const asked = homesOf(all, arena.asked)
  const waiting = all.filter(
    ({ state, profile, household }) =>
      state === 'waiting' &&
      (profiles === undefined || profiles.includes(profile)) &&
      !(household !== null && sitting.has(household)),
  )
  const isHomeAsked = waiting.some(({ household }) => household !== null && asked.has(household))
  return { applicants: await inGroups(read, waiting, features), isHomeAsked }
}

/** The homes of these people, as far as anything was said of them. */
export function homesOf(
  applications: readonly Pick<Application, 'account' | 'household'>[],
  people: readonly { readonly account: Id<'account'> }[],
): ReadonlySet<string> {
  const accounts = new Set(people.map(({ account }) => account))
  return new Set(
    applications.flatMap(({ account, household }) => (household !== null && accounts.has(account) ? [household] : [])),
  )
}

async function inGroups(
  read: Read,
  waiting: readonly Application[],
  features: Limits['features'],
): Promise<readonly Applicant[]> {
  const told = await toldFeaturesOf(
    read,
    waiting.map(({ account }) => account),
  )
  return waiting.map(({ id, account, profile, household }) => {
    const own = new Map<string, string>([...(told.get(account) ?? []), [profileFeature, profile]])
    return {
      account,
      application: id,
      household,
      values: features.map(({ key, values }) => {
        const value = own.get(key)
        return value !== undefined && values.some((one) => one.key === value) ? value : untold
      }),
    }
  })
}
