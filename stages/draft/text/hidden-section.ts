import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../../platform/db/index.ts'
import { hiddenAmong, hiddenWords, type Tombstone } from '../../../platform/moderation/index.ts'
import { sectionsById } from './store.ts'

/** Hiding a section, or the recommendation it is, takes all its words with it. */
export async function hiddenSections(
  read: Read,
  ids: readonly Id<'section'>[],
): Promise<ReadonlyMap<Id<'section'>, Tombstone>> {
  const sections = await sectionsById(read, [...new Set(ids)])
  const stones = await hiddenAmong(
    read,
    sections.flatMap(({ id, recommendation }) => [id, ...(recommendation ? [recommendation] : [])]),
  )
  return new Map(
    sections.flatMap(({ id, recommendation }): [Id<'section'>, Tombstone][] => {
      const stone = stones.get(id) ?? (recommendation ? stones.get(recommendation) : undefined)
      return stone ? [[id, stone]] : []
    }),
  )
}

/** The heading of a section for a notice, unless it is hidden by now. */
export async function headingUnlessHidden(read: Read, section: Id<'section'>, heading: string): Promise<string> {
  return (await hiddenSections(read, [section])).has(section) ? hiddenWords : heading
}
