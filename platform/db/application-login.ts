import { Client } from 'pg'

const role = 'folkmoot_app'

/**
 * The address by which the application comes in as the role that owns nothing, so that no statement it could be tricked
 * into sending (`set role`, `set_config`) leads back to the owner. For the embedded server, which lets in whoever reaches
 * its socket: there the role needs no password. Made once; the database has been migrated.
 */
export async function applicationUrl(ownerUrl: string): Promise<string> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    // Two starts at once would both write the one row of the role: the second waits and finds it done.
    await client.query('begin')
    await client.query(`select pg_advisory_xact_lock(hashtextextended('login of ${role}', 0))`)
    const { rows } = await client.query<{ rolcanlogin: boolean }>(
      'select rolcanlogin from pg_roles where rolname = $1',
      [role],
    )
    if (rows[0]?.rolcanlogin === false) await client.query(`alter role ${role} login`)
    await client.query('commit')
  } finally {
    await client.end()
  }
  const url = new URL(ownerUrl)
  url.username = role
  return url.href
}
