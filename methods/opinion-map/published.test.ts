import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { describe, expect, it } from 'vitest'
import { adjustedRand } from './adjusted-rand.ts'
import { consensusOf, groupAware } from './consensus.ts'
import type { GroupVotes } from './group-votes.ts'
import { leadingPair } from './leading-pair.ts'
import { mapOpinions } from './opinion-map.ts'
import { countPairs, gramOf } from './pair-counts.ts'
import { cellsReader } from './polis-rows.ts'
import { representatives, standings, type Side } from './representative.ts'
import { prioritiesOf } from './routing.ts'
import { symmetricEigen } from './symmetric-eigen.ts'
import { matrixOf, meansOf, sumsOf, type CastVote, type StatementSums, type Vote, type VoteMatrix } from './votes.ts'

/** Real conversations, beside what Polis published of them. Skipped where the data is not there. */

const folder = join(import.meta.dirname, '../../../shared/data/opinion')

/** Likeness (adjusted Rand) of red-dwarf's groups with those Polis exported, measured on the same files. */
const peers: Readonly<Record<string, number | undefined>> = {
  'american-assembly.bowling-green': 0.75,
  'brexit-consensus': 0.64,
  'football-concussions': 0.15,
  'scoop-hivemind.biodiversity': 0.78,
  'vtaiwan.uberx': 0.83,
  'austria-climate.5twd2jsnkf.2022-08-08': undefined,
  '15-per-hour-seattle': undefined,
}

const mostDense = 350

type Read = { readonly matrix: VoteMatrix; readonly groups: ReadonlyMap<string, string> }

function conversation(name: string): Read {
  const rows: string[][] = parse(readFileSync(join(folder, name, 'participants-votes.csv')), { bom: true })
  const header = cellsReader(rows[0] ?? [])
  if (!('reader' in header)) throw new Error(`no column ${header.missing.join(', ')}`)
  for (const [at, row] of rows.slice(1).entries()) expect(header.reader.read(row, at + 2)).toBeUndefined()
  return { matrix: header.reader.matrix(), groups: header.reader.groups() }
}

describe.skipIf(!existsSync(folder)).each(Object.entries(peers))('%s', (name, peer) => {
  it('has the directions a dense method finds', ({ skip }) => {
    const { matrix } = conversation(name)
    const size = matrix.statements.length
    skip(size > mostDense, 'a dense method takes half a minute: the bench does it')
    const means = meansOf(sumsOf(matrix))
    const gram = gramOf(countPairs(matrix), means)
    const found = leadingPair(gram, size)
    const dense = denseDirections(matrix, means)
    for (const [direction, reference] of [
      [found.first, dense[0]],
      [found.second, dense[1]],
    ] as const) {
      const cosine = direction.reduce((sum, entry, at) => sum + entry * (reference?.[at] ?? 0), 0)
      expect(Math.abs(cosine)).toBeGreaterThanOrEqual(1 - 1e-9)
    }
  })

  it.skipIf(peer === undefined)(`has groups at least as like those Polis exported as the peer's: ${peer}`, () => {
    const { matrix, groups } = conversation(name)
    const { groupOf } = mapOpinions(matrix, { seed: 'published' })
    const both = [...groupOf.keys()].filter(
      (person) => (groupOf[person] ?? -1) >= 0 && (groups.get(matrix.people[person] ?? '') ?? '') !== '',
    )
    const theirs = both.map((person) => Number(groups.get(matrix.people[person] ?? '')))
    const ours = both.map((person) => groupOf[person] ?? -1)
    expect(both.length).toBeGreaterThan(100)
    // The peer's figures have two digits.
    expect(Math.round(100 * adjustedRand(theirs, ours)) / 100).toBeGreaterThanOrEqual(peer ?? 1)
  })
})

/** Without pair counts, without Lanczos: the centred matrix multiplied with itself, cell by cell, and all its directions. */
function denseDirections(
  { statements, start, column, value }: VoteMatrix,
  means: Float64Array,
): readonly Float64Array[] {
  const size = statements.length
  const whole = new Float64Array(size * size)
  for (let person = 0; person + 1 < start.length; person += 1) {
    const row = new Float64Array(size)
    for (let at = start[person] ?? 0; at < (start[person + 1] ?? 0); at += 1)
      row[column[at] ?? 0] = (value[at] ?? 0) - (means[column[at] ?? 0] ?? 0)
    for (let i = 0; i < size; i += 1) {
      if (row[i] === 0) continue
      for (let j = 0; j < size; j += 1) whole[i * size + j] = (whole[i * size + j] ?? 0) + (row[i] ?? 0) * (row[j] ?? 0)
    }
  }
  return symmetricEigen(whole, size).vectors
}

type Blob = {
  readonly tids: readonly number[]
  readonly 'meta-tids': readonly number[]
  readonly 'mod-out': readonly number[]
  readonly 'group-votes': Readonly<
    Record<
      string,
      { readonly 'n-members': number; readonly votes: Readonly<Record<string, Record<'A' | 'D' | 'S', number>>> }
    >
  >
  readonly repness: Readonly<Record<string, readonly BlobStatement[]>>
  readonly consensus: Readonly<Record<Side, readonly BlobStatement[]>>
  readonly 'group-aware-consensus': Readonly<Record<string, number>>
  readonly 'comment-priorities': Readonly<Record<string, number>>
  readonly pca: { readonly 'comment-extremity': readonly number[] }
}

type BlobStatement = Readonly<
  Record<'tid' | 'n-success' | 'n-trials' | 'p-success' | 'p-test' | 'repness' | 'repness-test', number>
> & { readonly 'repful-for': Side; readonly 'best-agree'?: boolean }

const blobs = [
  'r4tykwac8thvzv35jrn53-biodiversity/r4tykwac8thvzv35jrn53_math_blob.json',
  'above-100-ptpts/math-pca2.json',
  'below-100-ptpts/math-pca2.json',
]

describe.skipIf(!existsSync(folder)).each(blobs)('given the groups of Polis, its published statistics: %s', (file) => {
  const blob = (): Blob => JSON.parse(readFileSync(join(folder, 'polis-math', file), 'utf8'))
  const groupsOf = ({ tids, 'group-votes': votes }: Blob): readonly GroupVotes[] =>
    Object.keys(votes)
      .toSorted((a, b) => Number(a) - Number(b))
      .map((group) => {
        const of = (key: 'A' | 'D' | 'S'): Int32Array =>
          Int32Array.from(tids, (tid) => votes[group]?.votes[tid]?.[key] ?? 0)
        return { agree: of('A'), disagree: of('D'), seen: of('S'), members: votes[group]?.['n-members'] ?? 0 }
      })

  it('each number of each representative statement, and the same statements in the same order', () => {
    const { tids, repness, 'mod-out': out, ...rest } = blob()
    const groups = groupsOf({ tids, repness, 'mod-out': out, ...rest })
    const lists = representatives(groups, (place) => out.includes(tids[place] ?? -1))
    for (const [group, theirs] of Object.entries(repness)) {
      const ours = lists[Number(group)] ?? []
      expect(ours.map(({ place, side }) => `${tids[place]} ${side}`)).toEqual(
        theirs.map(({ tid, 'repful-for': side }) => `${tid} ${side}`),
      )
      const rows = standings(groups, Number(group))
      for (const their of theirs) {
        const own = rows[tids.indexOf(their.tid)]?.[their['repful-for']]
        expect(near(own?.share, their['p-success'])).toBeLessThan(1e-9)
        expect(near(own?.shareTest, their['p-test'])).toBeLessThan(1e-9)
        expect(near(own?.ratio, their.repness)).toBeLessThan(1e-9)
        // They wrote this one with eight digits.
        expect(near(own?.ratioTest, their['repness-test'])).toBeLessThan(1e-7)
      }
    }
  })

  it('the consensus of all groups, and the priority of every statement', () => {
    const data = blob()
    const groups = groupsOf(data)
    for (const [place, chance] of groupAware(groups, 'agree').entries())
      expect(near(chance, data['group-aware-consensus'][data.tids[place] ?? -1] ?? NaN)).toBeLessThan(1e-9)
    const sum = (of: (votes: GroupVotes) => Int32Array): Int32Array =>
      Int32Array.from(data.tids, (_, place) => groups.reduce((all, votes) => all + (of(votes)[place] ?? 0), 0))
    const sums: StatementSums = {
      agree: sum(({ agree }) => agree),
      disagree: sum(({ disagree }) => disagree),
      seen: sum(({ seen }) => seen),
    }
    const extremity = Float64Array.from(data.pca['comment-extremity'])
    const priorities = prioritiesOf(sums, extremity, (place) => data['meta-tids'].includes(data.tids[place] ?? -1))
    for (const [place, priority] of priorities.entries())
      expect(near(priority, data['comment-priorities'][data.tids[place] ?? -1] ?? NaN)).toBeLessThan(1e-9)
  })

  it('what most agree and disagree with, over everybody who voted', () => {
    const { tids, consensus, 'mod-out': out } = blob()
    const matrix = matrixOf(votesOf(file), tids.map(String))
    for (const side of ['agree', 'disagree'] as const) {
      const ours = consensusOf(sumsOf(matrix), side, (place) => out.includes(tids[place] ?? -1))
      const theirs = consensus[side]
      expect(ours.map(({ place, count, seen }) => [tids[place], count, seen])).toEqual(
        theirs.map((their) => [their.tid, their['n-success'], their['n-trials']]),
      )
      for (const [at, their] of theirs.entries()) {
        expect(near(ours[at]?.share, their['p-success'])).toBeLessThan(1e-9)
        expect(near(ours[at]?.test, their['p-test'])).toBeLessThan(1e-9)
      }
    }
  })
})

function near(own: number | undefined, theirs: number): number {
  return own === undefined ? Infinity : Math.abs(own - theirs) / Math.max(1, Math.abs(theirs))
}

/** As the interface answers, kept by two clients: one names things out, the other has Polis' own names. In both 1 is agree. */
type Answered =
  | { readonly participant_id: number; readonly statement_id: number; readonly vote: Vote; readonly modified: number }
  | { readonly pid: number; readonly tid: number; readonly vote: Vote; readonly modified: string }

function votesOf(file: string): readonly CastVote[] {
  const where = join(folder, 'polis-math', file, '..')
  if (existsSync(join(where, 'votes.json'))) {
    const votes: readonly Answered[] = JSON.parse(readFileSync(join(where, 'votes.json'), 'utf8'))
    return votes
      .toSorted((a, b) => Number(a.modified) - Number(b.modified))
      .map((cast) =>
        'tid' in cast
          ? { person: `${cast.pid}`, statement: `${cast.tid}`, vote: cast.vote }
          : { person: `${cast.participant_id}`, statement: `${cast.statement_id}`, vote: cast.vote },
      )
  }
  const rows: string[][] = parse(readFileSync(join(where, '2025-11-11-1704-r4tykwac8thvzv35jrn53-votes.csv')))
  return rows
    .slice(1)
    .toSorted((a, b) => Number(a[0]) - Number(b[0]))
    .map(([, , statement = '', person = '', vote]) => ({ person, statement, vote: Number(vote) as Vote }))
}
