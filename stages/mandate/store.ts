import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { listsBy, type Read, type Tx } from '../../platform/db/index.ts'
import { groupColumn, putGroupRules } from './group-store.ts'
import { mattersColumn, putMatters } from './matters/store.ts'
import type { SeatProfile, Terms } from './rules.ts'

/** One version of a mandate. */
export type Mandate = Terms & {
  readonly id: Id<'mandate'>
  readonly problem: Id<'problem'>
  readonly version: number
  readonly state: 'draft' | 'adopted' | 'superseded'
  readonly presetName: string | null
  readonly revision: number
  /** The record of a vote on exactly this text, while it waits for the body's chair. */
  readonly pendingResolution: Id<'resolution'> | null
  readonly resolution: Id<'resolution'> | null
  readonly adoptedAt: Temporal.Instant | null
  /** Where a told mandate was read; null for what happens here. */
  readonly source: string | null
}

const columns = sql<Mandate>`
  m.id, m.problem_id as problem, m.version, m.state, m.preset_name as "presetName", m.revision,
  m.question, m.background, m.tasks, m.out_of_scope as "outOfScope",
  m.parent_body_id as "parentBody", m.recipient_body_id as "recipientBody",
  m.politicians, m.citizens, m.min_gender_share as "minGenderShare",
  m.starts_on as "startsOn", m.ends_on as "endsOn", m.meetings, m.economic_frame as "economicFrame",
  m.promise, ${mattersColumn} as matters, m.can_change as "canChange", m.cannot_change as "cannotChange",
  case when m.answer_count is not null then jsonb_build_object('count', m.answer_count, 'unit', m.answer_unit) end as "answerRule",
  ${groupColumn},
  m.pending_resolution_id as "pendingResolution", m.resolution_id as resolution, m.adopted_at as "adoptedAt", m.source,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name, 'wanted', p.wanted, 'description', p.description) order by p.position)
    from mandate.profile p
    where p.jurisdiction_id = m.jurisdiction_id and p.mandate_id = m.id
  ), '[]') as profiles
  from mandate.mandate m`

/** All versions, the latest first. */
export async function mandatesOf(read: Read, problem: Id<'problem'>): Promise<readonly Mandate[]> {
  const { rows } =
    await sql<Mandate>`select ${columns} where m.problem_id = ${problem} order by m.version desc`.execute(read)
  return rows
}

const adoptedOf = listsBy(
  (mandate: Mandate) => mandate.problem,
  async (read, problems) => {
    const { rows } = await sql<Mandate>`
      select ${columns} where m.problem_id = any(${problems}::uuid[]) and m.state = 'adopted'`.execute(read)
    return rows
  },
)

/** The version in force. */
export async function adoptedMandate(read: Read, problem: Id<'problem'>): Promise<Mandate | undefined> {
  return (await adoptedOf(read, problem))[0]
}

const latestOf = listsBy(
  (mandate: Mandate) => mandate.problem,
  async (read, problems) => {
    const { rows } = await sql<Mandate>`
      select distinct on (m.problem_id) ${columns}
      where m.problem_id = any(${problems}::uuid[])
      order by m.problem_id, m.version desc`.execute(read)
    return rows
  },
)

/** Which of these problems have a mandate, were it only a draft. */
export async function withMandate(read: Read, problems: readonly Id<'problem'>[]): Promise<ReadonlySet<Id<'problem'>>> {
  if (problems.length === 0) return new Set()
  const rows = await read
    .selectFrom('mandate.mandate')
    .select('problem_id')
    .distinct()
    .where(sql<boolean>`problem_id = any(${problems}::uuid[])`)
    .execute()
  return new Set(rows.map((row) => row.problem_id))
}

/** The version with the highest number: the draft, where there is one. */
export async function latestMandate(read: Read, problem: Id<'problem'>): Promise<Mandate | undefined> {
  return (await latestOf(read, problem))[0]
}

export async function mandatesById(
  read: Read,
  ids: readonly Id<'mandate'>[],
): Promise<readonly (Mandate & { readonly slug: string })[]> {
  const { rows } = await sql<Mandate & { readonly slug: string }>`
    select q.slug, ${columns}
    join problem.problem q on q.jurisdiction_id = m.jurisdiction_id and q.id = m.problem_id
    where m.id = any(${ids}::uuid[])`.execute(read)
  return rows
}

/** Drafts of all cases: what waits for a sponsor or a chair. */
export async function drafts(read: Read): Promise<readonly Mandate[]> {
  const { rows } = await sql<Mandate>`select ${columns} where m.state = 'draft' order by m.begun_at limit 200`.execute(
    read,
  )
  return rows
}

export type NewMandate = {
  readonly problem: Id<'problem'>
  readonly version: number
  readonly by: Id<'account'> | null
  readonly source: string | null
}

/** An empty draft, to be filled by `writeTerms`. */
export async function putDraft(tx: Tx, { problem, version, by, source }: NewMandate): Promise<Id<'mandate'>> {
  const id = newId('mandate')
  await tx
    .insertInto('mandate.mandate')
    .values({
      jurisdiction_id: tx.jurisdiction,
      id,
      problem_id: problem,
      version,
      begun_by: by,
      begun_at: tx.now,
      source,
    })
    .execute()
  return id
}

/** Saves the words of a draft. A vote recorded on other words no longer waits for the chair. */
export async function writeTerms(
  tx: Tx,
  id: Id<'mandate'>,
  {
    terms,
    presetName,
    revision,
  }: { readonly terms: Terms; readonly presetName: string | null; readonly revision: number },
): Promise<void> {
  await tx
    .updateTable('mandate.mandate')
    .set({
      revision,
      preset_name: presetName,
      question: terms.question,
      background: terms.background,
      tasks: terms.tasks,
      out_of_scope: terms.outOfScope,
      parent_body_id: terms.parentBody,
      recipient_body_id: terms.recipientBody,
      politicians: terms.politicians,
      citizens: terms.citizens,
      min_gender_share: terms.minGenderShare,
      starts_on: terms.startsOn,
      ends_on: terms.endsOn,
      meetings: terms.meetings,
      economic_frame: terms.economicFrame,
      promise: terms.promise,
      can_change: terms.canChange,
      cannot_change: terms.cannotChange,
      answer_count: terms.answerRule?.count ?? null,
      answer_unit: terms.answerRule?.unit ?? null,
      pending_resolution_id: null,
    })
    .where('id', '=', id)
    .execute()
  await putProfiles(tx, id, terms.profiles)
  await putGroupRules(tx, id, terms.group)
  await putMatters(tx, id, terms.matters)
}

async function putProfiles(tx: Tx, mandate: Id<'mandate'>, profiles: readonly SeatProfile[]): Promise<void> {
  await tx.deleteFrom('mandate.profile').where('mandate_id', '=', mandate).execute()
  for (const [at, { id, name, wanted, description }] of profiles.entries()) {
    await tx
      .insertInto('mandate.profile')
      .values({
        jurisdiction_id: tx.jurisdiction,
        mandate_id: mandate,
        id,
        position: at + 1,
        name,
        wanted,
        description,
      })
      .execute()
  }
}

export async function setPending(tx: Tx, id: Id<'mandate'>, resolution: Id<'resolution'> | null): Promise<void> {
  await tx.updateTable('mandate.mandate').set({ pending_resolution_id: resolution }).where('id', '=', id).execute()
}

/** Puts this version in force in place of the one before, both in one moment. */
export async function adopt(
  tx: Tx,
  {
    id,
    problem,
    resolution,
    at,
  }: {
    readonly id: Id<'mandate'>
    readonly problem: Id<'problem'>
    readonly resolution: Id<'resolution'> | null
    readonly at: Temporal.Instant | null
  },
): Promise<void> {
  await tx
    .updateTable('mandate.mandate')
    .set({ state: 'superseded' })
    .where('problem_id', '=', problem)
    .where('state', '=', 'adopted')
    .execute()
  await tx
    .updateTable('mandate.mandate')
    .set({ state: 'adopted', pending_resolution_id: null, resolution_id: resolution, adopted_at: at })
    .where('id', '=', id)
    .execute()
}
