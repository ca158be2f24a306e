import { addresses } from '@folkmoot/basics/addresses.ts'
import { expect, test } from 'vitest'
import { arenaRoutes } from './routes.tsx'
import { openTown, visitOf } from './testing-walk.ts'

openTown()

test('an unknown case is not found', async () => {
  const ofCases = arenaRoutes.filter(({ at }) => addresses[at].includes('/:problem/'))
  for (const row of ofCases.filter((one) => one.records === 'nothing')) {
    const reply = await row.handle({ ...visitOf({ as: 'dora' }), params: { problem: 'nothing' } as never })
    expect(reply.kind, row.at).toBe('not-found')
  }
})
