import type { Read } from '../db/index.ts'
import { lastPublicAct } from './read.ts'

const millisecondsInMinute = 60_000

/**
 * How far a place has come: another text after each public act, and after each minute, since of two acts at once the earlier can
 * be recorded last, and a day that passes makes a promise late. Ask for it before reading what is kept under it: what is read
 * meanwhile can then only be newer than it is taken for.
 */
export async function publicVersion(read: Read, now: Temporal.Instant): Promise<string> {
  return `${await lastPublicAct(read)} ${Math.floor(now.epochMilliseconds / millisecondsInMinute)}`
}

export type Kept<Value> = (
  at: { readonly key: string; readonly version: string },
  make: () => Promise<Value>,
) => Promise<Value>

/** Makes what many ask for once and gives it to all of them while its version stands; `most` of them, the newest made. */
export function openKept<Value>(most: number): Kept<Value> {
  const kept = new Map<string, { readonly version: string; readonly made: Promise<Value> }>()
  return ({ key, version }, make) => {
    const found = kept.get(key)
    if (found?.version === version) return found.made
    const one = { version, made: make() }
    kept.delete(key)
    kept.set(key, one)
    const oldest = kept.keys().next().value
    if (kept.size > most && oldest !== undefined) kept.delete(oldest)
    // A failure is kept for nobody.
    one.made.catch(() => {
      if (kept.get(key) === one) kept.delete(key)
    })
    return one.made
  }
}
