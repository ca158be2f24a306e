import type { Actor } from '@folkmoot/basics/actor.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { accountById, bylines, introduce } from '../../../platform/identity/index.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { raiseProblem } from '../commands.ts'
import { problemBySlug } from '../store.ts'
import { giveRule } from '../testing.ts'
import { declareInterests, declareCaseInterest, withdrawDeclaration, withdrawCaseInterest } from './commands.ts'
import { registerCsv, registerJson } from './exchange/register-data.ts'
import type { DeclarationWords } from './rules.ts'
import { interestsIn } from './standing.ts'
import * as store from './store.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const club: DeclarationWords = {
  legalForm: 'association',
  speaksFor: 'Its members',
  howMany: 212,
  paidBy: 'Members',
  interests: ['members', 'economic'],
  interestWords: 'Berths that stay dry.',
  resources: ['hands'],
  resourceWords: '',
  spokesperson: 'Bo Strand',
  hasAgreed: true,
}

/** Each test its own town, so that no order of tests matters. */
async function newTown(): Promise<Town & { readonly slug: string }> {
  const town = await foundTown(database)
  await giveRule(database, town)
  const raised = await raiseProblem(database, town.people.alice, {
    question: 'How do we keep the harbour dry?',
    whatHappens: 'Water comes in.',
    whoIsAffected: 'The quay.',
    language: 'en',
  })
  if (!raised.ok) throw new Error(raised.refusal)
  return { ...town, slug: raised.value.slug }
}

function labelOf(town: Town) {
  const { account } = town.people.klub
  return bylines(database.read(town.place.id), [account]).then((all) => account && all.get(account)?.declaration)
}

it('labels an organisation’s words with its declaration from then on, and no more once it is withdrawn', async () => {
  const town = await newTown()
  expect(await labelOf(town)).toBeNull()
  const declared = await declareInterests(database, town.people.klub, { words: club, reason: '' })
  expect(declared).toEqual({ ok: true, value: { slug: 'sailing-club' } })
  expect(await labelOf(town)).toBe('sailing-club')
  expect((await withdrawDeclaration(database, town.people.klub, 'The club is closed.')).ok).toBe(true)
  expect(await labelOf(town)).toBeNull()
  const [kept] = await store.declarations(database.read(town.place.id))
  expect(kept).toMatchObject({ organisation: 'Sailing club', withdrawnWords: 'The club is closed.' })
  expect(await withdrawDeclaration(database, town.people.klub, 'Again.')).toEqual({
    ok: false,
    refusal: 'not-declared',
  })
  const again = await declareInterests(database, town.people.klub, { words: club, reason: 'It opened again.' })
  expect(again).toEqual({ ok: true, value: { slug: 'sailing-club' } })
})

it('keeps every version, and nowhere the name of who no longer speaks for it', async () => {
  const town = await newTown()
  await declareInterests(database, town.people.klub, { words: club, reason: '' })
  const words = { ...club, howMany: 180, spokesperson: '', hasAgreed: false }
  expect((await declareInterests(database, town.people.klub, { words, reason: 'Fewer.' })).ok).toBe(true)
  const read = database.read(town.place.id)
  const [declared] = await store.declarations(read)
  expect(declared).toMatchObject({ version: 2, howMany: 180 })
  const versions = await store.versionsOf(read, declared?.id ?? ('' as never))
  expect(versions.map(({ howMany, reason }) => [howMany, reason])).toEqual([
    [212, ''],
    [180, 'Fewer.'],
  ])
  expect(JSON.stringify(versions)).not.toContain('Bo Strand')
  expect(JSON.stringify((await entries(read, { limit: 500 })).map((one) => one.public))).not.toContain('Bo Strand')
})

it('makes one declaration of two at once, and the later corrects the earlier only with a reason', async () => {
  const town = await newTown()
  const both = await Promise.all(
    [1, 2].map(() => declareInterests(database, town.people.klub, { words: club, reason: '' })),
  )
  expect(both.map((one) => (one.ok ? 'declared' : one.refusal)).sort()).toEqual(['declared', 'reason-needed'])
})

it('says in a case what it wants, after what it is; and takes it back', async () => {
  const town = await newTown()
  const { slug } = town
  const said = { slug, wants: 'A gate.', stake: 'Forty berths.' }
  expect(await declareCaseInterest(database, town.people.klub, said)).toEqual({ ok: false, refusal: 'declare-first' })
  expect(await declareCaseInterest(database, town.people.alice, said)).toEqual({
    ok: false,
    refusal: 'only-organisations',
  })
  await declareInterests(database, town.people.klub, { words: club, reason: '' })
  expect((await declareCaseInterest(database, town.people.klub, said)).ok).toBe(true)
  const read = database.read(town.place.id)
  const problem = await problemBySlug(read, slug)
  if (!problem) throw new Error('not raised')
  expect(await interestsIn({ read }, problem.id)).toMatchObject([
    { wants: 'A gate.', of: { organisation: 'Sailing club' } },
  ])

  const register = {
    place: town.place.name,
    declarations: await store.declarations(read),
    caseInterests: (await store.caseInterests(read)).map((one) => ({ ...one, slug, question: '=1+1' })),
  }
  expect(JSON.parse(registerJson(register))).toMatchObject({
    organisations: [
      { organisation: 'Sailing club', interests: ['members', 'economic'], cases: [{ wants: 'A gate.' }] },
    ],
  })
  expect(registerJson(register)).not.toContain(town.people.klub.account)
  expect(registerCsv(register, ['Organisation'])).toContain("'=1+1,A gate.")

  expect((await withdrawCaseInterest(database, town.people.klub, slug)).ok).toBe(true)
  expect(await interestsIn({ read }, problem.id)).toEqual([])
  expect(await withdrawCaseInterest(database, town.people.klub, slug)).toEqual({ ok: false, refusal: 'not-declared' })
})

it('regression: nobody declares under the name of another that is registered, of a party or of an office holder', async () => {
  const town = await newTown()
  const { klub, alice } = town.people
  await declareInterests(database, klub, { words: club, reason: '' })
  const as = async (organisation: string) => {
    await database.transact(town.place.id, null, (tx) =>
      sql`update identity.account set organisation = ${organisation} where id = ${alice.account}`.execute(tx),
    )
    const other: Actor = { ...alice, roles: klub.roles }
    return declareInterests(database, other, { words: club, reason: 'We.' })
  }
  for (const name of ['SAILING  CLUB', 'Sáiling-club', 'Harbour List', 'Town council', 'Dora'])
    expect(await as(name)).toEqual({ ok: false, refusal: 'name-taken' })
  await withdrawDeclaration(database, klub, 'Closed.')
  expect(await as('Sailing Club')).toEqual({ ok: false, refusal: 'name-taken' })
  expect((await as('Rowing club')).ok).toBe(true)
})

it('regression: under a new name an organisation has declared nothing', async () => {
  const town = await newTown()
  const { account } = town.people.klub
  if (account === null) throw new Error('no account')
  await declareInterests(database, town.people.klub, { words: club, reason: '' })
  await database.transact(town.place.id, null, async (tx) => {
    const known = await accountById(tx, account)
    if (known) await introduce(tx, account, { ...known, organisation: 'Rowing club' })
  })
  expect(await labelOf(town)).toBeNull()
})

it('shows nothing of it elsewhere', async () => {
  const town = await newTown()
  await declareInterests(database, town.people.klub, { words: club, reason: '' })
  const other = await newTown()
  expect(await store.declarations(database.read(other.place.id))).toEqual([])
})

it('shows the register page by page, each organisation once, and no hidden one', async () => {
  const town = await newTown()
  const read = database.read(town.place.id)
  await database.transact(town.place.id, null, async (tx) => {
    const { alice, bashir, aisha, klub } = town.people
    for (const [name, account] of [
      ['Anglers', alice.account],
      ['Bakers', bashir.account],
      ['Cyclists', aisha.account],
      ['Divers', klub.account],
    ] as const) {
      if (account === null) throw new Error('everybody here has an account')
      const id = await store.putDeclaration(tx, { slug: name.toLowerCase(), account })
      await store.putVersion(tx, id, { ...club, number: 1, organisation: name, reason: '' })
      if (name === 'Bakers')
        await hide(tx, town.people.gita, {
          about: { kind: 'declaration', id },
          rule: 'spam',
          reason: 'An advertisement.',
        })
    }
  })
  const first = await store.declarationsAfter(read, { after: '', limit: 2 })
  const then = await store.declarationsAfter(read, { after: first.at(-1)?.slug ?? '', limit: 2 })
  expect([first, then].map((some) => some.map(({ slug }) => slug))).toEqual([['anglers', 'cyclists'], ['divers']])
  expect(await store.hiddenDeclarations(read)).toBe(1)
  expect((await store.declarationAt(read, 'bakers'))?.isHidden).toBe(true)
})
