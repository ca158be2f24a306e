import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import { reasonsIn } from '../voting/standing.ts'
import { bothWays, repeatedReasons, type Repeat } from './repeats.ts'
import type { Item } from './store.ts'

type Given = { readonly id: Id<'answer'>; readonly version: number }

/** What an answer was found to repeat when it was given, among the answers that stood then. */
export async function putRepeats(
  tx: Tx,
  given: Given,
  { repeats, items }: { readonly repeats: readonly Repeat[]; readonly items: readonly Item[] },
): Promise<void> {
  const rows = repeats.flatMap(({ number, share }) => {
    const other = items.find((item) => item.number === number)?.answer
    if (!other) return []
    const [answer, others] = [
      { answer_id: given.id, version: given.version },
      { other_id: other.id, other_version: other.version },
    ]
    return [{ jurisdiction_id: tx.jurisdiction, ...answer, ...others, share }]
  })
  if (rows.length > 0) await tx.insertInto('decision.repeat').values(rows).execute()
}

type Found = { readonly number: number; readonly other: number; readonly share: number }

/** For each number whose reason repeats another's, as both stand now: the other numbers, in order. */
export async function repeatedIn(
  read: Read,
  { id }: { readonly id: Id<'package'> },
  items: readonly Item[],
): Promise<ReadonlyMap<number, readonly Repeat[]>> {
  const pack = await read.selectFrom('decision.package').select('keeps_repeats').where('id', '=', id).executeTakeFirst()
  if (pack?.keeps_repeats !== true) return repeatedReasons(reasonsIn(items))
  const { rows } = await sql<Found>`
    select i.number, o.number as other, r.share
    from decision.item i
    join decision.current_answer v on v.jurisdiction_id = i.jurisdiction_id and v.recommendation_id = i.recommendation_id
    join decision.repeat r on r.jurisdiction_id = v.jurisdiction_id and r.answer_id = v.answer_id and r.version = v.version
    join decision.current_answer w
      on w.jurisdiction_id = r.jurisdiction_id and w.answer_id = r.other_id and w.version = r.other_version
    join decision.item o on o.jurisdiction_id = w.jurisdiction_id and o.recommendation_id = w.recommendation_id
    where i.package_id = ${id}`.execute(read)
  return bothWays(rows)
}
