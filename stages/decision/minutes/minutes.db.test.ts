import { sql } from 'kysely'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { filesOf, openFileStore, readFile, type FileStore } from '../../../platform/files/index.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { caseToVoteOn, type CaseToVoteOn } from '../voting/testing.ts'

const words = 'The council carried it, 2 to 1. <Freja> had her dissent put on record.'

let home: TestDatabase
let database: Database
let town: Town
let folder: string
let store: FileStore
let at: CaseToVoteOn
let vote: string

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  folder = await mkdtemp(join(tmpdir(), 'minutes-'))
  store = openFileStore(folder)
})
beforeEach(async () => {
  at = await caseToVoteOn(database, town)
  await at.send()
  vote = (await at.votes())[0]?.id ?? ''
})
afterAll(async () => {
  await database.close()
  await home.drop()
  await rm(folder, { recursive: true })
})

const pdf = (body: string, name = 'minutes of 24 November.pdf') =>
  new File(
    [`%PDF-1.7\n1 0 obj <</Type/Catalog/X(${body})>> endobj\ntrailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF\n`],
    name,
  )

type Added = {
  readonly as?: keyof Town['people']
  readonly file?: File
  readonly text?: string
  readonly waiting?: string
}

const add = ({ as = 'chen', file, text = words, waiting }: Added) =>
  at.go('decision.add-minutes', {
    as: town.people[as],
    params: { vote },
    store,
    files: file ? { file } : {},
    typed: { text: [text], ...(waiting ? { waiting: [waiting] } : {}) },
  })
const page = async (as?: keyof Town['people']) =>
  textOf(await at.go('decision.minutes', { params: { vote }, ...(as ? { as: town.people[as] } : {}) }))
const run = (text: string) => database.transact(town.place.id, null, (tx) => sql.raw(text).execute(tx))

test('the minutes lie with us whole, can be read in words by anyone, and stand in the record by their hash', async () => {
  expect(await page()).toContain('No minutes have been added yet')
  expect(await page()).not.toContain('type="file"')
  const sent = pdf('first')
  expect(await add({ file: sent })).toMatchObject({
    kind: 'redirect',
    done: { text: 'The minutes stand with the vote' },
  })

  const read = database.read(town.place.id)
  const about = (await at.votes())[0]?.about
  if (!about) throw new Error('no vote')
  const [kept] = await filesOf(read, [about.id])
  expect(kept).toMatchObject({ mediaType: 'application/pdf', name: 'minutes of 24 November.pdf' })
  expect(Buffer.from(await readFile(store, kept?.hash ?? ''))).toEqual(Buffer.from(await sent.arrayBuffer()))

  for (const shown of [await page(), textOf(await at.go('decision.page'))]) expect(shown).toContain(kept?.hash)
  const shown = await page()
  expect(shown).toContain('&lt;Freja&gt; had her dissent')
  expect(shown).toContain('Staff text')
  const facts = (await entries(read, { problem: at.problem, limit: 100 })).filter(
    ({ kind }) => kind === 'decision.minutes-added',
  )
  expect(facts.map((fact) => fact.public)).toMatchObject([{ version: 1, sha256: kept?.hash, isStaff: true }])
  expect(JSON.stringify(facts.map((fact) => fact.public)), 'what can name people is only committed to').not.toMatch(
    /dissent|minutes of/,
  )
})

test('a correction is a version of its own, also after the chair has confirmed; the one before stays', async () => {
  await add({ file: pdf('first') })
  await at.go('decision.confirm-vote', { as: town.people.dora, typed: { resolution: [vote] } })
  expect(await add({ as: 'emil', file: pdf('second'), text: 'Mended.' })).toMatchObject({ kind: 'redirect' })
  const shown = await page()
  expect(shown).toContain('Mended.')
  expect(shown).toContain('Earlier versions (1)')
  expect(shown).toContain('&lt;Freja&gt;')
  expect(shown, 'a member’s words are hers, not staff’s').toContain('added by Emil')
})

test('beside minutes of a record no chair has confirmed stands that it does not count: a link to them looked like a decision', async () => {
  await add({ file: pdf('draft') })
  expect(await page()).toContain('Draft: does not count yet')
  await at.go('decision.confirm-vote', { as: town.people.dora, typed: { resolution: [vote] } })
  expect(await page()).not.toContain('Draft: does not count yet')
})

test('what is no PDF, acts, or comes without words is refused, and what was sent well is kept', async () => {
  for (const [file, complaint] of [
    [new File(['<script>alert(1)</script>\u0000'], 'minutes.pdf'), 'This is no PDF'],
    [new File(['The council carried it.'], 'minutes.txt'), 'This is no PDF'],
    [pdf('x) /S /JavaScript /JS (app.alert'), 'runs a script'],
    [undefined, 'Choose the minutes as a PDF'],
  ] as const) {
    const refused = textOf(await add(file ? { file } : {}))
    expect(refused).toContain(complaint)
    expect(refused).toContain('href="#field-file"')
    expect(refused, 'the words stay').toContain('had her dissent put on record')
  }
  const back = textOf(await add({ file: pdf('kept'), text: ' ' }))
  expect(back).toContain('href="#field-text"')
  expect(back).toContain('We have kept minutes of 24 November.pdf')
  const waiting = /name="waiting" value="([^"]+)"/.exec(back)?.[1] ?? ''
  expect(await add({ as: 'emil', waiting }), 'of another’s file she knows the id').not.toMatchObject({
    kind: 'redirect',
  })
  expect(await add({ waiting })).toMatchObject({ kind: 'redirect' })
})

test('nobody else adds them, and hidden they are gone in words and as a document', async () => {
  for (const as of ['alice', 'gita'] as const)
    expect(await add({ as, file: pdf('x') }), as).toMatchObject({ kind: 'refused' })
  await add({ file: pdf('hidden later') })
  const about = (await at.votes())[0]?.about
  const [file] = about ? await filesOf(database.read(town.place.id), [about.id]) : []
  if (!file) throw new Error('no file')
  const { chen } = town.people
  await database.transact(town.place.id, chen, (tx) =>
    hide(tx, chen, { about: { kind: 'file', id: file.id }, rule: 'personal-data', reason: 'A neighbour is named' }),
  )
  for (const shown of [await page(), textOf(await at.go('decision.page'))]) {
    expect(shown).not.toContain(file.hash)
    expect(shown).not.toContain('dissent put on record')
  }
  expect(await page()).toContain('A neighbour is named')
})

test('the database: only a PDF about this vote, one version after the other, and nothing is changed or taken away', async () => {
  await add({ file: pdf('one') })
  const row = (version: number, file: string) =>
    run(`insert into decision.minutes (jurisdiction_id, resolution_id, version, file_id, text, language, added_by, is_staff, added_at)
      values ('${town.place.id}', '${vote}', ${version}, ${file}, 'x', 'en', '${town.people.chen.account}', true, now())`)
  await expect(row(2, 'gen_random_uuid()')).rejects.toThrow('no document about it')
  const other = await caseToVoteOn(database, town)
  await other.send()
  const foreign = `(select file_id from decision.minutes where resolution_id = '${vote}')`
  const mine = vote
  vote = (await other.votes())[0]?.id ?? ''
  await expect(row(1, foreign)).rejects.toThrow('no document about it')
  vote = mine
  await expect(row(3, foreign)).rejects.toThrow('is missing before version 3')
  await expect(run(`update decision.minutes set text = 'y'`)).rejects.toThrow('permission denied')
  await expect(run('delete from decision.minutes')).rejects.toThrow('permission denied')
})
