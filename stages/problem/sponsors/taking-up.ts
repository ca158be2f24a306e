import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import type { Body } from '../../../platform/directory/index.ts'
import { accountOfPerson } from '../../../platform/identity/index.ts'
import { follow, tellThese } from '../../../platform/notices/index.ts'
import { record } from '../facts.ts'
import { putSponsorship, type Problem } from '../store.ts'
import { answerInvitation } from './store.ts'

export type TakingUp = {
  readonly person: Id<'person'>
  readonly account: Id<'account'>
  readonly words: string
  readonly language?: string | undefined
}

/** A politician leads this problem from now on, by her own act. An invitation to do so has its answer with it. */
export async function takeUp(
  tx: Tx,
  problem: Id<'problem'>,
  { person, account, words, language }: TakingUp,
): Promise<void> {
  await putSponsorship(tx, problem, { person, account, words, language })
  await follow(tx, { account, about: { kind: 'problem', id: problem } })
  await answerInvitation(tx, problem, { person, state: 'accepted' })
  await record(tx, { kind: 'problem.sponsored', problem, public: { person, words }, time: 'exact' })
}

/**
 * A body names who leads it. She has not spoken: her desk asks her, and until she has, pages say that the body named her. A
 * colleague's question to her has its answer with it, since she is asked for herself now.
 */
export async function nameSponsor(
  tx: Tx,
  problem: Problem,
  { person, body }: { readonly person: Id<'person'>; readonly body: Pick<Body, 'id' | 'name'> },
): Promise<void> {
  await putSponsorship(tx, problem.id, { person, account: null, words: '', namedBy: body.id })
  await answerInvitation(tx, problem.id, { person, state: 'accepted' })
  await record(tx, {
    kind: 'problem.sponsored',
    problem: problem.id,
    public: { person, words: '', namedBy: body.name },
    time: 'exact',
  })
  const account = (await accountOfPerson(tx, person))?.id
  if (!account) return
  await follow(tx, { account, about: { kind: 'problem', id: problem.id } })
  await tellThese(tx, [account], {
    about: { kind: 'problem', id: problem.id },
    stage: 'problem',
    message: 'told.named-sponsor',
    values: { body: body.name, question: problem.question },
    address: 'problem.page',
    params: { problem: problem.slug },
  })
}
