import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backup } from './backup.ts'
import { dropDatabase, ensureDatabase, urlOfDatabase } from './databases.ts'
import { migrations } from './migrate.ts'
import { restore } from './restore.ts'
import { testDatabase, type TestDatabase } from './testing.ts'

const folder = mkdtempSync(join(tmpdir(), 'folkmoot-backup-'))
const kept = join(folder, 'kept')
const awkward = 'æøå\t"quoted"\n\\.\n\r\u2028 back\\slash \\N'
let town: TestDatabase
const pictures = new Map([['first', Buffer.from('a picture\n\\.\n')]])
const beside = {
  all: async function* () {
    for (const [name, bytes] of pictures) yield { name, bytes }
  },
  put: async (name: string, bytes: Uint8Array) => void put.set(name, Buffer.from(bytes)),
}
const put = new Map<string, Buffer>()
let empties = 0

beforeAll(async () => {
  town = await testDatabase()
  await query(town.url, 'insert into folkmoot.setting (key, value) values ($1, $2)', [awkward, JSON.stringify(awkward)])
  await query(
    town.url,
    "insert into folkmoot.setting select 'row ' || n, to_jsonb(repeat('x', n % 500)) from generate_series(1, 5000) n",
  )
  await backup(town.url, kept, beside)
})

afterAll(async () => {
  await town.drop()
  rmSync(folder, { recursive: true, force: true })
})

test('restores every row into an empty database', async () => {
  await inEmptyDatabase(async (url) => {
    expect(await restore(url, kept, beside)).toMatchObject({ files: 1 })
    expect(put).toEqual(pictures)
    expect(await fingerprint(url)).toEqual(await fingerprint(town.url))
    const { rows } = await query(url, 'select value from folkmoot.setting where key = $1', [awkward])
    expect(rows).toEqual([{ value: awkward }])
    expect((await query(url, 'select 1 from folkmoot.migration')).rowCount).toBe(migrations.length)
  })
})

test('the file is closed to other users', () => {
  expect(statSync(kept).mode & 0o077).toBe(0)
})

test('never overwrites a file', async () => {
  const before = readFileSync(kept)
  await expect(backup(town.url, kept, beside)).rejects.toThrow('exists already')
  expect(readFileSync(kept).equals(before)).toBe(true)
})

test('refuses a database that is not empty', async () => {
  const other = await testDatabase()
  await expect(restore(other.url, kept, beside)).rejects.toThrow('not empty')
  await other.drop()
})

test('refuses a backup with one changed byte, one lost line or a cut end before writing anything', async () => {
  const whole = gunzipSync(readFileSync(kept))
  const changed = Buffer.from(whole)
  changed[whole.indexOf('row 77') + 4] = 0x38
  const lines = whole.toString('latin1').split('\n')
  const shortened = Buffer.from(lines.toSpliced(20, 1).join('\n'), 'latin1')
  const cut = readFileSync(kept).subarray(0, -100)
  for (const [name, bytes] of Object.entries({
    changed: gzipSync(changed),
    shortened: gzipSync(shortened),
    cut,
  })) {
    const file = join(folder, name)
    writeFileSync(file, bytes)
    await inEmptyDatabase(async (url) => {
      await expect(restore(url, file, beside)).rejects.toThrow('damaged')
      expect((await query(url, "select 1 from pg_tables where schemaname = 'folkmoot'")).rowCount).toBe(0)
    })
  }
})

test('refuses what is no backup, and a file that is not there', async () => {
  const file = join(folder, 'letter')
  writeFileSync(file, 'Dear minister Dora')
  await expect(restore(town.url, file, beside)).rejects.toThrow('no backup of Folkmoot')
  await expect(restore(town.url, join(folder, 'nothing'), beside)).rejects.toThrow('no readable file')
})

test('refuses a backup of a newer release', async () => {
  const other = await testDatabase()
  await query(other.url, "insert into folkmoot.migration (name, checksum) values ('9999_future', 'f')")
  const file = join(folder, 'newer')
  await backup(other.url, file, beside)
  await other.drop()
  await inEmptyDatabase((url) => expect(restore(url, file, beside)).rejects.toThrow('newer or another release'))
})

/** Whoever may write a backup may also seal it anew. */
function forged(name: string, change: (header: { tables: { name: string; columns: string[] }[] }) => void): string {
  const [first = '', ...rest] = gunzipSync(readFileSync(kept)).toString('latin1').trimEnd().split('\n')
  const header = JSON.parse(Buffer.from(first, 'latin1').toString())
  change(header)
  const body = Buffer.concat([
    Buffer.from(`${JSON.stringify(header)}\n`),
    Buffer.from(`${rest.slice(0, -1).join('\n')}\n`, 'latin1'),
  ])
  const seal = JSON.stringify({ sha256: createHash('sha256').update(body).digest('hex') })
  const file = join(folder, name)
  writeFileSync(file, gzipSync(Buffer.concat([body, Buffer.from(`${seal}\n`)])))
  return file
}

test('a tampered backup with a seal of its own runs no SQL through the names of its tables and columns', async () => {
  const evil = 'commit; create table public.taken_over (); commit; begin; '
  const inName = forged('evil-name', ({ tables }) => {
    tables[0] = { name: `folkmoot.setting; ${evil}truncate folkmoot.setting`, columns: ['key', 'value'] }
  })
  const inColumn = forged('evil-column', ({ tables }) => {
    tables[0]?.columns.push(`key) from stdin; ${evil}--`)
  })
  for (const file of [inName, inColumn])
    await inEmptyDatabase(async (url) => {
      const refused = await restore(url, file, beside).catch((error: Error) => error.message)
      expect((await query(url, "select 1 from pg_tables where tablename = 'taken_over'")).rowCount).toBe(0)
      expect(refused).toContain('names tables that Folkmoot does not have')
    })
  await inEmptyDatabase((url) =>
    restore(
      url,
      forged('unchanged', () => {}),
      beside,
    ).then(() => {}),
  )
})

test('a small packed file with one endless line does not fill the memory', async () => {
  const file = join(folder, 'bomb')
  writeFileSync(file, gzipSync(Buffer.alloc(80 * 1024 * 1024, 'x'), { level: 1 }))
  await expect(restore(town.url, file, beside)).rejects.toMatchObject({
    message: expect.stringContaining('damaged or no backup of Folkmoot'),
    cause: { message: 'a line is longer than any of ours' },
  })
})

async function inEmptyDatabase(act: (url: string) => Promise<void>): Promise<void> {
  empties += 1
  const url = urlOfDatabase(town.url, `${new URL(town.url).pathname.slice(1)}_empty_${empties}`)
  await ensureDatabase(url)
  try {
    await act(url)
  } finally {
    await dropDatabase(url)
  }
}

/** Each table with a hash over its rows. */
async function fingerprint(url: string): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await query(
    url,
    `select format('%I.%I', schemaname, tablename) as name from pg_tables
    where schemaname not like 'pg\\_%' and schemaname <> 'information_schema' and tablename <> 'migration' order by 1`,
  )
  const prints: Record<string, unknown> = {}
  for (const { name } of rows) {
    const table = String(name)
    const print = await query(
      url,
      `select count(*), md5(string_agg(t::text, '|' order by t::text)) as hash from ${table} t`,
    )
    prints[table] = print.rows[0]
  }
  return prints
}

async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await client.query<Record<string, unknown>>(sql, values)
  } finally {
    await client.end()
  }
}
