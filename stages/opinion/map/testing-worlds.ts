import { seeded, shuffled } from '@folkmoot/basics/seeded.ts'
import type { Vote } from '@folkmoot/opinion-map/votes.ts'
import { canonical } from '../../../platform/ledger/index.ts'
import type { Axes } from './axes.ts'
import { drawMap } from './drawing.ts'
import type { Voters } from './voters.ts'

/** What somebody says of a statement when each of the three maps is drawn; undefined: nothing. The last is of everybody, after the close. */
type Path = readonly [Vote | undefined, Vote | undefined]

/** A made-up town, as one consultation sees it: who comes after `first` people is on no map before the second, the five last only on the third. */
export type World = {
  readonly statements: number
  readonly first: number
  readonly second: number
  /** Of each person, in the order they came, what she says of each statement at the first map and later. */
  readonly people: readonly (readonly Path[])[]
}

const heldBack = 5

/** Of one to three minds, from quiet to noisy, some see all statements and some half. One to four change a vote while the first map stands. */
export function worldOf(seed: string, { least, most }: { readonly least: number; readonly most: number }): World {
  const random = seeded(seed)
  const among = (count: number): number => Math.floor(random() * count)
  const side = (): Vote => (random() < 0.5 ? 1 : -1)
  const count = least + among(most - least + 1)
  const statements = 6 + among(15)
  const [seen, noise] = [0.5 + random() / 2, 0.05 + 0.3 * random()]
  const minds = Array.from({ length: 1 + among(3) }, () => Array.from({ length: statements }, side))
  const alike = Array.from({ length: statements }, () => (random() < 0.3 ? side() : 0))
  const people = Array.from({ length: count }, () => {
    const mind = minds[among(minds.length)] ?? []
    return Array.from({ length: statements }, (_, statement): Path => {
      if (random() > seen && statement > 0) return [undefined, undefined]
      const leans = alike[statement] === 0 ? (mind[statement] ?? 0) : (alike[statement] ?? 0)
      const vote = random() < 0.1 ? 0 : random() < noise ? -leans : leans
      return [vote as Vote, vote as Vote]
    })
  })
  const second = count - heldBack
  const first = Math.max(10, second - heldBack - among(Math.floor(second / 2)))
  const world = { statements, first, second, people }
  return Array.from({ length: 1 + among(4) }).reduce<World>((before) => {
    const at = { person: among(first), statement: among(statements) }
    const [, now] = pathAt(before, at)
    return now === undefined ? before : withPath(before, at, [now === 0 ? side() : 0, now])
  }, world)
}

export type At = { readonly person: number; readonly statement: number }

export function pathAt({ people }: World, { person, statement }: At): Path {
  return people[person]?.[statement] ?? [undefined, undefined]
}

function withPath(world: World, { person, statement }: At, path: Path): World {
  const paths = world.people[person] ?? []
  return { ...world, people: world.people.with(person, paths.with(statement, path)) }
}

/** Everything that is published of the three maps. */
export function publishedIn({ statements, first, second, people }: World): readonly string[] {
  let last: Axes | undefined
  return [first, second, people.length].map((count, at) => {
    const drawn = drawMap({
      version: at + 1,
      isFinal: at === 2,
      seed: `a town ${at + 1}`,
      statements: Array.from({ length: statements }, (_, place) => ({ number: place + 1, id: `${place + 1}` })),
      voters: votersAt(people.slice(0, count), at === 0 ? 0 : 1),
      last,
    })
    last = drawn.axes
    return canonical(drawn.map)
  })
}

function votersAt(people: World['people'], when: 0 | 1): Voters {
  const cast = people.flatMap((paths, person) =>
    paths.flatMap((path, statement) => {
      const vote = path[when]
      return vote === undefined ? [] : [{ person, statement: statement + 1, vote }]
    }),
  )
  return {
    names: people.map((_, person) => `person ${person}`),
    person: Int32Array.from(cast, ({ person }) => person),
    statement: Int32Array.from(cast, ({ statement }) => statement),
    vote: Int8Array.from(cast, ({ vote }) => vote),
  }
}

/**
 * Worlds in which she said something else and somebody else of those who came between the same two maps said what she said: all
 * results are the same. Behind them worlds in which two others have changed what they said of one statement, too. Those in `known`
 * said what they said. In an order of chance, `most` at most.
 */
export function otherWorlds(world: World, at: At, known: ReadonlySet<number>, most: number): readonly World[] {
  const partners = partnersOf(world, at, known)
  const random = seeded(`others ${at.person} ${at.statement}`)
  const [first] = partners
  return Array.from({ length: first ? most : 0 }, (_, nth) => {
    const partner = partners[nth % partners.length] ?? first
    const other = partner ? exchanged(world, at, partner) : world
    if (nth < partners.length) return other
    const one = {
      person: Math.floor(random() * world.people.length),
      statement: Math.floor(random() * world.statements),
    }
    const [two] = known.has(one.person) || one.person === at.person ? [] : partnersOf(other, one, known)
    return two && two.person !== at.person ? exchanged(other, one, two) : other
  })
}

/** The same world in which two people of the same time have each other's votes, all of them. */
export function withNamesExchanged(world: World, seed: string): World {
  const random = seeded(seed)
  const [from, to] = random() < 0.5 ? [0, world.first] : [world.first, world.second]
  const among = (): number => from + Math.floor(random() * (to - from))
  const [one, two] = [among(), among()]
  const people = world.people.with(one, world.people[two] ?? []).with(two, world.people[one] ?? [])
  return { ...world, people }
}

/** Whoever came between the same two maps and said something else of it. */
function partnersOf(world: World, at: At, known: ReadonlySet<number>): readonly At[] {
  const batch = (person: number): number => (person < world.first ? 0 : person < world.second ? 1 : 2)
  const hers = pathAt(world, at)
  const all = shuffled([...world.people.keys()], `partners ${at.person} ${at.statement}`)
  return hers[1] === undefined
    ? []
    : all.flatMap((person) => {
        const theirs = pathAt(world, { ...at, person })
        const isOther = theirs[1] !== undefined && theirs.some((vote, when) => vote !== hers[when])
        return isOther && !known.has(person) && batch(person) === batch(at.person) ? [{ ...at, person }] : []
      })
}

function exchanged(world: World, one: At, two: At): World {
  return withPath(withPath(world, one, pathAt(world, two)), two, pathAt(world, one))
}
