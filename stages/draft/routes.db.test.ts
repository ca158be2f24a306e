import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import type { Noun } from '@folkmoot/basics/ids.ts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../platform/db/testing.ts'
import type { Reply } from '../../platform/http/index.ts'
import { answerAt, typed as written, visitIn, type Going } from '../../platform/http/testing.ts'
import { nobody } from '../../platform/identity/index.ts'
import { foundTown, type Town } from '../../platform/identity/testing.ts'
import { bindCards } from '../../platform/thread/index.ts'
import { foundGroup } from '../arena/testing.ts'
import { problemCards } from '../problem/index.ts'
import { draftCards } from './cards.ts'
import { freezeDraft } from './commands.ts'
import { ideaByNumber } from './ideas/store.ts'
import { draftRoutes } from './routes.tsx'

let home: TestDatabase
let database: Database
let town: Town
let member: Actor

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
  for (const [kind, cards] of Object.entries({ ...draftCards, ...problemCards })) bindCards(kind as Noun, cards) // keys of the record
  const group = await foundGroup(database, town, { slug: 'light', members: ['alice'] })
  member = group.member('alice')
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

type Asking = Pick<Going, 'lang'> & {
  readonly actor?: Actor
  readonly typed?: Readonly<Record<string, string>>
  readonly number?: number
  readonly clause?: string
  readonly section?: string
  readonly before?: number
  readonly after?: number
}

async function ask(
  at: Address,
  { actor = nobody(town.place.id), typed = {}, lang = 'en', ...within }: Asking = {},
): Promise<Reply> {
  const going = { as: actor, lang, typed: written(typed), params: { problem: 'light', ...within } }
  return answerAt(draftRoutes, at, visitIn(database, town.place, going))
}

async function text(reply: Promise<Reply>): Promise<string> {
  const answered = await reply
  return answered.kind === 'page' ? `${await answered.body}` : JSON.stringify(answered)
}

it('leads from an idea over a clause to a text handed over, in both languages', async () => {
  expect(await text(ask('draft.ideas'))).toContain('Nobody has written yet')
  const idea = { kind: 'idea', title: 'Amber <i>lamps</i>', text: 'Kind to birds.', place: 'Quay' }
  expect(await text(ask('draft.add-idea', { actor: member, typed: { ...idea, title: '' } }))).toContain('field-title')
  expect(await ask('draft.add-idea', { actor: town.people.aisha, typed: idea })).toMatchObject({ kind: 'redirect' })
  expect(await text(ask('draft.idea', { number: 1 }))).toContain('Nothing cites it yet')
  expect(await text(ask('draft.ideas')), 'what is not sorted yet says so').toContain('Not yet ordered')
  expect(await text(ask('draft.ideas', { lang: 'da' }))).toContain('Endnu ikke ordnet')
  expect(await text(ask('draft.page'))).toContain('not written anything yet')
  const written = await ideaByNumber(database.read(town.place.id), await problemId(), 1)
  const words = { kind: 'recommendation', heading: 'Light the quay', clauses: 'Amber lamps along the quay.' }
  expect(await text(ask('draft.write', { actor: member }))).toContain('The text is empty')
  expect(await text(ask('draft.add-section', { actor: member, typed: { ...words, heading: '' } }))).toContain(
    'field-heading',
  )
  expect(await text(ask('draft.add-section', { actor: town.people.bashir, typed: words }))).toContain(
    'Only members of the group write in its text',
  )
  expect(await ask('draft.add-section', { actor: member, typed: words })).toMatchObject({ kind: 'redirect' })
  expect(await text(ask('draft.page')), 'what is typed is the group’s alone').toContain('not written anything yet')
  expect(await text(ask('draft.save-version', { actor: member, typed: { reason: '' } }))).toContain('field-reason')
  expect(await ask('draft.save-version', { actor: member, typed: { reason: 'It is dark' } })).toMatchObject({
    kind: 'redirect',
  })
  expect(await text(ask('draft.page'))).toContain('1 of 1 clause does not say where it comes from')
  const clause = /clauses\/([0-9a-f-]{36})/.exec(await text(ask('draft.page')))?.[1] ?? ''
  expect(await text(ask('draft.cite', { actor: member, clause }))).toContain('Tick at least one')
  expect(await text(ask('draft.clause', { actor: member, clause }))).toContain('Amber &lt;i&gt;lamps&lt;/i&gt;')
  expect(await ask('draft.cite', { actor: member, clause, typed: { cites: written?.id ?? '' } })).toMatchObject({
    kind: 'redirect',
  })
  const shown = await text(ask('draft.recommendation', { number: 1 }))
  expect(shown).toContain('id="clause-1"')
  expect(shown).toContain('/problems/light/ideas/1')
  const became = await text(ask('draft.idea', { number: 1 }))
  expect(became).toContain('/problems/light/draft/1#clause-1')
  expect(await ask('draft.new', { actor: member })).toMatchObject({ kind: 'redirect' })
  const edit = await ask('draft.edit', { actor: member, number: 1 })
  const section = edit.kind === 'redirect' ? (edit.to.split('/').at(-1) ?? '') : ''
  const form = await text(ask('draft.write-section', { actor: member, section }))
  expect(form).toContain('Amber lamps along the quay.')
  const opened = {
    id: section,
    kind: 'recommendation',
    heading: 'Light the quay',
    clauses: [{ id: clause, text: 'Amber lamps along the quay.' }],
  }
  const revision = {
    opened: JSON.stringify(opened),
    kind: 'recommendation',
    heading: 'Light the whole quay',
    ids: clause,
    'clause-1': 'Amber lamps along the quay.',
    further: '',
    save: 'yes',
    reason: 'All of it',
    do: 'keep',
  }
  expect(
    await text(ask('draft.change-section', { actor: member, section, typed: { ...revision, reason: '' } })),
  ).toContain('Say why you change it')
  expect(await ask('draft.change-section', { actor: member, section, typed: revision })).toMatchObject({
    kind: 'redirect',
  })
  expect(await text(ask('draft.versions'))).toContain('All of it')
  expect(await text(ask('draft.compare', { before: 1, after: 2 }))).toMatch(/<ins>[^<]*whole/)
  expect(await text(ask('draft.print'))).toContain('id="note-1"')
  const versions = await text(ask('draft.recommendation', { number: 1 }))
  expect(versions, 'shows what a version changed beside the one before it').toContain('Version 1 and version 2 side')
  expect(versions).toMatch(/<ins>[^<]*whole/)
  expect(await text(ask('draft.ideas')), 'says where an idea is used').toContain('Used in recommendation 1')
  expect(
    await ask('draft.stand', { actor: member, number: 1, typed: { choice: 'disagree', version: '2' } }),
  ).toMatchObject({ kind: 'redirect' })
  expect(await text(ask('draft.recommendation', { actor: member, number: 1, lang: 'da' }))).toContain(
    'Hvorfor nogle af os er uenige',
  )
  expect(
    await ask('draft.minority-text', { actor: member, number: 1, typed: { minority: 'Too bright.' } }),
  ).toMatchObject({ kind: 'redirect' })
  expect(await text(ask('draft.page'))).toContain('Too bright.')
  await database.transact(town.place.id, null, (tx) =>
    sql`
      insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
      values (${tx.jurisdiction}, 'clause', ${clause}, 'spam', 'A test', ${town.people.chen.account}, 'clerk', now())`.execute(
      tx,
    ),
  )
  for (const page of [
    ask('draft.page'),
    ask('draft.print'),
    ask('draft.clause', { clause }),
    ask('draft.recommendation', { number: 1 }),
    ask('draft.compare', { before: 1, after: 2 }),
  ])
    expect(await text(page), 'what was hidden is read in no version').not.toContain('Amber lamps along the quay')
  await database.transact(town.place.id, null, async (tx) => freezeDraft(tx, await problemId()))
  expect(await text(ask('draft.page', { lang: 'da' }))).toContain('Den kan ikke ændres mere')
  const late = await text(ask('draft.add-section', { actor: member, typed: { ...words, clauses: 'Too late.' } }))
  expect(late, 'what was typed is not thrown away').toContain('Too late.')
})

async function problemId() {
  const row = await database.read(town.place.id).selectFrom('problem.problem').select('id').executeTakeFirstOrThrow()
  return row.id
}
