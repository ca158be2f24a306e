import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Read } from '../../db/index.ts'
import type { NamedChoice, NamedVote } from '../votes/names.ts'
import type { Resolution } from '../votes/resolution.ts'

type OfBody = { readonly body: Id<'body'>; readonly popolo: JsonObject }

export type Motions = { readonly motions: readonly OfBody[]; readonly vote_events: readonly OfBody[] }

/**
 * Confirmed resolutions as Popolo's motions, and their counts as vote events. A draft is nobody's decision yet, and what a
 * body said without a known vote (a told case) is no motion.
 */
export async function motionsOf(read: Read): Promise<Motions> {
  const rows = await read
    .selectFrom('directory.resolution')
    .selectAll()
    .where('confirmed_at', 'is not', null)
    .where('is_carried', 'is not', null)
    .orderBy('id')
    .execute()
  return motionsFrom(
    rows.map((row) => ({
      id: row.id,
      body: row.body_id,
      about: { kind: row.about_kind },
      motion: row.motion,
      decidedOn: row.decided_on,
      reference: row.reference,
      votesFor: row.votes_for,
      votesAgainst: row.votes_against,
      abstentions: row.abstentions,
      isCarried: row.is_carried ?? false, // asked for above
      sources: row.source ? [{ url: row.source }] : [],
      named: [],
    })),
  )
}

export type Voted = Pick<
  Resolution,
  'id' | 'body' | 'motion' | 'decidedOn' | 'reference' | 'votesFor' | 'votesAgainst' | 'abstentions'
> & {
  readonly about: { readonly kind: string }
  readonly isCarried: boolean
  readonly sources: readonly { readonly url: string; readonly note?: string }[]
  /** Where the body votes by name. */
  readonly named: readonly NamedVote[]
}

export function motionsFrom(votes: readonly Voted[]): Motions {
  return {
    motions: votes.map((vote) => ({ body: vote.body, popolo: motionOf(vote) })),
    vote_events: votes.flatMap((vote) => {
      const [counts, names] = [countsOf(vote), namesOf(vote)]
      if (counts.length === 0) return []
      const event = { id: vote.id, motion_id: vote.id, ...identified(vote), ...heldOn(vote), counts }
      return [{ body: vote.body, popolo: names.length === 0 ? event : { ...event, votes: names } }]
    }),
  }
}

function motionOf(vote: Voted): JsonObject {
  return {
    id: vote.id,
    text: vote.motion,
    classification: vote.about.kind,
    ...(vote.decidedOn && { date: vote.decidedOn.toString() }),
    result: resultOf(vote),
    ...(vote.sources.length > 0 && { sources: vote.sources }),
  }
}

/** The number the body gave it: of a vote event, a motion has none in Popolo. */
function identified({ reference }: Voted): JsonObject {
  return reference === '' ? {} : { identifier: reference }
}

function heldOn(vote: Voted): JsonObject {
  return { ...(vote.decidedOn && { start_date: vote.decidedOn.toString() }), result: resultOf(vote) }
}

function resultOf({ isCarried }: Voted): 'pass' | 'fail' {
  return isCarried ? 'pass' : 'fail'
}

/** Popolo's words for how somebody voted. */
const options: Readonly<Record<NamedChoice, string>> = {
  for: 'yes',
  against: 'no',
  abstains: 'abstain',
  absent: 'absent',
}

function countsOf({ votesFor, votesAgainst, abstentions, named }: Voted): readonly JsonObject[] {
  const absent = named.filter(({ choice }) => choice === 'absent').length
  const counts = [
    [options.for, votesFor],
    [options.against, votesAgainst],
    [options.abstains, abstentions],
    [options.absent, named.length === 0 ? null : absent],
  ] as const
  return counts.flatMap(([option, value]) => (value === null ? [] : [{ option, value }]))
}

function namesOf({ named }: Voted): readonly JsonObject[] {
  return named.map(({ person, choice }) => ({ voter_id: person, option: options[choice] }))
}
