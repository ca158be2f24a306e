import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { expect, it } from 'vitest'
import { z } from 'zod'

const root = new URL('..', import.meta.url)
const read = (path: string): string => readFileSync(new URL(path, root), 'utf8')

const statuses = ['held', 'held by design', 'not applicable', 'open', 'operator'] as const
const rowSchema = z.strictObject({
  req_id: z.string().regex(/^V\d+\.\d+\.\d+$/),
  level: z.enum(['1', '2']),
  status: z.enum(statuses),
  shown_by: z.string(),
  note: z.string(),
})
const rows = z.array(rowSchema).parse(parse(read('docs/asvs.csv'), { columns: true }))

/** `path › title`, several parted by ` | `; where no test can show it, a path alone. */
const shownBy = rows.flatMap(({ req_id: id, status, shown_by: shown }) =>
  shown === '' ? [] : shown.split(' | ').map((one) => ({ id, status, path: one.split(' › ')[0] ?? '', one })),
)

/** A test's title stands in quotes right after a bracket: `it('…'`, `it.each(rows)('…'`; the number of an abuse case may stand before it. */
function hasTest(path: string, title: string): boolean {
  const words = title.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
  return new RegExp(`(?<!skip|todo|fails)\\(\\s*(['"\`])(?:abuse \\d\\d: )*${words}\\1`).test(read(path))
}

it('docs/asvs.csv has each of the 253 requirements of levels 1 and 2 once, in the order of the standard', () => {
  const ids = rows.map(({ req_id: id, level }) => `${id},${level}\n`).join('')
  expect(rows).toHaveLength(253)
  // Of the numbers and levels in the standard's own file, which does not lie here for its licence.
  expect(createHash('sha256').update(ids).digest('hex')).toBe(
    'ee09334faed652b38563b1e97ecb77f218e04b0e8d73fa9ca3197b185404c8cd',
  )
})

it('whatever is held names a test that is there', () => {
  const faults = shownBy
    .filter(({ status }) => status === 'held')
    .filter(({ path, one }) => {
      const [, title] = one.split(' › ')
      const isTest = /\.(?:test|journey|kills)\.tsx?$/.test(path)
      return !title || !isTest || !existsSync(new URL(path, root)) || !hasTest(path, title)
    })
  expect(faults).toEqual([])
  expect(rows.filter(({ status, shown_by: shown }) => status === 'held' && shown === '')).toEqual([])
})

it('whatever else shows how something is held, or what an operator does, is a file that is there', () => {
  const needsFile = rows.filter(({ status }) => status === 'held by design' || status === 'operator')
  expect(needsFile.filter(({ shown_by: shown }) => shown === '')).toEqual([])
  expect(shownBy.filter(({ path }) => !existsSync(new URL(path, root)))).toEqual([])
})

it('whatever is held by no test says why', () => {
  expect(rows.filter(({ status, note }) => status !== 'held' && note === '')).toEqual([])
})

it('knows a test from words about it', () => {
  expect(hasTest('scripts/asvs.test.ts', 'knows a test from words about it')).toBe(true)
  expect(hasTest('scripts/asvs.test.ts', 'stands in quotes')).toBe(false)
})
