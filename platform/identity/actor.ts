import type { Actor, Assurance, Role } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { statement, together, type Read } from '../db/index.ts'
import { holdsOffice, isOver, minutesBetweenNotes, type Lived } from './session-rules.ts'

type Row = Lived & {
  readonly now: Temporal.Instant
  readonly token: string
  readonly account: Id<'account'>
  readonly person: Id<'person'> | null
  readonly name: string
  readonly assurance: Assurance
  readonly authenticatedAt: Temporal.Instant
  readonly roles: readonly Role[]
  readonly isSeenToday: boolean
}

/** Who acts by a session, whether she holds an office, and whether it is noted that the session is in use. */
export type Acting = { readonly actor: Actor; readonly isOffice: boolean; readonly isNoted: boolean }

/**
 * Who holds this session, with the roles held at this moment: a term that ended a second ago gives none.
 * Roles in the arena of a problem are the arena's to tell. A session that has ended by itself is nobody's.
 */
export function actorBySession(read: Read, tokenHash: Buffer): Promise<Acting | undefined> {
  return askForActor(read, read.jurisdiction, tokenHash)
}

const askForActor = together(async (read: Read, tokenHashes: readonly Buffer[]) => {
  const { rows } = await statement<Row>`
    select encode(s.token_hash, 'hex') as token, a.id as account, a.person_id as person, coalesce(p.name, a.name) as name, s.assurance, s.authenticated_at as "authenticatedAt",
      s.opened_at as "openedAt", s.used_at as "usedAt", s.expires_at as "expiresAt", clock_timestamp() as now,
      s.seen_on >= (clock_timestamp() at time zone 'UTC')::date as "isSeenToday",
      coalesce((select jsonb_agg(r) from (
        select s.role as name, a.jurisdiction_id as scope
        from identity.staff_role s
        where s.account_id = a.id and s.starts_at <= clock_timestamp() and (s.ends_at is null or s.ends_at > clock_timestamp())
        union all
        select unnest(case when m.is_chair then array['politician', 'body-chair'] else array['politician'] end), m.body_id
        from directory.membership m
        join directory.body b on b.jurisdiction_id = m.jurisdiction_id and b.id = m.body_id and b.kind <> 'party'
        join directory.jurisdiction j on j.id = m.jurisdiction_id
        where m.person_id = a.person_id
          and (m.starts_on is null or m.starts_on <= (clock_timestamp() at time zone j.time_zone)::date)
          and (m.ends_on is null or m.ends_on >= (clock_timestamp() at time zone j.time_zone)::date)
        union all
        select 'delegate', d.person_id
        from identity.delegation d
        where d.account_id = a.id and identity.prepares_for(a.jurisdiction_id, a.id, d.person_id, clock_timestamp())
        union all
        select case when a.organisation is null then 'resident' else 'organisation' end, a.jurisdiction_id
        where a.consented_at is not null
      ) r), '[]') as roles
    from identity.session s
    join identity.account a on a.jurisdiction_id = s.jurisdiction_id and a.id = s.account_id
    left join directory.person p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.person_id
    where s.token_hash = any(${tokenHashes}::bytea[])`.execute(read)
  const actors = new Map(
    rows.flatMap((row) => {
      const acting = actingBy(read.jurisdiction, row)
      return acting ? [[row.token, acting] as const] : []
    }),
  )
  return tokenHashes.map((hash) => actors.get(hash.toString('hex')))
})

function actingBy(jurisdiction: Id<'jurisdiction'>, row: Row): Acting | undefined {
  const { account, person, name, assurance, authenticatedAt, roles, isSeenToday, usedAt, now } = row
  const isOffice = holdsOffice(roles)
  if (isOver(row, now, isOffice)) return undefined
  const isFresh = Temporal.Instant.compare(usedAt.add({ minutes: minutesBetweenNotes }), now) > 0
  const actor = { jurisdiction, account, person, name, assurance, authenticatedAt, roles }
  return { actor, isOffice, isNoted: isSeenToday && (isFresh || !isOffice) }
}

export function nobody(jurisdiction: Id<'jurisdiction'>): Actor {
  return { jurisdiction, account: null, person: null, name: '', assurance: 'none', roles: [] }
}
