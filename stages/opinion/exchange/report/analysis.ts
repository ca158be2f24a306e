import { countedIn } from '@folkmoot/opinion-map/counted.ts'
import { mapOpinions, type OpinionMap } from '@folkmoot/opinion-map/opinion-map.ts'
import type { Side } from '@folkmoot/opinion-map/representative.ts'
import type { VoteMatrix } from '@folkmoot/opinion-map/votes.ts'
import { letterOf } from '../../map/letter.ts'
import type { FieldFolder } from './folder.ts'
import { pictureOf, type Picture } from './picture.ts'

export type Counts = { readonly agree: number; readonly disagree: number; readonly seen: number }

export type AnalysedStatement = Counts & {
  readonly id: string
  readonly text: string
  /** Where it lies along both directions: its entries in the vectors of length 1. */
  readonly along: readonly [number, number]
  /** Counts of each group. */
  readonly groups: readonly Counts[]
  /** See `bridging`, `division` and `exposureOf` of the method. 0–1. */
  readonly bridges: Readonly<Record<Side, number>>
  readonly divides: number
  readonly exposure: { readonly least: number; readonly most: number; readonly falseDiscovery: number } | undefined
}

export type AnalysedGroup = {
  readonly name: string
  readonly people: number
  /** Half of its people belong to it at least this surely; undefined where nothing is known. */
  readonly sure: number | undefined
  readonly thinks: readonly (Counts & {
    readonly id: string
    readonly side: Side
    readonly ratio: number
    readonly falseDiscovery: number
  })[]
}

/** What the map says of a folder, without a word of any one person. Places in lists are the order of importance. */
export type Analysis = {
  readonly topic: string
  readonly from: FieldFolder['from']
  readonly method: string
  readonly seed: string
  readonly people: number
  readonly votes: number
  /** Statements that moderators took out: left away with their votes. */
  readonly takenOut: number
  /** Who voted on too little to be put into a group. */
  readonly inNoGroup: number
  readonly explained: readonly [number, number]
  readonly grouping: { readonly silhouette: number; readonly stability: number } | undefined
  readonly tried: readonly { readonly k: number; readonly silhouette: number; readonly stability: number }[]
  readonly groups: readonly AnalysedGroup[]
  readonly consensus: Readonly<Record<Side, readonly string[]>>
  readonly statements: readonly AnalysedStatement[]
  readonly picture: Picture
}

export function analyse(folder: FieldFolder, seed: string): Analysis {
  const { matrix } = folder
  const map = mapOpinions(matrix, { seed })
  const id = (place: number): string => matrix.statements[place] ?? ''
  const grouping = map.groups.chosen
  const counted = countedIn(matrix).reduce((sum, one) => sum + one, 0)
  return {
    topic: folder.topic,
    from: folder.from,
    method: map.method,
    seed,
    people: matrix.people.length,
    votes: matrix.value.length,
    takenOut: folder.takenOut,
    inNoGroup: matrix.people.length - (grouping ? counted : 0),
    explained: map.explained,
    grouping: grouping && { silhouette: grouping.silhouette, stability: grouping.stability },
    tried: map.groups.tried.map(({ k, silhouette, stability }) => ({ k, silhouette, stability })),
    groups: map.votes.map((_, group) => groupOf(map, group, id)),
    consensus: {
      agree: map.consensus.agree.map(({ place }) => id(place)),
      disagree: map.consensus.disagree.map(({ place }) => id(place)),
    },
    statements: matrix.statements.map((_, place) => statementOf(map, matrix, folder.texts, place)),
    picture: pictureOf(map),
  }
}

function statementOf(
  map: OpinionMap,
  { statements }: VoteMatrix,
  texts: ReadonlyMap<string, string>,
  place: number,
): AnalysedStatement {
  const id = statements[place] ?? ''
  const exposure = map.exposure[place]
  return {
    id,
    text: texts.get(id) ?? '',
    ...countsAt(map.sums, place),
    along: [map.axes.first[place] ?? 0, map.axes.second[place] ?? 0],
    groups: map.votes.map((votes) => countsAt(votes, place)),
    bridges: { agree: map.bridging.agree[place] ?? 0, disagree: map.bridging.disagree[place] ?? 0 },
    divides: map.division[place] ?? 0,
    exposure: exposure && {
      least: exposure.least,
      most: exposure.most,
      falseDiscovery: exposure.falseDiscovery,
    },
  }
}

function countsAt(
  { agree, disagree, seen }: { readonly agree: Int32Array; readonly disagree: Int32Array; readonly seen: Int32Array },
  place: number,
): Counts {
  return { agree: agree[place] ?? 0, disagree: disagree[place] ?? 0, seen: seen[place] ?? 0 }
}

function groupOf(map: OpinionMap, group: number, id: (place: number) => string): AnalysedGroup {
  const votes = map.votes[group]
  const sure = Array.from(map.certainty)
    .filter((certainty, person) => map.groupOf[person] === group && !Number.isNaN(certainty))
    .toSorted((a, b) => a - b)
  return {
    name: letterOf(group),
    people: votes?.members ?? 0,
    sure: sure[Math.floor(sure.length / 2)],
    thinks: (map.representatives[group] ?? []).map(({ place, side, standing, falseDiscovery }) => ({
      id: id(place),
      side,
      ...(votes ? countsAt(votes, place) : { agree: 0, disagree: 0, seen: 0 }),
      ratio: standing.ratio,
      falseDiscovery,
    })),
  }
}
