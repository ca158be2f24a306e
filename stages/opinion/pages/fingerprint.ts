/** A hash, so that one can be read aloud and compared with another. */
export function inEights(hash: string): string {
  return hash.match(/.{1,8}/g)?.join(' ') ?? ''
}
