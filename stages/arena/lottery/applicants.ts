import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { toldFeaturesOf } from '../features/told-store.ts'
import { applicationsOf } from '../store.ts'
import { untold, type Limits } from './limits.ts'

/** What a seat is for counts as a feature of who asked for it: so many of the drawn for each. */
export const profileFeature = 'profile'

export type Applicant = {
  readonly account: Id<'account'>
  readonly application: Id<'application'>
  readonly values: readonly string[]
  readonly household: string | null
}

/** Who waits for a seat by lot, each in one group of every feature of the limits. */
export async function applicantsFor(
  read: Read,
  problem: Id<'problem'>,
  { features }: Pick<Limits, 'features'>,
): Promise<readonly Applicant[]> {
  const profiles = features.find(({ key }) => key === profileFeature)?.values.map(({ key }) => key)
  const waiting = (await applicationsOf(read, problem)).filter(
    ({ state, profile }) => state === 'waiting' && (profiles === undefined || profiles.includes(profile)),
  )
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
