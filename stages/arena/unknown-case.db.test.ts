import { addresses } from '@folkmoot/basics/addresses.ts'
import { expect, test } from 'vitest'
import { arenaRoutes } from './routes.tsx'
import { openTown, visitOf } from './testing-walk.ts'

openTown()

test('an unknown case is not found by whoever reads', async () => {
  const pages = arenaRoutes.filter(({ at }) => addresses[at].startsWith('GET') && addresses[at].includes('/:problem/'))
  expect(pages.length).toBeGreaterThan(20)
  for (const row of pages) {
    const reply = await row.handle({ ...visitOf({ as: 'dora' }), params: { problem: 'nothing' } as never })
    expect(reply.kind, row.at).toBe('not-found')
  }
})

test('whoever writes to an unknown case is not told that she may not: the politician, and the clerk', async () => {
  const acts = arenaRoutes.filter(({ at }) => addresses[at].startsWith('POST') && addresses[at].includes('/:problem/'))
  expect(acts.length).toBeGreaterThan(20)
  const kinds = new Map<string, string>()
  for (const row of acts)
    for (const as of ['dora', 'chen'] as const) {
      const reply = await row.handle({ ...visitOf({ as }), params: { problem: 'nothing', number: 1 } as never })
      if (kinds.get(row.at) !== 'not-found') kinds.set(row.at, reply.kind)
      expect(reply, `${as} ${row.at}`).not.toMatchObject({ status: 403 })
    }
  // A bug once: seven of them answered that the case is in a state in which it cannot be done.
  expect([...kinds].filter(([, kind]) => kind !== 'not-found')).toEqual([])
})
