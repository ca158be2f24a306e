import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { lastRunOf } from './panels-store.ts'
import { at, go, later, openTown, read, stepOf, town, withLimits, work } from './testing-draw.ts'

openTown()

it('panels that can give nobody her chance end in words: what came out, and what to do instead of trying once more', async () => {
  const of = await withLimits()
  const { chen } = town.people
  await go(of, 'arena.lock-lottery-list', { as: chen })
  expect(await go(of, 'arena.make-lottery-panels', { as: chen })).toMatchObject({ kind: 'redirect' })
  await work(of, 1, async () => ({ kind: 'uneven', deviation: 1.2 }))
  expect(await lastRunOf(read(), at(of))).toMatchObject({ state: 'uneven' })
  expect(await stepOf(of)).toBe('pool')
  const shown = textOf(await go(of, 'arena.lottery', { as: chen, at: later(of.closedAt, 20) }))
  expect(shown).toContain('It comes out the same each time')
  expect(shown).not.toContain('people/draw/panels"')
  const again = await go(of, 'arena.make-lottery-panels', { as: chen, at: later(of.closedAt, 20) })
  expect(textOf(again)).toContain('set one limit a little wider')
})
