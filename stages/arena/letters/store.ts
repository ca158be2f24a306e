import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { AddressList, ListedAddress, ListFeature } from './list.ts'

/** Addresses and the letters drawn from them. Codes are in `openings.ts`, what was answered in `answers.ts`. */

export type KeptFeature = Pick<ListFeature, 'id' | 'name' | 'values'>

export type KeptList = {
  readonly count: number
  readonly features: readonly KeptFeature[]
  readonly importedAt: Temporal.Instant
  /** In hex. */
  readonly hash: string
  readonly isErased: boolean
}

export async function listOf(read: Read, problem: Id<'problem'>): Promise<KeptList | undefined> {
  const row = await read
    .selectFrom('arena.address_list')
    .select(['count', 'features', 'imported_at', 'hash', 'erased_at'])
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  return (
    row && {
      count: row.count,
      features: row.features as unknown as readonly KeptFeature[], // written by `putList` alone
      importedAt: row.imported_at,
      hash: row.hash.toString('hex'),
      isErased: row.erased_at !== null,
    }
  )
}

/** What the lines were salted with; null once they are erased. */
export async function saltOf(read: Read, problem: Id<'problem'>): Promise<Buffer | null> {
  const row = await read
    .selectFrom('arena.address_list')
    .select('salt')
    .where('problem_id', '=', problem)
    .executeTakeFirst()
  return row?.salt ?? null
}

export type NewList = AddressList & { readonly by: Id<'account'>; readonly salt: Buffer; readonly hash: Buffer }

const rowsPerStatement = 5_000

/** In the place of the list before, as long as nothing was drawn from that one. */
export async function putList(tx: Tx, problem: Id<'problem'>, list: NewList): Promise<void> {
  await tx.deleteFrom('arena.address').where('problem_id', '=', problem).execute()
  await tx.deleteFrom('arena.address_list').where('problem_id', '=', problem).execute()
  const features = list.features.map(({ id, name, values }) => ({
    id,
    name,
    values: values.map((value) => ({ id: value.id, name: value.name })),
  }))
  await tx
    .insertInto('arena.address_list')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      imported_by: list.by,
      imported_at: tx.now,
      count: list.addresses.length,
      features: JSON.stringify(features),
      hash: list.hash,
      salt: list.salt,
    })
    .execute()
  for (let from = 0; from < list.addresses.length; from += rowsPerStatement)
    await putAddresses(tx, problem, { first: from + 1, addresses: list.addresses.slice(from, from + rowsPerStatement) })
}

/** As one parameter of JSON: an array of arrays has no other way into one statement. */
async function putAddresses(
  tx: Tx,
  problem: Id<'problem'>,
  { first, addresses }: { readonly first: number; readonly addresses: readonly ListedAddress[] },
): Promise<void> {
  const rows = JSON.stringify(addresses.map((address, at) => ({ ...address, number: first + at })))
  await sql`
    insert into arena.address
      (jurisdiction_id, problem_id, number, name, lines, postcode, town, household, feature_values)
    select ${tx.jurisdiction}, ${problem}, r.number, r.name, r.lines, r.postcode, r.town, r.household, r.values
    from jsonb_to_recordset(${rows}::jsonb)
      r (number integer, name text, lines text[], postcode text, town text, household text, values text[])`.execute(tx)
}

export type NumberedAddress = ListedAddress & { readonly number: number }

/** All of them, in the order of the list: what a draw begins with. */
export async function addressesOf(read: Read, problem: Id<'problem'>): Promise<readonly NumberedAddress[]> {
  const rows = await read
    .selectFrom('arena.address')
    .select(['number', 'name', 'lines', 'postcode', 'town', 'household', 'feature_values as values'])
    .where('problem_id', '=', problem)
    .orderBy('number')
    .execute()
  return rows
}

export type Round = {
  readonly round: number
  readonly letters: number
  readonly strataBy: readonly string[]
  readonly expected: Expected
  readonly seed: string
  /** In hex. */
  readonly hash: string
  readonly drawnAt: Temporal.Instant
  readonly printedAt: Temporal.Instant | null
  /** Letters that lie ready to be printed. */
  readonly made: number
  readonly parts: readonly { readonly part: number; readonly letters: number }[]
}

/** Of every hundred letters to a value, how many are expected to be answered. */
export type Expected = Readonly<Record<string, number>>

export async function roundsOf(read: Read, problem: Id<'problem'>): Promise<readonly Round[]> {
  const { rows } = await sql<Omit<Round, 'made'>>`
    select r.round, r.letters, r.strata_by as "strataBy", r.expected, r.seed, encode(r.hash, 'hex') as hash,
      r.drawn_at as "drawnAt", r.printed_at as "printedAt",
      coalesce((
        select jsonb_agg(jsonb_build_object('part', p.part, 'letters', p.letters) order by p.part)
        from arena.letter_print p
        where p.jurisdiction_id = r.jurisdiction_id and p.problem_id = r.problem_id and p.round = r.round
      ), '[]') as parts
    from arena.letter_round r
    where r.problem_id = ${problem}
    order by r.round`.execute(read)
  return rows.map((row) => ({ ...row, made: row.parts.reduce((sum, { letters }) => sum + letters, 0) }))
}

export type NewRound = Pick<Round, 'round' | 'strataBy' | 'expected' | 'seed'> & {
  readonly by: Id<'account'>
  readonly hash: Buffer
  readonly key: Buffer
  /** In the order of the addresses, numbered on from the rounds before. */
  readonly letters: readonly { readonly number: number; readonly address: number; readonly codeHash: Buffer }[]
}

export async function putRound(tx: Tx, problem: Id<'problem'>, round: NewRound): Promise<void> {
  await tx
    .insertInto('arena.letter_round')
    .values({
      jurisdiction_id: tx.jurisdiction,
      problem_id: problem,
      round: round.round,
      letters: round.letters.length,
      strata_by: [...round.strataBy],
      expected: JSON.stringify(round.expected),
      seed: round.seed,
      hash: round.hash,
      code_key: round.key,
      drawn_by: round.by,
      drawn_at: tx.now,
    })
    .execute()
  await sql`
    insert into arena.letter (jurisdiction_id, problem_id, number, round, address_number, code_hash)
    select ${tx.jurisdiction}, ${problem}, l.number, ${round.round}, l.address, l.code
    from unnest(
      ${round.letters.map(({ number }) => number)}::integer[], ${round.letters.map(({ address }) => address)}::integer[],
      ${round.letters.map(({ codeHash }) => codeHash)}::bytea[]
    ) l (number, address, code)`.execute(tx)
}

/** Numbers of the addresses that got a letter, by round. */
export async function drawnIn(read: Read, problem: Id<'problem'>): Promise<readonly Drawn[]> {
  return read
    .selectFrom('arena.letter')
    .select(['number', 'round', 'address_number as address'])
    .where('problem_id', '=', problem)
    .orderBy('number')
    .execute()
}

type Drawn = { readonly number: number; readonly round: number; readonly address: number }

/** Forgets the key of the codes and everything printed with them. */
export async function setPrinted(
  tx: Tx,
  problem: Id<'problem'>,
  { round, by }: { readonly round: number; readonly by: Id<'account'> },
): Promise<void> {
  await tx
    .updateTable('arena.letter_round')
    .set({ code_key: null, printed_by: by, printed_at: tx.now })
    .where('problem_id', '=', problem)
    .where('round', '=', round)
    .execute()
  await tx.deleteFrom('arena.letter_print').where('problem_id', '=', problem).where('round', '=', round).execute()
}
