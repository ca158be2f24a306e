import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { follow } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { putSponsorship } from '../store.ts'
import { answerInvitation } from './store.ts'

export type TakingUp = {
  readonly person: Id<'person'>
  /** Null where a body names her and she has not acted herself. */
  readonly account: Id<'account'> | null
  readonly words: string
}

/**
 * A politician leads this problem from now on, whoever's act it was. An invitation to do so has its answer with it, and she
 * hears what becomes of the case.
 */
export async function takeUp(tx: Tx, problem: Id<'problem'>, { person, account, words }: TakingUp): Promise<void> {
  await putSponsorship(tx, problem, { person, account, words })
  const hers = account ?? (await accountOfPerson(tx, person))?.id
  if (hers) await follow(tx, { account: hers, about: { kind: 'problem', id: problem } })
  await answerInvitation(tx, problem, { person, state: 'accepted' })
  await record(tx, { kind: 'problem.sponsored', problem, public: { person, words }, time: 'exact' })
}
