import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { newId } from '@folkmoot/basics/ids.ts'
import { z } from 'zod'
import { lockExclusive, type Database, type Read, type Tx } from '../platform/db/index.ts'

const key = 'set-up-code'

/** A day: printed at a start, it may lie in a log that more people read later. */
const hoursGood = 24

/** Of no place: the code belongs to the installation. One for all requests, because the database remembers who reads. */
const nowhere = newId('jurisdiction')

/** Makes the one-time code of the set-up page and returns it; an earlier one is void. Only its hash is kept. */
export async function makeSetUpCode(database: Database): Promise<string> {
  const code = randomBytes(16).toString('base64url')
  await database.transact(nowhere, null, async (tx) => {
    const until = tx.now.add({ hours: hoursGood }).toString()
    const value = JSON.stringify({ hash: hashOf(code).toString('hex'), until })
    await tx
      .insertInto('folkmoot.setting')
      .values({ key, value })
      .onConflict((conflict) => conflict.column('key').doUpdateSet({ value }))
      .execute()
  })
  return code
}

/** Whether the set-up page opens with this code now. */
export function isSetUpCode(database: Database, code: string): Promise<boolean> {
  return isCode(database.read(nowhere), code, Temporal.Now.instant())
}

/** Uses the code up, within the founding: of two at once the second finds none. */
export async function spendSetUpCode(tx: Tx, code: string): Promise<boolean> {
  await lockExclusive(tx, key)
  if (!(await isCode(tx, code, tx.now))) return false
  await tx.deleteFrom('folkmoot.setting').where('key', '=', key).execute()
  return true
}

const keptCode = z.object({ hash: z.string().length(64), until: z.string() })

async function isCode(read: Read, code: string, now: Temporal.Instant): Promise<boolean> {
  const row = await read.selectFrom('folkmoot.setting').select('value').where('key', '=', key).executeTakeFirst()
  const kept = keptCode.safeParse(row?.value)
  if (!kept.success || Temporal.Instant.compare(now, Temporal.Instant.from(kept.data.until)) >= 0) return false
  return timingSafeEqual(Buffer.from(kept.data.hash, 'hex'), hashOf(code))
}

function hashOf(code: string): Buffer {
  return createHash('sha256').update(`set-up\n${code}`).digest()
}
