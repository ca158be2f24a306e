import { mkdtempSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { openFileStore, type FileStore } from '../../../platform/files/index.ts'
import type { Reply } from '../../../platform/http/index.ts'
import { answerAt, textOf, typed, visitIn, type Going } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { setFeature } from '../features/commands.ts'
import { standingFeatures } from '../features/store.ts'
import { populationRoutes } from './routes.tsx'
import { populations } from './store.ts'

let home: TestDatabase
let database: Database
let files: FileStore
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  files = openFileStore(mkdtempSync(join(tmpdir(), 'folkmoot-population-')))
})

beforeEach(async () => {
  town = await foundTown(database)
})

afterAll(async () => {
  await database.close()
  await home.drop()
  await rm(files.folder, { recursive: true, force: true })
})

type Going2 = Going & { readonly table?: string }

async function go(
  at: Parameters<typeof answerAt>[1],
  as: Townsperson,
  { table, ...going }: Going2 = {},
): Promise<Reply> {
  const visit = visitIn(database, town.place, { ...going, as: town.people[as] })
  const sent = table === undefined ? {} : { table: new File([table], 'Town 2026.csv', { type: 'text/csv' }) }
  return answerAt(populationRoutes, at, { ...visit, files, form: { ...visit.form, files: sent } })
}

const read = () => database.read(town.place.id)

async function addGender(): Promise<void> {
  const values = (['woman', 'man', 'other'] as const).map((code) => ({ id: null, name: code, code, isOffered: true }))
  await setFeature(database, town.people.chen, { id: null, name: 'Gender', kind: 'gender', isOffered: true, values })
}

/** Sends a file and says what its guessed columns mean. */
async function upload(table: string): Promise<string> {
  const reply = await go('arena.upload-population', 'chen', { table })
  if (reply.kind !== 'redirect') throw new Error(textOf(reply))
  return reply.to.split('/').at(-1) ?? ''
}

const town2026 =
  'sex;Age;count\nFemale;Young;1.200\nFemale;Old;1 300\nMale;Young;1100\nMale;Old;1400\nTotal;Young;2300\nTotal;Old;2700\n'
const about = { name: 'Town 2026', source: 'Office of statistics', asOf: '1 January 2026' }

async function answersFor(): Promise<Record<string, string>> {
  const [gender] = await standingFeatures(read())
  const id = (code: string) => gender?.values.find((value) => value.code === code)?.id ?? ''
  return {
    c0: gender?.id ?? '',
    c1: 'new',
    c2: 'count',
    'v0-0': id('woman'),
    'v0-1': id('man'),
    'v0-2': 'leave',
    'v1-0': 'new',
    'v1-1': 'new',
    ...about,
  }
}

describe('a table of the population', () => {
  it('is brought in as two pages ask, with the feature it brings along', async () => {
    await addGender()
    const file = await upload(town2026)
    const columns = textOf(await go('arena.population-columns', 'chen', { params: { file } }))
    expect(columns).toContain('Column “sex”')
    const said = await answersFor()
    const query = `c0=${said['c0']}&c1=new&c2=count`
    const answers = textOf(await go('arena.population-answers', 'chen', { params: { file }, query }))
    // Guessed: women and men by their words, and nothing of "Total".
    expect(answers).toMatch(new RegExp(`<option value="${said['v0-0']}" selected[^>]*>woman`))
    expect(answers).toContain('Add “Total” as a new answer')
    expect(await populations(read())).toEqual([])

    const done = await go('arena.import-population', 'chen', { params: { file }, typed: typed(said) })
    expect(done).toMatchObject({ kind: 'redirect' })
    const [table] = await populations(read())
    expect(table).toMatchObject({ name: 'Town 2026', people: 5000, asOf: '1 January 2026' })
    expect((await standingFeatures(read())).map(({ name }) => name)).toEqual(['Gender', 'Age'])
    const shown = await go('arena.population', 'alice', { params: { population: table?.id ?? '' } })
    expect(textOf(shown)).toContain('50.0%')
  })

  it('goes out as it can come in again, and whoever doubts has its source and its hash', async () => {
    await addGender()
    const file = await upload(town2026)
    await go('arena.import-population', 'chen', { params: { file }, typed: typed(await answersFor()) })
    const [table] = await populations(read())
    const data = await go('arena.population-data', 'alice', { params: { population: table?.id ?? '' } })
    const rows = parse(textOf(data), { bom: true }) as unknown as readonly (readonly string[])[]
    expect(rows).toEqual([
      ['Gender', 'Age', 'count'],
      ['woman', 'Young', '1200'],
      ['woman', 'Old', '1300'],
      ['man', 'Young', '1100'],
      ['man', 'Old', '1400'],
    ])
    const { rows: facts } = await sql<{ public: Record<string, unknown> }>`
      select public from ledger.event where kind = 'arena.population-imported'`.execute(read())
    expect(facts).toHaveLength(1)
    expect(facts[0]?.public).toMatchObject({ source: 'Office of statistics', people: 5000, sha256: table?.sha256 })
  })

  it('is refused with row and column, and nothing of it is kept', async () => {
    await addGender()
    const wrong = await go('arena.upload-population', 'chen', {
      table: 'sex,Age,count\nFemale,Young,3\n\nMale,Old,4\n',
    })
    expect(wrong).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(wrong)).toContain('Row 3 is blank')

    const file = await upload('sex,Age,count\nFemale,Young,3\nMale,Old,-4\n')
    const said = await answersFor()
    const refused = await go('arena.import-population', 'chen', { params: { file }, typed: typed(said) })
    expect(refused).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(refused)).toContain('Row 3, column “count”: “-4” is less than zero.')
    expect(textOf(refused)).toContain('Office of statistics')
    expect(await populations(read())).toEqual([])
    expect((await standingFeatures(read())).map(({ name }) => name)).toEqual(['Gender'])
  })

  it('asks for each answer it does not know', async () => {
    await addGender()
    const file = await upload(town2026)
    const said: Record<string, string> = { ...(await answersFor()), 'v0-2': '' }
    const refused = await go('arena.import-population', 'chen', { params: { file }, typed: typed(said) })
    expect(refused).toMatchObject({ kind: 'page', status: 422 })
    expect(textOf(refused)).toContain('#field-v0-2')
  })

  it('is counted for one year of several, chosen by the clerk', async () => {
    await addGender()
    const file = await upload('sex,tid,count\nFemale,2025,1\nFemale,2026,30\nMale,2025,2\nMale,2026,40\n')
    const { c0, 'v0-0': woman, 'v0-1': man } = await answersFor()
    const said = { c0: c0 ?? '', c1: 'choose', c2: 'count', 'v0-0': woman ?? '', 'v0-1': man ?? '', ...about }
    const none = await go('arena.import-population', 'chen', { params: { file }, typed: typed(said) })
    expect(none).toMatchObject({ status: 422 })
    await go('arena.import-population', 'chen', { params: { file }, typed: typed({ ...said, 'chosen-c1': '1' }) })
    expect((await populations(read())).map(({ people }) => people)).toEqual([70])
  })

  it('has a name of its own', async () => {
    await addGender()
    const said = typed(await answersFor())
    await go('arena.import-population', 'chen', { params: { file: await upload(town2026) }, typed: said })
    const age = (await standingFeatures(read())).find(({ name }) => name === 'Age')
    const again = {
      ...(await answersFor()),
      c1: age?.id ?? '',
      'v1-0': age?.values[0]?.id ?? '',
      'v1-1': age?.values[1]?.id ?? '',
    }
    const refused = await go('arena.import-population', 'chen', {
      params: { file: await upload(town2026) },
      typed: typed(again),
    })
    expect(refused).toMatchObject({ status: 422 })
    expect(textOf(refused)).toContain('There is a table or a feature of this name already')
  })

  it('of somebody else’s file is not found', async () => {
    await addGender()
    const file = await upload(town2026)
    expect(await go('arena.population-columns', 'ada', { params: { file } })).toMatchObject({ kind: 'not-found' })
  })

  it('takes the answer back that was no more offered, where a table has people of it', async () => {
    await addGender()
    const [gender] = await standingFeatures(read())
    if (!gender) throw new Error('gender')
    const values = gender.values.map((value) => ({ ...value, isOffered: value.code !== 'other' }))
    await setFeature(database, town.people.chen, { ...gender, values })
    const file = await upload('sex,count\nwoman,3\nOther,4\n')
    const said = { c0: gender.id, c1: 'count', 'v0-0': gender.values[0]?.id ?? '', 'v0-1': 'new', ...about }
    await go('arena.import-population', 'chen', { params: { file }, typed: typed(said) })
    const [after] = await standingFeatures(read())
    expect(after?.values.map(({ name, isOffered }) => [name, isOffered])).toEqual([
      ['woman', true],
      ['man', true],
      ['other', true],
    ])
  })
})
