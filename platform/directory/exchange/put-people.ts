import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { freeSlug, slugOf } from '@folkmoot/basics/slug.ts'
import type { Tx } from '../../db/index.ts'
import { batches, sortOut, type Put, type Report } from './put.ts'
import type { Person } from './read-popolo.ts'

/** Adds and renews people. Whom we added ourselves is known by the id our export gives her. */
export async function putPeople(tx: Tx, persons: readonly Person[], report: Report): Promise<Put<'person'>> {
  const rows = await tx.selectFrom('directory.person').select(['id', 'slug', 'name', 'popolo', 'popolo_id']).execute()
  const known = new Map(rows.map((row) => [row.popolo_id ?? row.id, row]))
  const ids = new Map<string, Id<'person'>>([...known].map(([key, row]) => [key, row.id]))
  const slugs = new Set(rows.map((row) => row.slug))
  const sorted = sortOut(
    persons.map((person) => {
      const before = known.get(person.id)
      // A name may change; the address of her page does not.
      const slug = before?.slug ?? freeSlug(slugOf(person.name, 'person'), slugs)
      slugs.add(slug)
      const id = before?.id ?? newId('person')
      ids.set(person.id, id)
      const popolo_id = before ? before.popolo_id : person.id
      return { row: { id, slug, name: person.name, popolo: person.popolo, popolo_id }, before }
    }),
  )
  for (const batch of batches(sorted.fresh)) {
    const values = batch.map((row) => ({
      jurisdiction_id: tx.jurisdiction,
      ...row,
      popolo: JSON.stringify(row.popolo),
    }))
    await tx.insertInto('directory.person').values(values).execute()
    report(batch.length)
  }
  for (const { id, name, popolo } of sorted.altered) {
    await tx
      .updateTable('directory.person')
      .set({ name, popolo: JSON.stringify(popolo) })
      .where('id', '=', id)
      .execute()
  }
  report(persons.length - sorted.fresh.length)
  return { ids, added: sorted.fresh.length, changed: sorted.altered.length, unchanged: sorted.same }
}
