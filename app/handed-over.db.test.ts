import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { entries } from '../platform/ledger/index.ts'
import { foundGroup, type TestGroup } from '../stages/arena/testing.ts'
import { handOver } from '../stages/decision/commands.ts'
import { decisionRoutes } from '../stages/decision/index.ts'
import { takeStand, writeMinorityText } from '../stages/draft/commands.ts'
import { signMinorityText } from '../stages/draft/minority/commands.ts'
import { aSection, withSection, writingIn } from '../stages/draft/text/testing.ts'

/** What a body gets: the text, and the names of those who stand by another one, as they stood on that day. */

let home: TestDatabase
let database: Database
let town: Town
let group: TestGroup

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  group = await foundGroup(database, town, {
    chair: 'dora',
    mandate: {
      parentBody: town.committee,
      recipientBody: town.council,
      answerRule: { count: 60, unit: 'days' },
    },
  })
  await writingIn(database, group).write(group.member('alice'), withSection(aSection()))
  for (const name of ['alice', 'bashir'] as const)
    await takeStand(database, group.member(name), { ...first(), choice: 'disagree', version: 1 })
  await writeMinorityText(database, group.member('alice'), { ...first(), text: 'Light is not enough.' })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const first = () => ({ slug: group.slug, number: 1 })
const sign = (name: Townsperson, act: 'sign' | 'withdraw' = 'sign') =>
  signMinorityText(database, group.member(name), { ...first(), act, seen: 1 })

it('names in the record who signed the minority text, as they stood: no name more, and later none less', async () => {
  expect((await sign('bashir')).ok).toBe(true)
  expect(
    await handOver(database, group.member('dora'), { slug: group.slug, place: town.place, language: 'en' }),
  ).toEqual({ ok: true, value: null })
  const record = async (): Promise<string> =>
    textOf(
      await answerAt(
        decisionRoutes,
        'decision.snapshot',
        visitIn(database, town.place, { params: { problem: group.slug } }),
      ),
    )
  expect(await record()).toContain('Who signed it:</strong> Alice, Bashir')
  const all = await entries(database.read(town.place.id), { problem: group.problem, limit: 100 })
  const handed = all.find(({ kind }) => kind === 'draft.handed-over')
  expect(handed?.public).toMatchObject({ recommendations: [{ number: 1, minoritySigners: 2 }] })
  expect(JSON.stringify(handed?.public)).not.toContain(town.people.bashir.account)
  // She wants her name back tomorrow: the record is of today.
  expect(await sign('bashir', 'withdraw')).toEqual({ ok: false, refusal: 'handed-over' })
  expect(await record()).toContain('Alice, Bashir')
})
