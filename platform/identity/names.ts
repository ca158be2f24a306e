import type { Id } from '@folkmoot/basics/ids.ts'
import { statement, type Read } from '../db/index.ts'
import { isNameOf, type Holder } from './name-rules.ts'

export type NameRefusal = 'name-of-office-holder' | 'name-of-authority'

type Chosen = { readonly name: string; readonly organisation: string | null }

/** Why this account may not bear this name: people would take it for somebody else who holds an office or works here. */
export async function nameRefusal(
  read: Read,
  account: Id<'account'>,
  { name, organisation }: Chosen,
): Promise<NameRefusal | null> {
  if (!(await isOwnName(read, account, name)) && isNameOf(name, await otherHolders(read, account)))
    return 'name-of-office-holder'
  if (organisation !== null && (await isTakenName(read, account, organisation))) return 'name-of-authority'
  return null
}

/** An organisation goes by the name of no body, party or office holder, and of no other that has declared its interests. */
export async function isTakenName(read: Read, account: Id<'account'>, organisation: string): Promise<boolean> {
  const taken = await Promise.all([authorities(read), otherHolders(read, account), declared(read, account)])
  return isNameOf(organisation, taken.flat())
}

/** The name a linked account bears: the one under which the council knows its holder. Null where it is linked to nobody. */
export async function officialName(read: Read, account: Id<'account'>): Promise<string | null> {
  const { rows } = await statement<{ name: string }>`
    select p.name
    from identity.account a
    join directory.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id
    where a.id = ${account}`.execute(read)
  return rows[0]?.name ?? null
}

/** The name she has already, and the one she holds office under: a namesake among her colleagues takes neither from her. */
async function isOwnName(read: Read, account: Id<'account'>, name: string): Promise<boolean> {
  const { rows } = await statement<{ kept: string; official: string | null }>`
    select a.name as kept, p.name as official
    from identity.account a
    left join directory.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id
    where a.id = ${account}`.execute(read)
  const own = rows[0]
  return own?.kept === name || isNameOf(name, [{ name: own?.official ?? '', titles: [] }])
}

/** Who holds an office in a deciding body, now or from a day to come, and who works here; but not the account's own holder. */
async function otherHolders(read: Read, account: Id<'account'>): Promise<readonly Holder[]> {
  const { rows } = await statement<Holder>`
    select p.name, array_agg(distinct m.role) as titles
    from directory.person p
    join directory.membership m on m.jurisdiction_id = p.jurisdiction_id and m.person_id = p.id
    join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
    join directory.jurisdiction j on j.id = m.jurisdiction_id
    where (m.ends_on is null or m.ends_on >= (clock_timestamp() at time zone j.time_zone)::date)
    group by p.id, p.name
    union all
    select a.name, '{}'::text[]
    from identity.staff_role s
    join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
    where a.id <> ${account} and a.name <> '' and (s.ends_at is null or s.ends_at > clock_timestamp())`.execute(read)
  return rows
}

async function declared(read: Read, account: Id<'account'>): Promise<readonly Holder[]> {
  const { rows } = await statement<Holder>`
    select a.organisation as name, '{}'::text[] as titles from identity.account a
    where a.declaration is not null and a.id <> ${account}`.execute(read)
  return rows
}

/** The place itself, what decides in it, and its parties: a party speaks here through those who are elected for it. */
async function authorities(read: Read): Promise<readonly Holder[]> {
  const { rows } = await statement<Holder>`
    select name, '{}'::text[] as titles from directory.body
    union all
    select name, '{}'::text[] from directory.jurisdiction where id = ${read.jurisdiction}`.execute(read)
  return rows
}
