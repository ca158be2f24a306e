import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import { answerAt, spokenIn, visitIn } from '../../platform/http/testing.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { retellProblem } from '../problem/index.ts'
import { opinionRoutes } from './index.ts'
import { openCase, type Case } from './testing.ts'

let home: TestDatabase
let database: Database
let town: Town
let cases: Readonly<Record<'unopened' | 'before' | 'open', Pick<Case, 'slug' | 'problem' | 'chair'>>>
beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  const open = await openCase(database, town)
  const before = await openCase(database, town, { statements: [], moderation: 'before' })
  const problem = await database.transact(town.place.id, null, (tx) =>
    retellProblem(tx, {
      slug: 'unopened',
      question: 'Which way is not asked yet?',
      whatHappens: 'Much.',
      whoIsAffected: '',
      language: 'en',
      source: 'https://example.org',
      actors: [],
    }),
  )
  cases = { unopened: { slug: 'unopened', problem, chair: open.chair }, before, open }
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

it.each([
  'opinion.statements',
  'opinion.statement',
  'opinion.new',
  'opinion.mine',
  'opinion.results',
  'opinion.map',
  'opinion.positions',
  'opinion.data',
  'opinion.waiting',
  'opinion.prepare',
] as const)(
  '%s says in which language the question of the case is: it was once read aloud as Danish',
  async (address) => {
    const { slug } =
      cases[address === 'opinion.waiting' ? 'before' : address === 'opinion.prepare' ? 'unopened' : 'open']
    const { chair } = cases.open
    const roles = Object.values(cases).map(({ problem }) => ({ name: 'arena-chair', scope: problem }) as const)
    const as = address === 'opinion.waiting' ? town.people.chen : { ...chair, roles: [...chair.roles, ...roles] }
    const visit = visitIn(database, town.place, { as, lang: 'da', params: { problem: slug, number: 1 } })
    const reply = await answerAt(opinionRoutes, address, visit)
    if (reply.kind !== 'page') throw new Error(JSON.stringify(reply))
    const named = spokenIn(`<main>${await reply.body}`, 'da').filter(({ words }) => words.includes('Which way'))
    expect(named.length).toBeGreaterThan(0)
    expect(named.filter(({ lang }) => lang !== 'en')).toEqual([])
  },
)
