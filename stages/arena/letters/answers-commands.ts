import { randomBytes } from 'node:crypto'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import { clock, lockExclusive, type Database, type Tx } from '../../../platform/db/index.ts'
import { todayIn } from '../../../platform/directory/index.ts'
import { hashOfToken } from '../../../platform/http/index.ts'
import { record } from '../facts.ts'
import { hashOfCode, readCode } from './codes.ts'
import * as rules from './rules.ts'
import * as store from './answers-store.ts'

export type Opened =
  | { readonly kind: 'opened'; readonly token: string; readonly expires: Temporal.Instant }
  | { readonly kind: 'wrong'; readonly why: rules.OpenRefusal | 'slip' }
  | { readonly kind: 'too-many'; readonly again: Temporal.Instant }

/** As long as it takes to sign in and to say who one is. */
const hoursOpen = 24

/**
 * A code that was typed opens its letter in this browser. A slip costs nothing; what could be a code and is none is counted, and so
 * is no refusal, which would be rolled back.
 */
export function openLetter(
  database: Database,
  actor: Actor,
  { typed, client }: { readonly typed: string; readonly client: Buffer | null },
): Promise<Result<Opened, never>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const code = readCode(typed)
    if (code === undefined) return accept({ kind: 'wrong', why: 'slip' } as const)
    if (client) await lockExclusive(tx, `letters typed in ${tx.jurisdiction} ${client.toString('hex')}`)
    const now = await clock(tx)
    const again = client && rules.mayTryAt(await store.triesFrom(tx, client), now)
    if (again) return accept({ kind: 'too-many', again } as const)
    const letter = await store.letterByCode(tx, hashOfCode(code))
    const open = rules.openLetter(letter, now)
    if (!open.ok || !letter) {
      if (!letter && client) await store.putTry(tx, client, now)
      return accept({ kind: 'wrong', why: open.ok ? 'no-such-letter' : open.refusal } as const)
    }
    const token = randomBytes(32).toString('base64url')
    const expires = now.add({ hours: hoursOpen })
    await store.putOpening(tx, { token: hashOfToken(token), letter, expiresAt: expires })
    return accept({ kind: 'opened', token, expires } as const)
  })
}

export type Answering = {
  readonly token: Buffer
  readonly timeZone: string
}

/** Yes, by whoever is signed in: the letter is hers from now on, and the application comes next. */
export function acceptLetter(
  database: Database,
  actor: Actor,
  { token, timeZone }: Answering,
): Promise<Result<{ readonly slug: string }, rules.AcceptRefusal>> {
  return aboutLetter(database, actor, token, async (tx, letter) => {
    const now = await clock(tx)
    const hasOther =
      letter !== undefined &&
      actor.account !== null &&
      (await store.accountsByLetter(tx, letter.problem)).has(actor.account)
    const allowed = rules.acceptLetter(letter, { actor, now, hasOther })
    if (!allowed.ok) return allowed
    if (!letter) throw new Error('a letter that was accepted is there')
    await store.setAnswer(tx, letter, { answer: 'yes', on: todayIn({ timeZone }, now), account: allowed.value.account })
    await answered(tx, letter, 'yes')
    return accept({ slug: letter.slug })
  })
}

/** No, by whoever has the letter: nobody has to say who she is to be left in peace. */
export function declineLetter(
  database: Database,
  actor: Actor,
  { token, timeZone, reason }: Answering & { readonly reason: string },
): Promise<Result<{ readonly slug: string }, rules.OpenRefusal>> {
  return aboutLetter(database, actor, token, async (tx, letter) => {
    const now = await clock(tx)
    const open = rules.openLetter(letter, now)
    if (!open.ok) return open
    if (!letter) throw new Error('a letter that was declined is there')
    await store.setAnswer(tx, letter, { answer: 'no', on: todayIn({ timeZone }, now), reason })
    await answered(tx, letter, 'no')
    return accept({ slug: letter.slug })
  })
}

/** Under the lock of the case, like every other act on it: of two answers at once the second finds the first. */
async function aboutLetter<Value, Code extends string>(
  database: Database,
  actor: Actor,
  token: Buffer,
  act: (tx: Tx, letter: store.Letter | undefined) => Promise<Result<Value, Code>>,
): Promise<Result<Value, Code>> {
  return database.transact(actor.jurisdiction, actor, async (tx) => {
    const known = await store.letterByToken(tx, token, tx.now)
    if (known) await lockExclusive(tx, known.problem)
    return act(tx, known && (await store.letterByToken(tx, token, tx.now)))
  })
}

/** What the record says of any answer: that there was one. */
export async function answered(tx: Tx, { problem, number }: store.Letter, answer: 'yes' | 'no'): Promise<void> {
  await record(tx, {
    kind: 'arena.letter-answered',
    problem,
    public: {},
    secret: { letter: number, answer },
    time: 'coarse',
  })
}
