import { seeded } from '@folkmoot/basics/seeded.ts'
import type { CastVote, Vote } from './votes.ts'

/** People of two minds: `share` of the statements divides them, the rest they see alike. Some pass, some have not seen it. */
export function twoMinds({ people, statements, seen = 0.6, seed = 'two minds' }: Town): readonly CastVote[] {
  const random = seeded(seed)
  return Array.from({ length: people }, (_, person) => person).flatMap((person) =>
    Array.from({ length: statements }, (_, statement) => statement).flatMap((statement): readonly CastVote[] => {
      if (random() > seen) return []
      const leans = statement % 2 === 0 ? 0.8 : person % 2 === 0 ? 0.9 : 0.1
      const vote: Vote = random() < 0.1 ? 0 : random() < leans ? 1 : -1
      return [{ person: `p${person}`, statement: `s${statement}`, vote }]
    }),
  )
}

type Town = { readonly people: number; readonly statements: number; readonly seen?: number; readonly seed?: string }
