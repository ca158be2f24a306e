import { newId, type Id, type Noun } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { entries } from '../../../platform/ledger/index.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { bindCards, upstream } from '../../../platform/thread/index.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { draftCards } from '../cards.ts'
import { freezeDraft } from '../commands.ts'
import { addIdea } from '../ideas/commands.ts'
import { draftRoutes } from '../routes.tsx'
import { takeUp, withClause, type TakeUpInput } from './taking-up.ts'
import { aSection, withSection, writingIn } from './testing.ts'
import { textOf as wholeText } from './text.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: TestGroup
let idea: Id<'idea'>

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  for (const [kind, make] of Object.entries(draftCards)) bindCards(kind as Noun, make) // keys of the record
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  at = await foundGroup(database, town)
  idea = await anIdea(at.slug)
})

const read = () => database.read(town.place.id)

async function anIdea(slug: string): Promise<Id<'idea'>> {
  const added = await addIdea(database, town.people.aisha, {
    slug,
    kind: 'experience',
    title: 'Dark crossing',
    text: 'I was nearly hit at the library.',
    place: 'Library',
    language: 'en',
  })
  if (!added.ok) throw new Error(added.refusal)
  return added.value.id
}

const asked = (change: Partial<TakeUpInput> = {}): TakeUpInput => ({
  slug: at.slug,
  from: idea,
  section: null,
  heading: 'Light the crossings',
  text: 'The crossing at the library is lit.',
  reason: 'It takes up what Aisha saw',
  ...change,
})
const take = (who: Townsperson, change?: Partial<TakeUpInput>) => takeUp(database, at.member(who), asked(change))

it('begins a recommendation with what was said: clause, version and source in one', async () => {
  const taken = await take('dora')
  expect(taken).toMatchObject({ ok: true, value: { version: 1 } })
  const clause = taken.ok ? taken.value.clause : newId('clause')
  const { sections } = await wholeText(read(), at.problem)
  expect(sections.map(({ heading, clauses }) => [heading, clauses.map(({ text }) => text)])).toEqual([
    ['Light the crossings', ['The crossing at the library is lit.']],
  ])
  const strands = await upstream(read(), { kind: 'clause', id: clause })
  expect(strands).toContainEqual(expect.objectContaining({ relation: 'cites', to: { kind: 'idea', id: idea } }))
  const facts = await entries(read(), { problem: at.problem, kinds: ['draft.version-saved', 'draft.clause-cited'] })
  expect(facts.map(({ kind }) => kind).toSorted()).toEqual(['draft.clause-cited', 'draft.version-saved'])
})

it('puts the clause at the end of a section that stands, and saves what others typed with it', async () => {
  const [light, bus] = [aSection(), aSection('A bus at night', ['It drives.'])]
  const text = writingIn(database, at)
  await text.write(at.member('alice'), withSection(light))
  await text.type(at.member('alice'), withSection(bus))
  expect(await take('dora', { section: light.id })).toMatchObject({ ok: true, value: { version: 2 } })
  const { sections } = await wholeText(read(), at.problem)
  expect(sections.map(({ clauses }) => clauses.length)).toEqual([2, 1])
})

describe('refuses and writes nothing', () => {
  test.each<[string, Townsperson, Partial<TakeUpInput>]>([
    ['heading-asked', 'dora', { heading: '' }],
    ['no-such-section', 'dora', { section: newId('section') }],
    ['cites-unknown', 'dora', { from: newId('statement') }],
    ['reason-needed', 'dora', { reason: '' }],
    ['no-such-problem', 'dora', { slug: 'no-such-case' }],
  ])('%s', async (refusal, who, change) => {
    expect(await take(who, change)).toEqual({ ok: false, refusal })
    expect((await wholeText(read(), at.problem)).sections).toEqual([])
    expect(await entries(read(), { problem: at.problem, kinds: ['draft.version-saved'] })).toEqual([])
  })

  it('not-a-member', async () => {
    expect(await takeUp(database, town.people.emil, asked())).toEqual({ ok: false, refusal: 'not-a-member' })
  })

  it('what is hidden, of another case, or after the hand-over', async () => {
    const other = await foundGroup(database, town)
    expect(await take('dora', { from: await anIdea(other.slug) })).toEqual({ ok: false, refusal: 'cites-unknown' })
    await database.transact(town.place.id, town.people.gita, (tx) =>
      hide(tx, town.people.gita, { about: { kind: 'idea', id: idea }, rule: 'spam', reason: 'An advertisement' }),
    )
    expect(await take('dora')).toEqual({ ok: false, refusal: 'cites-hidden' })
    expect((await wholeText(read(), at.problem)).sections).toEqual([])
    await database.transact(town.place.id, null, (tx) => freezeDraft(tx, at.problem))
    expect(await take('dora', { from: await anIdea(at.slug) })).toEqual({ ok: false, refusal: 'handed-over' })
  })
})

it('opens the form with what was said, and keeps what was typed', async () => {
  const params = { problem: at.slug, kind: 'idea', thing: idea }
  const going = { as: at.member('dora'), params }
  const form = textOf(await answerAt(draftRoutes, 'draft.taking-up', visitIn(database, town.place, going)))
  expect(form).toContain('Dark crossing')
  const sent = await answerAt(
    draftRoutes,
    'draft.take-up',
    visitIn(database, town.place, {
      ...going,
      typed: { clauses: ['A lamp at the library.'], heading: [''], reason: ['Why not'] },
    }),
  )
  expect(sent).toMatchObject({ status: 422 })
  expect(textOf(sent)).toContain('A lamp at the library.')
  for (const thing of ['x', newId('idea')])
    expect(
      await answerAt(
        draftRoutes,
        'draft.taking-up',
        visitIn(database, town.place, { ...going, params: { ...params, thing } }),
      ),
    ).toEqual({ kind: 'not-found' })
})

it('leaves every other section as it was', () => {
  const now = { sections: [aSection(), aSection('A bus at night')] }
  const clause = newId('clause')
  const begun = withClause(now, { section: now.sections[1]?.id ?? '', heading: '', text: 'It is free.', clause })
  expect(begun).toMatchObject({ ok: true, value: { sections: [now.sections[0], { heading: 'A bus at night' }] } })
})
