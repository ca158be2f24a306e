import { newId } from '@folkmoot/basics/ids.ts'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerAt } from '../platform/http/testing.ts'
import { arenaRoutes } from '../stages/arena/index.ts'
import { seatAtOnce } from '../stages/arena/testing.ts'
import { during, openMeetingTown, type MeetingTown } from '../stages/meeting/testing.ts'
import { timeOf } from '../overview/workload/time-of.ts'

let home: MeetingTown
beforeEach(async () => {
  home = await openMeetingTown()
})
afterEach(() => home.close())

test('hours given stay when somebody leaves, and who comes after her is not planned for what is over', async () => {
  const number = await home.called()
  const present = [home.seats[0]?.id ?? '', home.seats[2]?.id ?? '']
  const typed = { seats: present }
  await home.go('meeting.record-attendance', { as: home.chair, params: { number }, typed, at: during })
  const timeAt = (as: typeof home.member, at: Temporal.Instant) => timeOf(home.visit({ as, at }), { id: home.problem })
  const day = (days: number) => during.add({ hours: 24 * days })
  const mine = { planned: 2.5, done: 2.5 }
  const citizens = { count: 2, hours: { planned: 5, done: 2.5 } }
  expect(await timeAt(home.member, day(1))).toMatchObject({ citizens, mine })

  const leaving = home.visit({ as: home.member, typed: { sure: ['yes'], words: [''] }, at: day(2) })
  expect(await answerAt(arenaRoutes, 'arena.leave', leaving)).toMatchObject({ kind: 'redirect' })
  expect(await timeAt(home.member, day(3))).toMatchObject({ citizens, mine })

  const { account } = home.town.people.aisha
  if (account === null) throw new Error('everybody in town has an account')
  await home.database.at(day(3)).transact(home.town.place.id, null, (tx) =>
    seatAtOnce(tx, home.problem, {
      account,
      person: null,
      kind: 'citizen',
      profile: newId('profile'),
      isChair: false,
    }),
  )
  await home.called({ day: Temporal.PlainDate.from('2026-12-10') })
  const later = await timeAt(home.town.people.aisha, day(4))
  expect(later.mine).toEqual({ planned: 2.5, done: 0 })
  expect(later.citizens).toEqual({ count: 3, hours: { planned: 10, done: 2.5 } })
  expect((await timeAt(home.member, day(4))).mine).toEqual(mine)
})
