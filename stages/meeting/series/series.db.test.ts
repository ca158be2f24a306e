import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { hiddenWords, hide } from '../../../platform/moderation/index.ts'
import { openMeetingTown, type MeetingTown } from '../testing.ts'
import { meetingsOf } from '../store.ts'
import { wishesWaitingFor } from './slots.ts'
import { openWishes } from './store.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown({
    meetings: 5,
    startsOn: Temporal.PlainDate.from('2026-12-01'),
    endsOn: Temporal.PlainDate.from('2027-09-30'),
  })
})
afterAll(() => home.close())

test('a series is shown before it is made, made as changed, and changed as the group wishes', async () => {
  const { chair, member, town } = home
  const shown = textOf(await home.go('meeting.laying', { as: town.people.gita }))
  const days = [...shown.matchAll(/name="day-\d"[^>]*|value="(\d{4}-\d\d-\d\d)"/g)].flatMap(([, day]) => day ?? [])
  expect(days).toEqual(['2026-12-03', '2027-02-18', '2027-05-06', '2027-07-15', '2027-09-30'])
  expect(shown).toContain('Meeting 1: explore')
  expect(shown).toContain('Meeting 5: shape')
  expect(textOf(await home.go('meeting.laying', { as: chair, query: 'meetings=7&weekday=2' }))).toContain(
    'value="2026-12-01"',
  )

  const typed = {
    meetings: ['5'],
    starts: ['18:00'],
    ends: ['20:30'],
    place: ['Library'],
    ...Object.fromEntries(days.map((day, i) => [`day-${i + 1}`, [day]])),
    ...Object.fromEntries(days.map((_, i) => [`title-${i + 1}`, [`Part ${i + 1}`]])),
  }
  const swapped = await home.go('meeting.lay', { as: chair, typed: { ...typed, 'day-2': ['2026-12-01'] } })
  expect(swapped).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(swapped)).toContain('must lie after the one before it')
  expect(textOf(swapped)).toContain('value="2027-07-15"')
  expect(await meetingsOf(home.database.read(town.place.id), home.problem)).toEqual([])

  expect(await home.go('meeting.lay', { as: chair, typed: { ...typed, 'day-2': ['2027-02-16'] } })).toMatchObject({
    kind: 'redirect',
  })
  const laid = await meetingsOf(home.database.read(town.place.id), home.problem)
  expect(laid.map(({ day, phase }) => `${String(day)} ${phase ?? ''}`)).toEqual([
    '2026-12-03 explore',
    '2027-02-16 explore',
    '2027-05-06 shape',
    '2027-07-15 shape',
    '2027-09-30 shape',
  ])
  expect(laid[3]?.startsAt?.toString()).toBe('2027-07-15T16:00:00Z')
  expect((await home.written('meeting.series-laid')).map((one) => one.public)).toMatchObject([
    { meetings: { length: 5 } },
  ])
  expect((await home.told()).filter(({ message }) => message === 'told.series')).toHaveLength(1)
  expect(textOf(await home.go('meeting.lay', { as: chair, typed }))).toContain('laid out already')

  const wish = {
    kind: ['move'],
    meeting: ['3'],
    day: ['2027-05-04'],
    starts: ['17:00'],
    ends: ['19:00'],
    words: ['Exams.'],
  }
  await home.go('meeting.wish', { as: member, typed: wish })
  await home.go('meeting.wish', { as: member, typed: { kind: ['drop'], meeting: ['4'], words: ['Holidays.'] } })
  await home.go('meeting.wish', {
    as: member,
    typed: { ...wish, kind: ['add'], day: ['2027-09-28'], words: ['A last look'] },
  })
  expect(textOf(await home.go('meeting.wish', { as: member, typed: { ...wish, meeting: [''] } }))).toContain(
    'Say which meeting you mean',
  )
  const waits = async (as: typeof chair) => (await wishesWaitingFor(home.visit({ as }))).length
  expect([await waits(town.people.dora), await waits(town.people.gita), await waits(town.people.alice)]).toEqual([
    3, 1, 0,
  ])

  const answer = (number: number, as: typeof chair, typed: Record<string, string[]>) =>
    home.go('meeting.answer-wish', { as, params: { number }, typed })
  expect(textOf(await answer(2, town.people.gita, { answer: ['grant'] }))).toContain('needs the chair')
  expect(textOf(await answer(2, chair, { answer: ['decline'] }))).toContain('Give a reason')
  await answer(1, town.people.gita, { answer: ['grant'] })
  await answer(2, chair, { answer: ['decline'], reason: ['We need the time.'] })
  await answer(3, chair, { answer: ['grant'] })
  expect(textOf(await answer(1, chair, { answer: ['grant'] }))).toContain('answered already')
  const after = await meetingsOf(home.database.read(town.place.id), home.problem)
  expect(after[2]).toMatchObject({
    sequence: 1,
    title: 'Part 3',
    startsAt: Temporal.Instant.from('2027-05-04T15:00:00Z'),
  })
  expect(after[3]?.state).toBe('called')
  expect(after[5]).toMatchObject({ title: 'A last look', place: 'Library', phase: 'shape' })
  expect(await waits(town.people.dora)).toBe(0)

  // Words hidden meanwhile went out as the reason, and into the record for ever.
  const rude = { kind: ['drop'], meeting: ['4'], words: ['The chair is a fool.'] }
  await home.go('meeting.wish', { as: member, typed: rude })
  const [wished] = await openWishes(home.database.read(town.place.id))
  if (!wished) throw new Error('the wish waits')
  await home.database.transact(town.place.id, town.people.gita, (tx) =>
    hide(tx, town.people.gita, { about: { kind: 'wish', id: wished.id }, rule: 'spam', reason: 'An insult' }),
  )
  await answer(wished.number, chair, { answer: ['grant'] })
  const [, , , dropped] = await meetingsOf(home.database.read(town.place.id), home.problem)
  expect(dropped).toMatchObject({ state: 'cancelled', cancelReason: hiddenWords })
  expect(JSON.stringify(await home.written('meeting.cancelled'))).not.toContain('fool')
  const page = textOf(await home.go('meeting.wishes'))
  expect(page).toContain('We need the time.')
  expect(await home.go('meeting.wishes', { params: { problem: 'nowhere' } })).toMatchObject({ kind: 'not-found' })
})
