import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { newId } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { foundTown } from '../platform/identity/testing.ts'
import { raiseProblem } from '../stages/problem/commands.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/**
 * Prepares the town that is measured: one open consultation with statements, and signed-in voters with their session tokens.
 * Usage: node dist/server/measured-town.js FILE VOTERS STATEMENTS
 */
async function main(): Promise<void> {
  const [file = '', voters = '2000', statements = '50'] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  await giveRule(opened.database, town)
  const raised = await raiseProblem(opened.database, town.people.alice, {
    question: 'What should the harbour become?',
    whatHappens: 'It stands empty.',
    whoIsAffected: 'Everybody.',
    language: 'en',
  })
  if (!raised.ok) throw new Error(raised.refusal)
  const { slug } = raised.value
  // Ten rows for the page that is measured: the list of cases.
  for (let more = 2; more <= 10; more += 1) {
    await raiseProblem(opened.database, town.people.bashir, {
      question: `Question number ${more} of the measured town?`,
      whatHappens: 'Something.',
      whoIsAffected: 'Somebody.',
      language: 'en',
    })
  }
  const problem = await problemBySlug(opened.database.read(town.place.id), slug)
  if (!problem) throw new Error('the problem is not there')
  const chair = {
    ...town.people.dora,
    roles: [
      ...town.people.dora.roles,
      { name: 'arena-chair', scope: problem.id } as const,
      { name: 'member', scope: problem.id } as const,
    ],
  }
  const until = Temporal.Now.plainDateISO().add({ days: 30 })
  const begun = await openConsultation(opened.database, chair, {
    slug,
    until,
    timeZone: town.place.timeZone,
    shows: 'after-close',
    decided: '',
  })
  if (!begun.ok) throw new Error(begun.refusal)
  for (let number = 1; number <= Number(statements); number += 1) {
    const written = await writeStatement(opened.database, chair, {
      slug,
      text: `Statement number ${number}: the quay is for people.`,
      language: 'en',
    })
    if (!written.ok) throw new Error(written.refusal)
  }
  const tokens = Array.from({ length: Number(voters) }, () => randomBytes(32).toString('base64url'))
  await opened.database.transact(town.place.id, null, async (tx) => {
    const ids = tokens.map(() => newId('account'))
    const hashes = tokens.map((token) => createHash('sha256').update(token).digest())
    await sql`
      insert into identity.account (jurisdiction_id, id, email, name, tie, consented_at)
      select ${town.place.id}, id, 'voter-' || number || '@example.org', 'Voter ' || number, 'lives-here', clock_timestamp()
      from unnest(${ids}::uuid[]) with ordinality as v (id, number)`.execute(tx)
    await sql`
      insert into identity.session (jurisdiction_id, token_hash, account_id, expires_at)
      select ${town.place.id}, hash, id, clock_timestamp() + interval '1 day'
      from unnest(${hashes}::bytea[], ${ids}::uuid[]) as s (hash, id)`.execute(tx)
  })
  await writeFile(file, JSON.stringify({ slug, tokens, statements: Number(statements) }))
  await opened.close()
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
