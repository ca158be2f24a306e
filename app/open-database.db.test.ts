import { newId } from '@folkmoot/basics/ids.ts'
import { expect, test } from 'vitest'
import { commandLine } from './cli/testing.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

test('the application comes in as the role that owns nothing, and no statement leads back to the owner', async () => {
  const line = commandLine()
  const one = await openConfigured(readSettings(line.environment), 'as-started')
  const other = await openConfigured(readSettings(line.environment), 'as-started')
  try {
    const { queueSql } = one.database
    const who = await queueSql(
      'select session_user as session, current_user as acts, rolsuper from pg_roles where rolname = session_user',
    )
    expect(who.rows).toEqual([{ session: 'folkmoot_app', acts: 'folkmoot_app', rolsuper: false }])
    await expect(queueSql('set role folkmoot')).rejects.toThrow('permission denied')
    await queueSql(`select set_config('role', 'none', false)`)
    expect((await queueSql('select count(*)::int as places from directory.jurisdiction')).rows).toHaveLength(1)
    await expect(
      queueSql('insert into identity.account (jurisdiction_id, id, email, name) values ($1, $2, $3, $4)', [
        newId('jurisdiction'),
        newId('account'),
        'x@example.org',
        'X',
      ]),
    ).rejects.toThrow('row-level security')
    expect((await other.database.queueSql('select session_user as session')).rows).toEqual([
      { session: 'folkmoot_app' },
    ])
  } finally {
    await one.close()
    await other.close()
    line.end()
  }
}, 120_000)
