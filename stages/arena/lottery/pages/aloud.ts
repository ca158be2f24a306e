/** So much of a hash is read aloud: twelve letters, which nobody finds a second list for in an evening. */
const readAloud = 12

/** `7f3a 91c2 0be4` */
export function inGroups(hash: string): string {
  return hash.slice(0, readAloud).match(/.{4}/g)?.join(' ') ?? hash
}
