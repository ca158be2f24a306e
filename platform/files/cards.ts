import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../db/index.ts'
import { hiddenAmong, hiddenWords } from '../moderation/index.ts'
import { cardsOf, oneWriter, type Card, type Cards } from '../thread/index.ts'

/** How a picture or a document is named in moderation: by what it shows, on the page of what it belongs to. */
export const fileCards = { file: cardsOfFiles } satisfies { readonly file: Cards }

async function cardsOfFiles(read: Read, ids: readonly Id[]): Promise<readonly Card[]> {
  const rows = await read
    .selectFrom('files.file')
    .select(['id', 'about_kind', 'about_id', 'within_id', 'name', 'alt', 'added_by'])
    .where('id', 'in', ids as readonly Id<'file'>[]) // bound to the kind `file`
    .execute()
  const things = rows.map((row) => ({ kind: row.about_kind, id: row.about_id }) as Thing) // written by `keepFile` alone
  const [cards, hidden] = await Promise.all([
    cardsOf(read, things),
    hiddenAmong(
      read,
      rows.flatMap((row) => [row.about_id, row.within_id] as (Id | null)[]).filter((id) => id !== null),
    ),
  ])
  return rows.flatMap((row) => {
    const about = cards.get(row.about_id as Id)
    if (!about) return []
    const isHidden = hidden.has(row.about_id as Id) || (row.within_id !== null && hidden.has(row.within_id as Id))
    return [
      {
        thing: { kind: 'file' as const, id: row.id },
        title: isHidden ? hiddenWords : row.alt || row.name,
        state: '',
        visibility: about.visibility,
        path: about.path,
        writtenBy: oneWriter(row.added_by),
      },
    ]
  })
}
