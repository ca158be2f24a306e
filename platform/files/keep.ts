import { newId, type Id, type Thing } from '@folkmoot/basics/ids.ts'
import { accept, type Result } from '@folkmoot/basics/result.ts'
import type { Read, Tx } from '../db/index.ts'
import { cleanImage, type ImageRefusal } from './image.ts'
import { writeFile, type FileStore } from './store.ts'

export type KeptFile = {
  readonly id: Id<'file'>
  readonly about: Id
  readonly hash: string
  readonly name: string
  readonly mediaType: string
  readonly alt: string
}

/** A picture made clean and written to the store, before the transaction that will speak of it. */
export type CleanImage = { readonly hash: string; readonly bytes: number; readonly name: string }

export async function storeImage(store: FileStore, file: File): Promise<Result<CleanImage, ImageRefusal>> {
  const clean = await cleanImage(file)
  if (!clean.ok) return clean
  const hash = await writeFile(store, clean.value)
  return accept({ hash, bytes: clean.value.length, name: plainName(file.name) })
}

export type Keeping = { readonly image: CleanImage; readonly about: Thing; readonly alt: string; readonly by: Id<'account'> | null }

/** The row that makes a stored picture part of a thing. */
export async function keepImage(tx: Tx, { image, about, alt, by }: Keeping): Promise<Id<'file'>> {
  const id = newId('file')
  await tx
    .insertInto('files.file')
    .values({
      jurisdiction_id: tx.jurisdiction, id, about_kind: about.kind, about_id: about.id, hash: image.hash, name: image.name,
      media_type: 'image/webp', bytes: image.bytes, alt, added_by: by, added_at: tx.now,
    })
    .execute()
  return id
}

export async function filesOf(read: Read, ids: readonly Id[]): Promise<readonly KeptFile[]> {
  if (ids.length === 0) return []
  const rows = await read
    .selectFrom('files.file')
    .select(['id', 'about_id', 'hash', 'name', 'media_type', 'alt'])
    .where('about_id', 'in', [...ids])
    .orderBy('added_at')
    .execute()
  return rows.map((row) => ({
    id: row.id, about: row.about_id as Id, hash: row.hash, name: row.name, mediaType: row.media_type, alt: row.alt, // written by `keepImage` alone
  }))
}

export async function fileByHash(read: Read, hash: string): Promise<KeptFile | undefined> {
  const row = await read
    .selectFrom('files.file')
    .select(['id', 'about_id', 'hash', 'name', 'media_type', 'alt'])
    .where('hash', '=', hash)
    .executeTakeFirst()
  return row && { id: row.id, about: row.about_id as Id, hash: row.hash, name: row.name, mediaType: row.media_type, alt: row.alt }
}

/** Served apart from pages: no cookie needed, never run, kept for ever because the name is the content. */
export function fileHeaders(file: KeptFile): Record<string, string> {
  return {
    'content-type': file.mediaType,
    'content-disposition': `inline; filename="${file.hash.slice(0, 16)}.webp"`,
    'content-security-policy': "default-src 'none'; sandbox",
    'x-content-type-options': 'nosniff',
    'cross-origin-resource-policy': 'same-origin',
    'cache-control': 'public, max-age=31536000, immutable',
  }
}

/** The last part of a path, without controls and bidirectional marks. */
function plainName(name: string): string {
  const last = name.split(/[\\/]/).pop() ?? ''
  const plain = last.normalize('NFC').replace(/[\p{C}\u200e\u200f]/gu, '').trim().slice(0, 200)
  return plain === '' || plain === '.' || plain === '..' ? 'picture' : plain
}
