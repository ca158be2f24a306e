import type { Assurance } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import type { Choice, Tally, Vote } from '@folkmoot/tally/tally.ts'
import type { Counted } from '@folkmoot/tally/while-open.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import { putSecret } from './eligibility/store.ts'
import type { ConsultationState, LeastAssurance, Moderation, Shows } from './rules.ts'

export type Consultation = ConsultationState & {
  readonly id: Id<'consultation'>
  readonly problem: Id<'problem'>
  readonly slug: string
  readonly shows: Shows
  readonly moderation: Moderation
  readonly leastAssurance: LeastAssurance
  readonly openedBy: Id<'account'> | null
  /** What the group decided; empty when its chair opened it. */
  readonly decided: string
  readonly inputHash: string | null
  readonly source: string | null
  /** Told from a source: replies for and against, no votes. */
  readonly isHearing: boolean
}

export type Statement = {
  readonly id: Id<'statement'>
  readonly consultation: Id<'consultation'>
  readonly number: number
  readonly text: string
  readonly isSeed: boolean
  readonly language: string
  readonly writtenBy: Id<'account'> | null
  readonly writtenAt: Temporal.Instant
  readonly isTakenOut: boolean
  readonly source: string | null
}

const consultationColumns = sql<Consultation>`
  select c.id, c.problem_id as problem, c.problem_slug as slug, c.opened_at as "openedAt", c.closes_at as "closesAt",
    c.closed_at as "closedAt", c.shows, c.moderation, c.least_assurance as "leastAssurance", c.opened_by as "openedBy", c.decided, c.input_hash as "inputHash", c.source,
    c.is_hearing as "isHearing"
  from opinion.consultation c`

export async function consultationBySlug(read: Read, slug: string): Promise<Consultation | undefined> {
  const { rows } = await sql<Consultation>`${consultationColumns} where c.problem_slug = ${slug}`.execute(read)
  return rows[0]
}

const consultationsOf = listsBy(
  (consultation: Consultation) => consultation.problem,
  async (read, problems) => {
    const { rows } =
      await sql<Consultation>`${consultationColumns} where c.problem_id = any(${problems}::uuid[])`.execute(read)
    return rows
  },
)

export async function consultationOf(read: Read, problem: Id<'problem'>): Promise<Consultation | undefined> {
  return (await consultationsOf(read, problem))[0]
}

export async function consultationBySource(read: Read, source: string): Promise<Consultation | undefined> {
  const { rows } = await sql<Consultation>`${consultationColumns} where c.source = ${source}`.execute(read)
  return rows[0]
}

/** Not closed yet, whether or not their time is over. */
export async function openConsultations(read: Read): Promise<readonly Consultation[]> {
  const { rows } =
    await sql<Consultation>`${consultationColumns} where c.closed_at is null order by c.closes_at`.execute(read)
  return rows
}

/** This one, unless it was closed meanwhile. */
export async function stillOpen(read: Read, id: Id<'consultation'>): Promise<Consultation | undefined> {
  const { rows } = await sql<Consultation>`${consultationColumns} where c.id = ${id} and c.closed_at is null`.execute(
    read,
  )
  return rows[0]
}

export type NewConsultation = Pick<
  Consultation,
  'problem' | 'slug' | 'openedAt' | 'closesAt' | 'closedAt' | 'shows' | 'openedBy' | 'decided' | 'source'
> & {
  readonly inputHash?: string
  /** Of one that comes closed. */
  readonly voters?: number
  readonly isHearing?: true
  readonly moderation?: Moderation
  readonly leastAssurance?: LeastAssurance
}

export async function putConsultation(tx: Tx, consultation: NewConsultation): Promise<Id<'consultation'>> {
  const id = newId('consultation')
  await tx
    .insertInto('opinion.consultation')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: consultation.problem,
      problem_slug: consultation.slug,
      opened_by: consultation.openedBy,
      decided: consultation.decided,
      opened_at: consultation.openedAt,
      closes_at: consultation.closesAt,
      closed_at: consultation.closedAt,
      shows: consultation.shows,
      moderation: consultation.moderation ?? 'after',
      least_assurance: consultation.leastAssurance ?? 'low',
      input_hash: consultation.inputHash ?? null,
      voters: consultation.voters ?? null,
      source: consultation.source,
      is_hearing: consultation.isHearing ?? false,
    })
    .execute()
  if (consultation.closedAt === null) await putSecret(tx, id)
  return id
}

export type Closing = {
  readonly at: Temporal.Instant
  readonly inputHash: string
  readonly voters: number
}

export async function closeConsultation(
  tx: Tx,
  id: Id<'consultation'>,
  { at, inputHash, voters }: Closing,
): Promise<void> {
  await tx
    .updateTable('opinion.consultation')
    .set({ closed_at: at, input_hash: inputHash, voters })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .execute()
}

export const statementColumns = sql<Statement>`
  select s.id, s.consultation_id as consultation, s.number, s.text, s.is_seed as "isSeed", s.language, s.written_by as "writtenBy",
    s.written_at as "writtenAt", s.is_taken_out as "isTakenOut", s.source
  from opinion.statement s`

/** In the order of their numbers. */
export const statementsIn = listsBy(
  (statement: Statement) => statement.consultation,
  async (read, consultations) => {
    const { rows } = await sql<Statement>`
      ${statementColumns} where s.consultation_id = any(${consultations}::uuid[]) order by s.number`.execute(read)
    return rows
  },
)

export async function statementsById(
  read: Read,
  ids: readonly Id[],
): Promise<readonly (Statement & { readonly slug: string })[]> {
  const { rows } = await sql<Statement & { readonly slug: string }>`
    select s.*, c.problem_slug as slug
    from (${statementColumns} where s.id = any(${ids}::uuid[])) s
    join opinion.consultation c on c.id = s.consultation`.execute(read)
  return rows
}

/** Under the lock of the case: numbers have no gap. */
export async function nextNumber(tx: Tx, consultation: Id<'consultation'>): Promise<number> {
  const { rows } = await sql<{ readonly next: number }>`
    select coalesce(max(s.number), 0) + 1 as next from opinion.statement s
    where s.consultation_id = ${consultation}`.execute(tx)
  return rows[0]?.next ?? 1
}

export async function isSaid(read: Read, consultation: Id<'consultation'>, plainForm: string): Promise<boolean> {
  return (await saidAs(read, consultation, plainForm)) !== undefined
}

/** The statement that says it already, hidden or not. */
export async function saidAs(
  read: Read,
  consultation: Id<'consultation'>,
  plainForm: string,
): Promise<Id<'statement'> | undefined> {
  const row = await read
    .selectFrom('opinion.statement')
    .select('id')
    .where('consultation_id', '=', consultation)
    .where('plain_form', '=', plainForm)
    .executeTakeFirst()
  return row?.id
}

export type NewStatement = Pick<
  Statement,
  'consultation' | 'number' | 'text' | 'isSeed' | 'language' | 'writtenBy' | 'source'
> & {
  readonly plainForm: string
  /** What waited keeps the id it had. */
  readonly id?: Id<'statement'>
}

export async function putStatement(tx: Tx, statement: NewStatement): Promise<Id<'statement'>> {
  const id = statement.id ?? newId('statement')
  await tx
    .insertInto('opinion.statement')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      consultation_id: statement.consultation,
      number: statement.number,
      text: statement.text,
      plain_form: statement.plainForm,
      is_seed: statement.isSeed,
      language: statement.language,
      written_by: statement.writtenBy,
      written_at: tx.now,
      source: statement.source,
    })
    .execute()
  return id
}

/** One person's votes that count, by statement. */
export async function votesOf(
  read: Read,
  consultation: Id<'consultation'>,
  account: Id<'account'>,
): Promise<ReadonlyMap<Id<'statement'>, Choice>> {
  const { rows } = await sql<{ readonly statement: Id<'statement'>; readonly choice: Choice }>`
    select distinct on (v.statement_id) v.statement_id as statement, v.choice
    from opinion.participant p
    join opinion.vote v on v.jurisdiction_id = p.jurisdiction_id and v.participant_id = p.id
    where p.consultation_id = ${consultation} and p.account_id = ${account}
    order by v.statement_id, v.revision desc`.execute(read)
  return new Map(rows.map((row) => [row.statement, row.choice]))
}

/** How sure it was who gave it. */
export type LeveledVote = Vote & { readonly assurance: Assurance }

/** Every vote ever cast in a consultation, earlier revisions too: what `tally` counts. */
export async function votesIn(read: Read, consultation: Id<'consultation'>): Promise<readonly LeveledVote[]> {
  const { rows } = await sql<LeveledVote>`
    select v.participant_id as voter, v.statement_id as statement, v.revision, v.choice, v.assurance
    from opinion.vote v
    join opinion.statement s on s.jurisdiction_id = v.jurisdiction_id and s.id = v.statement_id
    where s.consultation_id = ${consultation}`.execute(read)
  return rows
}

type Voters = { readonly consultation: Id<'consultation'>; readonly count: number }

const votersOf = listsBy(
  ({ consultation }: Voters) => consultation,
  async (read, consultations) => {
    const { rows } = await sql<Voters>`
      select p.consultation_id as consultation, count(*) as count
      from opinion.participant p
      where p.consultation_id = any(${consultations}::uuid[])
        and not exists (
          select from opinion.voided x where x.consultation_id = p.consultation_id and x.participant_id = p.id
        )
      group by p.consultation_id`.execute(read)
    return rows
  },
)

export async function voterCount(read: Read, consultation: Id<'consultation'>): Promise<number> {
  return (await votersOf(read, consultation))[0]?.count ?? 0
}

export async function tallies(read: Read, consultation: Id<'consultation'>): Promise<ReadonlyMap<string, Tally>> {
  const rows = await read
    .selectFrom('opinion.tally')
    .select(['statement_id', 'agree', 'disagree', 'pass'])
    .where('consultation_id', '=', consultation)
    .execute()
  return new Map(rows.map(({ statement_id: statement, ...tally }) => [statement, tally]))
}

export type Drawn = Counted & { readonly isOpen: boolean }

/** As last counted, and what may be shown of it hangs on. */
export async function drawn(read: Read, consultation: Id<'consultation'>): Promise<ReadonlyMap<string, Drawn>> {
  const { rows } = await sql<DrawnRow & { readonly statement: string }>`
    ${drawnColumns}, t.statement_id as statement ${drawnTables} where t.consultation_id = ${consultation}`.execute(read)
  return new Map(rows.map(({ statement, ...row }) => [statement, drawnFrom(row)]))
}

export type DrawnRow = Tally & Omit<Drawn, 'tally'>

export const drawnColumns = sql`select t.agree, t.disagree, t.pass, t.is_held as "isHeld", c.closed_at is null as "isOpen"`
export const drawnTables = sql`
  from opinion.tally t
  join opinion.consultation c on c.jurisdiction_id = t.jurisdiction_id and c.id = t.consultation_id`

export function drawnFrom({ isHeld, isOpen, ...tally }: DrawnRow): Drawn {
  return { tally, isHeld, isOpen }
}

export async function putTallies(
  tx: Tx,
  consultation: Id<'consultation'>,
  counted: ReadonlyMap<string, Counted>,
): Promise<void> {
  if (counted.size === 0) return
  const all = [...counted]
  await sql`
    insert into opinion.tally (jurisdiction_id, consultation_id, statement_id, agree, disagree, pass, is_held, counted_at)
    select ${tx.jurisdiction}, ${consultation}, t.*, ${tx.now}
    from unnest(
      ${all.map(([statement]) => statement)}::uuid[], ${all.map(([, { tally }]) => tally.agree)}::integer[],
      ${all.map(([, { tally }]) => tally.disagree)}::integer[], ${all.map(([, { tally }]) => tally.pass)}::integer[],
      ${all.map(([, { isHeld }]) => isHeld)}::boolean[]
    ) t
    on conflict (jurisdiction_id, statement_id) do update
    set agree = excluded.agree, disagree = excluded.disagree, pass = excluded.pass, is_held = excluded.is_held, counted_at = excluded.counted_at`.execute(
    tx,
  )
}
