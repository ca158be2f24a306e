import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, linkSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import {
  endOfPart,
  formatName,
  type BesideFiles,
  type Header,
  type Seal,
  type Sequence,
  type Table,
} from './backup-format.ts'

export type { BesideFiles } from './backup-format.ts'
export { restore } from './restore.ts'

export type Kept = { readonly tables: number; readonly files: number }

/**
 * Writes the whole database as it is at one moment, while others work on, and the files beside it, to a new file. Files are
 * read after the rows and never change or go: each row has its file.
 * The backup holds everything, personal data and secrets of the ledger included: only its owner may read it.
 */
export async function backup(url: string, file: string, beside: BesideFiles): Promise<Kept> {
  if (existsSync(file)) throw new Error(`${file} exists already. A backup never overwrites: name another file.`)
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    // One snapshot for all tables. A policy that would hide rows from the backup is an error instead.
    await client.query('begin isolation level repeatable read, read only')
    await client.query('set local row_security = off')
    const header = await describe(client)
    const counted = { files: 0 }
    await writeNew(file, sealed(dump(client, header, counting(beside, counted))))
    return { tables: header.tables.length, files: counted.files }
  } finally {
    await client.end()
  }
}

async function describe(client: Client): Promise<Header> {
  const { rows } = await client.query<{ server: string; at: string }>(
    `select current_setting('server_version') as server, to_char(now() at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at`,
  )
  const migrations = await client.query<Header['migrations'][number]>(
    'select name, checksum from folkmoot.migration order by name',
  )
  return {
    format: formatName,
    takenAt: rows[0]?.at ?? '',
    server: rows[0]?.server ?? '',
    migrations: migrations.rows,
    tables: await listTables(client),
    sequences: await listSequences(client),
  }
}

type Listed = Table & { readonly needs: readonly string[] }

/** Every table that holds rows, except the list of migrations, which restoring writes by migrating. */
async function listTables(client: Client): Promise<readonly Table[]> {
  const { rows } = await client.query<Listed>(`
    select format('%I.%I', n.nspname, c.relname) as name,
      array(
        select quote_ident(a.attname)
        from pg_attribute a
        where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        order by a.attnum
      ) as columns,
      array(
        select distinct format('%I.%I', fn.nspname, f.relname)
        from pg_constraint k
        join pg_class f on f.oid = k.confrelid
        join pg_namespace fn on fn.oid = f.relnamespace
        where k.conrelid = c.oid and k.contype = 'f' and k.confrelid <> c.oid
      ) as needs
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'
      and (n.nspname, c.relname) <> ('folkmoot', 'migration')
    order by 1`)
  return neededFirst(rows).map(({ name, columns }) => ({ name, columns }))
}

/** Tables that point at each other in a circle come last, in the order of their names. */
function neededFirst(tables: readonly Listed[]): readonly Listed[] {
  const names = new Set(tables.map(({ name }) => name))
  const ordered: Listed[] = []
  const done = new Set<string>()
  let waiting = tables
  while (waiting.length > 0) {
    const ready = waiting.filter(({ needs }) => needs.every((need) => done.has(need) || !names.has(need)))
    if (ready.length === 0) return [...ordered, ...waiting]
    for (const table of ready) done.add(table.name)
    ordered.push(...ready)
    waiting = waiting.filter(({ name }) => !done.has(name))
  }
  return ordered
}

async function listSequences(client: Client): Promise<readonly Sequence[]> {
  const { rows } = await client.query<{ name: string }>(
    "select format('%I.%I', schemaname, sequencename) as name from pg_sequences where schemaname not like 'pg\\_%' order by 1",
  )
  const sequences: Sequence[] = []
  for (const { name } of rows) {
    const state = await client.query<Omit<Sequence, 'name'>>(
      `select last_value::text as "lastValue", is_called as "isCalled" from ${name}`,
    )
    if (state.rows[0]) sequences.push({ name, ...state.rows[0] })
  }
  return sequences
}

async function* counting(beside: BesideFiles, counted: { files: number }) {
  for await (const { name, bytes } of beside.all()) {
    counted.files += 1
    yield Buffer.from(`${name} ${Buffer.from(bytes).toString('base64')}\n`)
  }
}

async function* dump(
  client: Client,
  header: Header,
  files: AsyncIterable<Buffer>,
): AsyncGenerator<Buffer, void, undefined> {
  yield Buffer.from(`${JSON.stringify(header)}\n`)
  for (const { name, columns } of header.tables) {
    yield* client.query(copyTo(`copy ${name} (${columns.join(', ')}) to stdout`)) as AsyncIterable<Buffer>
    yield Buffer.from(endOfPart)
  }
  yield* files
  yield Buffer.from(endOfPart)
}

async function* sealed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256')
  for await (const chunk of chunks) {
    hash.update(chunk)
    yield chunk
  }
  const seal: Seal = { sha256: hash.digest('hex') }
  yield Buffer.from(`${JSON.stringify(seal)}\n`)
}

/** Under another name until it is whole and on the disk; `link` refuses a name that has been taken meanwhile. */
async function writeNew(file: string, chunks: AsyncIterable<Buffer>): Promise<void> {
  const unfinished = `${file}.unfinished-${process.pid}`
  try {
    await pipeline(chunks, createGzip(), createWriteStream(unfinished, { flags: 'wx', mode: 0o600, flush: true }))
    linkSync(unfinished, file)
  } finally {
    rmSync(unfinished, { force: true })
  }
}
