import { createHash, randomBytes } from 'node:crypto'
import { mkdir, open, readFile as read, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'

/** Files by the SHA-256 of their content, in folders of their first two letters. */
export type FileStore = { readonly folder: string }

export function openFileStore(folder: string): FileStore {
  return { folder }
}

/** Writes whole or not at all: to a name of its own, flushed to the disk, then renamed. */
export async function writeFile({ folder }: FileStore, bytes: Buffer): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(folder, hash)
  if (await stat(path).catch(() => undefined)) return hash
  await mkdir(join(folder, hash.slice(0, 2)), { recursive: true, mode: 0o700 })
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
  return hash
}

export async function readFile({ folder }: FileStore, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not the name of a file')
  return new Uint8Array(await read(pathOf(folder, hash)))
}

function pathOf(folder: string, hash: string): string {
  return join(folder, hash.slice(0, 2), hash)
}
