import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { endStaffRole, grantStaffRole } from '../../../platform/identity/index.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { foundGroup } from '../testing.ts'
import { endStaffing, nameStaff } from './commands.ts'
import { putStaffing, staffingOf } from './store.ts'

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

function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has an account`)
  return account
}

function employed(who: Townsperson, role: 'facilitator' | 'officer' | 'clerk') {
  return database.transact(town.place.id, null, (tx) => grantStaffRole(tx, accountOf(who), role, null))
}

const read = () => database.read(town.place.id)

it('two jobs in one hand need a reason, by the rule and in the database', async () => {
  const { slug, problem, member } = await foundGroup(database, town, { chair: 'dora' })
  const chair = member('dora')
  const account = accountOf('chen')
  await employed('chen', 'clerk')
  await employed('chen', 'facilitator')
  const first = await nameStaff(database, chair, { slug, account, role: 'facilitator', note: '' })
  expect(first.ok).toBe(true)
  const again = { slug, account, role: 'clerk' } as const
  expect(await nameStaff(database, chair, { ...again, note: '' })).toEqual({ ok: false, refusal: 'note-needed' })
  await expect(
    database.transact(town.place.id, null, (tx) =>
      putStaffing(tx, problem, { account, role: 'clerk', note: '', by: account }),
    ),
  ).rejects.toThrow(/needs a note/)
  expect((await nameStaff(database, chair, { ...again, note: 'We are three at the town hall.' })).ok).toBe(true)
  expect(await staffingOf(read(), problem)).toMatchObject([
    { account, role: 'facilitator', note: '' },
    { account, role: 'clerk', note: 'We are three at the town hall.' },
  ])
  expect((await endStaffing(database, chair, again)).ok).toBe(true)
  expect(await endStaffing(database, chair, again)).toEqual({ ok: false, refusal: 'not-named' })
})

it('whoever is no longer employed as that serves no more, and begins anew when she is', async () => {
  const { slug, problem, member } = await foundGroup(database, town, { chair: 'dora' })
  const account = accountOf('aisha')
  const naming = { slug, account, role: 'officer', note: '' } as const
  expect(await nameStaff(database, member('dora'), naming)).toEqual({ ok: false, refusal: 'not-employed-so' })
  await employed('aisha', 'officer')
  expect((await nameStaff(database, member('dora'), naming)).ok).toBe(true)
  await database.transact(town.place.id, null, (tx) => endStaffRole(tx, account, 'officer'))
  expect(await staffingOf(read(), problem)).toEqual([])
  await employed('aisha', 'officer')
  await endStaffing(database, member('dora'), naming)
  expect((await nameStaff(database, member('dora'), naming)).ok).toBe(true)
  expect(await staffingOf(read(), problem)).toMatchObject([{ role: 'officer' }])
})
