import type { Actor } from '@folkmoot/basics/actor.ts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { sought } from '../../../platform/db/index.ts'
import { meetingCards } from '../cards.ts'
import { itemsOf } from '../agenda/store.ts'
import { searchMeetings } from '../search-store.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { during, openMeetingTown, type MeetingTown } from '../testing.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

const ground = 'Public Administration Act § 27'
const typed = {
  title: ['Two families'],
  day: ['2026-11-26'],
  starts: ['18:00'],
  ends: ['20:30'],
  place: ['Town Hall'],
  openness: ['closed'],
  closedGround: [ground],
  closedWords: ['Pupils can be recognised.'],
}

test('a meeting is closed on a ground of the place’s list, and leaves a stone: who, when, why, what was decided', async () => {
  const { chen, gita, alice, klub } = home.town.people
  const call = (more: Record<string, string[]> = {}) =>
    home.go('meeting.call', { as: gita, typed: { ...typed, ...more } })
  const list = (as: Actor, words = ground) => home.go('meeting.list-ground', { as, typed: { words: [words] } })
  await list(chen)
  expect(textOf(await list(chen))).toContain('on the list already')
  expect(textOf(await list(home.member, 'Another'))).toContain('kept by the clerk')
  expect(textOf(await home.go('meeting.new', { as: gita }))).toContain(ground)
  expect(textOf(await call({ closedGround: ['Because'] }))).toContain('from the list of this place')
  expect(textOf(await call({ closedWords: [''] }))).toContain('why this ground applies')
  expect(await call()).toMatchObject({ kind: 'redirect' })
  const number = 1
  const params = { number }
  await home.go('meeting.add-item', { as: home.member, params, typed: { title: ['The family in School Lane'] } })
  const minutes = { item: ['1'], minutes: ['The boy was hit twice.'], decision: ['Ask for a ramp.'] }
  await home.go('meeting.write-minutes', { as: gita, params, at: during, typed: minutes })
  await home.go('meeting.agree-on-task', {
    as: gita,
    params,
    at: during,
    typed: { item: ['1'], what: ['Call the family'], owner: [alice.account ?? ''], dueOn: ['2026-12-01'] },
  })

  const pages = async (as?: Actor) => {
    const going = { params, at: during, ...(as && { as }) }
    const all = ['meeting.page', 'meeting.screen', 'meeting.papers', 'meeting.series'] as const
    return (await Promise.all(all.map(async (address) => textOf(await home.go(address, going))))).join('\n')
  }
  for (const outsider of [undefined, klub]) {
    const shown = await pages(outsider)
    for (const words of ['The family in School Lane', 'hit twice', 'Call the family'])
      expect(shown).not.toContain(words)
    for (const words of ['Closed by Gita on 24 November 2026', ground, 'Pupils can be recognised.', 'Ask for a ramp.'])
      expect(shown).toContain(words)
  }
  expect(await pages(home.member)).toContain('hit twice')
  const read = home.database.read(home.town.place.id)
  expect(await searchMeetings(read, sought('twice', ['en']), 10)).toEqual([])
  const items = await itemsOf(read, [(await home.meeting(number)).id])
  expect(
    await meetingCards.item(
      read,
      items.map(({ id }) => id),
    ),
  ).toMatchObject([{ visibility: 'private' }])

  await call({ title: ['Both closed'], decisionsClosed: ['yes'] })
  const second = { number: 2 }
  await home.go('meeting.add-item', { as: home.member, params: second, typed: { title: ['Names'] } })
  await home.go('meeting.write-minutes', { as: gita, params: second, at: during, typed: minutes })
  const stone = textOf(await home.go('meeting.page', { params: second, at: during }))
  expect(stone).toContain('1 decision was taken. It is closed too.')
  expect(stone).not.toContain('Ask for a ramp')
  const written = await home.written('meeting.minutes-written')
  expect(written.map((entry) => (entry.public as { readonly decision: string }).decision).toSorted()).toEqual([
    '',
    'Ask for a ramp.',
  ])

  await home.go('meeting.end-ground', { as: chen, typed: { number: ['1'] } })
  expect(textOf(await home.go('meeting.grounds', { as: chen }))).toContain('There is no list yet')
  expect(textOf(await home.go('meeting.page', { params }))).toContain(ground)
})
