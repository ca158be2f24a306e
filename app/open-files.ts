import { join, resolve } from 'node:path'
import { openFileStore, type FileStore } from '../platform/files/index.ts'
import type { Settings } from './settings.ts'

/** The pictures beside a database; those of the demonstration never beside real ones. */
export function openFiles({ dataFolder }: Settings, { isDemo }: { readonly isDemo: boolean }): FileStore {
  return openFileStore(join(resolve(dataFolder), isDemo ? 'files-demo' : 'files'))
}
