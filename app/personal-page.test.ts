import { readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { purposes } from '../platform/personal/index.ts'
import { forgetters } from './forgetting.ts'
import { personalPage } from './personal-page.ts'
import { personalBySchema } from './personal.ts'

it('docs/personal-data.md fits the catalogues (renew it: UPDATE=1 npx vitest run app/personal-page)', () => {
  const path = new URL('../docs/personal-data.md', import.meta.url)
  if (process.env['UPDATE']) writeFileSync(path, personalPage(personalBySchema))
  expect(readFileSync(path, 'utf8')).toBe(personalPage(personalBySchema))
})

/** Every column of the migrated database that can hold words or bytes, or leads to somebody: `table.column`. */
function couldHold(): readonly string[] {
  const schema = readFileSync(new URL('../platform/db/schema.gen.ts', import.meta.url), 'utf8')
  const bodies = new Map(
    [...schema.matchAll(/^export interface (\w+) \{\n([^}]*)\n\}/gm)].map(([, type = '', body = '']) => [type, body]),
  )
  const tables = [...schema.matchAll(/^ {2}'([a-z_]+\.[a-z_]+)': (\w+)$/gm)]
  return tables.flatMap(([, table = '', type = '']) =>
    [...(bodies.get(type) ?? '').matchAll(/^\s*(\w+)\??: (.*)$/gm)].flatMap(([, column = '', kind = '']) =>
      /\bstring\b|Json|Buffer|Id<'(?:account|person|participant)'>/.test(kind) ? [`${table}.${column}`] : [],
    ),
  )
}

const named = Object.entries(personalBySchema).flatMap(([schema, { held, nobodys }]) =>
  [...held.map(({ columns }) => columns), nobodys].flatMap((columns) =>
    Object.entries(columns).flatMap(([table, names]) => names.split(' ').map((name) => `${schema}.${table}.${name}`)),
  ),
)

describe('what is kept of people', () => {
  it('is said of every column that could hold something of somebody, once', () => {
    const all = couldHold()
    expect(all.length).toBeGreaterThan(900)
    const missing = all.filter((column) => !named.includes(column))
    expect(missing, 'say in the personal.ts of the folder whose it is, why and until when').toEqual([])
    expect(named.filter((column) => !all.includes(column))).toEqual([])
    expect(named.filter((column, at) => named.indexOf(column) !== at)).toEqual([])
  })

  it('has somebody who erases it, or says that it stays', () => {
    const held = Object.values(personalBySchema).flatMap((one) => one.held)
    for (const { until, by, columns } of held) expect([columns, by.length === 0]).toEqual([columns, until === 'no end'])
    expect(new Set(held.map(({ purpose }) => purpose))).toEqual(new Set(Object.keys(purposes)))
  })

  it('is erased by the worker where it has a time of its own', () => {
    const erasers = new Set(Object.values(personalBySchema).flatMap(({ held }) => held.flatMap(({ by }) => by)))
    // Empties accounts, by the eraser those of who leaves have.
    const others = forgetters.filter((forget) => !erasers.has(forget)).map(({ name }) => name)
    expect(others).toEqual(['forgetStrangers'])
  })
})
