import { expect, it } from 'vitest'
import { decideRecord, recordApplication } from '../by-staff/commands.ts'
import { lockPool } from './commands.ts'
import { database, fair, openTown, read, tellings, town, withLimits } from './testing-draw.ts'
import { applicationsOf } from '../store.ts'

openTown()

it('a telephone application written down in time is not kept out of the draw by locking the list first', async () => {
  const of = await withLimits(fair, tellings)
  const { slug } = of.problem
  const [first] = await applicationsOf(read(), of.problem.id)
  if (!first) throw new Error('somebody asked')
  const inTime = database.at(of.opensAt.add({ hours: 1 }))
  const recorded = await recordApplication(inTime, town.people.chen, {
    slug,
    way: 'phone',
    name: 'Grethe Ås',
    address: 'Havnegade 1\n5700 Testhavn',
    phone: '',
    language: 'da',
    code: '',
    profile: first.profile,
    motivation: 'I walk there every evening.',
    tie: 'I live beside it.',
    gender: 'woman',
    told: {},
  })
  expect(recorded).toMatchObject({ ok: true })
  const closed = database.at(of.closedAt)
  const lock = () => lockPool(closed, town.people.chen, slug)
  expect(await lock()).toMatchObject({ ok: false, refusal: 'staff-record-waits' })
  expect(await decideRecord(closed, town.people.gita, { slug, number: 1, why: null })).toMatchObject({ ok: true })
  expect(await lock()).toMatchObject({ value: { size: tellings.length + 1 } })
})
