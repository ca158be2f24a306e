import { writeFile } from 'node:fs/promises'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { seeded } from '@folkmoot/basics/seeded.ts'
import { sql } from 'kysely'
import type { Tx } from '../platform/db/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { sortIdeas } from '../stages/draft/ideas/sorting.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { bind } from './bindings.ts'
import { openConfigured } from './open-database.ts'
import { readSettings } from './settings.ts'

/**
 * Prepares the case whose ideas are measured: many, one of them with many comments, some cited and some joined, sorted by the job.
 * Usage: node dist/server/measured-ideas.js FILE IDEAS COMMENTS
 */
async function main(): Promise<void> {
  const [file = '', ideas = '10000', comments = '2000'] = process.argv.slice(2)
  bind()
  const opened = await openConfigured(readSettings(process.env), 'as-started')
  const { database } = opened
  const town = await foundTown(database, 'measured')
  await giveRule(database, town)
  const { alice, bashir } = town.people
  const problem = await raised(database, alice, { question: 'How do we light the way to school?' })
  const say = speaker()
  const areas = ['Harbour', 'Library', 'School', 'Mill', 'North', '']
  const rows = Array.from({ length: Number(ideas) }, (_, at) => ({
    id: newId('idea'),
    title: say(5).slice(0, 120),
    text: `${say(25)}. ${say(20)}.`,
    area: areas[at % areas.length] ?? '',
  }))
  const atOnce = 500
  for (let from = 0; from < rows.length; from += atOnce) {
    const some = rows.slice(from, from + atOnce)
    await database.transact(town.place.id, null, async (tx) => {
      await sql`
        insert into draft.idea (jurisdiction_id, id, problem_id, number, kind, title, text, area, language, written_by, written_at)
        select ${tx.jurisdiction}, g.id, ${problem.id}, ${from} + g.number, case when g.number % 3 = 0 then 'idea' else 'experience' end,
          g.title, g.text, g.area, 'en', ${alice.account}, ${tx.now}
        from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ title }) => title)}::text[],
          ${some.map(({ text }) => text)}::text[], ${some.map(({ area }) => area)}::text[]) with ordinality g (id, title, text, area, number)
        order by g.number`.execute(tx)
      await sql`
        insert into draft.idea_joined (jurisdiction_id, idea_id, account_id)
        select ${tx.jurisdiction}, g.id, ${bashir.account} from unnest(${some.map(({ id }) => id)}::uuid[]) with ordinality g (id, number)
        where g.number % 4 = 0`.execute(tx)
    })
  }
  const first = rows[0]
  if (!first) throw new Error('there is at least one idea')
  const said = {
    idea: first.id,
    problem: problem.id,
    by: bashir.account,
    texts: Array.from({ length: Number(comments) }, () => say(18)),
  }
  await database.transact(town.place.id, null, (tx) => putComments(tx, said))
  const others = monitorEventLoopDelay({ resolution: 5 })
  const began = performance.now()
  others.enable()
  await sortIdeas(database, town.place.id, problem.id)
  others.disable()
  process.stdout.write(
    `${rows.length} ideas sorted by the job in ${Math.round(performance.now() - began)} ms; others waited for their turn ` +
      `${Math.round(others.percentile(95) / 1e6)} ms (p95), ${Math.round(others.max / 1e6)} ms at most\n`,
  )
  await writeFile(file, JSON.stringify({ slug: problem.slug, ideas: rows.length, comments: Number(comments) }))
  await opened.close()
}

type Comments = {
  readonly idea: Id<'idea'>
  readonly problem: Id<'problem'>
  readonly by: Id<'account'> | null
  readonly texts: readonly string[]
}

/** Two in three reply to the comment before them that is no reply itself. */
async function putComments(tx: Tx, { idea, problem, by, texts }: Comments): Promise<void> {
  const ids = texts.map(() => newId('comment'))
  await sql`
    insert into draft.comment (jurisdiction_id, id, problem_id, idea_id, number, head, text, language, written_by, written_as, written_at)
    select ${tx.jurisdiction}, g.id, ${problem}, ${idea}, g.number, g.number - (g.number - 1) % 3, g.text, 'en', ${by}, 'resident', ${tx.now}
    from unnest(${ids}::uuid[], ${texts}::text[]) with ordinality g (id, text, number)
    order by g.number`.execute(tx)
}

/** Made-up words as uneven as those of a language: the hundredth is said a hundredth as often as the first (Zipf). */
function speaker(): (count: number) => string {
  const random = seeded('measured-ideas')
  const syllables = ['ka', 'lo', 'mi', 'ten', 'var', 'su', 'dre', 'pon', 'gil', 'sta', 'ber', 'nok', 'fu', 'ris', 'ham']
  const word = (number: number): string =>
    [number % 15, Math.floor(number / 15) % 15, Math.floor(number / 225) % 15].map((at) => syllables[at]).join('')
  const vocabulary = 3_000
  return (count) => Array.from({ length: count }, () => word(Math.floor(vocabulary ** random()) - 1)).join(' ')
}

main().catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`)
  process.exit(1)
})
