import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'

/**
 * Accounts of invented people: those whose address lies in a name that RFC 2606 keeps for examples, so that no
 * real person can have it. A demonstration lets anyone be one of them.
 */
export async function examplePeople(read: Read): Promise<readonly Id<'account'>[]> {
  const rows = await read
    .selectFrom('identity.account')
    .select('id')
    .where((where) =>
      where.or([
        where('email', 'like', '%@example.org'),
        where('email', 'like', '%@example.com'),
        where('email', 'like', '%.example'),
      ]),
    )
    .where('name', '<>', '')
    .where('consented_at', 'is not', null)
    .orderBy('name')
    .orderBy('id')
    .limit(200)
    .execute()
  return rows.map((row) => row.id)
}
