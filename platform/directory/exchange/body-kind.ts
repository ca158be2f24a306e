import type { Tx } from '../../db/index.ts'
import type { Level } from '../jurisdiction.ts'
import type { BodyKind } from '../people.ts'
import type { Organization } from './read-popolo.ts'

export type Kinds = ReadonlyMap<string, BodyKind>

const seats =
  /^(legislature|council|parliament|assembly|chamber|(upper|lower) (house|chamber)|(city|town|municipal|regional) council)$/

const words: readonly (readonly [RegExp, BodyKind])[] = [
  [/^(political )?party$|^(parliamentary|political) group$|^fraction$|^faction$/, 'party'],
  [/committee$|^commission$/, 'committee'],
  [/^(executive|cabinet|government)$/, 'executive'],
  [/^(office|department|ministry|agency)$/, 'office'],
]

/**
 * What each organisation is here. Files say "legislature" for a village and a nation alike; the place knows better.
 * Where a file says nothing, a party is on whose behalf somebody sits, and a council is where somebody sits;
 * beside a council that is named as one, an organisation without a word and without members is a party too.
 */
export function kindsOf(organizations: readonly Organization[], level: Level): Kinds {
  const council: BodyKind = level === 'nation' || level === 'union' ? 'parliament' : 'council'
  const hasCouncil = organizations.some(({ classification }) => seats.test(classification.toLowerCase()))
  return new Map(
    organizations.map((organization) => {
      const word = organization.classification.toLowerCase()
      if (seats.test(word)) return [organization.id, council]
      const named = words.find(([form]) => form.test(word))?.[1]
      if (named) return [organization.id, named]
      if (organization.isParty) return [organization.id, 'party']
      if (word !== '') return [organization.id, 'other']
      if (organization.hasMembers) return [organization.id, council]
      return [organization.id, hasCouncil ? 'party' : 'other']
    }),
  )
}

export async function levelOf(tx: Tx): Promise<Level> {
  const row = await tx
    .selectFrom('directory.jurisdiction')
    .select('level')
    .where('id', '=', tx.jurisdiction)
    .executeTakeFirstOrThrow()
  return row.level as Level // a check constraint holds the four words
}
