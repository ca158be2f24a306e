import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '@folkmoot/basics/actor.ts'
import { ensureAccount, introduce } from '../../../platform/identity/index.ts'
import { textOf } from '../../../platform/http/testing.ts'
import { before, openMeetingTown, type MeetingTown } from '../testing.ts'
import { book } from './commands.ts'
import { encountersWaitingFor } from './slots.ts'
import { bookingsOf, encounterByNumber, encountersWith } from './store.ts'

let home: MeetingTown
beforeAll(async () => {
  home = await openMeetingTown()
})
afterAll(() => home.close())

const typed = {
  kind: ['talk'],
  about: ['Crossing the harbour path in the dark'],
  problem: ['harbour-path'],
  day: ['2026-12-03'],
  starts: ['16:00'],
  ends: ['17:00'],
  place: ['Café Kaj'],
  seats: ['1'],
}

async function offered(more: Record<string, string[]> = {}): Promise<number> {
  const reply = await home.go('meeting.offer', { as: home.town.people.dora, typed: { ...typed, ...more } })
  if (reply.kind !== 'redirect') throw new Error(textOf(reply))
  return Number(/\d+$/.exec(reply.to)?.[0])
}
const page = async (number: number, as?: Actor, at = before) =>
  textOf(await home.go('meeting.encounter', { params: { number }, at, ...(as && { as }) }))
const act = (address: 'meeting.book' | 'meeting.unbook', number: number, as: Actor) =>
  home.go(address, { as, params: { number } })

test('a talk is booked, full, waited for, given on; who comes is known to the politician alone', async () => {
  const { alice, bashir, dora, emil, chen, klub } = home.town.people
  const wrong = await home.go('meeting.offer', { as: dora, typed: { ...typed, kind: ['visit'] } })
  expect(textOf(wrong)).toContain('Say who leads the visit')
  expect(textOf(wrong)).toContain('value="Café Kaj"')
  const number = await offered()
  const another = await offered({ day: ['2026-12-10'] })
  await act('meeting.book', number, alice)
  expect(textOf(await act('meeting.book', number, alice))).toContain('already')
  expect(textOf(await act('meeting.book', number, dora))).toContain('You offer this yourself')
  expect(textOf(await act('meeting.book', number, chen))).toContain('Public employees help')
  const full = await page(number, bashir)
  expect(full).toContain('All places are booked')
  expect(full).toContain(`/talks/${another}`)
  expect(await act('meeting.book', number, bashir)).toMatchObject({ done: { text: 'You are on the waiting list.' } })
  for (const who of [undefined, bashir, emil, chen, klub]) expect(await page(number, who)).not.toContain('Alice')
  expect(await page(number, dora)).toContain('Alice')
  expect(JSON.stringify(await home.written('meeting.encounter-booking'))).not.toContain(alice.account)

  await act('meeting.unbook', number, alice)
  const given = await bookingsOf(home.database.read(home.town.place.id), (await at(number)).id)
  expect(given.find(({ account }) => account === bashir.account)?.state).toBe('booked')
  expect((await home.told()).filter(({ message }) => message === 'told.encounter-place')).toMatchObject([
    { only: [bashir.account] },
  ])
  const now = Temporal.Instant.from('2026-11-28T08:00:00Z')
  expect(await encountersWaitingFor(home.visit({ as: bashir, at: now }))).toMatchObject([
    { title: expect.stringContaining('You have a place') as string },
  ])
  expect((await encountersWaitingFor(home.visit({ as: dora, at: now }))).map(({ title }) => title)).toContain(
    'You meet 1 person: Crossing the harbour path in the dark',
  )

  const after = Temporal.Instant.from('2026-12-03T17:00:00Z')
  const say = (heard: string, as = dora) =>
    home.go('meeting.say-heard', { as, params: { number }, typed: { heard: [heard] }, at: after })
  expect(textOf(await say('1\n2\n3\n4'))).toContain('at most three lines')
  expect(textOf(await say('Mine', emil))).toContain('Only the politician who offers this')
  await say('They run the last stretch.')
  expect(await page(number, undefined, after)).toContain('They run the last stretch.')
  const shown = await encountersWith(home.database.read(home.town.place.id), dora.person ?? ('' as never))
  expect(shown.filter(({ heardAt }) => heardAt !== null)).toMatchObject([{ heard: 'They run the last stretch.' }])
})

test('two want the last place in the same moment: one gets it', async () => {
  const number = await offered({ seats: ['2'] })
  const many = await home.database.transact(home.town.place.id, null, async (tx) => {
    const people: Actor[] = []
    for (let i = 0; i < 6; i += 1) {
      const account = await ensureAccount(tx, `guest-${i}@example.org`, 'en')
      await introduce(tx, account, {
        name: `Guest ${i}`,
        language: 'en',
        tie: 'lives-here',
        tieWords: '',
        organisation: null,
        interest: '',
      })
      people.push({ ...home.town.people.alice, account })
    }
    return people
  })
  const results = await Promise.all(many.map((who) => book(home.database.at(before), who, number)))
  const states = results.map((one) => (one.ok ? one.value.state : one.refusal)).toSorted()
  expect(states).toEqual(['booked', 'booked', 'waiting', 'waiting', 'waiting', 'waiting'])
  expect((await at(number)).booked).toBe(2)
})

test('the database itself gives no more places than there are', async () => {
  const number = await offered()
  await act('meeting.book', number, home.town.people.alice)
  const { id } = await at(number)
  const forced = home.database.transact(home.town.place.id, null, async (tx) =>
    tx
      .insertInto('meeting.booking')
      .values({
        jurisdiction_id: home.town.place.id,
        encounter_id: id,
        account_id: home.town.people.bashir.account ?? ('' as never),
        state: 'booked',
        asked_at: before,
      })
      .execute(),
  )
  await expect(forced).rejects.toThrow('more bookings than seats')
})

test('what is called off is told to all who booked, and said with its reason', async () => {
  const { alice, dora, emil } = home.town.people
  const number = await offered({ seats: ['8'] })
  await act('meeting.book', number, alice)
  const off = (as: Actor, reason: string) =>
    home.go('meeting.cancel-encounter', { as, params: { number }, typed: { reason: [reason] } })
  expect(textOf(await off(emil, 'No'))).toContain('Only the politician')
  await off(dora, 'Flu')
  expect(await page(number)).toContain('This is called off. Flu')
  expect((await home.told()).filter(({ message }) => message === 'told.encounter-off').at(-1)).toMatchObject({
    only: [alice.account],
  })
  expect(textOf(await act('meeting.book', number, home.town.people.bashir))).toContain('called off')
})

async function at(number: number) {
  const found = await encounterByNumber(home.database.read(home.town.place.id), number)
  if (!found) throw new Error('no encounter')
  return found
}
