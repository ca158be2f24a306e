import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { boundField } from './form.ts'
import { limitsOf } from './store.ts'
import { at, go, openTown, read, town, withLimits } from './testing-draw.ts'

openTown()

it('brings in limits from a file: a wrong one is named by row and column, a right one is shown, and neither is set', async () => {
  const of = await withLimits()
  const [women, men] = of.gender.values
  if (!women || !men) throw new Error('two groups')
  const send = (text?: string) =>
    go(of, 'arena.set-lottery-limits', {
      as: town.people.chen,
      at: of.opensAt,
      typed: { read: 'file' },
      ...(text === undefined ? {} : { sent: { table: new File([text], 'categories.csv') } }),
    })
  const head = 'category,feature,min,max\n'
  const wrong = await send(`${head}${of.gender.name},${women.name},4,6\n${of.gender.name},${men.name},few,6\n`)
  expect(wrong).toMatchObject({ status: 422 })
  expect(textOf(wrong)).toContain('Row 3 has no whole number in the column “min”')
  expect(await send()).toMatchObject({ status: 422 })
  const right = await send(`${head}${of.gender.name},${women.name},2,9\n${of.gender.name},${men.name},1,8\n`)
  expect(right).toMatchObject({ status: 200 })
  expect(textOf(right)).toContain('Nothing is set yet')
  const field = textOf(right).match(new RegExp(`<input[^>]*name="${boundField(of.gender.id, women.id, 'max')}"[^>]*>`))
  expect(field?.[0]).toContain('value="9"')
  const versions = await limitsOf(read(), at(of))
  expect(versions.map(({ version }) => version)).toEqual([1])
})
