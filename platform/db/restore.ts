import { createHash } from 'node:crypto'
import { pipeline } from 'node:stream/promises'
import { Client } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  endOfPart,
  formatName,
  readLines,
  type BesideFiles,
  type Header,
  type Seal,
  type Table,
} from './backup-format.ts'
import { listSequences, listTables } from './backup-tables.ts'
import { migrate, migrations } from './migrate.ts'

/**
 * Loads a backup into an empty database and brings it to this release. The file is checked to the last byte
 * before anything is written, and all rows come in one transaction.
 */
export async function restore(
  url: string,
  file: string,
  beside: BesideFiles,
): Promise<{ readonly tables: number; readonly files: number; readonly takenAt: string }> {
  const header = await verify(file)
  refuseUnknownShape(header, file)
  const client = new Client({ connectionString: url })
  await client.connect()
  let files = 0
  try {
    await refuseInhabited(client)
    const upTo = header.migrations.at(-1)?.name
    await migrate({ url, ...(upTo === undefined ? {} : { upTo }) })
    await refuseUnknownNames(client, header, file)
    files = await load(client, file, beside)
  } finally {
    await client.end()
  }
  await migrate({ url })
  return { tables: header.tables.length, files, takenAt: header.takenAt }
}

/** Reads the file once to its end and compares its seal; gives its header. */
async function verify(file: string): Promise<Header> {
  const hash = createHash('sha256')
  let header: Header | undefined
  let last: Buffer | undefined
  try {
    for await (const line of readLines(file)) {
      header ??= readHeader(line)
      if (last) hash.update(last)
      last = line
    }
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'EACCES') throw new Error(`There is no readable file ${file}.`, { cause })
    throw new Error(`${file} is damaged or no backup of Folkmoot. Nothing was restored.`, { cause })
  }
  if (!header || !last || readSeal(last)?.sha256 !== hash.digest('hex')) {
    throw new Error(`${file} is damaged: its checksum does not fit. Nothing was restored.`)
  }
  return header
}

function readHeader(line: Buffer): Header {
  const header = JSON.parse(line.toString()) as Header // what follows is only trusted once the seal fits
  if (String(header.format) !== formatName) throw new Error(`its first line does not say ${formatName}`)
  return header
}

function readSeal(line: Buffer): Seal | null {
  try {
    return JSON.parse(line.toString()) as Seal
  } catch {
    return null
  }
}

/** The backup's migrations must be the first of ours, byte for byte: only then do its rows fit. */
function refuseUnknownShape(header: Header, file: string): void {
  const fits = header.migrations.every(({ name, checksum }, at) => {
    const ours = migrations[at]
    return ours?.name === name && ours.checksum === checksum
  })
  if (!fits)
    throw new Error(`${file} was made by a newer or another release of Folkmoot. Restore it with that release.`)
}

/**
 * The seal says that the file is whole, not who made it: anyone can seal. Names go into SQL as they stand, on the owner's own
 * connection, so only those that the migrated database itself gives are taken.
 */
async function refuseUnknownNames(client: Client, { tables, sequences }: Header, file: string): Promise<void> {
  const ours = new Map((await listTables(client)).map(({ name, columns }) => [name, new Set(columns)]))
  const ourSequences = new Set((await listSequences(client)).map(({ name }) => name))
  const fits =
    tables.every(({ name, columns }) => columns.length > 0 && columns.every((column) => ours.get(name)?.has(column))) &&
    sequences.every(({ name }) => ourSequences.has(name))
  if (!fits) throw new Error(`${file} names tables that Folkmoot does not have. Nothing was restored.`)
}

async function refuseInhabited(client: Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select format('%I.%I', schemaname, tablename) as name
    from pg_tables
    where schemaname not like 'pg\\_%' and schemaname <> 'information_schema'
    limit 1`)
  if (rows[0]) throw new Error(`The database is not empty: it has the table ${rows[0].name}. Restore into a new one.`)
}

/** Gives the number of files. They are put back before the rows that speak of them are. */
async function load(client: Client, file: string, beside: BesideFiles): Promise<number> {
  await client.query('begin')
  try {
    await suspendTriggers(client)
    const files = await loadInto(client, file, beside)
    await client.query('commit')
    return files
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  }
}

/**
 * Rows come as they were: no trigger acts on them again. Only a superuser may say so;
 * with less, the order of the tables must do for the foreign keys.
 */
async function suspendTriggers(client: Client): Promise<void> {
  await client.query('savepoint before')
  try {
    await client.query("set local session_replication_role = 'replica'")
  } catch {
    await client.query('rollback to before')
    await client.query('set constraints all deferred')
  }
}

async function loadInto(client: Client, file: string, beside: BesideFiles): Promise<number> {
  const lines = readLines(file)
  const first = await lines.next()
  if (first.done) throw new Error('a backup that was whole a moment ago is empty now')
  const header = readHeader(first.value)
  // What the migrations themselves have put there comes again from the backup.
  const names = header.tables.map(({ name }) => name)
  if (names.length > 0) await client.query(`truncate ${names.join(', ')} cascade`)
  for (const table of header.tables) await loadTable(client, table, lines)
  for (const { name, lastValue, isCalled } of header.sequences) {
    await client.query('select setval($1::regclass, $2::bigint, $3)', [name, lastValue, isCalled])
  }
  const files = await putFiles(beside, lines)
  await lines.return()
  return files
}

async function putFiles(beside: BesideFiles, lines: Lines): Promise<number> {
  let files = 0
  for (let next = await lines.next(); !next.done && next.value.toString() !== endOfPart; next = await lines.next()) {
    const [name = '', base64 = ''] = next.value.toString().trimEnd().split(' ')
    await beside.put(name, Buffer.from(base64, 'base64'))
    files += 1
  }
  return files
}

type Lines = AsyncGenerator<Buffer, void, undefined>

async function loadTable(client: Client, { name, columns }: Table, lines: Lines): Promise<void> {
  // What triggers wrote meanwhile, where they could not be suspended, comes again from the backup.
  await client.query(`delete from ${name}`)
  const into = client.query(copyFrom(`copy ${name} (${columns.join(', ')}) from stdin`))
  await pipeline(rowsOfOneTable(lines), into)
}

const blockSize = 65_536 // bytes: one message to the server per block, not per row

async function* rowsOfOneTable(lines: Lines): AsyncGenerator<Buffer, void, undefined> {
  const end = Buffer.from(endOfPart)
  let block: Buffer[] = []
  let size = 0
  // Not `for await`: that would close the file after the first table.
  for (let next = await lines.next(); !next.done && !next.value.equals(end); next = await lines.next()) {
    block.push(next.value)
    size += next.value.length
    if (size < blockSize) continue
    yield Buffer.concat(block)
    block = []
    size = 0
  }
  if (size > 0) yield Buffer.concat(block)
}
