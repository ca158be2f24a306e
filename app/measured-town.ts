import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { raiseProblem } from '../stages/problem/commands.ts'
import { problemBySlug } from '../stages/problem/index.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openConsultation, writeStatement } from '../stages/opinion/commands.ts'
import { mostStatements } from '../stages/opinion/rules.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/**
 * Prepares the town that is measured: one open consultation with statements, and signed-in voters with their session tokens.
 * With VOTED the first so many voters have voted on every statement already; of that nothing is in the ledger.
 * Usage: node dist/server/measured-town.js FILE VOTERS STATEMENTS [VOTED]
 */
async function main(): Promise<void> {
  const [file = '', voters = '2000', statements = '50', voted = '0'] = process.argv.slice(2)
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
    shows: 'after-five',
    decided: '',
  })
  if (!begun.ok) throw new Error(begun.refusal)
  const { alice, bashir, emil } = town.people
  const authors = [chair, alice, bashir, emil]
  for (let number = 1; number <= Number(statements); number += 1) {
    const author = authors[Math.floor((number - 1) / mostStatements)] ?? chair
    const written = await writeStatement(opened.database, author, {
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
      insert into identity.session (jurisdiction_id, token_hash, account_id, means, expires_at)
      select ${town.place.id}, hash, id, 'testing', clock_timestamp() + interval '1 day'
      from unnest(${hashes}::bytea[], ${ids}::uuid[]) as s (hash, id)`.execute(tx)
    await putVoted(tx, ids.slice(0, Number(voted)))
  })
  await writeFile(file, JSON.stringify({ slug, tokens, statements: Number(statements) }))
  await opened.close()
}

/** People of three minds, one after the other in the last hour; one in ten answers is another. */
async function putVoted(tx: Tx, accounts: readonly Id<'account'>[]): Promise<void> {
  const names = accounts.map(() => newId('participant'))
  await sql`
    insert into opinion.participant (jurisdiction_id, id, consultation_id, account_id)
    select ${tx.jurisdiction}, p.id, c.id, p.account
    from opinion.consultation c, unnest(${names}::uuid[], ${accounts}::uuid[]) as p (id, account)`.execute(tx)
  await sql`
    insert into opinion.vote (jurisdiction_id, statement_id, participant_id, revision, id, choice, at)
    select ${tx.jurisdiction}, s.id, p.id, 1, gen_random_uuid(),
      case when random() < 0.1 then 'pass' when (s.number + p.place) % 3 = 0 then 'agree' else 'disagree' end,
      clock_timestamp() - interval '1 hour' * (1 - p.place::float / ${names.length})
    from unnest(${names}::uuid[]) with ordinality as p (id, place), opinion.statement s
    order by p.place, s.number`.execute(tx)
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
