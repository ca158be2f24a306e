import { allJurisdictions, type Jurisdiction } from '../platform/directory/index.ts'
import type { Database } from '../platform/db/index.ts'

/** The places this installation serves. Settings change rarely: asked again after two seconds, or at once when told. */
export type Places = {
  readonly all: () => Promise<readonly Jurisdiction[]>
  readonly bySlug: (slug: string) => Promise<Jurisdiction | undefined>
  readonly forget: () => void
}

const millisecondsFresh = 2_000

export function openPlaces(database: Database): Places {
  let known: Promise<readonly Jurisdiction[]> | undefined
  let knownSince = 0
  const all = (): Promise<readonly Jurisdiction[]> => {
    if (!known || performance.now() - knownSince > millisecondsFresh) {
      known = allJurisdictions(database)
      knownSince = performance.now()
      known.catch(() => {
        known = undefined // a failure is not remembered
      })
    }
    return known
  }
  return {
    all,
    bySlug: async (slug) => (await all()).find((place) => place.slug === slug),
    forget: () => {
      known = undefined
    },
  }
}
