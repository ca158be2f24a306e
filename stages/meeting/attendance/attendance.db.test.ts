import { afterEach, beforeEach, expect, test } from 'vitest'
import { answerAt, textOf } from '../../../platform/http/testing.ts'
import { newId } from '@folkmoot/basics/ids.ts'
import { arenaRoutes, seatsOf } from '../../arena/index.ts'
import { seatAtOnce } from '../../arena/testing.ts'
import { before, during, openMeetingTown, slug, type MeetingTown } from '../testing.ts'
import { recordAttendance } from './commands.ts'
import { attendanceWaitingFor } from './slots.ts'
import { attendanceOf, contactsIn, putAttendance, substitutesIn } from './store.ts'

let home: MeetingTown
beforeEach(async () => {
  home = await openMeetingTown()
})
afterEach(() => home.close())

const read = () => home.database.read(home.town.place.id)

test('a save without a tick publishes nothing', async () => {
  const number = await home.called()
  const save = (typed: Record<string, string[]>) =>
    home.go('meeting.record-attendance', { as: home.chair, params: { number }, typed, at: during })
  const records = async () => (await home.written('meeting.attendance-recorded')).length
  const earlier = await records()
  const slip = await save({})
  expect(slip).toMatchObject({ kind: 'page', status: 422 })
  expect(textOf(slip)).toContain('Tick who came')
  expect((await home.meeting(number)).attendanceAt).toBeNull()
  expect(await records()).toBe(earlier)
  expect(textOf(await save({ nobody: ['yes'], seats: [home.seats[0]?.id ?? ''] }))).toContain(
    'Take one of the two away',
  )
  await save({ nobody: ['yes'] })
  expect(textOf(await home.go('meeting.page', { params: { number }, at: during }))).toContain('0 of 4 came')
})

test('a substitute says yes herself, is sent to one meeting, and has her rights there and nowhere else', async () => {
  const [first, second] = [await home.called(), await home.called({ day: Temporal.PlainDate.from('2026-12-10') })]
  const { aisha, klub, gita } = home.town.people
  const name = (email: string) => home.go('meeting.name-substitute', { as: home.member, typed: { email: [email] } })
  expect(await name('nobody-at-all@example.org')).toMatchObject({ kind: 'redirect' })
  expect(textOf(await name('gita@example.org'))).toContain('Public employees help the group')
  expect(textOf(await name('bashir@example.org'))).toContain('sits in the group already')
  await name('aisha@example.org')
  expect(textOf(await name('klub@example.org'))).toContain('has a substitute already')
  expect(await attendanceWaitingFor(home.visit({ as: aisha }))).toMatchObject([
    { title: 'You are asked to be a substitute' },
  ])

  const reply = (answer: string, number: number, as = home.member, at = before) =>
    home.go('meeting.say-coming', { as, params: { number }, typed: { answer: [answer] }, at })
  expect(textOf(await reply('substitute', first))).toContain('no substitute who has said yes')
  const seat = home.seats[2]?.id ?? ''
  const answer = (as: typeof aisha, words: string) =>
    home.go('meeting.answer-substitution', { as, typed: { seat: [seat], answer: [words] } })
  expect(textOf(await answer(klub, 'yes'))).toContain('Nobody has asked you')
  // She was recorded as having sat there before she had said yes.
  const satThere = { slug, number: first, present: [], standIns: [seat] }
  const record = () => recordAttendance(home.database.at(during), gita, satThere)
  expect(await record()).toEqual({ ok: false, refusal: 'nobody-ticked' })
  const third = home.seats[2]
  if (!third || !aisha.account) throw new Error('Alice has a seat and Aisha an account')
  const standIn = { account: aisha.account, name: 'Aisha' }
  const byHand = home.database.transact(home.town.place.id, null, async (tx) =>
    putAttendance(tx, (await home.meeting(first)).id, [
      {
        seat: third.id,
        account: home.member.account,
        person: null,
        name: 'Alice',
        isPresent: true,
        standIn,
      },
    ]),
  )
  await expect(byHand).rejects.toThrow('who has not said yes')
  await answer(aisha, 'yes')
  await reply('substitute', first)
  await reply('coming', second)
  expect(textOf(await reply('coming', first, klub))).toContain('your own seat')
  expect(textOf(await reply('coming', first, home.member, during))).toContain('has begun')
  expect((await home.told()).filter(({ message }) => message === 'told.stand-in')).toMatchObject([
    { only: [aisha.account] },
  ])

  const add = (number: number) =>
    home.go('meeting.add-item', { as: aisha, params: { number }, typed: { title: ['From Aisha'] } })
  expect(await add(first)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await add(second))).toContain('Only members')
  const page = textOf(await home.go('meeting.page', { as: gita, params: { number: first } }))
  expect(page).toContain('1 says that they come')

  await record()
  expect((await attendanceOf(read(), (await home.meeting(first)).id)).find((one) => one.seat === seat)).toMatchObject({
    isPresent: true,
    standIn: { name: 'Aisha' },
  })
  expect((await home.written('meeting.attendance-recorded'))[0]?.public).toMatchObject({
    came: 1,
    of: 4,
    substitutes: 1,
  })
  await answer(home.member, 'no')
  expect(await substitutesIn(read(), home.problem)).toEqual([])
})

test('of a seat that was left nobody is a substitute any more, and who sat there stays in the record', async () => {
  const number = await home.called()
  const { aisha, gita } = home.town.people
  const seat = home.seats[2]?.id ?? ''
  await home.go('meeting.name-substitute', { as: home.member, typed: { email: ['aisha@example.org'] } })
  await home.go('meeting.answer-substitution', { as: aisha, typed: { seat: [seat], answer: ['yes'] } })
  await home.go('meeting.say-coming', { as: home.member, params: { number }, typed: { answer: ['substitute'] } })
  const add = (title: string) =>
    home.go('meeting.add-item', { as: aisha, params: { number }, typed: { title: [title] } })
  expect(await add('From Aisha')).toMatchObject({ kind: 'redirect' })
  await recordAttendance(home.database.at(during), gita, { slug, number, present: [], standIns: [seat] })
  const leaving = home.visit({ as: home.member, typed: { sure: ['yes'], words: [''] } })
  expect(await answerAt(arenaRoutes, 'arena.leave', leaving)).toMatchObject({ kind: 'redirect' })
  expect(textOf(await add('Once more'))).toContain('Only members')
  await recordAttendance(home.database.at(during), gita, { slug, number, present: [home.seats[0]?.id ?? ''] })
  expect((await attendanceOf(read(), (await home.meeting(number)).id)).find((one) => one.seat === seat)).toMatchObject({
    name: 'Alice',
    standIn: { name: 'Aisha' },
  })
})

test('attendance corrected after a replacement does not mark the new member absent before her time', async () => {
  const number = await home.called()
  const { aisha, gita } = home.town.people
  const [dora, , alice] = home.seats.map(({ id }) => id)
  if (!dora || !alice || !aisha.account) throw new Error('four sit, and Aisha has an account')
  await recordAttendance(home.database.at(during), gita, { slug, number, present: [dora, alice] })
  const afterwards = Temporal.Instant.from('2026-12-01T09:00:00Z')
  const leaving = home.visit({ as: home.member, at: afterwards, typed: { sure: ['yes'], words: [''] } })
  expect(await answerAt(arenaRoutes, 'arena.leave', leaving)).toMatchObject({ kind: 'redirect' })
  const { account } = aisha
  const replaced = home.database.at(afterwards.add({ hours: 1 }))
  await replaced.transact(home.town.place.id, null, (tx) =>
    seatAtOnce(tx, home.problem, {
      account,
      person: null,
      kind: 'citizen',
      profile: newId('profile'),
      isChair: false,
    }),
  )
  const newcomer = (await seatsOf(read(), home.problem)).find((seat) => seat.account === account)
  if (!newcomer) throw new Error('Aisha sits')

  const later = afterwards.add({ hours: 2 })
  const form = textOf(await home.go('meeting.minutes', { as: gita, params: { number }, at: later }))
  expect(form).toContain(alice)
  expect(form).not.toContain(newcomer.id)
  await recordAttendance(home.database.at(later), gita, { slug, number, present: [alice] })
  const came = async (meeting: number) =>
    new Map((await attendanceOf(read(), (await home.meeting(meeting)).id)).map((one) => [one.seat, one.isPresent]))
  expect((await came(number)).get(dora)).toBe(false)
  expect((await came(number)).get(alice)).toBe(true)
  expect((await came(number)).has(newcomer.id)).toBe(false)
  expect((await home.written('meeting.attendance-recorded'))[0]?.public).toMatchObject({ came: 1, of: 4 })

  // From then on she is called, and who left is not.
  const second = await home.called({ day: Temporal.PlainDate.from('2026-12-10') })
  const held = Temporal.Instant.from('2026-12-10T18:00:00Z')
  await recordAttendance(home.database.at(held), gita, { slug, number: second, present: [dora] })
  expect((await came(second)).get(newcomer.id)).toBe(false)
  expect((await came(second)).has(alice)).toBe(false)
})

test('the database keeps no attendance of somebody at a meeting that was over before she sat', async () => {
  const number = await home.called({ day: Temporal.PlainDate.from('2026-10-01') })
  const [first] = home.seats
  if (!first) throw new Error('four sit')
  const { id: meeting } = await home.meeting(number)
  const { id: seat, account, person, name } = first
  const attendee = { seat, account, person, name, isPresent: false, standIn: null }
  const byHand = home.database.transact(home.town.place.id, null, (tx) => putAttendance(tx, meeting, [attendee]))
  await expect(byHand).rejects.toThrow('over before she sat')
})

test('who is missed is told to chair and facilitator, written to, and what came of it is theirs alone', async () => {
  const missing = home.seats[3]
  if (!missing) throw new Error('no seat')
  for (const day of ['2027-01-07', '2027-01-14']) {
    const number = await home.called({ day: Temporal.PlainDate.from(day) })
    const present = home.seats.filter((seat) => seat !== missing).map(({ id }) => id)
    const at = Temporal.Instant.from(`${day}T18:00:00Z`)
    await recordAttendance(home.database.at(at), home.chair, { slug, number, present })
  }
  const now = Temporal.Instant.from('2027-01-20T08:00:00Z')
  const next = await home.called({ day: Temporal.PlainDate.from('2027-01-28') })
  const visit = (as: typeof home.chair) => home.visit({ as, at: now })
  const warned = async (as: typeof home.chair) =>
    (await attendanceWaitingFor(visit(as))).some(({ title }) => title.includes('to look after'))
  const { dora, gita, alice, chen } = home.town.people
  expect([await warned(dora), await warned(gita), await warned(alice), await warned(chen)]).toEqual([
    true,
    true,
    false,
    false,
  ])

  const desk = textOf(await home.go('meeting.attendance', { as: home.chair, at: now }))
  expect(desk).toContain('Bashir has missed the last 2 meetings')
  expect(desk).toContain('28 January 2027')
  expect(desk).not.toContain('@example.org')
  expect(
    await home.go('meeting.attendance', {
      as: { ...home.chair, roles: [{ name: 'arena-chair', scope: home.town.council as never }] },
    }),
  ).toMatchObject({ kind: 'refused' })

  const mail = { seat: [missing.id], subject: ['We miss you'], text: ['Do you need child care?'] }
  const write = (typed: Record<string, string[]>) => home.go('meeting.contact', { as: gita, typed, at: now })
  expect(textOf(await write({ ...mail, text: [''] }))).toContain('Fill in this field')
  await write(mail)
  const { rows } = await home.database.queueSql("select data from pgboss.job where name = 'mail.send'")
  expect(rows).toMatchObject([{ data: { to: 'bashir@example.org', subject: 'We miss you' } }])
  const note = (outcome: string) =>
    home.go('meeting.note-outcome', { as: gita, typed: { seat: [missing.id], outcome: [outcome] }, at: now })
  await note('needs-child-care')
  expect(await contactsIn(read(), home.problem)).toMatchObject([{ outcome: 'needs-child-care' }])
  await note('leaves')
  expect(textOf(await home.go('meeting.attendance', { as: home.chair, at: now }))).toContain(
    'cannot be passed on here yet',
  )
  for (const as of [undefined, alice])
    expect(
      textOf(await home.go('meeting.page', { ...(as && { as }), params: { number: next }, at: now })),
    ).not.toContain('child care')
  expect(JSON.stringify(await home.written('meeting.contacted'))).not.toContain('child')
})
