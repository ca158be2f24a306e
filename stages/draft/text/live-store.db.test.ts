import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { Client } from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import * as draft from '../store.ts'
import { applyContent } from './applying.ts'
import { nothingChanged } from './changed-passages.ts'
import { contentOf, newDocument, type TextContent } from './document.ts'
import type { LiveWriter } from './live-rules.ts'
import { appendUpdate, changeDocument, liveChannel, liveDocument, liveWriters, updatesAfter } from './live-store.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'

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
})

const read = () => database.read(town.place.id)
const by = (name: Townsperson): LiveWriter => ({ account: town.people[name].account, as: 'citizen' })
const now = async () => contentOf((await liveDocument(read(), group.problem)).doc)

const clause = newId('clause')
const text = (words: string): TextContent => ({
  sections: [
    { id: newId('section'), kind: 'recommendation', heading: 'Light', clauses: [{ id: clause, text: words }] },
  ],
})

/** A document of somebody who writes; `send` puts into the log what she wrote since. */
function writer(name: Townsperson) {
  const doc = newDocument()
  const waiting: Uint8Array[] = []
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'log') waiting.push(update)
  })
  const send = () => append(name, Y.mergeUpdates(waiting.splice(0)))
  return { doc, send, write: (words: string) => doc.getXmlFragment('text').push([new Y.XmlText(words)]) }
}

function append(name: Townsperson, bytes: Uint8Array) {
  return database.transact(town.place.id, null, (tx) =>
    appendUpdate(tx, { problem: group.problem, bytes, by: by(name), changed: nothingChanged }),
  )
}

describe('the log of a text', () => {
  it('keeps each update under the next number, and gives back the whole text', async () => {
    const alice = writer('alice')
    applyContent(alice.doc, undefined, text('Dark.'))
    expect(await alice.send()).toEqual({ ok: true, value: 1 })
    const content = text('Dark and long.')
    applyContent(alice.doc, undefined, content)
    expect(await alice.send()).toEqual({ ok: true, value: 2 })
    expect(await now()).toEqual(content)
    expect(await updatesAfter(read(), group.problem, 1)).toHaveLength(1)
    expect(await liveWriters(read(), group.problem)).toEqual(new Map([[alice.doc.clientID, by('alice')]]))
  })

  it('misses no number when many write at once', async () => {
    const writers = Array.from({ length: 12 }, (_, i) => writer(i % 2 ? 'alice' : 'bashir'))
    for (const one of writers) one.write(`by ${one.doc.clientID}`)
    const numbers = (await Promise.all(writers.map((one) => one.send()))).map((sent) => (sent.ok ? sent.value : sent))
    expect(numbers.sort((a, b) => Number(a) - Number(b))).toEqual(writers.map((_, i) => i + 1))
    const { doc } = await liveDocument(read(), group.problem)
    const said = doc.getXmlFragment('text').toJSON()
    for (const one of writers) expect(said).toContain(`by ${one.doc.clientID}`)
  })

  it('tells those who listen, when it is committed', async () => {
    const ears = new Client({ connectionString: home.url })
    await ears.connect()
    try {
      const heard = new Promise<string>((settled) => ears.on('notification', ({ payload }) => settled(payload ?? '')))
      await ears.query(`listen ${liveChannel}`)
      const alice = writer('alice')
      alice.write('Dark.')
      await alice.send()
      expect(await heard).toBe(`${town.place.id} ${group.problem} 1`)
    } finally {
      await ears.end()
    }
  })

  it('is taken into a state after two hundred updates, and nothing is lost by it for those who follow', async () => {
    const alice = writer('alice')
    for (let i = 1; i <= 203; i += 1) {
      alice.write(`word${i} `)
      expect(await alice.send()).toEqual({ ok: true, value: i })
    }
    const { rows } = await sql<{ count: number; first: number }>`
      select count(*) as count, min(seq) as first from draft.live_update where problem_id = ${group.problem}`.execute(
      read(),
    )
    expect(rows[0]).toEqual({ count: 3, first: 201 })
    const { doc, seq } = await liveDocument(read(), group.problem)
    expect(seq).toBe(203)
    expect(doc.getXmlFragment('text').length).toBe(203)
    const late = newDocument()
    for (const { bytes } of await updatesAfter(read(), group.problem, 150)) Y.applyUpdate(late, bytes)
    expect(late.getXmlFragment('text').length).toBe(203)
  })

  it('takes a change made on the server as one update, and none when nothing changed', async () => {
    const content = text('Dark.')
    const change = () =>
      database.transact(town.place.id, null, (tx) =>
        changeDocument(tx, { problem: group.problem, by: by('alice') }, (doc) => applyContent(doc, undefined, content)),
      )
    expect(await change()).toMatchObject({ ok: true, value: { seq: 1 } })
    expect(await change()).toMatchObject({ ok: true, value: { seq: 1 } })
    expect(await now()).toEqual(content)
  })
})

describe('an update is refused', () => {
  it('when it speaks for the number of somebody else', async () => {
    const alice = writer('alice')
    alice.write('Dark.')
    await alice.send()
    const forged = newDocument()
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(alice.doc))
    forged.clientID = alice.doc.clientID
    const before = Y.encodeStateVector(forged)
    forged.getXmlFragment('text').push([new Y.XmlText('Not dark.')])
    expect(await append('bashir', Y.encodeStateAsUpdate(forged, before))).toEqual({ ok: false, refusal: 'not-yours' })
    expect((await liveDocument(read(), group.problem)).seq).toBe(1)
  })

  it('when it is none, or too large', async () => {
    expect(await append('alice', new Uint8Array([9, 9, 9]))).toEqual({ ok: false, refusal: 'unreadable' })
    const alice = writer('alice')
    alice.write('x'.repeat(1_048_577))
    expect(await alice.send()).toEqual({ ok: false, refusal: 'too-large' })
  })

  it('takes so much a day of one, and goes on taking what the others write', async () => {
    const long = 'x'.repeat(1_000_000)
    const alice = writer('alice')
    for (let i = 0; i < 4; i++) {
      alice.write(long)
      expect(await alice.send()).toMatchObject({ ok: true })
    }
    alice.write(long)
    expect(await alice.send()).toEqual({ ok: false, refusal: 'much-today' })
    const again = writer('alice')
    again.write('From another window.'.repeat(20_000))
    expect(await again.send()).toEqual({ ok: false, refusal: 'much-today' })
    const bashir = writer('bashir')
    bashir.write('A few words.')
    expect(await bashir.send()).toMatchObject({ ok: true })
    const tomorrow = database.at(Temporal.Now.instant().add({ hours: 25 }))
    const kept = await tomorrow.transact(town.place.id, null, (tx) =>
      appendUpdate(tx, {
        problem: group.problem,
        bytes: Y.encodeStateAsUpdate(again.doc),
        by: by('alice'),
        changed: nothingChanged,
      }),
    )
    expect(kept).toMatchObject({ ok: true })
  })

  it('after the hand-over, by the rule and by the database', async () => {
    await database.transact(town.place.id, null, (tx) => draft.putFrozen(tx, group.problem))
    const alice = writer('alice')
    alice.write('Dark.')
    expect(await alice.send()).toEqual({ ok: false, refusal: 'handed-over' })
    const byHand = database.transact(town.place.id, null, (tx) =>
      sql`insert into draft.live_update (jurisdiction_id, problem_id, seq, bytes, at)
        values (${tx.jurisdiction}, ${group.problem}, 1, '\\x0000', now())`.execute(tx),
    )
    await expect(byHand).rejects.toThrow('has been handed over')
  })
})

it('no update leaves the log before the state holds it, also for SQL', async () => {
  const alice = writer('alice')
  alice.write('Dark.')
  await alice.send()
  const byHand = database.transact(town.place.id, null, (tx) =>
    sql`delete from draft.live_update where problem_id = ${group.problem}`.execute(tx),
  )
  await expect(byHand).rejects.toThrow('only when the state holds it')
})
