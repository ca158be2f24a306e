import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const root = new URL('..', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')
const papers = ['docs/security.md', 'docs/threats.md', 'docs/dpia.md', 'docs/processing-agreement.md']

/** Each table with the words of its columns, as the migrated database has them. */
function tables(): ReadonlyMap<string, string> {
  const schema = read('platform/db/schema.gen.ts')
  const columns = new Map(
    [...schema.matchAll(/^export interface (\w+) \{\n([^}]*)\n\}/gm)].map(([, type = '', words = '']) => [type, words]),
  )
  return new Map(
    [...schema.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)': (\w+)$/gm)].map(([, table = '', type = '']) => [
      table,
      columns.get(type) ?? '',
    ]),
  )
}

/** Whose it is, an address, or bytes: a hash of somebody, a key, words nobody sees in a column. */
const namesSomebody = /Id<'(?:account|participant|person)'>|\b(?:email|mailbox|phone|recipient): (?!number)|: Buffer\b/

const named = new Set([...read('docs/dpia.md').matchAll(/`([a-z]+\.[a-z_]+)`/g)].map(([, table = '']) => table))

it('docs/dpia.md names every table that holds somebody: name a new one there, with who sees it and until when', () => {
  const holding = [...tables()].flatMap(([table, columns]) => (namesSomebody.test(columns) ? [table] : []))
  expect(holding.length).toBeGreaterThan(100)
  expect(holding.filter((table) => !named.has(table))).toEqual([])
})

it('docs/dpia.md names no table that is gone', () => {
  const there = tables()
  expect([...named].filter((table) => !there.has(table))).toEqual([])
})

it.each(papers)('%s names only files that are there', (paper) => {
  const folder = '(?:app|basics|db|decisions|docs|journeys|methods|overview|platform|scripts|stages|ui)'
  const files = [...read(paper).matchAll(new RegExp(`\`(${folder}/[\\w./-]+)\``, 'g'))].map(([, path = '']) => path)
  expect(files.length).toBeGreaterThan(3)
  expect(files.filter((path) => !existsSync(new URL(path, root)))).toEqual([])
})
