import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { referralRemindersPoll } from './reminding.ts'
import { referralsWaitingFor } from './slots.ts'

const due = Temporal.Instant.from('2027-01-31T22:59:59Z')

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

type Waits = { readonly body: Id<'body'>; readonly dueAt: Temporal.Instant; readonly isTold: boolean }

/** Written as they stand after years: what came to a body, and whom the worker has reminded of it. */
async function waiting(all: readonly Waits[]): Promise<readonly Id<'referral'>[]> {
  return database.transact(town.place.id, null, async (tx) => {
    const ids: Id<'referral'>[] = []
    for (const [at, { body, dueAt, isTold }] of all.entries()) {
      const id = newId('referral')
      ids.push(id)
      await sql`
        insert into decision.referral_in (jurisdiction_id, id, number, from_id, from_slug, from_number, from_body_name, body_id,
          question, title, text, why, language, asked_by_name, arrived_at, due_at)
        values (${town.place.id}, ${id}, ${at + 1}, ${town.place.id}, 'harbour', 1, 'Town council', ${body},
          'Who owns the quay?', ${`Gate ${at + 1}`}, 'Build a gate.', 'It is theirs.', 'en', 'Dora', ${dueAt.subtract({ hours: 2400 })}, ${dueAt})`.execute(
        tx,
      )
      if (!isTold) continue
      await sql`
        insert into decision.referral_reminder (jurisdiction_id, referral_id, step, told_at)
        values (${town.place.id}, ${id}, 'those', ${dueAt}), (${town.place.id}, ${id}, 'chair', ${dueAt})`.execute(tx)
    }
    return ids
  })
}

test('what waited long after its reminders, in another body, hid what came later from its own body and held up its reminder', async () => {
  const old = { body: town.council, dueAt: due.subtract({ hours: 2400 }), isTold: true }
  const ids = await waiting([
    ...Array.from({ length: 201 }, () => old),
    { body: town.committee, dueAt: due, isTold: false },
  ])

  await referralRemindersPoll(database.at(due.subtract({ hours: 24 })), town.place.id)
  const { rows } = await database.queueSql(`select data from pgboss.job where name = 'notices.tell'`)
  const told = (rows as { data: { message: string; about: { id: string } } }[]).map(({ data }) => data)
  expect(told).toMatchObject([{ message: 'told.referral-late-those', about: { id: ids.at(-1) } }])

  const visit = visitIn(database, town.place, { as: town.people.emil })
  const onDesk = await referralsWaitingFor(visit, [town.committee])
  expect(onDesk.map(({ detail }) => detail)).toEqual(['Gate 202'])
})
