import { expect, it, vi } from 'vitest'
import { statementsDuring } from '../../../platform/db/testing.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { offersOf } from '../acceptances/store.ts'
import { confirmGroup, seatPolitician } from '../commands.ts'
import { forgettingPoll } from '../forgetting/jobs.ts'
import { database, go, later, openTown, read, town, withLimits, work, write, writeAgain } from './testing-draw.ts'
import type { LotteryCase, Telling } from './testing.ts'

/** What a draw costs under the lock of its case grows with the seats it gives, not with the people in its list. */

openTown()

const tellings = (people: number): readonly Telling[] =>
  Array.from({ length: people }, (_, at) => ({ gender: at % 2, age: at % 3 === 0 ? 0 : 1 }))

const steps = ['lock', 'panels', 'number', 'draw', 'confirm', 'forget'] as const
type Cost = Readonly<Record<(typeof steps)[number], number>>

async function costOf(people: number): Promise<Cost> {
  const of = await withLimits(undefined, tellings(people))
  const { chen, gita, dora } = town.people
  const lock = await statementsDuring(() => go(of, 'arena.lock-lottery-list', { as: chen }))
  await go(of, 'arena.make-lottery-panels', { as: chen })
  const panels = await statementsDuring(() => withoutBeats(() => work(of)))
  const number = await statementsDuring(() => write(of, chen, '123'))
  const draw = await statementsDuring(() => writeAgain(of, gita, '123'))
  const { slug } = of.problem
  const then = database.at(later(of.closedAt, 200))
  if (!dora.person) throw new Error('dora is a politician')
  await seatPolitician(then, dora, { slug, person: dora.person, isChair: true, reason: 'She leads it.' })
  await everybodyDrawnSaysYes(of)
  const confirm = await statementsDuring(async () => {
    const began = await confirmGroup(then, dora, { slug, exception: '', toTheRest: 'Others were drawn.' })
    expect(began).toMatchObject({ ok: true })
  })
  const due = database.at(Temporal.Instant.from('2027-06-01T08:00:00Z'))
  const forget = await statementsDuring(() => forgettingPoll(due, town.place.id))
  return { lock, panels, number, draw, confirm, forget }
}

/** On a busy machine the solver takes seconds, and each writes down how far it has come: that is time, not people. */
async function withoutBeats(act: () => Promise<void>): Promise<void> {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    await act()
  } finally {
    vi.useRealTimers()
  }
}

async function everybodyDrawnSaysYes(of: LotteryCase): Promise<void> {
  const { slug, id } = of.problem
  const asked = (await offersOf(read(), id)).filter(({ state }) => state === 'waiting')
  expect(asked).toHaveLength(10)
  for (const { account } of asked) {
    const person = of.people.find((one) => one.account === account)
    if (!person) throw new Error('who is drawn asked for a seat')
    const then = database.at(later(of.closedAt, 210))
    expect(await answerOffer(then, person, { slug, isYes: true, words: '' })).toMatchObject({ ok: true })
  }
}

it('asks the database no oftener for ninety people than for thirty, and tells them all', async () => {
  const few = await costOf(30)
  const before = await toldIn()
  const many = await costOf(90)
  for (const step of steps) expect({ [step]: many[step] }).toEqual({ [step]: few[step] })
  const told = (await toldIn()).slice(before.length)
  const howMany = (message: string) => told.filter((one) => one.message === message).map(({ only }) => only.length)
  expect(howMany('told.panels-published')).toEqual([90])
  expect(howMany('told.not-drawn')).toEqual([80])
  expect(howMany('told.not-selected')).toEqual([80])
})

async function toldIn(): Promise<readonly { readonly message: string; readonly only: readonly string[] }[]> {
  const { rows } = await database.queueSql(
    "select data from pgboss.job where name = 'notices.tell' and jsonb_typeof(data -> 'only') = 'array' order by created_on, id",
  )
  return (rows as { data: { message: string; only: string[] } }[]).map(({ data }) => data) // as `tell` writes it
}
