import type { Id } from '@folkmoot/basics/ids.ts'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Gender } from '../store.ts'
import type { StaffRecordState, Way } from './rules.ts'

/** What somebody said, as staff wrote it down. */
export type Written = {
  readonly way: Way
  readonly name: string
  readonly address: string
  readonly phone: string
  readonly language: string
  readonly profile: Id<'profile'>
  readonly motivation: string
  readonly tie: string
  readonly gender: Gender | null
  readonly told: Readonly<Record<Id<'feature'>, Id<'feature-value'>>>
  readonly letter: number | null
}

export type StaffRecord = Written &
  StaffRecordState & {
    readonly number: number
    readonly recordedAt: Temporal.Instant
    readonly decidedBy: Id<'account'> | null
    readonly why: string
    readonly account: Id<'account'> | null
  }

/** In the order they came. For clerks and facilitators alone. */
export async function recordsOf(read: Read, problem: Id<'problem'>): Promise<readonly StaffRecord[]> {
  const rows = await read
    .selectFrom('arena.staff_record')
    .selectAll()
    .where('problem_id', '=', problem)
    .orderBy('number')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    way: row.way as Way, // held by a check constraint, as are gender and state
    name: row.name,
    address: row.address,
    phone: row.phone,
    language: row.language,
    profile: row.profile_id,
    motivation: row.motivation,
    tie: row.tie,
    gender: row.gender as Gender | null,
    told: row.told as unknown as Written['told'], // written by `putRecord` alone
    letter: row.letter_number,
    state: row.state as StaffRecord['state'],
    recordedBy: row.recorded_by,
    recordedAt: row.recorded_at,
    decidedBy: row.decided_by,
    why: row.why,
    account: row.account_id,
    isErased: row.erased_at !== null,
  }))
}

/**
 * Records that wait for a second person and were written down before this moment: whoever asked in time is not kept out by whoever
 * waits. What was written down later asks for nothing that was open.
 */
export async function countWaiting(read: Read, problem: Id<'problem'>, before: Temporal.Instant): Promise<number> {
  const { many } = await read
    .selectFrom('arena.staff_record')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('problem_id', '=', problem)
    .where('state', '=', 'waiting')
    .where('recorded_at', '<', before)
    .executeTakeFirstOrThrow()
  return Number(many)
}

/** How many one of staff wrote down since, over all cases. */
export async function countBy(read: Read, account: Id<'account'>, since: Temporal.Instant): Promise<number> {
  const { many } = await read
    .selectFrom('arena.staff_record')
    .select(({ fn }) => fn.countAll().as('many'))
    .where('recorded_by', '=', account)
    .where('recorded_at', '>', since)
    .executeTakeFirstOrThrow()
  return Number(many)
}

export type NewRecord = Written & { readonly number: number; readonly by: Id<'account'> }

export async function putRecord(tx: Tx, problem: Id<'problem'>, record: NewRecord): Promise<void> {
  await tx
    .insertInto('arena.staff_record')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      number: record.number,
      way: record.way,
      name: record.name,
      address: record.address,
      phone: record.phone,
      language: record.language,
      profile_id: record.profile,
      motivation: record.motivation,
      tie: record.tie,
      gender: record.gender,
      told: JSON.stringify(record.told),
      letter_number: record.letter,
      recorded_by: record.by,
      recorded_at: tx.now,
    })
    .execute()
}

type Decision = { readonly number: number; readonly by: Id<'account'> } & (
  | { readonly state: 'confirmed'; readonly account: Id<'account'> }
  | { readonly state: 'returned'; readonly why: string }
)

export async function decide(tx: Tx, problem: Id<'problem'>, decision: Decision): Promise<void> {
  await tx
    .updateTable('arena.staff_record')
    .set({
      state: decision.state,
      account_id: decision.state === 'confirmed' ? decision.account : null,
      why: decision.state === 'returned' ? decision.why : '',
      decided_by: decision.by,
      decided_at: tx.now,
    })
    .where('problem_id', '=', problem)
    .where('number', '=', decision.number)
    .execute()
}

/** Accounts that are held for people without a computer: they are written to on paper. */
export async function heldAccountsIn(read: Read, problem: Id<'problem'>): Promise<ReadonlySet<Id<'account'>>> {
  const rows = await read
    .selectFrom('arena.staff_record')
    .select('account_id')
    .where('problem_id', '=', problem)
    .where('account_id', 'is not', null)
    .execute()
  return new Set(rows.flatMap(({ account_id }) => account_id ?? []))
}
