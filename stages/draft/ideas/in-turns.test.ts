import { expect, it } from 'vitest'
import { inTurns } from './in-turns.ts'
import type { Pieces } from './piece-rules.ts'

it('lets others have their turn between two pieces, and answers what comes of them', async () => {
  const happened: string[] = []
  function* pieces(): Pieces<string> {
    for (const piece of ['first', 'second', 'third']) {
      happened.push(piece)
      setImmediate(() => happened.push(`others after the ${piece}`))
      yield 1
    }
    return 'done'
  }
  expect(await inTurns(pieces())).toBe('done')
  expect(happened).toEqual([
    'first',
    'others after the first',
    'second',
    'others after the second',
    'third',
    'others after the third',
  ])
})
