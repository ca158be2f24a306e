import { writeAppeal } from '../../../stages/arena/appeals/commands.ts'
import { declarations } from '../../../stages/problem/index.ts'
import { done } from './done.ts'
import type { Lindhavn } from './found.ts'

/** The clerk looks for those who are missing among the applicants of the gasworks, and asks who has declared in the register to pass it on. */
export async function playAppeal(town: Lindhavn, slug: string): Promise<void> {
  const asked = await declarations(town.database.read(town.place.id))
  await done(
    'appeal',
    writeAppeal(town.daysAgo(1), town.people.clerk, {
      slug,
      whom: 'People under 30 who spend their evenings in town',
      wanted: 4,
      through: 'The youth club in Østre, the sports hall, the vocational school',
      words: '',
      language: 'en',
      organisations: asked.map(({ id }) => id),
    }),
  )
}
