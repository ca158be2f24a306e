import { createHash } from 'node:crypto'
import { createWriteStream, existsSync, linkSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { Client } from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { endOfPart, formatName, type BesideFiles, type Header, type Seal } from './backup-format.ts'
import { listSequences, listTables } from './backup-tables.ts'

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
  // In the order of `migrations`, whatever the language of the database: restoring compares them one by one.
  const migrations = await client.query<Header['migrations'][number]>(
    'select name, checksum from folkmoot.migration order by name collate "C"',
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
