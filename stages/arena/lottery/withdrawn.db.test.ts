import { expect, it } from 'vitest'
import { withdrawApplication } from '../changing.ts'
import { panelsOf } from './panels-store.ts'
import { entriesOf } from './pool-store.ts'
import { at, database, go, openTown, read, town, withLimits, work } from './testing-draw.ts'

openTown()

it('who withdraws after the list is locked leaves her number in it, and neither account nor values nor salt', async () => {
  const of = await withLimits()
  await go(of, 'arena.lock-lottery-list', { as: town.people.chen })
  const [gone] = of.people
  if (!gone) throw new Error('somebody asked')
  const before = (await entriesOf(read(), at(of))).find(({ account }) => account === gone.account)
  expect(await withdrawApplication(database.at(of.closedAt), gone, of.problem.slug)).toMatchObject({ ok: true })
  const after = (await entriesOf(read(), at(of))).find(({ number }) => number === before?.number)
  expect(after).toMatchObject({ account: null, application: null, values: null, household: null, salt: null })
  expect(after?.commitment).toEqual(before?.commitment)
  // The draw goes on without her, and says which number left.
  await go(of, 'arena.make-lottery-panels', { as: town.people.chen })
  await work(of)
  expect((await panelsOf(read(), at(of)))?.left).toEqual([before?.number])
})
