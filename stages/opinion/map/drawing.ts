import { createHash } from 'node:crypto'
import { mapOpinions, type OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'
import { matrixFrom, type VoteList, type VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { leastInGroup } from '@folkmoot/tally/suppress.ts'
import { choiceOf } from '../vote-value.ts'
import { lettersOf, turned, turnOf, type Axes, type Turn } from './axes.ts'
import { published, type PublishedMap } from './published.ts'
import type { Voters } from './voters.ts'

/** What a map is drawn from; nothing else goes into it. */
export type DrawInput = {
  readonly version: number
  readonly isFinal: boolean
  readonly seed: string
  /** By number; those that are hidden or taken out are not among them. */
  readonly statements: readonly { readonly number: number; readonly id: string }[]
  /** By their random names. */
  readonly voters: Voters
  readonly last: Axes | undefined
}

export type Drawn = { readonly map: PublishedMap; readonly axes: Axes; readonly inputHash: string }

/** Draws a map in this or in another thread. */
export type Draw = (input: DrawInput) => Promise<Drawn>

export function drawMap({ version, isFinal, seed, statements, voters, last }: DrawInput): Drawn {
  const numbers = statements.map(({ number }) => number)
  const list = listOf(numbers, voters)
  const matrix = matrixFrom(list, numbers.map(String))
  const map = mapOpinions(matrix, { seed, leastInGroup })
  const turn = turnOf(map, numbers, last)
  const letters = lettersOf(map, list, last)
  const positions = turned(map.positions, turn)
  const {
    map: shownMap,
    frame,
    shown,
    kept,
  } = published({
    matrix,
    map,
    positions,
    letters,
    last: last && { frame: last.frame, hadGroups: last.groups.some(({ isShown }) => isShown), kept: last.kept },
    version,
    isFinal,
    seed,
  })
  return {
    map: shownMap,
    axes: { ...axesOf(map, numbers, turn), groups: groupsIn(map, turn, { letters, shown }), frame, seed, kept },
    inputHash: hashOf(matrix, statements),
  }
}

/** Whoever counts is there, even where nothing she said is left. */
function listOf(numbers: readonly number[], { names, person, statement, vote }: Voters): VoteList {
  const placeOf = new Map(numbers.map((number, place) => [number, place]))
  return {
    people: new Map(names.map((name, place) => [name, place])),
    statements: new Map(numbers.map((number, place) => [`${number}`, place])),
    size: vote.length,
    person,
    statement: statement.map((number) => placeOf.get(number) ?? -1),
    vote,
  }
}

function axesOf(
  map: OpinionMap,
  statements: readonly number[],
  turn: Turn,
): Omit<Axes, 'groups' | 'frame' | 'seed' | 'kept'> {
  const { x: first, y: second } = turned({ x: map.axes.first, y: map.axes.second }, turn)
  return {
    statements,
    means: [...map.means],
    first: [...first],
    second: [...second],
    resampled: map.groups.resampled.map((centres) => {
      const { x, y } = turned(centres, turn)
      return Array.from(x, (across, group) => [across, y[group] ?? 0] as const)
    }),
  }
}

type Lettered = { readonly letters: readonly number[]; readonly shown: readonly number[] }

function groupsIn(map: OpinionMap, turn: Turn, { letters, shown }: Lettered): Axes['groups'] {
  if (!map.groups.chosen) return []
  const { x, y } = turned(map.groups.chosen.centres, turn)
  return Array.from(x, (across, group) => ({
    x: across,
    y: y[group] ?? 0,
    letter: letters[group] ?? group,
    isShown: shown.includes(group),
  }))
}

/** The same as `hashOfVotes` over these votes: its lines in the order of their bytes, voter by voter, so that they are never all there at once. */
function hashOf({ people, start, column, value }: VoteMatrix, statements: DrawInput['statements']): string {
  const hash = createHash('sha256')
  const rank = new Map(
    statements
      .map(({ id }) => id)
      .toSorted((a, b) => (a < b ? -1 : 1))
      .map((id, at) => [id, at]),
  )
  const rankOf = (at: number): number => rank.get(statements[column[at] ?? 0]?.id ?? '') ?? 0
  for (const [person, voter] of people.entries()) {
    const [from, to] = [start[person] ?? 0, start[person + 1] ?? 0]
    const hers = Array.from({ length: to - from }, (_, nth) => from + nth).toSorted((a, b) => rankOf(a) - rankOf(b))
    hash.update(
      hers.map((at) => `${voter} ${statements[column[at] ?? 0]?.id ?? ''} ${choiceOf(value[at] ?? 0)}\n`).join(''),
    )
  }
  return hash.digest('hex')
}
