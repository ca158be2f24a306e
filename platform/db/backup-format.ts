import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream'
import { createGunzip } from 'node:zlib'

/**
 * A backup is a gzip file of lines, so that it can be read without Folkmoot:
 *   1. one line of JSON, the header;
 *   2. for each table of the header, in its order: its rows in PostgreSQL's COPY text format, then a line `\.`;
 *   3. the files that lie beside the database: for each a line with its name, a space and its bytes in base64, then a line `\.`;
 *   4. one line of JSON, the seal: SHA-256 over all bytes before it.
 */
export const formatName = 'folkmoot-backup/2'

export type Header = {
  readonly format: typeof formatName
  readonly takenAt: string
  readonly server: string
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[]
  /** A table comes after those its foreign keys point to. */
  readonly tables: readonly Table[]
  readonly sequences: readonly Sequence[]
}

/** Names as they stand in SQL, quoted where they must be. */
export type Table = { readonly name: string; readonly columns: readonly string[] }
export type Sequence = { readonly name: string; readonly lastValue: string; readonly isCalled: boolean }

/** Files kept beside the database, such as pictures. Names hold no space. */
export type BesideFiles = {
  readonly all: () => AsyncIterable<{ readonly name: string; readonly bytes: Uint8Array }>
  /** Durable when it returns; doing it twice is doing it once. */
  readonly put: (name: string, bytes: Uint8Array) => Promise<void>
}

export type Seal = { readonly sha256: string }

export const endOfPart = '\\.\n'
const newline = 10

/** A picture of 8 MB in base64 has 11; a row of the longest texts far less. A packed file of nothing has one endless line. */
const longestLine = 64 * 1024 * 1024

/** Each line with its newline; never more in memory than the longest one may have. */
export async function* readLines(file: string): AsyncGenerator<Buffer, void, undefined> {
  // Errors of either stream end the loop below; the callback only keeps them from being thrown twice.
  const chunks = pipeline(createReadStream(file), createGunzip(), () => {}) as AsyncIterable<Buffer>
  let begun: Buffer[] = []
  let size = 0 // of what is begun
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(newline); at >= 0; at = chunk.indexOf(newline, from)) {
      const end = chunk.subarray(from, at + 1)
      yield begun.length > 0 ? Buffer.concat([...begun, end]) : end
      begun = []
      size = 0
      from = at + 1
    }
    if (from < chunk.length) begun.push(chunk.subarray(from))
    size += chunk.length - from
    if (size > longestLine) throw new Error('a line is longer than any of ours')
  }
  if (begun.length > 0) yield Buffer.concat(begun)
}
