import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/index.ts'
import type { Town, Townsperson } from '../../../platform/identity/testing.ts'
import { retellProblem } from '../../problem/index.ts'

export type GroupCase = {
  readonly slug: string
  readonly problem: Id<'problem'>
  /** Somebody of the town as a member of this group. */
  readonly member: (name: Townsperson) => Actor
}

/** A case whose group has begun: dora, a councillor, alice and bashir are its members. */
export async function groupCase(database: Database, town: Town): Promise<GroupCase> {
  const slug = `case-${newId('vote').slice(0, 8)}`
  const problem = await database.transact(town.place.id, null, async (tx) => {
    const id = await retellProblem(tx, {
      slug,
      question: 'How do we light the way?',
      whatHappens: 'It is dark.',
      whoIsAffected: '',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    })
    for (const name of ['dora', 'alice', 'bashir'] as const) {
      const { account, person } = town.people[name]
      await sql`
        insert into arena.seat (jurisdiction_id, id, problem_id, account_id, person_id, kind, profile_id, reason, appointed_by, appointed_at)
        values (${tx.jurisdiction}, ${newId('seat')}, ${id}, ${account}, ${person}, ${person ? 'politician' : 'citizen'},
          ${person ? null : newId('profile')}, 'Fits', ${account}, now())`.execute(tx)
    }
    await sql`
      insert into arena.confirmation (jurisdiction_id, problem_id, confirmed_by, confirmed_at)
      values (${tx.jurisdiction}, ${id}, ${town.people.dora.account}, now())`.execute(tx)
    return id
  })
  return {
    slug,
    problem,
    member: (name) => ({
      ...town.people[name],
      roles: [...town.people[name].roles, { name: 'member', scope: problem }],
    }),
  }
}
