import type { Actor } from '@folkmoot/basics/actor.ts'
import { expect, it } from 'vitest'
import { visitIn } from '../../../platform/http/testing.ts'
import { arenaJourneyPart, arenaWaitingFor } from '../slots.ts'
import { ownApplications } from '../own-lines.ts'
import {
  at,
  database,
  go,
  later,
  openTown,
  read,
  town,
  withLimits,
  withPanels,
  work,
  write,
  writeAgain,
} from './testing-draw.ts'
import type { LotteryCase } from './testing.ts'
import { offersOf } from '../acceptances/store.ts'
import { entriesOf } from './pool-store.ts'

openTown()

async function waits(of: LotteryCase, as: Actor, when = later(of.closedAt, 200)) {
  const all = await arenaWaitingFor(visitIn(database, town.place, { as, at: when }))
  return all.filter(({ act }) => act.href.includes(of.problem.slug))
}
const titles = async (of: LotteryCase, as: Actor, when?: Temporal.Instant) =>
  (await waits(of, as, when)).map(({ title }) => title)

it('the clerk and who leads the case read the next step of a draw, nobody else', async () => {
  const of = await withLimits()
  const { chen, dora, alice } = town.people
  const closed = 'The call has closed: lock the list for the draw'
  expect(await titles(of, chen)).toEqual([closed])
  // A bug once: she read of 24 applications that wait for her answer, days overdue, and chance alone could give it.
  const [first, ...others] = await waits(of, dora)
  expect([first?.title, first?.due, others]).toEqual([closed, null, []])
  expect(first?.since?.toString()).toMatch(/^2026-11-20T22:59:59/)
  expect(await titles(of, alice)).toEqual([])
  // While people can still apply nothing is to be done.
  expect(await titles(of, chen, of.opensAt.add({ hours: 24 }))).toEqual([])
  await go(of, 'arena.lock-lottery-list', { as: chen })
  expect(await titles(of, chen)).toEqual([expect.stringMatching(/make the panels$/)])
  await go(of, 'arena.make-lottery-panels', { as: chen })
  expect(await titles(of, chen)).toEqual([])
  await work(of)
  expect(await waits(of, chen)).toMatchObject([{ act: { href: expect.stringMatching(/\/draw$|\/lottery$/) } }])
})

it('a written number waits for a second person, not for the one who wrote it', async () => {
  const of = await withPanels()
  const { chen, gita } = town.people
  await write(of, chen, '472')
  expect(await titles(of, chen)).toEqual([])
  expect(await titles(of, gita)).toEqual([expect.stringMatching(/second person$/)])
})

it('offers that run out are said with their day, before they end', async () => {
  const of = await withPanels()
  const { chen, gita } = town.people
  await write(of, chen, '472')
  await writeAgain(of, gita, '472')
  expect(await titles(of, chen)).toEqual([])
  const [offer] = await offersOf(read(), of.problem.id)
  if (!offer) throw new Error('seats were offered')
  const near = offer.answerBy.subtract({ hours: 30 })
  expect(await waits(of, chen, near)).toMatchObject([
    { title: '10 people have not said yes or no to a seat; the time runs out', due: offer.answerBy },
  ])
})

it('the journey says how far the draw is, and her own page that she is in it', async () => {
  const of = await withPanels()
  const [mine] = of.people
  if (!mine) throw new Error('somebody applied')
  const visit = visitIn(database, town.place, { as: mine, at: later(of.closedAt, 200) })
  const part = await arenaJourneyPart(visit, of.problem)
  expect(part.sentences.join(' ')).toContain('The panels are published')
  expect(part.links.map(({ text }) => text)).toContain('Follow the draw')
  expect((await ownApplications(visit))[0]?.state).toContain('You are in the draw, as number')
  await write(of, town.people.chen, '472')
  await writeAgain(of, town.people.gita, '472')
  const after = await arenaJourneyPart(visit, of.problem)
  expect(after.sentences.join(' ')).toContain('Seats were drawn by lot')
  expect((await entriesOf(read(), at(of))).length).toBe(24)
  expect((await ownApplications(visit))[0]?.state).not.toContain('You are in the draw')
})
