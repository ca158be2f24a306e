import type { Id } from '@folkmoot/basics/ids.ts'
import type { JsonObject } from '@folkmoot/basics/json.ts'
import type { Read } from '../../db/index.ts'

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
    .$narrowType<{ is_carried: boolean }>()
    .orderBy('id')
    .execute()
  return {
    motions: rows.map((row) => ({ body: row.body_id, popolo: motionOf(row) })),
    vote_events: rows.flatMap((row) => {
      const counts = countsOf(row)
      return counts.length === 0
        ? []
        : [{ body: row.body_id, popolo: { id: row.id, motion_id: row.id, ...heldOn(row), counts } }]
    }),
  }
}

type Row = {
  readonly id: Id<'resolution'>
  readonly about_kind: string
  readonly motion: string
  readonly decided_on: Temporal.PlainDate | null
  readonly reference: string
  readonly votes_for: number | null
  readonly votes_against: number | null
  readonly abstentions: number | null
  readonly is_carried: boolean
  readonly source: string | null
}

function motionOf(row: Row): JsonObject {
  return {
    id: row.id,
    text: row.motion,
    classification: row.about_kind,
    ...(row.decided_on && { date: row.decided_on.toString() }),
    ...(row.reference !== '' && { identifier: row.reference }),
    result: resultOf(row),
    ...(row.source && { sources: [{ url: row.source }] }),
  }
}

function heldOn(row: Row): JsonObject {
  return { ...(row.decided_on && { start_date: row.decided_on.toString() }), result: resultOf(row) }
}

function resultOf(row: Row): 'pass' | 'fail' {
  return row.is_carried ? 'pass' : 'fail'
}

function countsOf(row: Row): readonly JsonObject[] {
  const options = [
    ['yes', row.votes_for],
    ['no', row.votes_against],
    ['abstain', row.abstentions],
  ] as const
  return options.filter(([, value]) => value !== null).map(([option, value]) => ({ option, value }))
}
