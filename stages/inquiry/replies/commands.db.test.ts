import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openDatabase, type Database } from '../../../platform/db/index.ts'
import { testDatabase, type TestDatabase } from '../../../platform/db/testing.ts'
import { foundTown, type Town, type Townsperson } from '../../../platform/identity/testing.ts'
import { hide } from '../../../platform/moderation/index.ts'
import { bindCards, downstream } from '../../../platform/thread/index.ts'
import { giveRule, raised } from '../../problem/testing.ts'
import { replyCards } from './cards.ts'
import { replyToWords } from './commands.ts'
import { repliesBy, repliesUnder } from './store.ts'

let home: TestDatabase
let real: Database
let town: Town
let slug = ''

// An idea as the later stage would name it: two in this case, one in another.
const [idea, hidden, elsewhere] = [newId('idea'), newId('idea'), newId('idea')]

beforeAll(async () => {
  home = await testDatabase()
  real = openDatabase({ url: home.url })
  town = await foundTown(real)
  await giveRule(real, town)
  ;({ slug } = await raised(real, town.people.alice))
  bindCards('idea', async (_read, ids) =>
    [
      { id: idea, path: `/problems/${slug}/ideas/1` },
      { id: hidden, path: `/problems/${slug}/ideas/2` },
      { id: elsewhere, path: '/problems/another/ideas/1' },
    ]
      .filter(({ id }) => ids.includes(id))
      .map(({ id, path }) => ({
        thing: { kind: 'idea', id },
        title: 'A lamp',
        state: '',
        visibility: 'public' as const,
        path,
      })),
  )
  await real.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'idea', id: hidden }, rule: 'spam', reason: 'An advertisement' }),
  )
})
afterAll(async () => {
  await real.close()
  await home.drop()
})

function reply(by: Townsperson, id: Id<'idea'> = idea) {
  const about = { kind: 'idea', id } as const
  return replyToWords(real, town.people[by], {
    slug,
    about,
    text: 'I have asked for it.',
    language: 'en',
    timeZone: town.place.timeZone,
  })
}

test('a politician replies by name; it stands under the words and on her record', async () => {
  expect(await reply('dora')).toEqual({ ok: true, value: { path: `/problems/${slug}/ideas/1` } })
  const read = real.read(town.place.id)
  const [under] = await repliesUnder(read, [idea])
  expect(under).toMatchObject({ text: 'I have asked for it.', person: town.people.dora.person })
  const { person } = town.people.dora
  expect(person && (await repliesBy(read, person))).toHaveLength(1)
  const strands = await downstream(read, { kind: 'idea', id: idea })
  expect(strands).toContainEqual(expect.objectContaining({ from: { kind: 'reply', id: under?.id }, relation: 'on' }))
  const [card] = await replyCards.reply(read, under ? [under.id] : [])
  expect(card?.path).toMatch(new RegExp(`^/problems/${slug}/ideas/1#reply-`))
})

test.each([
  ['chen', idea, 'staff-never-replies-for-politicians'],
  ['ole', idea, 'staff-never-replies-for-politicians'],
  ['alice', idea, 'only-politicians-reply'],
  ['emil', hidden, 'hidden'],
  ['emil', elsewhere, 'nothing-to-reply-to'],
  ['emil', newId('idea'), 'nothing-to-reply-to'],
] as const)('%s is refused (%#): %3$s', async (who, id, refusal) => {
  expect(await reply(who, id)).toEqual({ ok: false, refusal })
})
