import { newId } from '@folkmoot/basics/ids.ts'
import { accept } from '@folkmoot/basics/result.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { putRecommendation, putVersion } from '../store.ts'
import { beginText, typedContent } from './beginning.ts'
import { saveVersion } from './saving.ts'
import { putClause, putSection } from './store.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { withWords, writingIn } from './testing.ts'
import { textOf } from './text.ts'
import { typeText } from './typing.ts'

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

/** As an earlier release left it: rows, and no log. */
async function anEarlierText(at: TestGroup) {
  await database.transact(town.place.id, null, async (tx) => {
    const told = {
      toldAgreement: null,
      toldFor: null,
      toldAgainst: null,
      toldSilent: null,
      toldVote: '',
      toldDay: null,
      source: null,
    }
    const { account: alice } = town.people.alice
    const { account: gita } = town.people.gita
    const { id } = await putRecommendation(tx, { ...told, problem: at.problem, proposedBy: alice })
    const section = await putSection(tx, {
      problem: at.problem,
      kind: 'recommendation',
      recommendation: id,
      heading: 'Light the way',
    })
    await putClause(tx, { section, number: 1, text: 'Every crossing is lit.', writtenBy: alice, as: 'citizen' })
    await putClause(tx, { section, number: 2, text: 'It costs much.', writtenBy: gita, as: 'staff' })
    await putVersion(tx, {
      recommendation: id,
      version: 1,
      change: 'proposed',
      title: 'Light the way',
      text: '',
      reason: '',
      writtenBy: alice,
      as: 'citizen',
    })
  })
}

/** A text that was there before it was written together would have been taken for empty, and saving would have withdrawn all of it. */
it('a text from before begins with what stands, each clause as the words of who wrote it, once however many come at once', async () => {
  const at = await foundGroup(database, town)
  await anEarlierText(at)
  const read = database.read(town.place.id)
  const before = await typedContent(read, at.problem)
  await Promise.all(
    Array.from({ length: 4 }, () => database.transact(town.place.id, null, (tx) => beginText(tx, at.problem))),
  )
  expect(await typedContent(read, at.problem)).toEqual(before)
  expect(before.sections[0]?.clauses.map(({ text }) => text)).toEqual(['Every crossing is lit.', 'It costs much.'])
  expect(await saveVersion(database, at.member('alice'), { slug: at.slug, reason: 'Nothing' })).toEqual({
    ok: false,
    refusal: 'nothing-changed',
  })
  await writingIn(database, at).write(
    at.member('dora'),
    withWords('It costs much.', 'It costs much, and it is worth it.'),
  )
  const text = await textOf(read, at.problem)
  expect(text.sections[0]?.clauses.map(({ shares }) => shares)).toMatchObject([
    { citizen: 1 },
    { staff: 8 / 34, politician: 26 / 34 },
  ])
  expect(text.sections[0]?.recommendation).toMatchObject({ number: 1 })
})

it('an empty text begins empty', async () => {
  const at = await foundGroup(database, town)
  const typed = await typeText(database, at.member('alice'), { slug: at.slug, change: (now) => accept(now) })
  expect(typed).toEqual({ ok: true, value: { sections: [] } })
  expect(await saveVersion(database, at.member('alice'), { slug: at.slug, reason: newId('vote') })).toEqual({
    ok: false,
    refusal: 'nothing-changed',
  })
})
