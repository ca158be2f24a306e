import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

export type FolderRefusal = 'not-empty' | 'no-such-parent'

/** Writes a file of the folder piece by piece, so that one of any size needs the memory of a piece. */
export type Put = (file: string, pieces: Iterable<string> | AsyncIterable<string>) => Promise<void>

/**
 * Makes a folder that is whole or not there: it is filled beside, under a name that says so, and takes its own once everything lies on
 * the disk. Whatever is refused or fails leaves nothing. Only whoever runs the program may read it.
 */
export async function intoNewFolder<Value, Refusal extends string>(
  folder: string,
  fill: (put: Put) => Promise<Result<Value, Refusal>>,
): Promise<Result<Value, Refusal | FolderRefusal>> {
  const target = resolve(folder)
  if (!(await isFree(target))) return refuse('not-empty')
  const beside = `${target}.unfinished-${randomBytes(4).toString('hex')}`
  if (!(await isMade(beside))) return refuse('no-such-parent')
  try {
    const filled = await fill((file, pieces) => putFile(resolve(beside, file), pieces))
    if (!filled.ok) return filled
    await flush(beside)
    // Refused by the system where somebody put something into the folder meanwhile.
    await rename(beside, target)
    await flush(dirname(target))
    return accept(filled.value)
  } finally {
    await rm(beside, { recursive: true, force: true })
  }
}

async function isFree(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    if (isCoded(error, 'ENOENT')) return true
    if (isCoded(error, 'ENOTDIR')) return false
    throw error
  }
}

async function isMade(folder: string): Promise<boolean> {
  try {
    await mkdir(folder, { mode: 0o700 })
    return true
  } catch (error) {
    if (isCoded(error, 'ENOENT')) return false
    throw error
  }
}

function isCoded(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code
}

const pieceLength = 65_536

async function putFile(path: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
  // A transaction that is tried again writes its files again.
  const file = await open(path, 'w', 0o600)
  try {
    let waiting = ''
    for await (const piece of pieces) {
      waiting += piece
      if (waiting.length < pieceLength) continue
      await file.write(waiting)
      waiting = ''
    }
    await file.write(waiting)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flush(folder: string): Promise<void> {
  const opened = await open(folder, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
