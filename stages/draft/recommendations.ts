import type { Id, Thing } from '@folkmoot/basics/ids.ts'
import type { Read } from '../../platform/db/index.ts'
import { seatsOf } from '../arena/index.ts'
import { framings } from '../problem/index.ts'
import * as rules from './rules.ts'
import * as store from './store.ts'

/** A recommendation as it stands, with whose words they are and who stands behind it. */
export type Recommendation = {
  readonly id: Id<'recommendation'>
  /** The section of the common text it is. */
  readonly section: Id<'section'>
  readonly number: number
  readonly title: string
  /** Words above its clauses; empty in a text written since every word belongs to a clause. */
  readonly text: string
  readonly clauses: readonly Clause[]
  /** Null while fewer than half of the members have said, and in a told case that does not say. */
  readonly agreement: rules.Agreement | null
  /** What those say who do not agree; empty when nobody has written. */
  readonly minorityText: string
  readonly source: string | null
  readonly versions: readonly store.Version[]
  /** Voices on the present version; members who have not said are `members` less both. */
  readonly voices: Voices
  readonly standOf: (account: Id<'account'> | null) => 'agree' | 'disagree' | undefined
  readonly toldDay: Temporal.PlainDate | null
  /** It has left the text; its number and its history stay. */
  readonly isWithdrawn: boolean
}

export type Clause = {
  readonly id: Id<'clause'>
  readonly number: number
  readonly text: string
  readonly cites: readonly Thing[]
  /** How many contributions it came from: the question the case was raised with is cited, and nobody's contribution to it. */
  readonly contributions: number
  readonly as: rules.As
  readonly writtenBy: Id<'account'> | null
}

export type Voices = { readonly agree: number; readonly disagree: number; readonly members: number }

/** Those that stand in the text, by number. */
export async function recommendationsOf(read: Read, problem: Id<'problem'>): Promise<readonly Recommendation[]> {
  return (await everyRecommendationOf(read, problem)).filter(({ isWithdrawn }) => !isWithdrawn)
}

/** Those that have left the text too. */
export async function everyRecommendationOf(read: Read, problem: Id<'problem'>): Promise<readonly Recommendation[]> {
  const [rows, seats, [raised]] = await Promise.all([
    store.draftRows(read, problem),
    seatsOf(read, problem),
    framings(read, problem),
  ])
  const members = new Set(seats.flatMap(({ account }) => (account === null ? [] : [account])))
  return rows.recommendations.map((row) =>
    recommendationFrom(row, { rows, members, seats: seats.length, raised: raised?.id }),
  )
}

type Around = {
  readonly rows: store.DraftRows
  readonly members: ReadonlySet<Id<'account'>>
  readonly seats: number
  readonly raised: Id | undefined
}

function recommendationFrom(row: store.RecommendationRow, { rows, members, seats, raised }: Around): Recommendation {
  const isOurs = ({ recommendation }: { readonly recommendation: Id<'recommendation'> }): boolean =>
    recommendation === row.id
  const versions = rows.versions.filter(isOurs)
  const current = versions.at(-1)
  if (!current) throw new Error(`recommendation ${row.id} has no version`)
  const { stands, voices, agreement } = behind({
    row,
    stands: rows.stands.filter((stand) => isOurs(stand) && stand.version === current.version),
    members,
    seats,
  })
  return {
    id: row.id,
    section: row.section,
    number: row.number,
    title: current.title,
    text: current.text,
    clauses: rows.clauses
      .filter(isOurs)
      .map((clause) => ({ ...clause, contributions: clause.cites.filter(({ id }) => id !== raised).length })),
    agreement,
    minorityText: rows.minorityTexts.find(isOurs)?.text ?? '',
    source: row.source,
    versions,
    voices,
    standOf: (account) => stands.find((stand) => stand.account === account)?.choice,
    toldDay: row.toldDay,
    isWithdrawn: row.isWithdrawn,
  }
}

type Asked = Pick<Around, 'members' | 'seats'> & {
  readonly row: Told
  /** What was said of the present version. */
  readonly stands: readonly store.StandRow[]
}

/** Who stands behind it. A seat that was given up takes its voice along; a changed text asks everybody anew. */
export function behind({ row, stands, members, seats }: Asked): Pick<Recommendation, 'voices' | 'agreement'> & {
  readonly stands: readonly store.StandRow[]
} {
  const ours = stands.filter(({ account }) => members.has(account))
  const agree = ours.filter(({ choice }) => choice === 'agree').length
  const voices = { agree, disagree: ours.length - agree, members: seats }
  return { stands: ours, voices, agreement: row.source === null ? rules.agreementOf(voices) : toldAgreement(row) }
}

type Told = Pick<
  store.RecommendationRow,
  'source' | 'toldAgreement' | 'toldFor' | 'toldAgainst' | 'toldSilent' | 'toldVote'
>

function toldAgreement({
  toldAgreement: kind,
  toldFor,
  toldAgainst,
  toldSilent,
  toldVote,
}: Told): rules.Agreement | null {
  if (kind === null) return null
  const counts = { kind, for: toldFor, against: toldAgainst, silent: toldSilent }
  return toldVote === '' ? counts : { ...counts, words: toldVote }
}
