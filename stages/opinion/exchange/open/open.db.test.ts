import type { Choice } from '@folkmoot/tally/tally.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../../platform/http/testing.ts'
import { foundTown, type Town } from '../../../../platform/identity/testing.ts'
import { hide } from '../../../../platform/moderation/index.ts'
import { choiceOf, statements, voteAll } from '../../map/testing.ts'
import { mapsPoll } from '../../map/jobs.ts'
import { opinionRoutes } from '../../routes.tsx'
import { consultationOf, statementsIn } from '../../store.ts'
import { closeVoting, openCase, residents } from '../../testing.ts'

let home: TestDatabase
let database: Database
let town: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const files = ['opinion.data-summary', 'opinion.data-comments', 'opinion.data-groups'] as const

async function replyAt(address: 'opinion.data' | (typeof files)[number], slug: string, lang = 'en') {
  const visit = visitIn(database, town.place, { lang, params: { problem: slug } })
  return answerAt(opinionRoutes, address, visit)
}

async function allFiles(slug: string): Promise<string> {
  const texts: string[] = []
  for (const address of files) texts.push(textOf(await replyAt(address, slug)))
  return texts
    .join('\n')
    .replaceAll(slug, 'the-case')
    .replaceAll(/question \d+/g, 'question')
}

/** Everything a stranger can download: while people vote, and after the close. */
async function world(choose: typeof choiceOf, people = 45): Promise<{ readonly slug: string; readonly told: string }> {
  const at = await openCase(database, town, { statements })
  await voteAll(database, at.slug, await residents(database, town, people), { choose })
  const before = await allFiles(at.slug)
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  await mapsPoll(database, town.place.id)
  return { slug: at.slug, told: `${before}\n${await allFiles(at.slug)}` }
}

describe('two towns that differ in one vote of one person', () => {
  const other =
    (said: Choice): typeof choiceOf =>
    (side, person, statement) =>
      person === 1 && statement === statements.length - 1 ? said : choiceOf(side, person, statement)

  it('have the same files, to the letter, where her answer is one of few', async () => {
    const [here, there] = [await world(other('disagree')), await world(other('pass'))]
    expect(here.told).toBe(there.told)
    expect(here.told).toContain('group-b-disagree-tenths')
  })

  it('have others where a number changes that is shown: the comparison can fail', async () => {
    const grey: typeof choiceOf = (side, person, statement) =>
      statement === statements.length - 1 && side === 'grey' ? 'disagree' : choiceOf(side, person, statement)
    expect((await world(choiceOf)).told).not.toBe((await world(grey)).told)
  })
})

it('abuse 64: there are no files while people vote; then a page says what is in them, and nobody’s row is', async () => {
  const open = await openCase(database, town, { statements })
  expect(await replyAt(files[0], open.slug)).toMatchObject({ kind: 'refused', status: 409 })
  expect(textOf(await replyAt('opinion.data', open.slug))).toContain('The files are here when voting has closed')
  const { slug } = await world(choiceOf)
  for (const lang of ['en', 'da']) {
    const page = textOf(await replyAt('opinion.data', slug, lang))
    for (const file of ['summary.csv', 'comments.csv', 'comment-groups.csv', 'map.json'])
      expect(page).toContain(`/statements/${file}"`)
    expect(page).not.toContain('votes.csv')
  }
  const summary = async (lang: string) => textOf(await replyAt(files[0], slug, lang))
  expect(await summary('da')).toBe(await summary('en')) // its fingerprint must not hang on who asks
})

it('a hidden statement is in no file', async () => {
  const at = await openCase(database, town, { statements })
  const consultation = await consultationOf(database.read(town.place.id), at.problem)
  if (!consultation) throw new Error('it was opened')
  const [first] = await statementsIn(database.read(town.place.id), consultation.id)
  if (!first) throw new Error('there are eleven')
  await database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'statement', id: first.id }, rule: 'spam', reason: 'Spam' }),
  )
  await closeVoting(database, at.chair.jurisdiction, at.slug)
  expect(await allFiles(at.slug)).not.toContain(first.text)
  expect(await allFiles(at.slug)).toContain(statements[1])
})
