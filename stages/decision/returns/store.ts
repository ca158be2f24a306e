import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../../platform/db/index.ts'

/** What the body said when it came back to its answer. */
export type ReturnReport = {
  readonly package: Id<'package'>
  readonly heldOn: Temporal.PlainDate
  readonly words: string
  readonly person: Id<'person'>
  readonly at: Temporal.Instant
}

const reportsOf = listsBy(
  (report: ReturnReport) => report.package,
  async (read, packs) => {
    const { rows } = await sql<ReturnReport>`
      select r.package_id as package, r.held_on as "heldOn", r.words, r.person_id as person, r.at
      from decision.return_report r
      where r.package_id = any(${packs}::uuid[])`.execute(read)
    return rows
  },
)

export async function returnOf(read: Read, pack: Id<'package'>): Promise<ReturnReport | undefined> {
  return (await reportsOf(read, pack))[0]
}

/** What became of what was parked or passed on, by recommendation. */
export async function returnItemsOf(
  read: Read,
  pack: Id<'package'>,
): Promise<ReadonlyMap<Id<'recommendation'>, string>> {
  const rows = await read
    .selectFrom('decision.return_item')
    .select(['recommendation_id', 'words'])
    .where('package_id', '=', pack)
    .execute()
  return new Map(rows.map((row) => [row.recommendation_id, row.words]))
}

export type NewReturn = Omit<ReturnReport, 'at'> & {
  readonly account: Id<'account'>
  readonly at: Temporal.Instant
  readonly items: ReadonlyMap<Id<'recommendation'>, string>
}

/** The items first: the report is not taken while one of them is missing. */
export async function putReturn(tx: Tx, report: NewReturn): Promise<void> {
  const key = { jurisdiction_id: tx.jurisdiction, package_id: report.package }
  for (const [recommendation, words] of report.items)
    await tx
      .insertInto('decision.return_item')
      .values({ ...key, recommendation_id: recommendation, words })
      .execute()
  await tx
    .insertInto('decision.return_report')
    .values({
      ...key,
      held_on: report.heldOn,
      words: report.words,
      person_id: report.person,
      account_id: report.account,
      at: report.at,
    })
    .execute()
}
