import { createHmac } from 'node:crypto'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/db/index.ts'
import type { Application } from './store.ts'

/** How an application is kept, changed, taken back and answered. */

export type NewApplication = Pick<Application, 'number' | 'account' | 'profile' | 'motivation' | 'tie' | 'gender'> & {
  readonly household?: Buffer | null | undefined
}

const notLookedUp = { lives_there: null, looked_up_by: null }

/** Who took her application back and asks again keeps the number it had. */
export async function putApplication(
  tx: Tx,
  problem: Id<'problem'>,
  application: NewApplication,
): Promise<Id<'application'>> {
  const words = {
    profile_id: application.profile,
    motivation: application.motivation,
    tie: application.tie,
    gender: application.gender,
    household: application.household ?? null,
    ...notLookedUp,
  }
  const again = await tx
    .updateTable('arena.application')
    .set({ ...words, state: 'waiting', applied_at: tx.now })
    .where('problem_id', '=', problem)
    .where('account_id', '=', application.account)
    .where('state', '=', 'withdrawn')
    .returning('id')
    .executeTakeFirst()
  if (again) return again.id
  const id = newId('application')
  await tx
    .insertInto('arena.application')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: problem,
      number: application.number,
      account_id: application.account,
      applied_at: tx.now,
      ...words,
    })
    .execute()
  return id
}

export type ApplicationWords = Pick<Application, 'profile' | 'motivation' | 'tie' | 'gender'> & {
  /** Left out: what was said before stays. */
  readonly household?: Buffer | undefined
}

export async function rewriteApplication(
  tx: Tx,
  id: Id<'application'>,
  { profile, motivation, tie, gender, household }: ApplicationWords,
): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({ profile_id: profile, motivation, tie, gender, ...(household ? { household, ...notLookedUp } : {}) })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** Her words go with it; that there was one stays. */
export async function withdrawApplication(tx: Tx, id: Id<'application'>): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({ state: 'withdrawn', motivation: '–', tie: '–', gender: null, household: null, ...notLookedUp })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .execute()
}

/** What the clerk found of those who gave one address. */
export async function putLivesThere(
  tx: Tx,
  id: Id<'application'>,
  { livesThere, by }: { readonly livesThere: boolean; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('arena.application')
    .set({ lives_there: livesThere, looked_up_by: by })
    .where('id', '=', id)
    .execute()
}

/** A number made of an address: the same for the same household of one case, and no way back. None where homes do not count. */
export async function householdOf(tx: Tx, problem: Id<'problem'>, address: string): Promise<Buffer | null> {
  const row = await tx
    .selectFrom('arena.recruitment')
    .select('household_salt')
    .where('problem_id', '=', problem)
    .where('is_one_per_household', '=', true)
    .executeTakeFirst()
  const plain = address
    .normalize('NFKC')
    .toLocaleLowerCase('da')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
  return row?.household_salt && plain !== '' ? createHmac('sha256', row.household_salt).update(plain).digest() : null
}

export type ApplicationAnswer = {
  readonly state: 'selected' | 'not-selected'
  readonly answer: string
  readonly by: Id<'account'>
  readonly isSubstitute: boolean
}

/** The answer, and her place among the substitutes where she is one. Whoever was one and is called is one no more. */
export async function answerApplication(
  tx: Tx,
  { id, problem }: { readonly id: Id<'application'>; readonly problem: Id<'problem'> },
  { state, answer, by, isSubstitute }: ApplicationAnswer,
): Promise<number | null> {
  const { rows } = await sql<{ readonly substitute: number | null }>`
    update arena.application a
    set state = ${state}, answer = ${answer}, answered_by = ${by}, answered_at = ${tx.now},
      substitute = case when ${isSubstitute}::boolean then (
        select coalesce(max(o.substitute), 0) + 1 from arena.application o where o.problem_id = ${problem}
      ) end
    where a.id = ${id} and a.state in ('waiting', 'not-selected')
    returning a.substitute`.execute(tx)
  return rows[0]?.substitute ?? null
}

/** One answer to many who wait: all of them a no, and none of them a substitute. One statement, however many they are. */
export async function answerMany(
  tx: Tx,
  ids: readonly Id<'application'>[],
  { answer, by }: Pick<ApplicationAnswer, 'answer' | 'by'>,
): Promise<void> {
  await sql`
    update arena.application a
    set state = 'not-selected', answer = ${answer}, answered_by = ${by}, answered_at = ${tx.now}
    where a.id = any(${[...ids]}::uuid[]) and a.state = 'waiting'`.execute(tx)
}
