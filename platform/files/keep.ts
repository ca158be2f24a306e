import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Read, Tx } from '../db/index.ts'
import { hiddenAmong, type Tombstone } from '../moderation/index.ts'
import { cardsOf } from '../thread/index.ts'
import { documentType, documentTypes, mostDocumentBytes, type DocumentRefusal, type DocumentType } from './document.ts'
import { fileName } from './file-name.ts'
import { mostFileBytes, reencode, type ImageRefusal } from './image.ts'
import { isHash, keepBytes, type FileStore } from './store.ts'

/** A picture or a document that belongs to a thing. Its bytes lie in the store under `hash`. */
export type KeptFile = {
  readonly id: Id<'file'>
  readonly about: Id
  /** What the thing is part of, where it is part of one. */
  readonly within: Id | null
  readonly bytes: number
  /** SHA-256 of the bytes, in hex. */
  readonly hash: string
  readonly name: string
  readonly mediaType: string
  readonly alt: string
}

/** A picture made clean and lying in the store, before the transaction that will speak of it. */
export type CleanImage = { readonly hash: string; readonly bytes: number; readonly name: string }

/** Makes a picture clean and keeps its bytes durably. Outside the transaction: decoding takes its time. */
export async function storeImage(store: FileStore, file: File): Promise<Result<CleanImage, ImageRefusal>> {
  // Asked before the bytes are read, so that nobody fills the memory.
  if (file.size > mostFileBytes) return refuse('file-too-large')
  const clean = await reencode(new Uint8Array(await file.arrayBuffer()))
  if (!clean.ok) return clean
  const hash = await keepBytes(store, clean.value)
  return accept({ hash, bytes: clean.value.byteLength, name: fileName(file.name) })
}

/** A picture or a document lying in the store. */
export type CleanFile = CleanImage & { readonly mediaType: 'image/webp' | DocumentType }

/** Keeps the bytes of a document as they are: a PDF that only shows, or plain text. */
export async function storeDocument(store: FileStore, file: File): Promise<Result<CleanFile, DocumentRefusal>> {
  if (file.size > mostDocumentBytes) return refuse('document-too-large')
  const bytes = new Uint8Array(await file.arrayBuffer())
  const type = documentType(bytes)
  if (!type.ok) return type
  const name = fileName(file.name, type.value === documentTypes.pdf ? '.pdf' : '.txt')
  return accept({ hash: await keepBytes(store, bytes), bytes: bytes.byteLength, name, mediaType: type.value })
}

type Belonging = {
  readonly about: Thing
  /** What the thing is part of: hidden, it takes the file with it. */
  readonly within?: Thing | undefined
  /** What a person who cannot see the picture is told. */
  readonly alt: string
  readonly by: Id<'account'> | null
}

export type Keeping = Belonging & { readonly image: CleanImage }

/** The row that makes a stored picture part of a thing. */
export function keepImage(tx: Tx, { image, ...belonging }: Keeping): Promise<Id<'file'>> {
  return keepFile(tx, { file: { ...image, mediaType: 'image/webp' }, ...belonging })
}

/** The row that makes a stored file part of a thing. A row without its bytes cannot be. */
export async function keepFile(
  tx: Tx,
  { file, about, within, alt, by }: Belonging & { readonly file: CleanFile },
): Promise<Id<'file'>> {
  const id = newId('file')
  await tx
    .insertInto('files.file')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      about_kind: about.kind,
      about_id: about.id,
      within_id: within?.id ?? null,
      hash: file.hash,
      name: file.name,
      media_type: file.mediaType,
      bytes: file.bytes,
      alt,
      added_by: by,
      added_at: tx.now,
    })
    .execute()
  return id
}

/** The files of one version are those of the next, until somebody leaves one out. What a moderator has hidden stays behind. */
export async function carryFiles(
  tx: Tx,
  { from, to, only }: { readonly from: Id; readonly to: Thing; readonly only: readonly Id<'file'>[] },
): Promise<void> {
  if (only.length === 0) return
  const shown = new Set((await filesOf(tx, [from])).map(({ id }) => id))
  const rows = await tx.selectFrom('files.file').selectAll().where('about_id', '=', from).orderBy('id').execute()
  for (const row of rows.filter(({ id }) => only.includes(id) && shown.has(id)))
    await tx
      .insertInto('files.file')
      .values({ ...row, id: newId('file'), about_kind: to.kind, about_id: to.id })
      .execute()
}

/** The files of these things, in the order they came, without those a moderator has hidden. */
export async function filesOf(read: Read, ids: readonly Id[]): Promise<readonly KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await files(read)
    .where('about_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const kept = rows.map(keptFileOf)
  return kept.filter(await isShown(read, kept))
}

/** What stands where a picture or a document stood that a moderator has hidden by itself. */
export type HiddenFile = Pick<KeptFile, 'id' | 'about'> & { readonly stone: Tombstone }

/** The files of these things as a page shows them: each, or its stone. What is hidden with its thing has the thing's. */
export async function filesAndStones(read: Read, ids: readonly Id[]): Promise<readonly (KeptFile | HiddenFile)[]> {
  if (ids.length === 0) return []
  const rows = await files(read)
    .where('about_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const kept = rows.map(keptFileOf)
  const [isOfShown, stones] = await Promise.all([belongsToShown(read, kept), stonesByHash(read, kept)])
  return kept.filter(isOfShown).map((file) => {
    const stone = stones.get(file.hash)
    return stone ? { id: file.id, about: file.about, stone } : file
  })
}

/**
 * A picture by its address. Where it, or the thing it belongs to, is hidden everywhere, it is not there; nor where that thing is no
 * longer for everybody, as the papers of a meeting that has been closed.
 */
export async function fileByHash(read: Read, hash: string): Promise<KeptFile | undefined> {
  if (!isHash(hash)) return undefined
  const rows = await files(read).select('about_kind').where('hash', '=', hash).orderBy('id').execute()
  const kept = rows.map(keptFileOf)
  const things = rows.map((row) => ({ kind: row.about_kind, id: row.about_id }) as Thing) // written by `keepFile` alone
  const [isShownHere, cards] = await Promise.all([isShown(read, kept), cardsOf(read, things)])
  return kept.find((file) => isShownHere(file) && cards.get(file.about)?.visibility !== 'private')
}

async function isShown(read: Read, kept: readonly KeptFile[]): Promise<(file: KeptFile) => boolean> {
  const [isOfShown, stones] = await Promise.all([belongsToShown(read, kept), stonesByHash(read, kept)])
  return (file) => isOfShown(file) && !stones.has(file.hash)
}

async function belongsToShown(read: Read, kept: readonly KeptFile[]): Promise<(file: KeptFile) => boolean> {
  const hidden = await hiddenAmong(
    read,
    kept.flatMap((file) => [file.about, ...(file.within === null ? [] : [file.within])]),
  )
  return (file) => !hidden.has(file.about) && (file.within === null || !hidden.has(file.within))
}

/** A picture a moderator has hidden is hidden in every version it was carried into, and when somebody sends it again. */
async function stonesByHash(read: Read, kept: readonly KeptFile[]): Promise<ReadonlyMap<string, Tombstone>> {
  if (kept.length === 0) return new Map()
  const hashes = [...new Set(kept.map(({ hash }) => hash))]
  const same = await read.selectFrom('files.file').select(['id', 'hash']).where('hash', 'in', hashes).execute()
  const stones = await hiddenAmong(
    read,
    same.map(({ id }) => id),
  )
  return new Map(
    same.flatMap(({ id, hash }) => {
      const stone = stones.get(id)
      return stone ? [[hash, stone] as const] : []
    }),
  )
}

function files(read: Read) {
  return read
    .selectFrom('files.file')
    .select(['id', 'about_id', 'within_id', 'bytes', 'hash', 'name', 'media_type', 'alt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>

function keptFileOf(row: Row): KeptFile {
  return {
    id: row.id,
    about: row.about_id as Id, // written by `keepFile` alone
    within: row.within_id as Id | null, // as well
    bytes: row.bytes,
    hash: row.hash,
    name: row.name,
    mediaType: row.media_type,
    alt: row.alt,
  }
}
