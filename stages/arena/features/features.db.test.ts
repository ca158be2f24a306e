import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { featureField } from './form.ts'
import { featureRoutes } from './routes.tsx'
import { aboutYou } from './slots.tsx'
import { featuresOf, standingFeatures, type Feature } from './store.ts'
import { putToldFeatures, toldFeaturesOf } from './told-store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

beforeEach(async () => {
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

async function go(at: Parameters<typeof answerAt>[1], as: Townsperson, going: Going = {}) {
  return answerAt(featureRoutes, at, visitIn(database, town.place, { ...going, as: town.people[as] }))
}

function accountOf(who: Townsperson): Id<'account'> {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has an account`)
  return account
}

const add = (values: Readonly<Record<string, string>>) => go('arena.add-feature', 'chen', { typed: typed(values) })

async function addAge(): Promise<Feature> {
  await add({ name: 'Age', values: 'Under 30\n\n  30 to 64 \n65 or older' })
  return featureNamed('Age')
}

async function addGender(): Promise<Feature> {
  await add({ kind: 'gender', name: 'Gender', woman: 'Woman', man: 'Man', other: 'Another' })
  return featureNamed('Gender')
}

async function featureNamed(name: string): Promise<Feature> {
  const found = (await featuresOf(database.read(town.place.id))).find((one) => one.name === name)
  if (!found) throw new Error(`no feature ${name}`)
  return found
}

function valueOf(feature: Feature, name: string): Id<'feature-value'> {
  const found = feature.values.find((one) => one.name === name)
  if (!found) throw new Error(`no value ${name}`)
  return found.id
}

const toldBy = async (who: Townsperson) =>
  (await toldFeaturesOf(database.read(town.place.id), [accountOf(who)])).get(accountOf(who))

const tell = (who: Townsperson, feature: Feature, value: string) =>
  go('arena.tell-features', who, { typed: typed({ [featureField(feature.id)]: value }) })

describe('what a place counts people by', () => {
  it('is added with its answers in order, empty lines left out', async () => {
    const age = await addAge()
    expect(age).toMatchObject({ kind: 'other' })
    expect(age.values.map(({ name, code }) => [name, code])).toEqual([
      ['Under 30', null],
      ['30 to 64', null],
      ['65 or older', null],
    ])
    const gender = await addGender()
    expect(gender.values.map(({ code }) => code)).toEqual(['woman', 'man', 'other'])
    expect((await featuresOf(database.read(town.place.id))).map(({ name }) => name)).toEqual(['Age', 'Gender'])
  })

  it('offers ready ones in a filled form, of which nothing holds before it is sent', async () => {
    expect(textOf(await go('arena.features', 'chen', { query: 'ready=age' }))).toContain('45 to 64')
    expect(textOf(await go('arena.features', 'ada', { query: 'ready=gender' }))).toContain('name="woman"')
    expect(await standingFeatures(database.read(town.place.id))).toEqual([])
  })

  it('keeps what was typed when the form is refused', async () => {
    await addAge()
    const again = await add({ name: 'age', values: 'Young\nOld' })
    expect(again).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(again)).toContain('Young\nOld')
    expect(textOf(again)).toContain('There is a feature of this name already')
  })

  it('corrects names, even two that change places, and stops offering an answer', async () => {
    const age = await addAge()
    const [young, middle, old] = age.values
    if (!young || !middle || !old) throw new Error('three answers')
    const change = {
      name: 'Age',
      offered: 'yes',
      [`name-${young.id}`]: '30 to 64',
      [`name-${middle.id}`]: 'Under 30',
      [`name-${old.id}`]: '65 and over',
      [`order-${young.id}`]: '2',
      [`order-${middle.id}`]: '1',
      [`order-${old.id}`]: '3',
      [`offered-${young.id}`]: 'yes',
      [`offered-${middle.id}`]: 'yes',
      more: 'Not known',
    }
    const done = await go('arena.change-feature', 'chen', { params: { feature: age.id }, typed: typed(change) })
    expect(done).toMatchObject({ kind: 'redirect' })
    expect((await featureNamed('Age')).values.map(({ name }) => name)).toEqual(['Under 30', '30 to 64', 'Not known'])
    const [standing] = await standingFeatures(database.read(town.place.id))
    expect(standing?.values.find(({ id }) => id === old.id)).toMatchObject({ isOffered: false, name: '65 and over' })
  })
})

describe('what somebody tells of herself', () => {
  it('is kept, changed and taken back', async () => {
    const age = await addAge()
    expect(await tell('alice', age, valueOf(age, 'Under 30'))).toMatchObject({ kind: 'redirect' })
    expect(await toldBy('alice')).toEqual(new Map([[age.id, valueOf(age, 'Under 30')]]))
    await tell('alice', age, valueOf(age, '65 or older'))
    expect(await toldBy('alice')).toEqual(new Map([[age.id, valueOf(age, '65 or older')]]))
    await tell('alice', age, 'none')
    expect(await toldBy('alice')).toBeUndefined()
  })

  it('is refused where it is no answer of the feature', async () => {
    const [age, gender] = [await addAge(), await addGender()]
    const wrong = await tell('alice', age, valueOf(gender, 'Woman'))
    expect(wrong).toMatchObject({ kind: 'refused' })
    expect(await toldBy('alice')).toBeUndefined()
  })

  it('belongs to one feature in the database too', async () => {
    const [age, gender] = [await addAge(), await addGender()]
    const mixed = database.transact(town.place.id, null, (tx) =>
      putToldFeatures(tx, accountOf('alice'), new Map([[age.id, valueOf(gender, 'Woman')]])),
    )
    await expect(mixed).rejects.toThrow(/told_feature/)
  })

  it('is not counted while its answer is not offered, and stays hers', async () => {
    const age = await addAge()
    const value = valueOf(age, 'Under 30')
    await tell('alice', age, value)
    const offer = (retired: boolean) =>
      database.transact(town.place.id, null, (tx) =>
        sql`update arena.feature_value set retired_at = ${retired ? tx.now : null} where id = ${value}`.execute(tx),
      )
    await offer(true)
    expect(await toldBy('alice')).toBeUndefined()
    await offer(false)
    expect(await toldBy('alice')).toEqual(new Map([[age.id, value]]))
  })

  it('stands on her own page, and nowhere in the public record', async () => {
    const age = await addAge()
    await tell('alice', age, valueOf(age, 'Under 30'))
    const own = await aboutYou(visitIn(database, town.place, { as: town.people.alice }))
    // Hono's markup says itself as HTML.
    // oxlint-disable-next-line typescript/no-base-to-string
    expect(String(own)).toMatch(new RegExp(`value="${valueOf(age, 'Under 30')}"[^>]*checked`))
    const { rows } = await sql<{ kind: string }>`
      select kind from ledger.event`.execute(database.read(town.place.id))
    expect(rows.map(({ kind }) => kind)).toEqual(['arena.feature-set'])
  })

  it('asks nothing of anybody where the place counts by nothing', async () => {
    expect(await aboutYou(visitIn(database, town.place, { as: town.people.alice }))).toBeNull()
  })
})
