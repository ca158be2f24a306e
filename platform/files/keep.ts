import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { accept, refuse, type Result } from '@folkmoot/basics/result.ts'
import type { Read, Tx } from '../db/index.ts'
import { hiddenAmong } from '../moderation/index.ts'
import { fileName } from './file-name.ts'
import { mostFileBytes, reencode, type ImageRefusal } from './image.ts'
import { isHash, keepBytes, type FileStore } from './store.ts'

/** A picture that belongs to a thing. Its bytes lie in the store under `hash`. */
export type KeptFile = {
  readonly id: Id<'file'>
  readonly about: Id
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

export type Keeping = {
  readonly image: CleanImage
  readonly about: Thing
  /** What a person who cannot see the picture is told. */
  readonly alt: string
  readonly by: Id<'account'> | null
}

/** The row that makes a stored picture part of a thing. A row without its bytes cannot be. */
export async function keepImage(tx: Tx, { image, about, alt, by }: Keeping): Promise<Id<'file'>> {
  const id = newId('file')
  await tx
    .insertInto('files.file')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      about_kind: about.kind,
      about_id: about.id,
      hash: image.hash,
      name: image.name,
      media_type: 'image/webp',
      bytes: image.bytes,
      alt,
      added_by: by,
      added_at: tx.now,
    })
    .execute()
  return id
}

/** The pictures of these things, in the order they came, without those a moderator has hidden. */
export async function filesOf(read: Read, ids: readonly Id[]): Promise<readonly KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await files(read)
    .where('about_id', 'in', [...ids])
    .orderBy('id')
    .execute()
  const kept = rows.map(keptFileOf)
  return kept.filter(await isShown(read, kept))
}

/** A picture by its address. Where it, or the thing it belongs to, is hidden everywhere, it is not there. */
export async function fileByHash(read: Read, hash: string): Promise<KeptFile | undefined> {
  if (!isHash(hash)) return undefined
  const rows = await files(read).where('hash', '=', hash).orderBy('id').execute()
  const kept = rows.map(keptFileOf)
  return kept.find(await isShown(read, kept))
}

async function isShown(read: Read, kept: readonly KeptFile[]): Promise<(file: KeptFile) => boolean> {
  const hidden = await hiddenAmong(
    read,
    kept.flatMap((file) => [file.id, file.about]),
  )
  return (file) => !hidden.has(file.id) && !hidden.has(file.about)
}

function files(read: Read) {
  return read.selectFrom('files.file').select(['id', 'about_id', 'hash', 'name', 'media_type', 'alt'])
}

type Row = Awaited<ReturnType<ReturnType<typeof files>['executeTakeFirstOrThrow']>>

function keptFileOf(row: Row): KeptFile {
  return {
    id: row.id,
    about: row.about_id as Id, // written by `keepImage` alone
    hash: row.hash,
    name: row.name,
    mediaType: row.media_type,
    alt: row.alt,
  }
}
