import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql, type RawBuilder } from 'kysely'
import type { Read, Tx } from '../../../platform/db/index.ts'
import type { DeclarationWords, CaseInterestWords } from './rules.ts'

/** What an organisation declares now. */
export type Declaration = DeclarationWords & {
  readonly id: Id<'declaration'>
  readonly slug: string
  readonly account: Id<'account'>
  readonly organisation: string
  readonly version: number
  readonly declaredAt: Temporal.Instant
  readonly writtenAt: Temporal.Instant
  readonly withdrawnAt: Temporal.Instant | null
  readonly withdrawnWords: string
  readonly isHidden: boolean
}

const words = sql`
  v.organisation, v.legal_form as "legalForm", v.speaks_for as "speaksFor", v.how_many as "howMany", v.paid_by as "paidBy",
  v.interests, v.interest_words as "interestWords", v.resources, v.resource_words as "resourceWords", v.spokesperson,
  v.has_agreed as "hasAgreed"`

const isHidden = sql`exists (
        select from moderation.hidden h where h.jurisdiction_id = d.jurisdiction_id and h.about_id = d.id
      )`

/** The latest version of each that is asked for, in the order of their addresses, which are made of their names. */
async function declared(
  read: Read,
  which: RawBuilder<unknown>,
  limit: number | null = null,
): Promise<readonly Declaration[]> {
  const { rows } = await sql<Declaration>`
    select d.id, d.slug, d.account_id as account, v.number as version, (
        select first.written_at from problem.declaration_version first
        where first.jurisdiction_id = d.jurisdiction_id and first.declaration_id = d.id and first.number = 1
      ) as "declaredAt",
      v.written_at as "writtenAt", d.withdrawn_at as "withdrawnAt", d.withdrawn_words as "withdrawnWords", ${words},
      ${isHidden} as "isHidden"
    from (
      select * from problem.declaration d
      where d.jurisdiction_id = ${read.jurisdiction} and ${which}
      order by d.slug
      limit ${limit}
    ) d
    join lateral (
      select * from problem.declaration_version v
      where v.jurisdiction_id = d.jurisdiction_id and v.declaration_id = d.id
      order by v.number desc
      limit 1
    ) v on true
    order by d.slug`.execute(read)
  return rows
}

/** All that ever declared; what moderation hid is marked, so that no page shows its words. For the register as data. */
export function declarations(read: Read): Promise<readonly Declaration[]> {
  return declared(read, sql`true`)
}

/** One page of what is not hidden, from after this address on. */
export function declarationsAfter(
  read: Read,
  { after, limit }: { readonly after: string; readonly limit: number },
): Promise<readonly Declaration[]> {
  return declared(read, sql`d.slug > ${after} and not ${isHidden}`, limit)
}

export function declarationsById(read: Read, ids: readonly Id[]): Promise<readonly Declaration[]> {
  return ids.length === 0 ? Promise.resolve([]) : declared(read, sql`d.id = any(${ids}::uuid[])`)
}

export async function declarationOf(read: Read, account: Id<'account'>): Promise<Declaration | undefined> {
  return (await declared(read, sql`d.account_id = ${account}`))[0]
}

export async function declarationAt(read: Read, slug: string): Promise<Declaration | undefined> {
  return (await declared(read, sql`d.slug = ${slug}`))[0]
}

/** The names others have declared under, now or earlier. */
export async function namesOfOthers(read: Read, account: Id<'account'>): Promise<readonly string[]> {
  const { rows } = await sql<{ name: string }>`
    select distinct v.organisation as name
    from problem.declaration d
    join problem.declaration_version v on v.jurisdiction_id = d.jurisdiction_id and v.declaration_id = d.id
    where d.jurisdiction_id = ${read.jurisdiction} and d.account_id <> ${account}`.execute(read)
  return rows.map(({ name }) => name)
}

/** How many declarations are hidden. */
export async function hiddenDeclarations(read: Read): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count
    from moderation.hidden h
    join problem.declaration d on d.jurisdiction_id = h.jurisdiction_id and d.id = h.about_id
    where h.jurisdiction_id = ${read.jurisdiction}`.execute(read)
  return rows[0]?.count ?? 0
}

export type DeclarationVersion = DeclarationWords & {
  readonly number: number
  readonly organisation: string
  readonly reason: string
  readonly writtenAt: Temporal.Instant
}

export async function versionsOf(read: Read, id: Id<'declaration'>): Promise<readonly DeclarationVersion[]> {
  const { rows } = await sql<DeclarationVersion>`
    select v.number, v.reason, v.written_at as "writtenAt", ${words}
    from problem.declaration_version v
    where v.declaration_id = ${id}
    order by v.number`.execute(read)
  return rows
}

export type NewDeclaration = { readonly slug: string; readonly account: Id<'account'> }

export async function putDeclaration(tx: Tx, { slug, account }: NewDeclaration): Promise<Id<'declaration'>> {
  const id = newId('declaration')
  await tx
    .insertInto('problem.declaration')
    .values({ jurisdiction_id: tx.jurisdiction, id, slug, account_id: account })
    .execute()
  return id
}

export type NewVersion = DeclarationWords & Pick<DeclarationVersion, 'number' | 'organisation' | 'reason'>

export async function putVersion(tx: Tx, id: Id<'declaration'>, version: NewVersion): Promise<void> {
  await tx
    .insertInto('problem.declaration_version')
    .values({
      jurisdiction_id: tx.jurisdiction,
      declaration_id: id,
      number: version.number,
      organisation: version.organisation,
      legal_form: version.legalForm,
      speaks_for: version.speaksFor,
      how_many: version.howMany,
      paid_by: version.paidBy,
      interests: [...version.interests],
      interest_words: version.interestWords,
      resources: [...version.resources],
      resource_words: version.resourceWords,
      spokesperson: version.spokesperson,
      has_agreed: version.hasAgreed,
      reason: version.reason,
      written_at: tx.now,
    })
    .execute()
}

/** Who no longer speaks for it is not named in what was declared earlier either. */
export async function forgetSpokesperson(tx: Tx, id: Id<'declaration'>, kept: string): Promise<void> {
  await tx
    .updateTable('problem.declaration_version')
    .set({ spokesperson: '', has_agreed: false })
    .where('declaration_id', '=', id)
    .where('spokesperson', '<>', kept)
    .execute()
}

/** Withdrawn with a reason; declared anew with none. */
export async function setWithdrawn(tx: Tx, id: Id<'declaration'>, reason: string | null): Promise<void> {
  await tx
    .updateTable('problem.declaration')
    .set({ withdrawn_at: reason === null ? null : tx.now, withdrawn_words: reason ?? '' })
    .where('id', '=', id)
    .execute()
}

export type CaseInterest = CaseInterestWords & {
  readonly declaration: Id<'declaration'>
  readonly problem: Id<'problem'>
  readonly version: number
  readonly isWithdrawn: boolean
  readonly writtenAt: Temporal.Instant
}

/** What every organisation says in every case, as it stands now; also what is withdrawn. */
export async function caseInterests(
  read: Read,
  { problem, declaration }: { readonly problem?: Id<'problem'>; readonly declaration?: Id<'declaration'> } = {},
): Promise<readonly CaseInterest[]> {
  const { rows } = await sql<CaseInterest>`
    select distinct on (m.problem_id, m.declaration_id) m.declaration_id as declaration, m.problem_id as problem,
      m.number as version, m.wants, m.stake, m.is_withdrawn as "isWithdrawn", m.written_at as "writtenAt"
    from problem.declared_matter m
    where (${problem ?? null}::uuid is null or m.problem_id = ${problem ?? null})
      and (${declaration ?? null}::uuid is null or m.declaration_id = ${declaration ?? null})
    order by m.problem_id, m.declaration_id, m.number desc`.execute(read)
  return rows
}

/** In how many cases each of these says what it wants. */
export async function caseInterestCounts(
  read: Read,
  ids: readonly Id<'declaration'>[],
): Promise<ReadonlyMap<Id<'declaration'>, number>> {
  if (ids.length === 0) return new Map()
  const { rows } = await sql<{ id: Id<'declaration'>; count: number }>`
    select m.declaration_id as id, count(*) as count
    from (
      select distinct on (m.declaration_id, m.problem_id) m.declaration_id, m.is_withdrawn
      from problem.declared_matter m
      where m.jurisdiction_id = ${read.jurisdiction} and m.declaration_id = any(${ids}::uuid[])
      order by m.declaration_id, m.problem_id, m.number desc
    ) m
    where not m.is_withdrawn
    group by m.declaration_id`.execute(read)
  return new Map(rows.map(({ id, count }) => [id, count]))
}

export type NewCaseInterest = Omit<CaseInterest, 'writtenAt'>

export async function putCaseInterest(tx: Tx, caseInterest: NewCaseInterest): Promise<void> {
  await tx
    .insertInto('problem.declared_matter')
    .values({
      jurisdiction_id: tx.jurisdiction,
      declaration_id: caseInterest.declaration,
      problem_id: caseInterest.problem,
      number: caseInterest.version,
      wants: caseInterest.wants,
      stake: caseInterest.stake,
      is_withdrawn: caseInterest.isWithdrawn,
      written_at: tx.now,
    })
    .execute()
}

/** Which of these addresses are taken, the forms' own among them. */
export async function takenSlugs(tx: Tx, stem: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('problem.declaration')
    .select('slug')
    .where((where) => where.or([where('slug', '=', stem), where('slug', 'like', `${stem}-%`)]))
    .execute()
  return new Set(['declare', 'withdrawn', ...rows.map((row) => row.slug)])
}
