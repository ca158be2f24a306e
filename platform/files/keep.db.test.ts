import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId, type Thing } from '@folkmoot/basics/ids.ts'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import { foundTown, type Town } from '../identity/testing.ts'
import { hide } from '../moderation/index.ts'
import {
  carryFiles,
  fileByHash,
  filesAndStones,
  filesOf,
  keepImage,
  openFileStore,
  readFile,
  storeImage,
  type CleanImage,
  type FileStore,
} from './index.ts'

let testing: TestDatabase
let database: Database
let town: Town
let folder: string
let store: FileStore

beforeAll(async () => {
  testing = await testDatabase()
  database = openDatabase({ url: testing.url, connections: 2 })
  town = await foundTown(database)
  folder = await mkdtemp(join(tmpdir(), 'folkmoot-files-'))
  store = openFileStore(join(folder, 'files'))
})

afterAll(async () => {
  await database.close()
  await testing.drop()
  await rm(folder, { recursive: true })
})

test('keeps a picture of a thing and finds it by thing and by content', async () => {
  const idea = aThing()
  const image = await stored('#070', '../../harbour.png')
  await keep(image, idea)
  const read = database.read(town.place.id)
  expect(await filesOf(read, [idea.id])).toMatchObject([
    { about: idea.id, hash: image.hash, name: 'harbour.webp', mediaType: 'image/webp', alt: 'The harbour' },
  ])
  expect(await fileByHash(read, image.hash)).toMatchObject({ hash: image.hash })
  expect((await sharp(await readFile(store, image.hash)).metadata()).format).toBe('webp')
})

test('the same picture lies in the store once, closed to other users, and nothing unfinished beside it', async () => {
  const [first, second] = [await stored('#123', 'a.png'), await stored('#123', 'b.png')]
  expect(second.hash).toBe(first.hash)
  const names = await readdir(join(store.folder, first.hash.slice(0, 2)))
  expect(names.filter((name) => name.endsWith('.tmp'))).toEqual([])
  expect((await stat(join(store.folder, first.hash.slice(0, 2), first.hash))).mode & 0o077).toBe(0)
})

test('another place does not have it', async () => {
  const image = await stored('#456', 'a.png')
  await keep(image, aThing())
  const other = await foundTown(database)
  expect(await fileByHash(database.read(other.place.id), image.hash)).toBeUndefined()
})

test('abuse 48: a path for a hash finds nothing and opens nothing', async () => {
  expect(await fileByHash(database.read(town.place.id), '../../../etc/passwd')).toBeUndefined()
  await expect(readFile(store, '../../../etc/passwd')).rejects.toThrow('no hash')
})

test('a hidden picture, and a picture of a hidden text, is not there', async () => {
  const read = database.read(town.place.id)
  for (const hides of ['picture', 'text'] as const) {
    const idea = aThing()
    const image = await stored(hides === 'picture' ? '#aaa' : '#bbb', 'a.png')
    const file = await keep(image, idea)
    const about: Thing = hides === 'picture' ? { kind: 'file', id: file } : idea
    await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, { about, rule: 'personal-data', reason: 'A face' }),
    )
    expect(await fileByHash(read, image.hash)).toBeUndefined()
    expect(await filesOf(read, [idea.id])).toEqual([])
  }
})

test('a hidden picture is not carried into the next version, whoever asks for it', async () => {
  const [version, next] = [aThing(), aThing()]
  const shown = await keep(await stored('#c01', 'shown.png'), version)
  const hidden = await keep(await stored('#c02', 'hidden.png'), version)
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'file', id: hidden }, rule: 'personal-data', reason: 'A face' }),
  )
  await database.transact(town.place.id, town.people.alice, (tx) =>
    carryFiles(tx, { from: version.id, to: next, only: [shown, hidden] }),
  )
  expect((await filesOf(database.read(town.place.id), [next.id])).map(({ name }) => name)).toEqual(['shown.webp'])
})

test('a picture hidden in one version is hidden in the one it was carried into before', async () => {
  const [version, next] = [aThing(), aThing()]
  const image = await stored('#c03', 'before.png')
  const file = await keep(image, version)
  await database.transact(town.place.id, town.people.alice, (tx) =>
    carryFiles(tx, { from: version.id, to: next, only: [file] }),
  )
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'file', id: file }, rule: 'personal-data', reason: 'A face' }),
  )
  const read = database.read(town.place.id)
  expect(await filesOf(read, [version.id, next.id])).toEqual([])
  expect(await fileByHash(read, image.hash)).toBeUndefined()
})

test('a picture hidden by itself leaves its stone in every version, and none of its words', async () => {
  const [version, next] = [aThing(), aThing()]
  const shown = await keep(await stored('#d01', 'shown.png'), version)
  const file = await keep(await stored('#d02', 'hidden.png'), version)
  await database.transact(town.place.id, town.people.alice, (tx) =>
    carryFiles(tx, { from: version.id, to: next, only: [file] }),
  )
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'file', id: file }, rule: 'personal-data', reason: 'A face' }),
  )
  const read = database.read(town.place.id)
  const [first, second, carried] = await filesAndStones(read, [version.id, next.id])
  expect(first).toMatchObject({ id: shown, name: 'shown.webp' })
  for (const one of [second, carried]) {
    expect(one).toMatchObject({ stone: { rule: 'personal-data', reason: 'A face' } })
    expect(JSON.stringify(one)).not.toMatch(/hidden.webp|The harbour/)
  }
  // With its text hidden it has the stone of the text.
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: version, rule: 'spam', reason: 'All of it' }),
  )
  expect((await filesAndStones(read, [version.id])).length).toBe(0)
})

test('abuse 48: a file that is too large is refused before it is read', async () => {
  const file = Object.assign(new File(['x'], 'a.png'), {
    arrayBuffer: () => Promise.reject(new Error('it was read')),
  })
  Object.defineProperty(file, 'size', { value: 9_000_000 })
  expect(await storeImage(store, file)).toEqual({ ok: false, refusal: 'file-too-large' })
})

function aThing(): Thing {
  return { kind: 'idea', id: newId('idea') }
}

async function stored(background: string, name: string): Promise<CleanImage> {
  const bytes = await sharp({ create: { width: 9, height: 9, channels: 3, background } })
    .png()
    .toBuffer()
  const image = await storeImage(store, new File([new Uint8Array(bytes)], name, { type: 'text/html' }))
  if (!image.ok) throw new Error(image.refusal)
  return image.value
}

function keep(image: CleanImage, about: Thing) {
  return database.transact(town.place.id, town.people.alice, (tx) =>
    keepImage(tx, { image, about, alt: 'The harbour', by: town.people.alice.account }),
  )
}
