import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { As } from '../rules.ts'

/** An update may carry this many bytes: a long text pasted whole, and no more. */
export const mostUpdateBytes = 1_048_576

/** A whole text with its history: some 200 pages written over and over. Beyond it nobody could open it on a telephone. */
export const mostLogBytes = 33_554_432

/** Of one account within a day: forty times what a person types, or four long texts pasted. One alone does not fill the text for all. */
export const mostDayBytes = 4_194_304

/** Whose letters they are. Without an account: told, or the system's. */
export type LiveWriter = { readonly account: Id<'account'> | null; readonly as: As }

export type AppendRefusal = 'handed-over' | 'unreadable' | 'too-large' | 'text-full' | 'much-today' | 'not-yours'

export type Append = {
  readonly isFrozen: boolean
  readonly bytes: number
  readonly logBytes: number
  /** What the account has written within its day. */
  readonly dayBytes: number
  /** What is known of the numbers the update speaks for. */
  readonly owners: readonly (LiveWriter | undefined)[]
}

/** A client number belongs to one account in one role: nobody writes in the name of somebody else. */
export function append(
  { isFrozen, bytes, logBytes, dayBytes, owners }: Append,
  by: LiveWriter,
): Result<null, Exclude<AppendRefusal, 'unreadable'>> {
  if (isFrozen) return refuse('handed-over')
  if (bytes > mostUpdateBytes) return refuse('too-large')
  if (logBytes + bytes > mostLogBytes) return refuse('text-full')
  if (by.account !== null && dayBytes + bytes > mostDayBytes) return refuse('much-today')
  const isMine = (owner: LiveWriter | undefined): boolean =>
    owner === undefined || (owner.account === by.account && owner.as === by.as)
  return owners.every(isMine) ? accept(null) : refuse('not-yours')
}
