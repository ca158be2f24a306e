import { afterAll, beforeAll, expect, test } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { during, openMeetingTown, type MeetingTown } from '../testing.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

test('rules are proposed in template words, agreed in the meeting by more than half, and stand on its page', async () => {
  const { chair, member, town } = home
  const first = textOf(await home.go('meeting.rules', { as: town.people.gita }))
  expect(first).toContain('Propose the first rules')
  expect(first).toContain('We let each other finish.')
  await home.go('meeting.propose-rules', { as: town.people.gita, typed: { words: ['We let each other finish.'] } })
  const number = await home.called()
  const agree = (agreed: string, at?: Temporal.Instant, version = 1) =>
    home.go('meeting.agree-rules', {
      as: chair,
      params: { number: version },
      typed: { agreed: [agreed] },
      ...(at && { at }),
    })
  expect(textOf(await agree('3'))).toContain('None has begun yet')
  expect(textOf(await agree('2', during))).toContain('More than half of the seats must agree')
  expect(textOf(await agree('5', during))).toContain('fewer seats than that')
  expect(textOf(await home.go('meeting.page', { params: { number } }))).toContain('not agreed yet')
  expect(await agree('3', during)).toMatchObject({ kind: 'redirect' })
  expect((await home.written('meeting.rules-agreed'))[0]?.public).toMatchObject({ version: 1, agreed: 3, seats: 4 })
  expect(textOf(await home.go('meeting.page', { params: { number }, at: during }))).toContain(
    'Version 1, agreed at meeting 1 by 3 of 4 seats',
  )

  expect(
    textOf(await home.go('meeting.propose-rules', { as: member, typed: { words: ['We let each other finish.'] } })),
  ).toContain('Change something first')
  await home.go('meeting.propose-rules', { as: member, typed: { words: ['We begin on time.'] } })
  const page = textOf(await home.go('meeting.rules', { at: during }))
  expect(page).toContain('Put to the group: version 2')
  expect(page).toContain('We let each other finish.')
  expect(textOf(await agree('4', during))).toContain('agreed this version already')
  await agree('4', during, 2)
  expect(textOf(await home.go('meeting.series'))).toContain('Ground rules, version 2')
})
