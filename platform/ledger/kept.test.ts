import { expect, test } from 'vitest'
import { openKept } from './kept.ts'

const asking = (kept: ReturnType<typeof openKept<string>>, made: string[]) => (key: string, version: string) =>
  kept({ key, version }, async () => {
    made.push(`${key}${version}`)
    return `${key}${version}`
  })

test('is made once for everybody while its version stands', async () => {
  const made: string[] = []
  const ask = asking(openKept(2), made)
  expect(await Promise.all([ask('a', '1'), ask('a', '1')])).toEqual(['a1', 'a1'])
  expect(await ask('a', '2')).toBe('a2')
  expect(made).toEqual(['a1', 'a2'])
})

test('of more than can be kept the one made longest ago goes', async () => {
  const made: string[] = []
  const ask = asking(openKept(2), made)
  for (const key of ['a', 'b', 'c', 'c', 'b', 'a']) await ask(key, '1')
  expect(made).toEqual(['a1', 'b1', 'c1', 'a1'])
})

test('a failure is tried again, and takes nothing newer with it', async () => {
  const kept = openKept<string>(2)
  const { promise, reject } = Promise.withResolvers<string>()
  const failing = kept({ key: 'a', version: '1' }, () => promise)
  const newer = kept({ key: 'a', version: '2' }, async () => 'newer')
  reject(new Error('gone'))
  await expect(failing).rejects.toThrow('gone')
  expect(await newer).toBe('newer')
  expect(await kept({ key: 'a', version: '2' }, async () => 'made again')).toBe('newer')
  await expect(kept({ key: 'b', version: '1' }, async () => Promise.reject(new Error('again')))).rejects.toThrow(
    'again',
  )
  expect(await kept({ key: 'b', version: '1' }, async () => 'better')).toBe('better')
})
