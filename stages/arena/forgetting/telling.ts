import type { Id } from '@folkmoot/basics/ids.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { tellThese } from '../../../platform/notices/index.ts'
import { problemsById } from '../../problem/index.ts'
import { daysLonger } from './rules.ts'

/** On the day: she has no answer yet, and hears until when what she told is kept for her sake. */
export function tellStillWaiting(tx: Tx, problem: Id<'problem'>, accounts: readonly Id<'account'>[]): Promise<void> {
  return tellOf(tx, problem, { accounts, message: 'told.still-waiting', values: { days: daysLonger } })
}

/** Late: nobody answered her. */
export function tellNoAnswer(tx: Tx, problem: Id<'problem'>, accounts: readonly Id<'account'>[]): Promise<void> {
  return tellOf(tx, problem, { accounts, message: 'told.no-answer', values: {} })
}

type Told = {
  readonly accounts: readonly Id<'account'>[]
  readonly message: 'told.still-waiting' | 'told.no-answer'
  readonly values: { readonly days?: number }
}

async function tellOf(tx: Tx, problem: Id<'problem'>, { accounts, message, values }: Told): Promise<void> {
  if (accounts.length === 0) return
  const [of] = await problemsById(tx, [problem])
  if (!of) return
  await tellThese(tx, accounts, {
    about: { kind: 'problem', id: problem },
    stage: 'arena',
    message,
    values: { question: of.question, ...values },
    address: 'arena.application',
    params: { problem: of.slug },
  })
}
