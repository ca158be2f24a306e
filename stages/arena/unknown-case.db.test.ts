import { addresses } from '@folkmoot/basics/addresses.ts'
import { expect, test } from 'vitest'
import { arenaRoutes } from './routes.tsx'
import { openTown, visitOf } from './testing-walk.ts'

openTown()

test('an unknown case is not found', async () => {
  const pages = arenaRoutes.filter(({ at }) => addresses[at].startsWith('GET') && addresses[at].includes('/:problem/'))
  expect(pages.length).toBeGreaterThan(20)
  for (const row of pages) {
    const reply = await row.handle({ ...visitOf({ as: 'dora' }), params: { problem: 'nothing' } as never })
    expect(reply.kind, row.at).toBe('not-found')
  }
})
