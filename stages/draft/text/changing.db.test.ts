import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town } from '../../../platform/identity/testing.ts'
import { freezeDraft } from '../commands.ts'
import { typedContent } from './beginning.ts'
import { changeSection } from './changing.ts'
import type { SectionContent } from './document.ts'
import type { SectionForm } from './section-form.ts'
import { foundGroup, type TestGroup } from '../../arena/testing.ts'
import { aSection, withSection, withWords, writingIn } from './testing.ts'
import { versionHeads } from './versions-store.ts'

let home: TestDatabase
let database: Database
let town: Town
let at: TestGroup
let text: ReturnType<typeof writingIn>
let opened: SectionContent

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url })
  town = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})
beforeEach(async () => {
  at = await foundGroup(database, town)
  text = writingIn(database, at)
  opened = aSection('Light the way', ['Every crossing is lit at night.', 'It costs little.'])
  await text.write(at.member('alice'), withSection(opened))
})

const now = async () => (await typedContent(database.read(town.place.id), at.problem)).sections
const words = async () => (await now()).flatMap(({ clauses }) => clauses.map((clause) => clause.text))

/** What bashir sends of the section as he opened it. */
function send(written: readonly string[], form: Partial<SectionForm> = {}) {
  const clauses = written.map((one, i) => ({ id: opened.clauses[i]?.id ?? newId('clause'), text: one }))
  return changeSection(database, at.member('bashir'), {
    slug: at.slug,
    form: { opened, written: { ...opened, clauses }, act: { kind: 'keep' }, save: null, ...form },
  })
}

it('a form without JavaScript is merged word by word into what others have typed meanwhile', async () => {
  await text.type(
    at.member('dora'),
    withWords('Every crossing is lit at night.', 'Every crossing in town is lit at night.'),
  )
  expect(await send(['Every crossing is lit at night and in fog.', 'It costs little.', 'And soon.'])).toMatchObject({
    ok: true,
    value: { asked: null, version: null },
  })
  expect(await words()).toEqual(['Every crossing in town is lit at night and in fog.', 'It costs little.', 'And soon.'])
})

it('where both changed the same words nothing is written, and all three texts come back', async () => {
  await text.type(at.member('dora'), withWords('It costs little.', 'It costs 96,000 a year.'))
  const asked = await send(['Every lane is lit at night.', 'It costs nothing.'], { save: { reason: 'Cheaper' } })
  expect(asked).toMatchObject({
    ok: true,
    value: {
      asked: {
        isGone: false,
        conflicts: [{ stood: 'It costs little.', written: 'It costs nothing.', now: 'It costs 96,000 a year.' }],
        // What could be merged waits in the form, and is not in the text.
        content: {
          sections: [{ clauses: [{ text: 'Every lane is lit at night.' }, { text: 'It costs 96,000 a year.' }] }],
        },
      },
    },
  })
  expect(await words()).toEqual(['Every crossing is lit at night.', 'It costs 96,000 a year.'])
  expect(await versionHeads(database.read(town.place.id), at.problem)).toHaveLength(1)
})

it('words written in a section that was taken out meanwhile are kept, and put back if she says so', async () => {
  await text.type(at.member('dora'), () => ({ sections: [] }))
  const written = ['Every crossing is lit all night.', 'It costs little.']
  expect(await send(written)).toMatchObject({ ok: true, value: { asked: { isGone: true } } })
  expect(await words()).toEqual([])
  expect(await send(written, { act: { kind: 'put-back' } })).toMatchObject({ ok: true, value: { asked: null } })
  expect(await words()).toEqual(written)
})

it('taking out asks where somebody wrote meanwhile: a clause, or the whole section', async () => {
  const same = opened.clauses.map((clause) => clause.text)
  await text.type(at.member('dora'), withWords('It costs little.', 'It costs little, and helps much.'))
  const clause = { kind: 'arrange', how: 'remove', id: opened.clauses[1]?.id ?? '' } as const
  expect(await send(same, { act: clause })).toMatchObject({
    ok: true,
    value: { asked: { conflicts: [{ written: '' }] } },
  })
  const whole = { kind: 'arrange', how: 'remove', id: opened.id } as const
  expect(await send(same, { act: whole })).toMatchObject({
    ok: true,
    value: { asked: { conflicts: [], isGone: false } },
  })
  expect(await words()).toEqual(['Every crossing is lit at night.', 'It costs little, and helps much.'])
})

it('moving keeps what was typed; saving on the same form makes a version, or none of it happens', async () => {
  const up = { kind: 'arrange', how: 'up', id: opened.clauses[1]?.id ?? '' } as const
  await send(['Every crossing is lit at night.', 'It costs less.'], { act: up })
  expect(await words()).toEqual(['It costs less.', 'Every crossing is lit at night.'])
  opened = (await now())[0] ?? opened
  expect(await send(['It costs less.', 'Every lane is lit.'], { save: { reason: 'Lanes too' } })).toMatchObject({
    ok: true,
    value: { version: 2 },
  })
  const heading = { written: { ...opened, heading: '' }, save: { reason: 'No heading' } }
  expect(await send([], heading)).toEqual({ ok: false, refusal: 'heading-needed' })
  expect(await words()).toEqual(['It costs less.', 'Every lane is lit.'])
})

it('after the hand-over nothing enters the text', async () => {
  await database.transact(town.place.id, null, (tx) => freezeDraft(tx, at.problem))
  expect(await send(['Too late.'])).toEqual({ ok: false, refusal: 'handed-over' })
})
