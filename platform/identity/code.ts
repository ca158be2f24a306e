import { createHash, randomInt, timingSafeEqual } from 'node:crypto'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Tx } from '../db/index.ts'

const minutesValid = 10
const triesPerCode = 5
const codesPerHour = 10

export type CodeRefusal = 'too-many-codes' | 'wrong-code' | 'code-expired'

/**
 * A fresh six-digit code for an address; earlier ones are void. The same answer whether or not the address has an account.
 * Five tries on one code in a million, ten codes an hour: a guesser's chance stays under 1 in 800 a day and address.
 */
export async function makeCode(tx: Tx, email: string): Promise<Result<string, 'too-many-codes'>> {
  const code = String(randomInt(1_000_000)).padStart(6, '0')
  const earlier = await tx
    .selectFrom('identity.code')
    .select(['asked', 'hour_began_at'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  const hourRuns =
    earlier !== undefined && Temporal.Instant.compare(tx.now, earlier.hour_began_at.add({ hours: 1 })) < 0
  if (earlier && hourRuns && earlier.asked >= codesPerHour) return refuse('too-many-codes')
  const row = {
    code_hash: hashOf(email, code),
    tries_left: triesPerCode,
    expires_at: tx.now.add({ minutes: minutesValid }),
    asked: earlier && hourRuns ? earlier.asked + 1 : 1,
    hour_began_at: earlier && hourRuns ? earlier.hour_began_at : tx.now,
  }
  await tx
    .insertInto('identity.code')
    .values({ jurisdiction_id: tx.jurisdiction, email, ...row })
    .onConflict((conflict) => conflict.columns(['jurisdiction_id', 'email']).doUpdateSet(row))
    .execute()
  return accept(code)
}

/** Whether this is the code. A wrong try is counted even though it is no success: so this is a value, not a refusal. */
export async function tryCode(tx: Tx, email: string, code: string): Promise<'right' | CodeRefusal> {
  const row = await tx
    .selectFrom('identity.code')
    .select(['code_hash', 'tries_left', 'expires_at'])
    .where('email', '=', email)
    .forUpdate()
    .executeTakeFirst()
  if (!row || row.tries_left === 0 || Temporal.Instant.compare(tx.now, row.expires_at) >= 0) return 'code-expired'
  const isRight = timingSafeEqual(row.code_hash, hashOf(email, code.replace(/\s/g, '')))
  await tx
    .updateTable('identity.code')
    .set({ tries_left: isRight ? 0 : row.tries_left - 1 })
    .where('email', '=', email)
    .execute()
  return isRight ? 'right' : 'wrong-code'
}

function hashOf(email: string, code: string): Buffer {
  return createHash('sha256').update(`folkmoot-code\n${email}\n${code}`).digest()
}
