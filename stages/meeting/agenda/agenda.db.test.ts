import { afterAll, beforeAll, expect, test } from 'vitest'
import { sought } from '../../../platform/db/index.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { during, openMeetingTown, type MeetingTown } from '../testing.ts'
import { searchMeetings } from '../search-store.ts'
import { itemsOf } from './store.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

test('an agenda is put together, ordered, mended, summed up, and shown on the screen one item at a time', async () => {
  const { chair, member, town } = home
  const number = await home.called()
  const params = { number }
  const add = (title: string, minutes: string, as = member) =>
    home.go('meeting.add-item', { as, params, typed: { title: [title], plannedMinutes: [minutes], owner: ['Alice'] } })
  await add('Lamps', '90')
  await add('Paths', '60')
  await add('Dogs', '')
  const titles = async () =>
    (await itemsOf(home.database.read(town.place.id), [(await home.meeting(number)).id])).map(({ title }) => title)
  const page = async (as = chair, at?: Temporal.Instant) =>
    textOf(await home.go('meeting.page', { as, params, ...(at && { at }) }))
  expect(await page()).toContain('150 of 150 minutes are planned')

  const move = (item: string, way: string, as = chair) =>
    home.go('meeting.move-item', { as, params, typed: { item: [item], way: [way] } })
  await move('2', 'up')
  await move('2', 'up')
  expect(await titles()).toEqual(['Paths', 'Lamps', 'Dogs'])
  await move('1', 'down')
  expect(await titles()).toEqual(['Paths', 'Dogs', 'Lamps'])
  expect(textOf(await move('1', 'up', member))).toContain('The order is set by the last three')

  const change = (item: string, act: string, as = member, more = {}) =>
    home.go('meeting.change-item', {
      as,
      params,
      typed: { item: [item], act: [act], title: ['Lamps now'], plannedMinutes: ['120'], ...more },
    })
  await change('1', 'save')
  expect(await page()).toContain('30 minutes longer than the meeting: 180 of 150 minutes')
  expect(textOf(await change('1', 'save', member, { title: [''] }))).toContain('Fill in this field')
  expect(textOf(await change('1', 'save', home.other))).toContain('changed by who put it there')
  await change('3', 'off')
  expect(await titles()).toEqual(['Paths', 'Lamps now'])
  // What was taken off was still found by its words.
  const found = (words: string) => searchMeetings(home.database.read(town.place.id), sought(words, ['en']), 5)
  expect([(await found('paths')).length, (await found('dogs')).length]).toEqual([1, 0])

  const screen = async (at: Temporal.Instant, query = '') =>
    textOf(await home.go('meeting.screen', { params, at, query }))
  expect(await screen(during)).toContain('Item 1 of 2')
  const open = (item: string, at: Temporal.Instant, as = chair) =>
    home.go('meeting.open-item', { as, params, typed: { item: [item] }, at })
  expect(textOf(await open('2', during, member))).toContain('Only the chair')
  await open('2', during)
  expect(await screen(during.add({ minutes: 20 }))).toContain('40 minutes left')
  expect(await screen(during.add({ minutes: 65 }))).toContain('5 minutes over')
  expect(await screen(during, 'item=1')).toContain('Lamps now')
  expect(await screen(during, 'item=1')).not.toContain('http-equiv')
  expect(await screen(during)).toContain('http-equiv="refresh"')
  // What comes after the item that runs is counted from it.
  expect(await page(chair, during.add({ minutes: 20 }))).toContain('20:00 · 120 minutes')
})
