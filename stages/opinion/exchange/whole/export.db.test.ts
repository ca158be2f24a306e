import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Choice } from '@folkmoot/tally/tally.ts'
import fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../../platform/identity/testing.ts'
import { canonical, entries } from '../../../../platform/ledger/index.ts'
import { hide } from '../../../../platform/moderation/index.ts'
import { drawMap } from '../../map/drawing.ts'
import { inputOf, mapsPoll } from '../../map/jobs.ts'
import { statements, voteAll } from '../../map/testing.ts'
import * as opinion from '../../store.ts'
import { closeVoting, openCase, residents, type Case } from '../../testing.ts'
import { castVote } from '../../vote-commands.ts'
import { importPolis } from '../polis.ts'
import { exportWhole } from './export.ts'

let home: TestDatabase
let database: Database
let town: Town
let root: string

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  root = await mkdtemp(join(tmpdir(), 'export-'))
})
afterAll(async () => {
  await database.close()
  await home.drop()
  await rm(root, { recursive: true })
})

let folders = 0
const newFolder = (): string => {
  folders += 1
  return join(root, `folder-${folders}`)
}

type Exporting = { readonly from?: Town; readonly folder?: string }

async function exported(slug: string, { from = town, folder = newFolder() }: Exporting = {}): Promise<string> {
  const done = await exportWhole(database, { jurisdiction: from.place.id, slug, folder, url: 'https://x.example/case' })
  if (!done.ok) throw new Error(done.refusal)
  return folder
}

const textOf = (folder: string, file: string): Promise<string> => readFile(join(folder, file), 'utf8')

const text = fc
  .array(fc.constantFrom('"', ',', '\n', '\r\n', "'", ';', '=', 'æ', 'Ø', 'å', ' ', 'word', '😀', '-1', '\t'), {
    minLength: 12,
    maxLength: 30,
  })
  .map((parts) => `S${parts.join('')}.`)
const choice = fc.constantFrom<Choice>('agree', 'disagree', 'pass')
const cast = fc.record({
  person: fc.nat(7),
  statement: fc.nat(2),
  choice,
  after: fc.constantFrom(0, 1, 999, 1_000_000),
})
const history = fc.record({
  texts: fc.uniqueArray(text, {
    minLength: 3,
    maxLength: 3,
    selector: (one) =>
      one
        .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
        .toLowerCase()
        .trim(),
  }),
  casts: fc.array(cast, { minLength: 1, maxLength: 40 }),
  hidden: fc.option(fc.nat(2), { nil: null }),
})

/** Votes in the order they were cast, voters by their place among random names: what an export keeps of who they are. */
async function orderOf(of: Town, consultation: string) {
  const { rows } = await sql`
    select v.at, dense_rank() over (order by v.participant_id) as voter, s.number, v.revision, v.choice
    from opinion.statement s
    join opinion.vote v on v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
    where s.consultation_id = ${consultation}
    order by v.at, voter, s.number, v.revision`.execute(database.read(of.place.id))
  return rows
}

async function countsOf(of: Town, slug: string) {
  const read = database.read(of.place.id)
  const consultation = await opinion.consultationBySlug(read, slug)
  if (!consultation) throw new Error('it is there')
  const all = await opinion.statementsIn(read, consultation.id)
  const tallies = await opinion.tallies(read, consultation.id)
  const hidden = all.filter(({ isTakenOut }) => isTakenOut).map(({ number }) => number)
  return {
    id: consultation.id,
    hidden,
    texts: all.map((one) => [one.number, one.text.trim(), one.writtenAt.toString()]),
    tallies: all.map(({ id }) => tallies.get(id) ?? { agree: 0, disagree: 0, pass: 0 }),
  }
}

async function mapAgain(of: Town, consultation: Awaited<ReturnType<typeof countsOf>>, shown: readonly number[]) {
  const asked = { version: 1, isFinal: true, until: null, shown, last: undefined } as const
  const input = await inputOf(database.read(of.place.id), consultation.id, asked)
  const { map, axes } = drawMap({ ...input, seed: 'the same' })
  return canonical({ map, axes })
}

describe('all that was voted, exported and read into another place', () => {
  it('gives the same counts, the same votes in the same order to the microsecond, and the same map to the byte', async () => {
    const people = await residents(database, town, 8)
    await fc.assert(
      fc.asyncProperty(history, async ({ texts, casts, hidden }) => {
        const at: Case = await openCase(database, town, { statements: texts.map((one) => one.slice(0, 200)) })
        let instant = (await database.now()).add({ seconds: 1 })
        for (const { person, statement, choice: said, after } of casts) {
          instant = instant.add({ microseconds: after })
          const voter = people[person] ?? town.people.alice
          const vote = { slug: at.slug, number: statement + 1, choice: said }
          expect(await castVote(database.at(instant), voter, vote)).toMatchObject({ ok: true })
        }
        const before = await opinion.statementsIn(database.read(town.place.id), (await countsOf(town, at.slug)).id)
        const stone = hidden === null ? undefined : before[hidden]
        if (stone)
          await database.transact(town.place.id, town.people.gita, (tx) =>
            hide(tx, town.people.gita, { about: { kind: 'statement', id: stone.id }, rule: 'spam', reason: 'Spam' }),
          )
        await closeVoting(database, at.chair.jurisdiction, at.slug)
        const folder = await exported(at.slug)
        const elsewhere = await foundTown(database)
        const imported = await importPolis(database, { jurisdiction: elsewhere.place.id, folder, slug: 'again' })
        expect(imported).toMatchObject({ ok: true, value: { isNew: true } })
        const [here, there] = [await countsOf(town, at.slug), await countsOf(elsewhere, 'again')]
        expect({ ...there, id: '', hidden: [] }).toEqual({ ...here, id: '', hidden: [] })
        expect(there.hidden).toEqual(stone ? [stone.number] : [])
        expect(await orderOf(elsewhere, there.id)).toEqual(await orderOf(town, here.id))
        const shown = [1, 2, 3].filter((number) => number !== stone?.number)
        expect(await mapAgain(elsewhere, there, shown)).toBe(await mapAgain(town, here, shown))
        // Exported once more, the votes are the same file.
        const again = await exported('again', { from: elsewhere })
        for (const file of ['votes.csv', 'participants-votes.csv', 'comment-groups.csv'])
          expect(await textOf(again, file)).toBe(await textOf(folder, file))
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('counts the groups of the last map by their letters, and nobody but who runs the program may read it', async () => {
    const at = await openCase(database, town, { statements })
    await voteAll(database, at.slug, await residents(database, town, 45))
    await closeVoting(database, at.chair.jurisdiction, at.slug)
    await mapsPoll(database, town.place.id)
    const folder = await exported(at.slug)
    const [header = '', first = ''] = (await textOf(folder, 'comment-groups.csv')).split('\n')
    expect(header).toBe(
      'comment-id,comment,total-votes,total-agrees,total-disagrees,total-passes,group-a-votes,group-a-agrees,group-a-disagrees,group-a-passes,group-b-votes,group-b-agrees,group-b-disagrees,group-b-passes',
    )
    expect(first).toBe(`1,${statements[0]},45,24,12,9,30,24,0,6,15,0,12,3`)
    expect((await textOf(folder, 'participants-votes.csv')).split('\n')[0]).toBe(
      'participant,group-id,n-comments,n-votes,n-agree,n-disagree,1,2,3,4,5,6,7,8,9,10,11',
    )
    expect(await textOf(folder, 'summary.csv')).toContain(
      'voters,45\nvoters-in-conv,45\ncommenters,1\ncomments,11\ngroups,2',
    )
    expect(await textOf(folder, 'README.md')).toContain('Votes are secret')
    expect((await stat(folder)).mode & 0o777).toBe(0o700)
    for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777, file).toBe(0o600)
    const facts = await entries(database.read(town.place.id), { problem: at.problem, kinds: ['opinion.exported'] })
    expect(facts.map(({ public: told }) => told)).toEqual([{ whileOpen: false }])
  })

  it('names no author by the number of a voter', async () => {
    const at = await openCase(database, town)
    const [one, two] = await residents(database, town, 2)
    for (const actor of [one, two, town.people.alice])
      if (actor) await castVote(database, actor, { slug: at.slug, number: 1, choice: 'agree' })
    const folder = await exported(at.slug)
    const people = (await textOf(folder, 'participants-votes.csv')).split('\n').slice(1, 4)
    expect(people.map((row) => row.split(',')[2])).toEqual(['', '', ''])
    expect((await textOf(folder, 'comments.csv')).split('\n')[1]?.split(',')[3]).toBe('0')
  })
})

describe('a folder', () => {
  it('that is not empty is left as it is; so is a file of that name', async () => {
    const at = await openCase(database, town)
    const whole = { jurisdiction: town.place.id, slug: at.slug, url: null }
    await writeFile(join(root, 'kept'), 'mine')
    expect(await exportWhole(database, { ...whole, folder: join(root, 'kept') })).toMatchObject({
      refusal: 'not-empty',
    })
    expect(await exportWhole(database, { ...whole, folder: root })).toMatchObject({ refusal: 'not-empty' })
    expect(await exportWhole(database, { ...whole, folder: join(root, 'no', 'where') })).toMatchObject({
      refusal: 'no-such-parent',
    })
    expect(await textOf(root, 'kept')).toBe('mine')
  })

  it('is not there, nor a part of it beside, where nothing can be exported', async () => {
    const before = await readdir(root)
    const nothing = { jurisdiction: town.place.id, slug: 'nowhere', folder: newFolder(), url: null }
    expect(await exportWhole(database, nothing)).toMatchObject({ refusal: 'no-such-problem' })
    expect(await readdir(root)).toEqual(before)
  })
})
