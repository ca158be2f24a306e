import type { Read } from './database.ts'
import { together } from './together.ts'

/**
 * A list by key, such as the meetings of a case. Lists asked for in the same moment are read with one statement, so that a
 * page of ten cases asks each stage once and not ten times. Rows keep the statement's order within their key.
 */
export function listsBy<Key extends string, Row>(
  keyOf: (row: Row) => Key,
  rowsOf: (read: Read, keys: readonly Key[]) => Promise<readonly Row[]>,
): (read: Read, key: Key) => Promise<readonly Row[]> {
  const ask = together(async (read: Read, keys: readonly Key[]) => {
    const lists = Map.groupBy(await rowsOf(read, [...new Set(keys)]), keyOf)
    return keys.map((key): readonly Row[] => lists.get(key) ?? [])
  })
  return (read, key) => ask(read, read.jurisdiction, key)
}
