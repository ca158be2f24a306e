import type { Id } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database, type Read } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { raiseProblem, sponsorProblem } from '../commands.ts'
import { holdCase } from '../merges/commands.ts'
import { inCase } from '../in-case.ts'
import { problemBySlug } from '../store.ts'
import { supportProblem, takeSupportBack } from '../supports/commands.ts'
import { agendaPoll } from '../supports/jobs.ts'
import { giveRule, problemWords } from '../testing.ts'
import { afterDebtOf, afterDebtText, collectingLines, openDebts } from './lists.ts'

let home: TestDatabase
let database: Database

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 4 })
})

afterAll(async () => {
  await database.close()
  await home.drop()
})

const march = Temporal.Instant.from('2026-03-02T09:00:00Z')
const afterWindow = Temporal.Instant.from('2026-09-20T09:00:00Z')

type Line = { readonly slug: string; readonly supports: number; readonly goal: number }

/** The same, asked of the tables that say it: rule, supports as counted, ends, hidden things. */
async function fromTheTables(read: Read, now: Temporal.Instant): Promise<readonly Line[]> {
  const { rows } = await sql<Line>`
    select p.slug, t.total as supports, g.threshold as goal
    from problem.support_tally t
    join problem.agenda a on a.jurisdiction_id = t.jurisdiction_id and a.problem_id = t.problem_id
    join problem.agenda_rung g on g.jurisdiction_id = a.jurisdiction_id and g.version = a.rule_version and g.number = 1
    join problem.problem p on p.jurisdiction_id = a.jurisdiction_id and p.id = a.problem_id
    where t.total > 0 and t.total < g.threshold and a.lapsed_at is null and a.settled_at is null
      and (a.closes_at is null or a.closes_at > ${now})
      and not exists (select from moderation.hidden h where h.about_id = a.problem_id)
    order by t.total desc, a.problem_id`.execute(read)
  return rows
}

it('lists what collects as it was counted last, whatever is done with it', async () => {
  const town = await foundTown(database)
  const inMarch = database.at(march)
  const late = database.at(afterWindow)
  const read = database.read(town.place.id)
  const { alice, bashir, aisha, chen, dora, gita } = town.people
  await giveRule(inMarch, town)
  const slugs: string[] = []
  for (const name of ['a', 'b', 'c', 'd']) {
    const raised = await raiseProblem(inMarch, alice, { ...problemWords, question: `Who clears the path ${name}?` })
    if (!raised.ok) throw new Error(raised.refusal)
    slugs.push(raised.value.slug)
  }
  const [a = '', b = '', c = '', d = ''] = slugs
  const shown = async (now = march): Promise<readonly string[]> => {
    const lines = await collectingLines(read, now, 10)
    const plain = lines.map(({ slug, supports, goal }) => ({ slug, supports, goal }))
    expect(plain).toEqual(await fromTheTables(read, now))
    return plain.map(({ slug, supports }) => `${slug} ${supports}`)
  }
  const counted = async (): Promise<readonly string[]> => {
    await agendaPoll(inMarch, town.place.id)
    return shown()
  }

  expect(await counted()).toEqual([])
  for (const slug of slugs) await supportProblem(inMarch, alice, slug)
  expect(await shown()).toEqual([]) // nothing is counted yet
  await supportProblem(inMarch, bashir, b)
  expect(await counted()).toEqual([`${b} 2`, `${a} 1`, `${c} 1`, `${d} 1`])
  await supportProblem(inMarch, bashir, c)
  await takeSupportBack(inMarch, alice, d)
  expect(await counted()).toEqual([`${b} 2`, `${c} 2`, `${a} 1`])
  await supportProblem(inMarch, aisha, b) // the third: the threshold is reached
  expect(await counted()).toEqual([`${c} 2`, `${a} 1`])
  await sponsorProblem(inMarch, dora, { slug: c, words: 'Mine.' })
  expect(await shown()).toEqual([`${c} 2`, `${a} 1`])
  await inCase(inMarch, chen, c, (tx, problem) => holdCase(tx, problem))
  await shown()

  const problem = await problemBySlug(read, a)
  await database.transact(town.place.id, gita, (tx) =>
    hide(tx, gita, {
      about: { kind: 'problem', id: problem?.id ?? ('' as Id<'problem'>) },
      rule: 'spam',
      reason: 'An advertisement.',
    }),
  )
  expect(await shown()).not.toContain(`${a} 1`)
  expect(await shown(afterWindow)).toEqual([])
  await agendaPoll(late, town.place.id)
  expect(await shown(afterWindow)).toEqual([])
}, 60_000)

it('goes through what is owed page by page, each once, also two debts of one problem due in one moment', async () => {
  const town = await foundTown(database)
  const inMarch = database.at(march)
  const read = database.read(town.place.id)
  const { alice, bashir } = town.people
  const rungs = [
    { threshold: 1, owes: 'answer' },
    { threshold: 2, owes: 'decision' },
  ] as const
  await giveRule(inMarch, town, { rungs })
  for (const name of ['a', 'b', 'c']) {
    const raised = await raiseProblem(inMarch, alice, { ...problemWords, question: `Who clears the path ${name}?` })
    if (!raised.ok) throw new Error(raised.refusal)
    for (const person of [alice, bashir]) await supportProblem(inMarch, person, raised.value.slug)
  }
  await agendaPoll(inMarch, town.place.id)
  const all = await openDebts(read)
  expect(all).toHaveLength(6)
  const seen: (typeof all)[number][] = []
  for (let page = 0; page < 10; page += 1) {
    const last = seen.at(-1)
    const here = await openDebts(read, { limit: 1, after: last ? afterDebtOf(afterDebtText(last)) : null })
    if (here.length === 0) break
    seen.push(...here)
  }
  expect(seen).toEqual(all)
})

it.each([null, '', '1', '12_x_1', '99999999999999999999_0f0e0d0c-0b0a-4908-8706-050403020100_1'])(
  'begins at the first debt for %s, which we did not write',
  (text) => {
    expect(afterDebtOf(text)).toBeNull()
  },
)
