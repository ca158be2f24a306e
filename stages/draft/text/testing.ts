import type { Actor } from '@folkmoot/basics/actor.ts'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { accept } from '@folkmoot/basics/result.ts'
import { sql } from 'kysely'
import type { Database } from '../../../platform/db/index.ts'
import type { Town, Townsperson } from '../../../platform/identity/testing.ts'
import { retellProblem } from '../../problem/index.ts'
import type { SectionContent, TextContent } from './document.ts'
import { saveVersion } from './saving.ts'
import { typeText } from './typing.ts'

export type GroupCase = {
  readonly slug: string
  readonly problem: Id<'problem'>
  /** Somebody of the town as a member of this group. */
  readonly member: (name: Townsperson) => Actor
}

type Citizens = readonly Id<'account'>[]

/** A case whose group has begun: dora, a councillor, alice and bashir are its members, and more citizens where a test needs them. */
export async function groupCase(database: Database, town: Town, more: Citizens = []): Promise<GroupCase> {
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
    const members = (['dora', 'alice', 'bashir'] as const).map((name) => town.people[name])
    for (const { account, person } of [...members, ...more.map((account) => ({ account, person: null }))]) {
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

/** Writes in a text as a test needs it: what it becomes is typed, and saved with a reason. */
export function writingIn(database: Database, { slug }: Pick<GroupCase, 'slug'>) {
  const type = async (who: Actor, change: (now: TextContent) => TextContent): Promise<TextContent> => {
    const typed = await typeText(database, who, { slug, change: (now) => accept(change(now)) })
    if (!typed.ok) throw new Error(typed.refusal)
    return typed.value
  }
  const save = async (who: Actor, reason = 'It is clearer'): Promise<number> => {
    const saved = await saveVersion(database, who, { slug, reason })
    if (!saved.ok) throw new Error(saved.refusal)
    return saved.value.version
  }
  const write = async (who: Actor, change: (now: TextContent) => TextContent, reason?: string): Promise<number> => {
    await type(who, change)
    return save(who, reason)
  }
  return { type, save, write }
}

/** A section as a test writes it. */
export function aSection(
  heading = 'Light the crossings',
  texts: readonly string[] = ['The 34 crossings are lit.'],
  kind: SectionContent['kind'] = 'recommendation',
): SectionContent {
  return { id: newId('section'), kind, heading, clauses: texts.map((text) => ({ id: newId('clause'), text })) }
}

/** The text with the section behind the others. */
export function withSection(section: SectionContent): (now: TextContent) => TextContent {
  return ({ sections }) => ({ sections: [...sections, section] })
}

/** The text with one clause in other words; in none it is taken out. */
export function withWords(from: string, to: string): (now: TextContent) => TextContent {
  return ({ sections }) => ({
    sections: sections.map((section) => ({
      ...section,
      clauses: section.clauses
        .map((clause) => (clause.text === from ? { ...clause, text: to } : clause))
        .filter(({ text }) => text !== ''),
    })),
  })
}
