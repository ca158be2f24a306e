import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile as readWhole, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'

/** A folder in which a file's name is the SHA-256 of its bytes: the same picture is kept once, and none is ever changed. */
export type FileStore = { readonly folder: string }

export function openFileStore(folder: string): FileStore {
  return { folder }
}

export function isHash(text: string): boolean {
  return /^[0-9a-f]{64}$/.test(text)
}

/** Keeps the bytes and returns their hash. When it returns, a loss of power no longer takes them away. */
export async function keepBytes(store: FileStore, bytes: Uint8Array): Promise<string> {
  const hash = createHash('sha256').update(bytes).digest('hex')
  const path = pathOf(store, hash)
  if (await isThere(path)) return hash
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const unfinished = join(folder, `${crypto.randomUUID()}.tmp`)
  try {
    await writeDurably(unfinished, bytes)
    await rename(unfinished, path)
  } catch (error) {
    await rm(unfinished, { force: true })
    throw error
  }
  await syncFolder(folder)
  return hash
}

/** Throws when the hash is none, or when nothing of that hash is kept. */
export async function readFile(store: FileStore, hash: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await readWhole(pathOf(store, hash)))
}

/** Every file there is, by name: for a backup. What is unfinished is not there yet. */
export async function* everyFile({ folder }: FileStore): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  const names = await readdir(folder, { recursive: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] // nobody has sent a picture yet
    throw error
  })
  for (const name of names
    .map((path) => basename(path))
    .filter(isHash)
    .toSorted())
    yield { name, bytes: await readFile({ folder }, name) }
}

/** Puts a file back under its name. Throws when the bytes are not those of the name. */
export async function putBack(store: FileStore, name: string, bytes: Uint8Array): Promise<void> {
  if ((await keepBytes(store, bytes)) !== name) throw new Error(`the file ${name} is not what its name says`)
}

/** 256 folders, so that none grows too long to list. */
function pathOf({ folder }: FileStore, hash: string): string {
  if (!isHash(hash)) throw new Error('a file is asked for by something that is no hash')
  return join(folder, hash.slice(0, 2), hash)
}

async function isThere(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isFile()
  } catch {
    return false
  }
}

async function writeDurably(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

// A renamed file survives a loss of power only when its folder has been written too.
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}
