import { createHmac, randomBytes } from 'node:crypto'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { Item } from './instruments.ts'
import type { Group, Moment } from './rules.ts'
import type { PublishedRound } from './results.ts'

export type Round = {
  readonly problem: Id<'problem'>
  readonly moment: Moment
  readonly openedAt: Temporal.Instant
  readonly closesAt: Temporal.Instant
  readonly remindedAt: Temporal.Instant | null
  /** Null while it runs. */
  readonly published: PublishedRound | null
}

const columns = sql<Round>`
  r.problem_id as problem, r.moment, r.opened_at as "openedAt", r.closes_at as "closesAt", r.reminded_at as "remindedAt", r.published
  from outcome.survey_round r`

/** The rounds of a case, in the order they are asked. */
export async function roundsOf(read: Read, problem: Id<'problem'>): Promise<readonly Round[]> {
  const { rows } = await sql<Round>`
    select ${columns} where r.problem_id = ${problem} order by r.opened_at`.execute(read)
  return rows
}

export async function roundOf(read: Read, problem: Id<'problem'>, moment: Moment): Promise<Round | undefined> {
  return (await roundsOf(read, problem)).find((round) => round.moment === moment)
}

export type NewRound = {
  readonly problem: Id<'problem'>
  readonly moment: Moment
  readonly by: Id<'account'>
  readonly closesAt: Temporal.Instant
  readonly asked: readonly (readonly [Id<'account'>, Group])[]
}

/** The round and who is asked in it, at once: the database takes nobody in later. */
export async function putRound(tx: Tx, { problem, moment, by, closesAt, asked }: NewRound): Promise<void> {
  const at = { jurisdiction_id: tx.jurisdiction, problem_id: problem, moment, opened_at: tx.now }
  await tx
    .insertInto('outcome.survey_round')
    .values({ ...at, opened_by: by, closes_at: closesAt, key: randomBytes(32) })
    .execute()
  if (asked.length === 0) return
  await tx
    .insertInto('outcome.survey_asked')
    .values(asked.map(([account, group]) => ({ ...at, account_id: account, asked_as: group })))
    .execute()
}

/** As what she was asked in this round; undefined when she was not. */
export async function askedAs(
  read: Read,
  { problem, moment }: Pick<Round, 'problem' | 'moment'>,
  account: Id<'account'>,
): Promise<Group | undefined> {
  const row = await read
    .selectFrom('outcome.survey_asked')
    .select('asked_as')
    .where('problem_id', '=', problem)
    .where('moment', '=', moment)
    .where('account_id', '=', account)
    .executeTakeFirst()
  return row?.asked_as as Group | undefined // held by a check constraint
}

export async function everybodyAsked(
  read: Read,
  { problem, moment }: Pick<Round, 'problem' | 'moment'>,
): Promise<readonly { readonly account: Id<'account'>; readonly as: Group }[]> {
  const rows = await read
    .selectFrom('outcome.survey_asked')
    .select(['account_id', 'asked_as'])
    .where('problem_id', '=', problem)
    .where('moment', '=', moment)
    .orderBy('account_id')
    .execute()
  return rows.map((row) => ({ account: row.account_id, as: row.asked_as as Group })) // held by a check constraint
}

/** How many are asked of each group: for the page while it runs, and for what is published. */
export async function askedCounts(
  read: Read,
  round: Pick<Round, 'problem' | 'moment'>,
): Promise<Readonly<Record<Group, number>>> {
  const asked = Map.groupBy(await everybodyAsked(read, round), ({ as }) => as)
  const count = (group: Group): number => asked.get(group)?.length ?? 0
  return { politician: count('politician'), member: count('member'), participant: count('participant') }
}

/**
 * The name under which she answers in this round. It cannot be worked out without the round's key, and that goes when the round
 * closes. Undefined when it has.
 */
async function respondentOf(
  read: Read,
  { problem, moment }: Pick<Round, 'problem' | 'moment'>,
  account: Id<'account'>,
): Promise<Buffer | undefined> {
  const row = await read
    .selectFrom('outcome.survey_round')
    .select('key')
    .where('problem_id', '=', problem)
    .where('moment', '=', moment)
    .executeTakeFirst()
  return row?.key ? nameOf(row.key, account) : undefined
}

function nameOf(key: Buffer, account: Id<'account'>): Buffer {
  return createHmac('sha256', key).update(`folkmoot-survey/1\n${account}`).digest()
}

/** Which questions she has answered. What she said is read by nobody: it is only counted, with all the others. */
export async function answeredItems(
  read: Read,
  round: Pick<Round, 'problem' | 'moment'>,
  account: Id<'account'>,
): Promise<ReadonlySet<string>> {
  const respondent = await respondentOf(read, round, account)
  if (!respondent) return new Set()
  const rows = await read
    .selectFrom('outcome.survey_answer')
    .select('item')
    .where('problem_id', '=', round.problem)
    .where('moment', '=', round.moment)
    .where('respondent', '=', respondent)
    .execute()
  return new Set(rows.map(({ item }) => item))
}

export type Answering = {
  readonly round: Pick<Round, 'problem' | 'moment'>
  readonly account: Id<'account'>
  readonly as: Group
  /** Null takes an answer back. */
  readonly answers: ReadonlyMap<Item, number | null>
}

export async function putAnswers(tx: Tx, { round, account, as, answers }: Answering): Promise<void> {
  const respondent = await respondentOf(tx, round, account)
  if (!respondent) throw new Error('nobody has a name in a survey that is closed')
  const { problem, moment } = round
  const given = [...answers].flatMap(([item, answer]) => (answer === null ? [] : [{ item: item.key, answer }]))
  const taken = [...answers].flatMap(([item, answer]) => (answer === null ? [item.key] : []))
  if (taken.length > 0)
    await tx
      .deleteFrom('outcome.survey_answer')
      .where('problem_id', '=', problem)
      .where('moment', '=', moment)
      .where('respondent', '=', respondent)
      .where('item', 'in', taken)
      .execute()
  if (given.length === 0) return
  await tx
    .insertInto('outcome.survey_answer')
    .values(
      given.map((one) => ({
        jurisdiction_id: tx.jurisdiction,
        id: newId('vote'),
        problem_id: problem,
        moment,
        respondent,
        answered_as: as,
        ...one,
      })),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['jurisdiction_id', 'problem_id', 'moment', 'respondent', 'item'])
        .doUpdateSet({ answer: sql`excluded.answer` }),
    )
    .execute()
}

export type Waits = Pick<Round, 'problem' | 'moment' | 'closesAt'> & { readonly slug: string; readonly as: Group }

/** Rounds in which this person is asked and that still run. */
export async function waitingForAnswers(read: Read, account: Id<'account'>): Promise<readonly Waits[]> {
  const { rows } = await sql<Waits>`
    select r.problem_id as problem, p.slug, r.moment, r.closes_at as "closesAt", a.asked_as as "as"
    from outcome.survey_asked a
    join outcome.survey_round r
      on r.jurisdiction_id = a.jurisdiction_id and r.problem_id = a.problem_id and r.moment = a.moment
    join problem.problem p on p.jurisdiction_id = r.jurisdiction_id and p.id = r.problem_id
    where a.account_id = ${account} and r.closed_at is null
    order by r.closes_at`.execute(read)
  return rows
}
