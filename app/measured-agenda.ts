import { createHash, randomBytes } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import { sql } from 'kysely'
import type { Database, Tx } from '../platform/db/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/**
 * Prepares the town whose agenda is measured: many problems, and many more supports, unevenly: a few problems have thousands, most
 * have a handful, and words are as uneven as in a language. Usage: node dist/server/measured-agenda.js FILE PROBLEMS SUPPORTS
 */
async function main(): Promise<void> {
  const [file = '', problems = '20000', supports = '2000000'] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const town = await foundTown(opened.database, 'measured')
  await giveRule(opened.database, town, { rungs: [{ threshold: 1_000, owes: 'decision' }] })
  const { accounts, tokens } = await putAccounts(opened.database, town)
  const { ids, slugs, texts } = await putProblems(opened.database, town, Number(problems))
  await putSupports(opened.database, town, { ids, accounts, total: Number(supports) })
  await leadSome(opened.database, town, ids)
  await writeFile(file, JSON.stringify({ tokens, slugs: slugs.slice(0, 500), texts: texts.slice(0, 500) }))
  await opened.close()
}

const people = 20_000
const signedIn = 200

async function putAccounts(database: Database, { place }: Town) {
  const accounts = Array.from({ length: people }, () => newId('account'))
  const tokens = Array.from({ length: signedIn }, () => randomBytes(32).toString('base64url'))
  const hashes = tokens.map((token) => createHash('sha256').update(token).digest())
  await database.transact(place.id, null, async (tx) => {
    await sql`
      insert into identity.account (jurisdiction_id, id, email, name, tie, consented_at)
      select ${place.id}, id, 'supporter-' || number || '@example.org', 'Supporter ' || number, 'lives-here', clock_timestamp()
      from unnest(${accounts}::uuid[]) with ordinality as v (id, number)`.execute(tx)
    await sql`
      insert into identity.session (jurisdiction_id, token_hash, account_id, means, expires_at)
      select ${place.id}, hash, id, 'testing', clock_timestamp() + interval '1 day'
      from unnest(${hashes}::bytea[], ${accounts.slice(0, signedIn)}::uuid[]) as s (hash, id)`.execute(tx)
  })
  return { accounts, tokens }
}

const atOnce = 500

async function putProblems(database: Database, { place, people: { alice } }: Town, count: number) {
  const say = speaker()
  const rows = Array.from({ length: count }, (_, at) => ({
    id: newId('problem'),
    framing: newId('framing'),
    slug: `measured-${at}`,
    question: `Why is there ${say(7)}?`,
    what: `${say(25)}. ${say(25)}.`,
    who: say(8),
    place: say(2),
  }))
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await database.transact(place.id, null, async (tx) => {
      await sql`
        with given as (
          select * from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ slug }) => slug)}::text[])
            with ordinality g (id, slug, number)
        ), raised as (
          insert into problem.problem (jurisdiction_id, id, slug, raised_by, raised_at, language)
          select ${place.id}, id, slug, ${alice.account}, ${tx.now}::timestamptz - ${rows.length - from} * interval '7 minutes' + number * interval '7 minutes', 'en'
          from given returning id
        )
        insert into problem.agenda (jurisdiction_id, problem_id, rule_version, closes_at)
        select ${place.id}, id, 1, ${tx.now}::timestamptz + (random() * 180 + 1) * interval '1 day' from raised`.execute(
        tx,
      )
      await putFramings(tx, some)
    })
  }
  return {
    ids: rows.map(({ id }) => id),
    slugs: rows.map(({ slug }) => slug).reverse(),
    texts: rows.map(({ question }) => question).reverse(),
  }
}

type Row = Readonly<Record<'framing' | 'question' | 'what' | 'who' | 'place', string>> & { readonly id: Id<'problem'> }

async function putFramings(tx: Tx, rows: readonly Row[]): Promise<void> {
  const all = (name: keyof Row): readonly string[] => rows.map((row) => row[name])
  await sql`
    insert into problem.framing (jurisdiction_id, id, problem_id, number, question, what_happens, who_is_affected, place, proposed_at, state)
    select ${tx.jurisdiction}, f.id, f.problem, 1, f.question, f.what, f.who, f.place, ${tx.now}, 'current'
    from unnest(${all('framing')}::uuid[], ${all('id')}::uuid[], ${all('question')}::text[], ${all('what')}::text[],
      ${all('who')}::text[], ${all('place')}::text[]) f (id, problem, question, what, who, place)`.execute(tx)
  for (const { id } of rows) await sql`call problem.write_stems(${tx.jurisdiction}, ${id})`.execute(tx)
}

/** Made-up words as uneven as those of a language: the hundredth is said a hundredth as often as the first (Zipf). */
function speaker(): (count: number) => string {
  const random = seeded('measured-agenda')
  const syllables = ['ka', 'lo', 'mi', 'ten', 'var', 'su', 'dre', 'pon', 'gil', 'sta', 'ber', 'nok', 'fu', 'ris', 'ham']
  const word = (number: number): string =>
    [number % 15, Math.floor(number / 15) % 15, Math.floor(number / 225) % 15, 7].map((at) => syllables[at]).join('')
  const vocabulary = 3_000
  return (count) => Array.from({ length: count }, () => word(Math.floor(vocabulary ** random()) - 1)).join(' ')
}

type Supports = {
  readonly ids: readonly Id<'problem'>[]
  readonly accounts: readonly Id<'account'>[]
  readonly total: number
}

async function putSupports(database: Database, { place }: Town, { ids, accounts, total }: Supports): Promise<void> {
  // The n-th has 1/n^0.8 of what the first has; nobody has more supports than there are people.
  const shares = ids.map((_, at) => 1 / (at + 1) ** 0.8)
  const sum = shares.reduce((all, one) => all + one, 0)
  const counts = shares.map((share) => Math.min(accounts.length, Math.ceil((total * share) / sum)))
  await database.transact(place.id, null, async (tx) => {
    for (let from = 0; from < ids.length; from += atOnce) {
      await sql`
        insert into problem.support (jurisdiction_id, id, problem_id, channel, account_id, is_counted)
        select ${place.id}, gen_random_uuid(), p.id, 'online', (${accounts}::uuid[])[1 + (k * 7919 + p.number * 104729) % ${people}], true
        from unnest(${ids.slice(from, from + atOnce)}::uuid[], ${counts.slice(from, from + atOnce)}::int[])
          with ordinality p (id, supports, number), generate_series(1, p.supports) k`.execute(tx)
    }
    await sql`
      insert into problem.support_tally (jurisdiction_id, problem_id, online, paper, phone)
      select ${place.id}, id, supports, 0, 0 from unnest(${ids}::uuid[], ${counts}::int[]) t (id, supports)`.execute(tx)
    await sql`
      insert into problem.answer_owed (jurisdiction_id, problem_id, number, rung, body_id, framing_number, supports, reached_at, due_at)
      select t.jurisdiction_id, t.problem_id, 1, 1, r.body_id, 1, t.total, ${tx.now}, ${tx.now}::timestamptz + random() * interval '60 days' + interval '1 hour'
      from problem.support_tally t
      join problem.agenda_rule r on r.jurisdiction_id = t.jurisdiction_id
      where t.total >= 1000`.execute(tx)
  })
}

/** One in a hundred is taken up by a politician. */
async function leadSome(database: Database, { place, people: { dora } }: Town, ids: readonly Id<'problem'>[]) {
  const led = ids.filter((_, at) => at % 100 === 7)
  await database.transact(place.id, null, (tx) =>
    sql`
      insert into problem.sponsorship (jurisdiction_id, problem_id, person_id, account_id, words, at)
      select ${place.id}, id, ${dora.person}, ${dora.account}, 'I have seen it.', ${tx.now}
      from unnest(${led}::uuid[]) l (id)`.execute(tx),
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
