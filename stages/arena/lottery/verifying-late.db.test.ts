import { loadSolver } from '@folkmoot/sortition/solver.ts'
import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { readDrawFile } from './draw-file.ts'
import { announced, doubts, givesUp } from './testing-beacon.ts'
import {
  fair,
  go,
  later,
  limitsOfTown,
  lookAgain,
  openTown,
  town,
  withLimits,
  withPanels,
  work,
  write,
  writeAgain,
} from './testing-draw.ts'
import type { LotteryCase } from './testing.ts'
import { findingInWords, verifyDraw } from './verifying.ts'

openTown()

const fileOf = async (of: LotteryCase) => JSON.parse(textOf(await go(of, 'arena.lottery-data')))

/** What the command says of one thing in a published file. */
async function said(file: unknown, what: string): Promise<readonly [boolean | null, string] | undefined> {
  const draw = readDrawFile(JSON.stringify(file))
  if (!draw.ok) throw new Error('a published file is read')
  const one = (await verifyDraw(draw.value, undefined, await loadSolver())).find((finding) => finding.what === what)
  return one && [one.is, findingInWords(one, 'en')]
}

it('limits that were set after the call had closed are said to be, and files of before say nothing of it', async () => {
  const of = await withLimits()
  const typed = await limitsOfTown(of, fair)
  await go(of, 'arena.set-lottery-limits', { as: town.people.chen, at: later(of.closedAt, 2), typed })
  await go(of, 'arena.lock-lottery-list', { as: town.people.chen, at: later(of.closedAt, 3) })
  await go(of, 'arena.make-lottery-panels', { as: town.people.chen, at: later(of.closedAt, 4) })
  await work(of)
  const file = await fileOf(of)
  expect(await said(file, 'limits-set')).toEqual([
    null,
    'The limits were set before the call closed (the limits were set on 2026-11-23T09:02:00Z, after the call closed on 2026-11-20T22:59:59.999Z: whoever set them could know who had applied)',
  ])
  expect(await said({ ...file, limitsSet: undefined }, 'limits-set')).toBeUndefined()
  expect(await said(await fileOf(await withPanels()), 'limits-set')).toEqual([
    true,
    'The limits were set before the call closed',
  ])
})

it('dice thrown anew before two people wrote different numbers are found out', async () => {
  const of = await withPanels()
  await write(of, town.people.chen, '123')
  await writeAgain(of, town.people.gita, '132')
  await lookAgain(of, town.people.dora, '132')
  await writeAgain(of, town.people.chen, '132')
  const file = await fileOf(of)
  expect(await said(file, 'number')).toMatchObject({ 0: true })
  const [first, second] = file.throws
  expect(await said({ ...file, throws: [first, { ...second, sameAs: null }] }, 'number')).toEqual([
    false,
    expect.stringContaining('dice were thrown 2026-11-23T11:00:00Z, before the two numbers that differed'),
  ])
})

it('a beacon that was given up is left to who checks, with what both found; one given up in haste is not', async () => {
  const of = await announced()
  await doubts(of, town.people.chen, later(of.closedAt, 181))
  await givesUp(of, town.people.gita, later(of.closedAt, 182))
  const file = await fileOf(of)
  expect(await said(file, 'beacon')).toEqual([
    null,
    expect.stringContaining('two people found no round: “No answer all evening” and “Error 404”. See for yourself'),
  ])
  const [beacon] = file.beacons
  const soon = { ...beacon, givenUp: { ...beacon.givenUp, at: '2026-11-23T11:59:00Z' } }
  expect(await said({ ...file, beacons: [soon] }, 'beacon')).toMatchObject({ 0: false })
  // Files of before it took two.
  expect(await said({ ...file, beacons: [{ ...beacon, doubt: undefined }] }, 'beacon')).toEqual([
    null,
    expect.stringContaining('it was given up: “Error 404”'),
  ])
})
