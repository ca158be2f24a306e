import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { draftCards } from '../cards.ts'
import { freezeDraft, takeStand, writeMinorityText } from '../commands.ts'
import { askCounterCase, writeCounterCase } from '../counter-cases/commands.ts'
import { counterCaseOf } from '../counter-cases/store.ts'
import { draftWaitingFor } from '../slots.ts'
import { recommendationsOf } from '../recommendations.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { aSection, withSection, writingIn } from '../text/testing.ts'
import { signMinorityText } from './commands.ts'
import { signersOf } from './store.ts'

let home: TestDatabase
let database: Database
let town: Town
let group: TestGroup

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  group = await foundGroup(database, town)
  await writingIn(database, group).write(group.member('alice'), withSection(aSection()))
})

const read = () => database.read(town.place.id)
const at = () => ({ slug: group.slug, number: 1 })
const stand = (name: Townsperson, choice: 'agree' | 'disagree') =>
  takeStand(database, group.member(name), { ...at(), choice, version: 1 })
const sign = (name: Townsperson, seen = 1, act: 'sign' | 'withdraw' = 'sign') =>
  signMinorityText(database, group.member(name), { ...at(), act, seen })

async function theRecommendation() {
  const [found] = await recommendationsOf(read(), group.problem)
  if (!found) throw new Error('a recommendation was saved')
  return found
}

it('abuse 41: each signs a minority text herself, only of a stand she shares, and may take her name back', async () => {
  await stand('alice', 'disagree')
  await stand('bashir', 'disagree')
  await stand('dora', 'agree')
  await writeMinorityText(database, group.member('alice'), { ...at(), text: 'Light is not enough.' })
  const { id } = await theRecommendation()
  expect((await signersOf(read(), id)).signers).toEqual([town.people.alice.account])
  expect(await sign('dora')).toEqual({ ok: false, refusal: 'other-stand' })
  expect(await sign('bashir', 9)).toEqual({ ok: false, refusal: 'changed-meanwhile' })
  expect((await sign('bashir')).ok).toBe(true)
  expect((await signersOf(read(), id)).signers).toHaveLength(2)
  expect((await sign('bashir', 1, 'withdraw')).ok).toBe(true)
  expect(await sign('bashir', 1, 'withdraw')).toEqual({ ok: false, refusal: 'not-signed' })
  expect((await signersOf(read(), id)).signers).toEqual([town.people.alice.account])
})

it('new words of a minority ask anew, and after the hand-over names stay as they are', async () => {
  await stand('alice', 'disagree')
  await stand('bashir', 'disagree')
  await writeMinorityText(database, group.member('alice'), { ...at(), text: 'Light is not enough.' })
  await sign('bashir')
  const { id } = await theRecommendation()
  // The same words sent again took the other names off; and whose name new words took off was not told.
  await writeMinorityText(database, group.member('bashir'), { ...at(), text: 'Light is not enough.' })
  expect(await signersOf(read(), id)).toMatchObject({ revision: 1, signers: { length: 2 } })
  await writeMinorityText(database, group.member('bashir'), { ...at(), text: 'Speed is what kills.' })
  const { rows } = await database.queueSql("select data from pgboss.job where name = 'notices.tell'")
  const { alice, bashir } = town.people
  expect((rows as { data: unknown }[]).map(({ data }) => data)).toContainEqual(
    expect.objectContaining({
      message: 'told.minority-changed',
      only: expect.arrayContaining([alice.account, bashir.account]),
      except: bashir.account,
      about: { kind: 'recommendation', id },
    }),
  )
  expect(await signersOf(read(), id)).toEqual({ revision: 2, signers: [town.people.bashir.account] })
  await database.transact(town.place.id, null, (tx) => freezeDraft(tx, group.problem))
  expect(await sign('alice', 2)).toEqual({ ok: false, refusal: 'handed-over' })
  expect(await sign('bashir', 2, 'withdraw')).toEqual({ ok: false, refusal: 'handed-over' })
})

it('the case against is written by the two who were asked, and says who had spoken before', async () => {
  const dora = group.member('dora')
  const chair = { ...dora, roles: [...dora.roles, { name: 'arena-chair', scope: group.problem } as const] }
  const { account: alice } = town.people.alice
  const { account: bashir } = town.people.bashir
  if (!alice || !bashir) throw new Error('everybody in town has an account')
  await stand('alice', 'agree')
  await stand('bashir', 'agree')
  const due = { dueOn: Temporal.PlainDate.from('2999-01-01'), timeZone: 'Europe/Copenhagen' }
  expect((await askCounterCase(database, chair, { ...at(), asked: [alice, bashir], ...due })).ok).toBe(true)
  const waiting = () => draftWaitingFor(visitIn(database, town.place, { as: group.member('bashir') }))
  expect(await waiting()).toMatchObject([{ title: expect.stringContaining('Write the strongest case against') }])
  const { id } = await theRecommendation()
  const counter = await counterCaseOf(read(), id)
  // Before it is written it is named by what it is against; it was named by a bare number.
  const [card] = await draftCards['counter-case'](read(), counter ? [counter.id] : [])
  expect(card?.title).toBe((await theRecommendation()).title)
  const written = { ...at(), text: 'Light draws traffic.', language: 'en' }
  expect(await writeCounterCase(database, chair, written)).toEqual({ ok: false, refusal: 'only-advocates' })
  expect((await writeCounterCase(database, group.member('bashir'), written)).ok).toBe(true)
  expect(await waiting()).toEqual([])
  await stand('dora', 'agree')
  expect(await counterCaseOf(read(), id)).toMatchObject({ text: 'Light draws traffic.', revision: 1, standsBefore: 2 })
})
