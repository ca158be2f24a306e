import { existsSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { toldGroupsOf } from '../../arena/index.ts'
import { listProblems } from '../../problem/index.ts'
import { resultsIn } from '../results.ts'
import * as store from '../store.ts'
import { importPolis, type PolisProgress } from './polis.ts'

const harbour = fileURLToPath(new URL('./fixtures/harbour', import.meta.url))
const vtaiwan = fileURLToPath(new URL('../../../../shared/data/opinion/vtaiwan.uberx', import.meta.url))

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const read = () => database.read(town.place.id)

describe('a conversation exported by Polis', () => {
  it('becomes a closed consultation in which the last vote counts; again, it adds nothing', async () => {
    town = await foundTown(database)
    const imported = await importPolis(database, { jurisdiction: town.place.id, folder: harbour, language: 'en' })
    expect(imported).toEqual({
      ok: true,
      value: { slug: 'a-harbour-for-everyone-fictional', isNew: true, statements: 4, voters: 6, votes: 7, cells: 7 },
    })
    const consultation = await store.consultationBySlug(read(), 'a-harbour-for-everyone-fictional')
    if (!consultation) throw new Error('not imported')
    expect(consultation.closedAt).not.toBeNull()
    const statements = await store.statementsIn(read(), consultation.id)
    expect(statements.map(({ number, text, isTakenOut }) => [number, text, isTakenOut])).toEqual([
      [1, 'Keep the cranes.', false],
      [2, 'Build homes on the quay,\nbut leave the view.', false],
      [3, 'Swim here, "now"', false],
      [4, 'Buy my boats', true],
    ])
    const tallies = await store.tallies(read(), consultation.id)
    expect(tallies.get(statements[0]?.id ?? '')).toEqual({ agree: 2, disagree: 1, pass: 0 })
    // Same millisecond: the later line of the file counts.
    expect(tallies.get(statements[1]?.id ?? '')).toEqual({ agree: 1, disagree: 0, pass: 1 })
    expect((await resultsIn(read(), consultation.id)).every(({ published }) => published.kind === 'none')).toBe(true)
    const again = await importPolis(database, { jurisdiction: town.place.id, folder: harbour })
    expect(again).toMatchObject({ ok: true, value: { isNew: false, statements: 4, votes: 7, cells: 7 } })
    expect(await listProblems(read())).toHaveLength(1)
    // Who took part is told as a number with its source, once.
    expect(await toldGroupsOf(read(), consultation.problem)).toEqual([
      {
        kind: 'other',
        words: 'people who voted on statements; who they are is unknown',
        count: 6,
        source: 'https://polis.example/harbour',
      },
    ])
  })

  it('needs no votes.csv: the matrix alone gives the same count, and the record says that no time is known', async () => {
    town = await foundTown(database)
    const folder = await mkdtemp(join(tmpdir(), 'polis-'))
    await cp(harbour, folder, { recursive: true })
    await rm(join(folder, 'votes.csv'))
    const imported = await importPolis(database, { jurisdiction: town.place.id, folder })
    await rm(folder, { recursive: true })
    expect(imported).toMatchObject({ ok: true, value: { statements: 4, voters: 6, votes: 7, cells: 7 } })
    const facts = await entries(read(), {})
    expect(facts.find(({ kind }) => kind === 'opinion.imported')?.public).toMatchObject({ timesKnown: false })
  })

  it('may hold a comment without a word that its moderators took out, and no other', async () => {
    town = await foundTown(database)
    const folder = await mkdtemp(join(tmpdir(), 'polis-'))
    await cp(harbour, folder, { recursive: true })
    const text = await readFile(join(harbour, 'comments.csv'), 'utf8')
    await writeFile(join(folder, 'comments.csv'), text.replace('-1,Buy my boats', '-1,'))
    expect(await importPolis(database, { jurisdiction: town.place.id, folder })).toMatchObject({
      ok: true,
      value: { statements: 4, cells: 7 },
    })
    town = await foundTown(database)
    await writeFile(join(folder, 'comments.csv'), text.replace('1,Keep the cranes.', '1,'))
    expect(await importPolis(database, { jurisdiction: town.place.id, folder })).toEqual({
      ok: false,
      refusal: 'broken-line',
      at: 'comments.csv, line 6: comment-body is empty',
    })
    await rm(folder, { recursive: true })
  })
})

describe.skipIf(!existsSync(vtaiwan))('every shared conversation', () => {
  it.each(['15-per-hour-seattle', 'brexit-consensus', 'football-concussions'])(
    '%s',
    async (name) => {
      town = await foundTown(database)
      const imported = await importPolis(database, { jurisdiction: town.place.id, folder: join(vtaiwan, '..', name) })
      expect(imported).toMatchObject({ ok: true, value: { isNew: true } })
    },
    120_000,
  )
})

describe('a broken export', () => {
  const broken = async (file: string, change: (text: string) => string) => {
    town = await foundTown(database)
    const folder = await mkdtemp(join(tmpdir(), 'polis-'))
    await cp(harbour, folder, { recursive: true })
    await writeFile(join(folder, file), change(await readFile(join(folder, file), 'utf8')))
    const imported = await importPolis(database, { jurisdiction: town.place.id, folder })
    await rm(folder, { recursive: true })
    expect(await listProblems(read())).toEqual([])
    expect(await store.consultationBySource(read(), 'https://polis.example/harbour')).toBeUndefined()
    return imported
  }

  it.each([
    [
      'a vote of seven',
      'votes.csv',
      (text: string) => text.replace('2023,2,4,0', '2023,2,4,7'),
      'votes.csv, line 10, column vote: vote is "7", not -1, 0 or 1',
    ],
    [
      'a short line',
      'votes.csv',
      (text: string) => text.replace(',2,4,0', ',2'),
      'votes.csv, line 10: 3 fields, the header has 5',
    ],
    [
      'a vote on no comment',
      'votes.csv',
      (text: string) => text.replace(',2,4,0', ',77,4,0'),
      'votes.csv, line 10: statement "77" is not in comments.csv',
    ],
    ['a quote that never ends', 'comments.csv', (text: string) => `${text}1,x,9,1,0,0,0,"open`, 'comments.csv, line 7'],
    [
      'a time that is none',
      'comments.csv',
      (text: string) => text.replace('1700000000000', 'yesterday'),
      'comments.csv, line 6: timestamp is not a number',
    ],
    [
      'a column that is missing',
      'comments.csv',
      (text: string) => text.replace('comment-body', 'body'),
      'comments.csv, line 1: no column comment-body',
    ],
  ])('with %s is named by its line and leaves nothing', async (_, file, change, at) => {
    const imported = await broken(file, change)
    expect(imported).toMatchObject({ ok: false, refusal: 'broken-line' })
    expect(!imported.ok && imported.at).toContain(at)
  })

  it('whose cells disagree with its votes is refused cell by cell and rolled back', async () => {
    const imported = await broken('participants-votes.csv', (text) => text.replace('2,1,1,1,0,1,-1', '2,1,1,1,0,1,1'))
    expect(imported).toMatchObject({
      ok: false,
      refusal: 'cells-disagree',
      at: 'participant 2, comment 0: the file says agree, we have disagree',
    })
  })

  it('in which somebody answered one comment more often than a person can here is refused, and it is said who', async () => {
    const turns = Array.from({ length: 101 }, (_, n) => `${1700001000000 + n},x,2,4,${n % 2 === 0 ? 1 : -1}\n`).join('')
    expect(await broken('votes.csv', (text) => `${text.trimEnd()}\n${turns}`)).toMatchObject({
      ok: false,
      refusal: 'too-many-answers',
      at: 'participant 4, comment 2: more than 100 answers',
    })
  })

  it('without its votes is refused', async () => {
    town = await foundTown(database)
    expect(await importPolis(database, { jurisdiction: town.place.id, folder: tmpdir() })).toMatchObject({
      ok: false,
      refusal: 'missing-file',
    })
  })
})

describe.skipIf(!existsSync(vtaiwan))('the vTaiwan conversation on UberX', () => {
  it('agrees with each of its 49,443 cells, and shows its progress', async () => {
    town = await foundTown(database)
    const seen: PolisProgress[] = []
    const imported = await importPolis(database, {
      jurisdiction: town.place.id,
      folder: vtaiwan,
      language: 'zh-Hant',
      onProgress: (progress) => seen.push(progress),
    })
    expect(imported).toMatchObject({
      ok: true,
      value: { isNew: true, statements: 197, voters: 1921, votes: 49_443, cells: 49_443 },
    })
    expect(new Set(seen.map(({ step }) => step))).toEqual(new Set(['read', 'statements', 'voters', 'votes', 'check']))
  }, 60_000)
})
