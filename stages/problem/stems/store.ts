import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Sought, Tx } from '../../../platform/db/index.ts'
import { cutWords, type Asked, type Heap } from '../../../platform/near/index.ts'

/** Cuts the words of all framings of a problem to their stems, anew. */
export async function writeStems(tx: Tx, problem: Id<'problem'>): Promise<void> {
  await sql`call problem.write_stems(${tx.jurisdiction}, ${problem})`.execute(tx)
}

const mostParts = 30

/** Words as they were typed, each with its stems. */
export function stemsOf(
  read: Read,
  sought: Sought,
  { withParts = false }: { readonly withParts?: boolean } = {},
): Promise<readonly Asked[]> {
  return cutWords(read, sought, withParts ? partsOf(read) : undefined)
}

/** Who types "arbour" finds the harbour. */
function partsOf(read: Read) {
  return sql`
    union (
      select v.stem from problem.word v
      where v.jurisdiction_id = ${read.jurisdiction} and strpos(v.stem, w.word) > 0 and length(w.word) > 2
      order by v.stem
      limit ${mostParts}
    )`
}

/** The problems of the place, as they are looked through for what is near. What goes on elsewhere is not shown. */
export function problemHeap({ jurisdiction }: Read): Heap {
  return {
    total: sql`select count(*) from problem.problem where jurisdiction_id = ${jurisdiction}`,
    having: (stem) => sql`
      select problem_id as thing, framing_id as part, weight from problem.stem
      where jurisdiction_id = ${jurisdiction} and stem = ${stem}
      order by problem_id desc, framing_id desc`,
    points: sql`
      join problem.framing p on p.jurisdiction_id = ${jurisdiction} and p.problem_id = b.thing and p.state = 'current'`,
    shown: sql`not exists (
      select from problem.merger m
      where m.jurisdiction_id = ${jurisdiction} and m.problem_id = b.thing and m.undone_at is null
    )`,
  }
}
