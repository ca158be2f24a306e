import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { lockExclusive, sought, type Database, type Read, type Tx } from '../../../platform/db/index.ts'
import { impatient, type Patience } from '../../../platform/jobs/index.ts'
import { cutWords } from '../../../platform/near/index.ts'
import { problemsById, type Problem } from '../../problem/index.ts'
import { inTurns } from './in-turns.ts'
import { variedOrder, type Worded } from './order-rules.ts'
import type { Pieces } from './piece-rules.ts'

/** A busy case is sorted once in this time, however many write; what came meanwhile stands behind until then. */
const secondsBetween = 60

/** Sorts the ideas of each case in which something came. The worker calls it every few seconds; requests never do. */
export async function ideasPoll(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  patience: Patience = impatient,
): Promise<void> {
  const [read, now] = [database.read(jurisdiction), await database.now()]
  for (const problem of await casesToSort(read, now.subtract({ seconds: secondsBetween })))
    await patience({ id: `ideas of problem ${problem}`, now }, () => sortIdeas(database, jurisdiction, problem))
}

/**
 * Reads and compares outside the transaction, which then only writes; and compares in pieces, so that neither who writes nor who asks
 * this process for a page waits for it.
 */
export async function sortIdeas(
  database: Database,
  jurisdiction: Id<'jurisdiction'>,
  id: Id<'problem'>,
): Promise<void> {
  const read = database.read(jurisdiction)
  const [problem] = await problemsById(read, [id])
  if (!problem) return
  const [ideas, question] = await Promise.all([ideasAsRead(read, id), stemsOfQuestion(read, problem)])
  const order = await inTurns(orderOf(ideas, question))
  await database.transact(jurisdiction, null, async (tx) => {
    await lockExclusive(tx, id)
    await putOrder(tx, id, order)
  })
}

async function casesToSort(read: Read, before: Temporal.Instant): Promise<readonly Id<'problem'>[]> {
  const rows = await read
    .selectFrom('draft.idea_sorting')
    .select('problem_id')
    .where('is_due', '=', true)
    .where((where) => where.or([where('sorted_at', 'is', null), where('sorted_at', '<', before)]))
    .limit(50)
    .execute()
  return rows.map((row) => row.problem_id)
}

/** Its stems in one piece, a line each: half a million words come quicker so, and are told apart a few ideas at a time. */
type AsRead = Omit<Worded, 'stems'> & { readonly stems: string }

function* orderOf(ideas: readonly AsRead[], question: readonly string[]): Pieces<readonly Id<'idea'>[]> {
  const worded: Worded[] = []
  for (const { stems, ...idea } of ideas) {
    worded.push({ ...idea, stems: stems === '' ? [] : stems.split('\n') })
    if (worded.length % ideasInPiece === 0) yield ideasInPiece
  }
  return yield* variedOrder(worded, question)
}

const ideasInPiece = 500

async function ideasAsRead(read: Read, problem: Id<'problem'>): Promise<readonly AsRead[]> {
  const { rows } = await sql<AsRead>`
    -- In one walk over the stems of the case: asked of each idea by itself, ten thousand took ten minutes.
    with said as materialized (
      select s.idea_id, string_agg(s.stem, chr(10)) as stems
      from draft.idea_stem s
      where s.jurisdiction_id = ${read.jurisdiction} and s.problem_id = ${problem}
      group by s.idea_id
    )
    select l.idea_id as id, l.number, coalesce(s.stems, '') as stems
    from draft.idea_listing l
    left join said s on s.idea_id = l.idea_id
    where l.jurisdiction_id = ${read.jurisdiction} and l.problem_id = ${problem} and not l.is_merged
    order by l.number`.execute(read)
  return rows
}

async function stemsOfQuestion(read: Read, { question, whatHappens, language }: Problem): Promise<readonly string[]> {
  const asked = await cutWords(read, sought(`${question} ${whatHappens}`, [language]))
  return asked.flatMap(({ stems }) => stems)
}

/** What came since the ideas were read keeps its order behind them, and is due the next time. */
async function putOrder(tx: Tx, problem: Id<'problem'>, order: readonly Id<'idea'>[]): Promise<void> {
  await sql`
    with sorted as (
      select l.idea_id, row_number() over (order by o.place, l.place) as place, o.place is not null as is_ordered
      from draft.idea_listing l
      left join unnest(${order}::uuid[]) with ordinality o (idea_id, place) on o.idea_id = l.idea_id
      where l.jurisdiction_id = ${tx.jurisdiction} and l.problem_id = ${problem}
    )
    update draft.idea_listing l
    set place = s.place, is_ordered = s.is_ordered
    from sorted s
    where l.jurisdiction_id = ${tx.jurisdiction} and l.idea_id = s.idea_id
      and (l.place <> s.place or l.is_ordered <> s.is_ordered)`.execute(tx)
  await sql`
    update draft.idea_sorting
    set sorted_at = ${tx.now}, is_due = (
      select count(*) > ${order.length} from draft.idea_listing l
      where l.jurisdiction_id = ${tx.jurisdiction} and l.problem_id = ${problem} and not l.is_merged
    )
    where jurisdiction_id = ${tx.jurisdiction} and problem_id = ${problem}`.execute(tx)
}
