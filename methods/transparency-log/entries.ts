import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'

/** The longest entry a bundle can hold, in bytes. C2SP tlog-tiles, "Log entries". */
export const longestEntry = 65_535

/** A bundle: each entry after its length in two bytes, the greater first. C2SP tlog-tiles, "Log entries". */
export function bundleOf(entries: readonly Uint8Array[]): Result<Uint8Array, 'entry-too-long'> {
  if (entries.some((entry) => entry.length > longestEntry)) return refuse('entry-too-long')
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0))
  let at = 0
  for (const entry of entries) {
    bundle[at] = entry.length >> 8
    bundle[at + 1] = entry.length & 255
    bundle.set(entry, at + 2)
    at += 2 + entry.length
  }
  return accept(bundle)
}

/** The entries of a bundle, as views on it; refused where a length says more than is there. */
export function entriesOf(bundle: Uint8Array): Result<readonly Uint8Array[], 'bundle-broken'> {
  const entries: Uint8Array[] = []
  for (let at = 0; at < bundle.length;) {
    const [high, low] = [bundle[at], bundle[at + 1]]
    if (high === undefined || low === undefined) return refuse('bundle-broken')
    const end = at + 2 + high * 256 + low
    if (end > bundle.length) return refuse('bundle-broken')
    entries.push(bundle.subarray(at + 2, end))
    at = end
  }
  return accept(entries)
}
