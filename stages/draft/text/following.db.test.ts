import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import * as Y from 'yjs'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { foundGroup } from '../../arena/testing.ts'
import { applyContent } from './applying.ts'
import { nothingChanged } from './changed-passages.ts'
import { newDocument } from './document.ts'
import { follow } from './following.ts'
import { appendUpdate } from './live-store.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

// A bug once: where the database was quicker to tell of an update than its keeper was to ask, nobody brought back what went by it.
it.each([true, false])(
  'says what went by an update unseen, heard of from the database first: %s',
  async (isHeardFirst) => {
    const { problem } = await foundGroup(database, town)
    const keep = async (name: Townsperson, bytes: Uint8Array): Promise<number> => {
      const by = { account: town.people[name].account, as: 'citizen' } as const
      const kept = await database.transact(town.place.id, null, (tx) =>
        appendUpdate(tx, { problem, bytes, by, changed: nothingChanged }),
      )
      if (!kept.ok) throw new Error(kept.refusal)
      return kept.value
    }
    const alice = newDocument()
    const [section, clause] = [newId('section'), newId('clause')]
    const saying = (text: string) => ({
      sections: [{ id: section, kind: 'passage' as const, heading: 'Steps', clauses: [{ id: clause, text }] }],
    })
    applyContent(alice, undefined, saying('Dark.'))
    const beginning = Y.encodeStateAsUpdate(alice)
    await keep('alice', beginning)
    const bashir = new Y.Doc()
    Y.applyUpdate(bashir, beginning)
    const seen = Y.encodeStateVector(alice)
    applyContent(alice, undefined, { sections: [] })
    applyContent(bashir, undefined, saying('Dark and steep.'))
    await keep('alice', Y.encodeStateAsUpdate(alice, seen))

    const held = newDocument()
    const following = follow({ doc: held, read: database.read(town.place.id), problem, origin: null })
    await following.catchUp()
    const late = Y.encodeStateAsUpdate(bashir, seen)
    const number = await keep('bashir', late)
    if (isHeardFirst) await following.catchUp()
    const lost = await following.kept(number, late, null)
    expect(lost.map(({ client }) => client)).toEqual([bashir.clientID])
    expect(await following.kept(number, late, null), 'once').toEqual([])
  },
)
