import { CompiledQuery } from 'kysely'
import type { Read } from './database.ts'

/** The text of each template, written once: `$1`, `$2` … stand where the values go. */
const texts = new WeakMap<TemplateStringsArray, string>()

/**
 * A statement whose text never changes, for the paths every vote takes: Kysely's `sql` builds and walks a tree each time,
 * which costs more than sending the statement. Values only; where text is put together use `sql`.
 */
export function statement<Row>(parts: TemplateStringsArray, ...values: readonly unknown[]) {
  const known = texts.get(parts)
  const text = known ?? parts.reduce((before, part, at) => `${before}$${at}${part}`)
  if (known === undefined) texts.set(parts, text)
  return {
    execute: (read: Read): Promise<{ readonly rows: Row[] }> =>
      read.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, [...values])),
  }
}
