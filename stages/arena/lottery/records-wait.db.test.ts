import { isSignedIn } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { decideRecord, recordApplication } from '../by-staff/commands.ts'
import { lockEntries, lockPool } from './commands.ts'
import { at, database, fair, openTown, read, tellings, town, withLimits } from './testing-draw.ts'
import { applicationsOf } from '../store.ts'
import { gather } from './applicants.ts'
import { standingOf } from './standing.ts'
import { limitsOf } from './store.ts'

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
  const pastOurRules = closed.transact(town.place.id, null, async (tx) => {
    const standing = await standingOf(tx, of.problem)
    const [limits] = await limitsOf(tx, at(of))
    if (!limits || !isSignedIn(town.people.chen)) throw new Error('the clerk has set limits')
    const { applicants } = await gather(tx, standing, limits)
    await lockEntries(tx, at(of), { applicants, limits, actor: town.people.chen, isSealed: false })
  })
  await expect(pastOurRules).rejects.toThrow('waits with staff')
  expect(await decideRecord(closed, town.people.gita, { slug, number: 1, why: null })).toMatchObject({ ok: true })
  // What is written down after the close, past our rules, asks for nothing that was open: it holds nobody up.
  await closed.transact(town.place.id, null, (tx) =>
    sql`
      insert into arena.staff_record (jurisdiction_id, problem_id, number, way, name, address, phone, language, profile_id, motivation,
        tie, told, recorded_by, recorded_at)
      select jurisdiction_id, problem_id, 2, way, 'Too Late', address, phone, language, profile_id, motivation, tie, told, recorded_by,
        ${of.closedAt}
      from arena.staff_record where problem_id = ${of.problem.id}`.execute(tx),
  )
  expect(await lock()).toMatchObject({ value: { size: tellings.length + 1 } })
})
