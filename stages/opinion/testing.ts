import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { clock, lockExclusive, type Database } from '../../platform/db/index.ts'
import { ensureAccount, introduce } from '../../platform/identity/index.ts'
import type { Town } from '../../platform/identity/testing.ts'
import { problemBySlug, retellProblem } from '../problem/index.ts'
import { openConsultation, writeStatement } from './commands.ts'
import { settle } from './count.ts'
import { mostStatements, type LeastAssurance, type Moderation } from './rules.ts'
import { consultationOf } from './store.ts'

export type Case = { readonly slug: string; readonly problem: Id<'problem'>; readonly chair: Actor }

type CaseOptions = {
  readonly statements?: readonly string[]
  readonly days?: number
  readonly moderation?: Moderation
  readonly leastAssurance?: LeastAssurance
}

let cases = 0

/** A case with an open consultation, led by dora, and these statements, by alice; what is more than one person may write, by others. */
export async function openCase(
  database: Database,
  town: Town,
  {
    statements = ['Light the crossings at night'],
    days = 30,
    moderation = 'after',
    leastAssurance = 'low',
  }: CaseOptions = {},
): Promise<Case> {
  cases += 1
  const slug = `case-${cases}`
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug,
      question: `Which way, question ${cases}?`,
      whatHappens: 'Much.',
      whoIsAffected: '',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
  const chair = {
    ...town.people.dora,
    roles: [...town.people.dora.roles, { name: 'arena-chair', scope: problem } as const],
  }
  const until = Temporal.Now.plainDateISO().add({ days })
  const { timeZone } = town.place
  const opened = await openConsultation(database, chair, {
    slug,
    until,
    timeZone,
    shows: 'after-five',
    moderation,
    leastAssurance,
    decided: '',
  })
  if (!opened.ok) throw new Error(opened.refusal)
  const { alice, bashir, emil, freja } = town.people
  for (const [index, text] of statements.entries()) {
    const author = [alice, bashir, emil, freja][Math.floor(index / mostStatements)] ?? alice
    const written = await writeStatement(database, author, { slug, text, language: 'en' })
    if (!written.ok) throw new Error(written.refusal)
  }
  return { slug, problem, chair }
}

/** Votes are counted for the last time, now, as if the deadline had come: a town has many cases, and one clock. */
export async function closeVoting(database: Database, place: Id<'jurisdiction'>, slug: string): Promise<void> {
  await database.transact(place, null, async (tx) => {
    const problem = await problemBySlug(tx, slug)
    const consultation = problem && (await consultationOf(tx, problem.id))
    if (!consultation) throw new Error('nothing is open')
    await lockExclusive(tx, consultation.id)
    await settle(tx, consultation, await clock(tx))
  })
}

let people = 0

/** Residents who have agreed to the privacy notice. */
export async function residents(database: Database, town: Town, count: number): Promise<readonly Actor[]> {
  return database.transact(town.place.id, null, async (tx) => {
    const all: Actor[] = []
    for (let i = 0; i < count; i += 1) {
      people += 1
      const name = `Resident ${people}`
      const account = await ensureAccount(tx, `resident-${people}@example.org`, 'en')
      await introduce(tx, account, {
        name,
        language: 'en',
        tie: 'lives-here',
        tieWords: '',
        organisation: null,
        interest: '',
      })
      all.push({ ...town.people.alice, account, name })
    }
    return all
  })
}
