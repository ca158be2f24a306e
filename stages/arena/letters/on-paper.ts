import type { Id } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Tx } from '../../../platform/db/index.ts'
import { letterByCode, letterOf, setAnswer } from './answers-store.ts'
import { answered } from './answers-commands.ts'
import { hashOfCode, readCode } from './codes.ts'

export type TypedLetterRefusal = 'no-such-letter' | 'letter-answered'

/** The letter whose code somebody reads out to staff, by its number. */
export async function letterTyped(
  tx: Tx,
  problem: Id<'problem'>,
  typed: string,
): Promise<Result<number, TypedLetterRefusal>> {
  const code = readCode(typed)
  const letter = code && (await letterByCode(tx, hashOfCode(code)))
  if (!letter || letter.problem !== problem) return refuse('no-such-letter')
  return letter.answer === null ? accept(letter.number) : refuse('letter-answered')
}

type OnPaper = {
  readonly letter: number
  readonly account: Id<'account'>
  readonly on: Temporal.PlainDate
}

/** Her yes, with her application. Whoever answered the letter meanwhile was first: the application stands without it. */
export async function acceptOnPaper(tx: Tx, problem: Id<'problem'>, { letter, account, on }: OnPaper): Promise<void> {
  const found = await letterOf(tx, problem, letter)
  if (!found || found.answer !== null) return
  await setAnswer(tx, found, { answer: 'yes', account, on })
  await answered(tx, found, 'yes')
}
