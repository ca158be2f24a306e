import type { Actor } from '@folkmoot/basics/actor.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { openMeetingTown, type MeetingTown } from '../testing.ts'

let home: MeetingTown
beforeEach(async () => {
  home = await openMeetingTown()
})
afterEach(() => home.close())

const typed = {
  title: ['Open evening'],
  about: ['Bring what you know.'],
  day: ['2026-12-03'],
  starts: ['17:00'],
  ends: ['20:00'],
  place: ['Library'],
}
const after = Temporal.Instant.from('2026-12-04T08:00:00Z')

test('an open event is announced, held, and its result told; what was collected says how much was entered', async () => {
  const { gita, chen } = home.town.people
  const announce = (more = {}) => home.go('meeting.announce', { as: gita, typed: { ...typed, ...more } })
  expect(textOf(await announce({ day: ['2026-11-20'] }))).toContain('This time has passed')
  expect(await announce()).toMatchObject({ kind: 'redirect' })
  expect(textOf(await home.go('meeting.announce', { as: home.member, typed }))).toContain('Only the chair')
  const page = async (at?: Temporal.Instant, as?: Actor) =>
    textOf(await home.go('meeting.event', { params: { number: 1 }, ...(at && { at }), ...(as && { as }) }))
  expect(await page()).toContain('Anyone')
  const tell = (at?: Temporal.Instant) =>
    home.go('meeting.tell-result', {
      as: chen,
      params: { number: 1 },
      typed: { headcount: ['34'], result: ['Most want light all night.'] },
      ...(at && { at }),
    })
  expect(textOf(await tell())).toContain('has not begun yet')
  await tell(after)
  expect(textOf(await tell(after))).toContain('stands there already')
  expect(await page(after)).toMatch(/34 people came[\s\S]*Staff text[\s\S]*Most want light all night/)
  expect(await page(after, chen)).toContain(
    `ideas/by-staff?occasion=${encodeURIComponent('Open evening, 3 December 2026')}`,
  )
  // The chair was shown the way to a page that refuses her.
  expect(await page(after, home.chair)).not.toContain('ideas/by-staff')
  expect((await home.told()).map(({ message }) => message)).toEqual(['told.event', 'told.event-result'])

  const batch = {
    channel: ['event'],
    event: ['1'],
    collectedBy: ['The library'],
    onDay: ['2026-12-03'],
    sheets: ['40'],
    entered: ['10'],
    sample: [''],
  }
  const enter = (more = {}) => home.go('meeting.enter-batch', { as: chen, typed: { ...batch, ...more }, at: after })
  const asked = await enter()
  expect(asked).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(asked)).toContain('say how those were chosen')
  await enter({ sample: ['Every fourth sheet'] })
  await enter({ channel: ['paper'], event: [''], collectedBy: ['The post office'], sheets: ['12'], entered: ['12'] })
  expect(textOf(await enter({ event: ['9'] }))).toContain('Choose the event')
  const list = textOf(await home.go('meeting.events', { at: after }))
  for (const words of [
    'From the open event: Open evening',
    '10 (25%), a sample: Every fourth sheet',
    'all 12',
    'The post office',
  ])
    expect(list).toContain(words)
  expect((await home.written('meeting.batch-entered'))[1]?.public).toMatchObject({ sheets: 40, entered: 10 })
})

test('what is called off says why', async () => {
  await home.go('meeting.announce', { as: home.chair, typed: { ...typed, title: ['A walk'] } })
  const number = Number(/events\/(\d+)"[^>]*>A walk/.exec(textOf(await home.go('meeting.events')))?.[1])
  const off = (reason: string) =>
    home.go('meeting.cancel-event', { as: home.chair, params: { number }, typed: { reason: [reason] } })
  expect(textOf(await off(''))).toContain('Fill in this field')
  await off('Storm')
  expect(textOf(await home.go('meeting.event', { params: { number } }))).toContain('called off. Storm')
})
