import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { publishCounts, type PublishedCount } from '@folkmoot/tally/publish-counts.ts'
import { applicationsOf } from '../store.ts'
import { accountsByLetter } from './answers-store.ts'

/** How many came by a letter and how many by the open call, as far as it may be said. */
export type Ways = { readonly letter: PublishedCount; readonly call: PublishedCount }

export function waysOf(accounts: readonly Id<'account'>[], byLetter: ReadonlySet<Id<'account'>>): Ways {
  const letter = accounts.filter((account) => byLetter.has(account)).length
  const [shownLetter = 'withheld', shownCall = 'withheld'] = publishCounts([letter, accounts.length - letter])
  return { letter: shownLetter, call: shownCall }
}

/** The same for these people of a case; null where nobody was written to. */
export async function waysIn(
  read: Read,
  problem: Id<'problem'>,
  accounts: readonly Id<'account'>[],
): Promise<Ways | null> {
  const letter = await read
    .selectFrom('arena.letter')
    .select('number')
    .where('problem_id', '=', problem)
    .limit(1)
    .executeTakeFirst()
  return letter ? waysOf(accounts, await accountsByLetter(read, problem)) : null
}

/** Of all who ask for a seat. */
export async function waysOfApplicants(read: Read, problem: Id<'problem'>): Promise<Ways | null> {
  const asked = (await applicationsOf(read, problem)).filter(({ state }) => state !== 'withdrawn')
  return waysIn(
    read,
    problem,
    asked.map(({ account }) => account),
  )
}
