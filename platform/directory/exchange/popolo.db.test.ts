import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../db/index.ts'
import { testDatabase, type TestDatabase } from '../../db/testing.ts'
import { foundTown } from '../../identity/testing.ts'
import {
  addBody,
  addPerson,
  allSeats,
  bodies,
  confirmResolution,
  parties,
  politicianBySlug,
  politicians,
  putJurisdiction,
  putResolution,
  type Level,
} from '../index.ts'
import { exportPopolo, importPopolo } from './index.ts'

let testing: TestDatabase
let database: Database

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 2 })
})

afterAll(async () => {
  await database.close()
  await testing.drop()
})

const lindhavn = fixture('lindhavn.ep-popolo-v1.0.json')

describe('a file of EveryPolitician', () => {
  test('brings council, committee, parties and people with their terms', async () => {
    const place = await found()
    expect(await importPopolo(database, place, lindhavn)).toEqual({
      people: 4,
      bodies: 2,
      parties: 2,
      memberships: 5,
      added: 13,
      changed: 0,
      unchanged: 0,
    })
    const read = database.read(place)
    const there = await bodies(read)
    expect(there.map(({ kind, name }) => [kind, name])).toEqual([
      ['council', 'Lindhavn town council'],
      ['committee', 'Works committee'],
    ])
    expect(there[1]?.parent).toBe(there[0]?.id)
    expect((await parties(read)).map(({ name }) => name)).toEqual(['Green Shore', 'Harbour List'])
    const dora = await politicianBySlug(read, 'dora-obergaard')
    expect(dora).toMatchObject({ name: 'Dora Øbergård', role: 'Mayor', party: 'Harbour List' })
  })

  test('seats last from the first to the last day that is told', async () => {
    const place = await found()
    await importPopolo(database, place, lindhavn)
    const sitting = async (day: string): Promise<number> =>
      (await politicians(database.read(place), Temporal.PlainDate.from(day))).length
    expect(await sitting('2024-12-31')).toBe(0)
    expect(await sitting('2025-01-01')).toBe(3)
    expect(await sitting('2026-12-31')).toBe(3)
    expect(await sitting('2027-01-01')).toBe(3)
    expect(await sitting('2028-12-31')).toBe(3)
  })

  test('people of one name, and of a name without Latin letters, have an address each', async () => {
    const place = await found()
    await importPopolo(database, place, lindhavn)
    const people = await database.read(place).selectFrom('directory.person').select('slug').orderBy('slug').execute()
    expect(people.map(({ slug }) => slug)).toEqual(['dora-obergaard', 'emil-aakjaer', 'emil-aakjaer-2', 'person'])
  })

  test('contact data of people is not stored; everything else comes back', async () => {
    const place = await found()
    await importPopolo(database, place, lindhavn)
    const exported = await exportPopolo(database.read(place))
    expect(JSON.stringify(exported)).not.toMatch(/lindhavn\.example["@]|@lindhavn|\+45|12 34 56/)
    expect(named(exported.persons, 'dora')).toEqual({
      id: 'dora',
      name: 'Dora Øbergård',
      given_name: 'Dora',
      gender: 'female',
      birth_date: '1971',
      identifiers: [{ scheme: 'lindhavn', identifier: 7 }],
      links: [{ note: 'twitter', url: 'doraoebergaard' }],
      other_names: [{ lang: 'el', name: 'Ντόρα' }],
      favourite_bench: { by: 'the harbour' },
    })
    const given = JSON.parse(lindhavn) as JsonObject
    for (const key of ['events', 'areas', 'meta', 'posts']) expect(exported[key]).toEqual(given[key])
    const texts = (list: unknown): readonly string[] => (list as object[]).map((one) => sortedText(one)).sort()
    expect(texts(exported.memberships)).toEqual(
      texts(
        (given.memberships as object[]).map((one) => ({
          ...one,
          person_id: `${(one as { person_id: string | number }).person_id}`,
        })),
      ),
    )
    expect(texts(exported.organizations)).toEqual(texts(given.organizations))
  })

  test('running it twice adds nothing', async () => {
    const place = await found()
    await importPopolo(database, place, lindhavn)
    expect(await importPopolo(database, place, lindhavn)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: 13,
    })
  })

  test('what changed is renewed, addresses stay', async () => {
    const place = await found()
    await importPopolo(database, place, lindhavn)
    const later = lindhavn
      .replace('"Dora Øbergård"', '"Dora Lund"')
      .replace('"Works committee"', '"Works and parks"')
      .replace('"end_date": "2026"', '"end_date": "2027"')
    expect(await importPopolo(database, place, later)).toMatchObject({ added: 0, changed: 3, unchanged: 10 })
    expect((await politicianBySlug(database.read(place), 'dora-obergaard'))?.name).toBe('Dora Lund')
  })

  test.each(['lindhavn.ep-popolo-v1.0.json', 'strandby.data-bag.json', 'stranden-ended.ep-popolo-v1.0.json'])(
    'an export of %s can be read in elsewhere and gives the same export',
    async (name) => {
      const [here, there] = [await found(), await found()]
      await importPopolo(database, here, fixture(name))
      const exported = await exportPopolo(database.read(here))
      await importPopolo(database, there, JSON.stringify(exported))
      const again = await exportPopolo(database.read(there))
      expect(sortedText(again)).toBe(sortedText(exported))
    },
  )

  test('one wrong item, and nothing is taken over', async () => {
    const place = await found()
    const wrong = lindhavn.replace('"person_id": "li"', '"person_id": "lo"')
    await expect(importPopolo(database, place, wrong)).rejects.toThrow('memberships[4]: person_id ‘lo’ is unknown')
    expect((await exportPopolo(database.read(place))).persons).toEqual([])
    await expect(
      importPopolo(database, place, lindhavn.replace('"parent_id": "legislature"', '"parent_id": "x"')),
    ).rejects.toThrow('organizations[1]: parent_id ‘x’ is unknown')
    await expect(
      importPopolo(database, place, lindhavn.replace('"on_behalf_of_id": "party/shore"', '"on_behalf_of_id": "y"')),
    ).rejects.toThrow('memberships[2]: on_behalf_of_id ‘y’ is unknown')
  })

  test('progress ends with all', async () => {
    const place = await found()
    const seen: number[] = []
    await importPopolo(database, place, lindhavn, { onProgress: ({ done, total }) => seen.push(done / total) })
    expect(seen.at(-1)).toBe(1)
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
  })
})

test('a file with data bags, periods inside the council and parties without a word', async () => {
  const place = await found('nation')
  expect(await importPopolo(database, place, fixture('strandby.data-bag.json'))).toMatchObject({
    people: 1,
    bodies: 1,
    parties: 1,
    memberships: 1,
  })
  const read = database.read(place)
  expect(await bodies(read)).toMatchObject([{ kind: 'parliament', name: 'Strandby council' }])
  expect(await politicians(read, Temporal.PlainDate.from('2025-12-31'))).toMatchObject([
    { name: 'Aisha Strand', party: 'Fishers’ List' },
  ])
  expect(await politicians(read, Temporal.PlainDate.from('2026-01-01'))).toEqual([])
  const [aisha] = (await exportPopolo(read)).persons
  expect(aisha?.data).toEqual({ votes2021: ['404'], gender: ['f'], constituency: ['Havnen'] })
  expect(aisha?.links).toHaveLength(2)
})

test('a single person with what she belongs to, added to a council that is there', async () => {
  const place = await found()
  await importPopolo(database, place, lindhavn)
  expect(await importPopolo(database, place, fixture('person.json'))).toMatchObject({
    people: 1,
    bodies: 1,
    memberships: 1,
    added: 3,
  })
  const membership = { person_id: 'freja', organization_id: 'legislature', start_date: '2026-05-01' }
  expect(await importPopolo(database, place, JSON.stringify(membership))).toMatchObject({
    people: 0,
    memberships: 1,
    added: 1,
  })
  expect((await exportPopolo(database.read(place))).events).toHaveLength(2)
})

test('what was set up by hand keeps its id: a body by name and kind, everything by the id of our export', async () => {
  const place = await found()
  const council = await database.transact(place, null, async (tx) => {
    await addPerson(tx, { slug: 'ada', name: 'Ada' })
    return addBody(tx, { slug: 'council', name: 'Lindhavn town council', kind: 'council', parent: null })
  })
  const exported = JSON.stringify(await exportPopolo(database.read(place)))
  expect(await importPopolo(database, place, exported)).toMatchObject({ added: 0 })
  await importPopolo(database, place, lindhavn)
  expect((await bodies(database.read(place))).filter(({ kind }) => kind === 'council')).toMatchObject([
    { id: council, slug: 'council' },
  ])
})

test('the same file in two places is two councils', async () => {
  const [here, there] = [await found(), await found()]
  await importPopolo(database, here, lindhavn)
  expect((await exportPopolo(database.read(there))).persons).toEqual([])
  expect(await importPopolo(database, there, lindhavn)).toMatchObject({ added: 13 })
})

test('confirmed resolutions are motions with their counts; drafts are not told', async () => {
  const town = await foundTown(database)
  const { place, council } = { place: town.place.id, council: town.council }
  const { chen, dora } = town.people
  await database.transact(place, null, async (tx) => {
    const resolution = {
      body: council,
      about: { kind: 'mandate', id: newId('mandate') },
      decidedOn: Temporal.PlainDate.from('2026-03-02'),
      votesFor: 2,
      votesAgainst: 1,
      abstentions: null,
      isCarried: true,
      dissent: '',
      draftedBy: chen.account,
      source: null,
    } as const
    const adopted = await putResolution(tx, {
      ...resolution,
      motion: 'Adopt the mandate',
      reference: 'Item 7',
    })
    await putResolution(tx, { ...resolution, motion: 'Only a draft', reference: '' })
    if (dora.account) await confirmResolution(tx, adopted, dora.account)
  })
  const { motions, vote_events } = await exportPopolo(database.read(place))
  expect(motions).toMatchObject([
    {
      text: 'Adopt the mandate',
      date: '2026-03-02',
      result: 'pass',
      organization_id: council,
    },
  ])
  expect(vote_events).toEqual([
    {
      id: motions[0]?.id,
      motion_id: motions[0]?.id,
      identifier: 'Item 7',
      organization_id: council,
      start_date: '2026-03-02',
      result: 'pass',
      counts: [
        { option: 'yes', value: 2 },
        { option: 'no', value: 1 },
      ],
    },
  ])
})

const shared = join(import.meta.dirname, '../../../../shared/data/popolo')

describe.skipIf(!existsSync(shared))('real councils', () => {
  test.each([
    ['alderney-states.ep-popolo-v1.0.json', { people: 10, bodies: 1, parties: 1, memberships: 10 }],
    ['denmark-folketing-2015.popolo.json', { people: 153, bodies: 1, parties: 9, memberships: 153 }],
    ['estonia-riigikogu.ep-popolo-v1.0.json', { people: 194, bodies: 1, parties: 7, memberships: 298 }],
  ])('%s', async (name, counts) => {
    const text = readFileSync(join(shared, name), 'utf8')
    const place = await found('nation')
    const first = await importPopolo(database, place, text)
    expect(first).toMatchObject(counts)
    expect(await importPopolo(database, place, text)).toMatchObject({
      added: 0,
      changed: 0,
      unchanged: first.added,
    })
    const exported = await exportPopolo(database.read(place))
    expect(JSON.stringify(exported)).not.toMatch(/"contact_details"|"email"|@riigikogu\.ee|@ft\.dk/)
    expect(await importPopolo(database, place, JSON.stringify(exported))).toMatchObject({ added: 0 })
    // Everything but contact data comes back, item by item.
    const given = JSON.parse(text) as Whole
    for (const list of ['persons', 'organizations', 'memberships', ...beside(given)] as const)
      expect(sortedText(exported[list]), list).toBe(sortedText(asExported(given, list)))
    // Read in elsewhere it gives the same export again, seats and terms included.
    const elsewhere = await found('nation')
    await importPopolo(database, elsewhere, JSON.stringify(exported))
    expect(sortedText(await exportPopolo(database.read(elsewhere)))).toBe(sortedText(exported))
    expect(await termsIn(elsewhere)).toEqual(await termsIn(place))
  })
})

type Whole = Readonly<Record<string, readonly JsonObject[]>>

function beside(given: Whole): readonly string[] {
  return Object.keys(given).filter((key) => !['persons', 'organizations', 'memberships'].includes(key))
}

const contact = ['email', 'contact_details', 'phone', 'fax', 'address', 'cell', 'tel', 'mobile']

/** A list of the file as our export has it: without contact data, ids as text, a role and a classification always said. */
function asExported(given: Whole, list: string): unknown {
  const items = given[list] ?? []
  if (list === 'persons') return items.map((one) => stripped(one))
  if (list === 'memberships')
    return items.map((one) => ({ ...stripped(one), role: typeof one['role'] === 'string' ? one['role'] : 'member' }))
  // What the file leaves to be understood, that an organisation is a party, is said.
  return list === 'organizations' ? items.map((one) => ({ classification: 'party', ...one })) : items
}

function stripped(one: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(one).filter(([key]) => !contact.includes(key)))
}

async function termsIn(place: Id<'jurisdiction'>): Promise<readonly string[]> {
  return (await allSeats(database.read(place)))
    .map(({ slug, bodyName, party, startsOn, endsOn }) =>
      [slug, bodyName, party, startsOn?.toString(), endsOn?.toString()].join(' '),
    )
    .toSorted()
}

let count = 0

async function found(level: Level = 'town'): Promise<Id<'jurisdiction'>> {
  const id = newId('jurisdiction')
  count += 1
  const slug = `place-${count}`
  await database.transact(id, null, (tx) =>
    putJurisdiction(tx, {
      id,
      slug,
      name: slug,
      level,
      parent: null,
      tagline: '',
      timeZone: 'Europe/Copenhagen',
      holidays: [],
      languages: ['en'],
      accent: null,
      brand: null,
      words: {},
      offlineRoute: '',
      isFictional: true,
      isTold: false,
    }),
  )
  return id
}

function fixture(name: string): string {
  return readFileSync(join(import.meta.dirname, 'fixtures', name), 'utf8')
}

function named(list: readonly JsonObject[], id: string): JsonObject | undefined {
  return list.find((one) => one.id === id)
}

/** The same text for the same content, whatever the order of keys and of the lists beside. */
function sortedText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sortedText).sort().join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? ''
  return `{${Object.entries(value)
    .map(([key, one]) => `${key}:${sortedText(one)}`)
    .sort()
    .join()}}`
}
