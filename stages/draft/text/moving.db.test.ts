import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import type { As } from '../rules.ts'
import { applyContent } from './applying.ts'
import { arranged } from './arranging.ts'
import { changedPassages } from './changed-passages.ts'
import { changeSection } from './changing.ts'
import { contentOf, newDocument, type SectionContent, type TextContent } from './document.ts'
import { appendUpdate, liveDocument } from './live-store.ts'
import { aSection, withSection, writingIn } from './testing.ts'
import { lastLetters } from './text-store.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: TestGroup
let text: ReturnType<typeof writingIn>
let opened: SectionContent

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
  at = await foundGroup(database, town)
  text = writingIn(database, at)
  opened = aSection('Light', ['Every crossing is lit at night.', 'It costs little.'])
  await text.write(at.member('alice'), withSection(opened))
})

const read = () => database.read(town.place.id)
const letters = async (id = opened.clauses[0]?.id) => (await lastLetters(read(), at.problem))?.letters[id ?? '']
const authorOf = async (id = opened.clauses[0]?.id) =>
  (await sql<{ who: string }>`select written_by as who from draft.clause where id = ${id}`.execute(read())).rows[0]?.who
const alices = { politician: 0, citizen: 31, staff: 0, unknown: 0 }

/** Somebody with the editor open; each change is sent as an update, which is numbered after hers. */
async function editor(name: Townsperson, as: As) {
  const { doc } = await liveDocument(read(), at.problem)
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  return async (change: (now: TextContent) => TextContent): Promise<void> => {
    const before = newDocument()
    Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
    applyContent(doc, undefined, change(contentOf(doc)))
    const bytes = Y.mergeUpdates(updates.splice(0))
    const changed = changedPassages(before, { update: bytes, doc: 'before' })
    const by = { account: town.people[name].account, as }
    const kept = await database.transact(town.place.id, null, (tx) =>
      appendUpdate(tx, { problem: at.problem, bytes, by, changed }),
    )
    expect(kept.ok).toBe(true)
  }
}

const without =
  (id: string | undefined) =>
  (now: TextContent): TextContent =>
    arranged(now, 'remove', id ?? '')

it('a clause moved by the form without JavaScript counts for who wrote it, and is hers', async () => {
  const moved = await changeSection(database, at.member('dora'), {
    slug: at.slug,
    form: {
      opened,
      written: opened,
      act: { kind: 'arrange', how: 'down', id: opened.clauses[0]?.id ?? '' },
      save: { reason: 'Costs come first' },
    },
  })
  expect(moved.ok).toBe(true)
  expect(await letters()).toEqual(alices)
  expect(await authorOf()).toBe(town.people.alice.account)
})

it('a clause cut and put in elsewhere by staff, again and again, counts for who wrote it', async () => {
  const elsewhere = aSection('Elsewhere', ['Something else stands here.'])
  const change = await editor('chen', 'staff')
  await change(withSection(elsewhere))
  const [first] = opened.clauses
  if (!first) throw new Error('there is a clause')
  for (const home of [elsewhere.id, opened.id, elsewhere.id]) {
    await change(without(first.id))
    await change(({ sections }) => ({
      sections: sections.map((one) => (one.id === home ? { ...one, clauses: [...one.clauses, first] } : one)),
    }))
  }
  // It moves once more within one update.
  await change((now) => arranged(now, 'up', first.id))
  await text.save(at.member('dora'))
  expect(await letters()).toEqual(alices)
  expect(await letters(elsewhere.clauses[0]?.id)).toMatchObject({ staff: 27, citizen: 0 })
  expect(await authorOf()).toBe(town.people.alice.account)
})

it('staff that copies words and takes its copy out again gets nothing of the first; what was taken out is not kept as words', async () => {
  const change = await editor('chen', 'staff')
  const own = aSection('More', ['Every crossing is lit at night.'])
  await change(withSection(own))
  await change(without(own.clauses[0]?.id))
  await text.save(at.member('dora'))
  expect(await letters()).toEqual(alices)
  const kept = await sql<{ all: string }>`
    select jsonb_agg(t.*)::text as "all" from draft.live_taken t where t.problem_id = ${at.problem}`.execute(read())
  expect(kept.rows[0]?.all).toContain('passage')
  expect(kept.rows[0]?.all).not.toContain('crossing')
})

it('an update that comes twice is noted once', async () => {
  const { doc } = await liveDocument(read(), at.problem)
  const before = newDocument()
  Y.applyUpdate(before, Y.encodeStateAsUpdate(doc))
  let bytes: Uint8Array = new Uint8Array()
  doc.on('update', (update: Uint8Array) => (bytes = update))
  applyContent(doc, undefined, arranged(contentOf(doc), 'down', opened.clauses[0]?.id ?? newId('clause')))
  const changed = changedPassages(before, { update: bytes, doc: 'before' })
  const by = { account: town.people.chen.account, as: 'staff' } as const
  for (let times = 0; times < 2; times += 1) {
    const kept = await database.transact(town.place.id, null, (tx) =>
      appendUpdate(tx, { problem: at.problem, bytes, by, changed }),
    )
    expect(kept.ok).toBe(true)
  }
  await text.write(at.member('dora'), withSection(aSection('Bus', ['A bus.'])))
  expect(await letters()).toEqual(alices)
})
