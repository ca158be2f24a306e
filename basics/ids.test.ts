import { expect, test } from 'vitest'
import { isNoun, newId, nouns, parseId, type Noun } from './ids.ts'

const timeless: readonly Noun[] = ['vote', 'support', 'participant']

test.each(nouns)('an id of a %s is a UUID of the right version and variant', (noun) => {
  for (let times = 0; times < 50; times += 1) {
    const id = newId(noun)
    expect(id[14]).toBe(timeless.includes(noun) ? '4' : '7')
    expect('89ab').toContain(id[19])
    expect(parseId(noun, id)).toBe(id)
  }
})

test('a version 7 id tells the millisecond it was made in; ids of later moments are greater', async () => {
  const before = Date.now()
  const first = newId('idea')
  const after = Date.now()
  const millisecond = Number.parseInt(first.replaceAll('-', '').slice(0, 12), 16)
  expect(millisecond).toBeGreaterThanOrEqual(before)
  expect(millisecond).toBeLessThanOrEqual(after)
  await new Promise((resolve) => setTimeout(resolve, 3))
  expect(newId('idea') > first).toBe(true)
})

test('a vote’s id tells no time: the same place in it differs within a millisecond', () => {
  const starts = Array.from({ length: 100 }, () => newId('vote').slice(0, 8))
  expect(new Set(starts).size).toBeGreaterThan(95)
})

test('ten thousand ids differ', () => {
  expect(new Set(Array.from({ length: 10_000 }, () => newId('event'))).size).toBe(10_000)
})

test.each([
  undefined,
  '',
  'harbour',
  "' or 1=1",
  '01a20a68a22e7629ab3df377e3d39190',
  '01A20A68-A22E-7629-AB3D-F377E3D39190',
  '01a20a68-a22e-9629-ab3d-f377e3d39190',
  '01a20a68-a22e-7629-cb3d-f377e3d39190',
  ' 01a20a68-a22e-7629-ab3d-f377e3d39190',
  '01a20a68-a22e-7629-ab3d-f377e3d39190\n',
  '00000000-0000-0000-0000-000000000000',
])('%j is no id', (text) => {
  expect(parseId('idea', text)).toBeUndefined()
})

test('a noun is one of the list', () => {
  expect(isNoun('idea')).toBe(true)
  expect(isNoun('toString')).toBe(false)
})
