import type { Actor } from '@folkmoot/basics/actor.ts'
import type { Address } from '@folkmoot/basics/addresses.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { answerOffer } from '../acceptances/answering.ts'
import { offersOf } from '../acceptances/store.ts'
import { arenaRoutes } from '../routes.tsx'
import { arenaWaitingFor } from '../slots.ts'
import { sayYes } from '../testing.ts'
import { database, later, openTown, read, town, withPanels, write, writeAgain } from './testing-draw.ts'
import type { LotteryCase } from './testing.ts'

openTown()

async function see(of: LotteryCase, address: Address, as: Actor): Promise<string> {
  const at = later(of.closedAt, 300)
  const visit = visitIn(database, town.place, { as, at, params: { problem: of.problem.slug } })
  return textOf(await answerAt(arenaRoutes, address, visit))
}

async function deskOf(of: LotteryCase, as: Actor) {
  const all = await arenaWaitingFor(visitIn(database, town.place, { as, at: later(of.closedAt, 300) }))
  return all.filter(({ act }) => act.href.includes(of.problem.slug)).map(({ title }) => title)
}

async function drawnIn(of: LotteryCase): Promise<readonly Actor[]> {
  await write(of, town.people.chen, '314')
  await writeAgain(of, town.people.gita, '314')
  const drawn = new Set((await offersOf(read(), of.problem.id)).map(({ account }) => account))
  return of.people.filter(({ account }) => account !== null && drawn.has(account))
}

// A bug once: 42 people who were not drawn were said to wait for an answer, each with a button for a seat where none was free.
describe('whom chance answers', () => {
  let of: LotteryCase
  const { dora, chen } = { dora: () => town.people.dora, chen: () => town.people.chen }

  beforeEach(async () => {
    of = await withPanels()
  })

  it('waits for the draw, and nobody is asked to answer her', async () => {
    const list = await see(of, 'arena.applications', dora())
    expect(list).toContain('24 wait for the draw')
    expect(list).not.toContain('wait for an answer')
    expect(list).not.toMatch(/name="answer-\d+"/)
    const people = await see(of, 'arena.people', dora())
    expect(people).toContain('Seats are drawn by lot now')
    expect(people).toContain('Draw the seats by lot')
    expect(people).not.toContain('Answer everyone who asked')
    expect(people).not.toContain('Answer 24 applications')
  })

  it('waits for the group, when others were drawn; then lots are drawn again, or the group is confirmed', async () => {
    const drawn = await drawnIn(of)
    const list = await see(of, 'arena.applications', dora())
    expect(list).toContain('14 were not drawn')
    expect(list).not.toMatch(/name="answer-\d+"/)
    expect(list).toContain('When you confirm the group, each who still waits gets your answer')
    expect(await see(of, 'arena.applications', chen())).toContain('each who still waits gets an answer')
    expect(list).not.toContain('Go on and confirm the group')
    expect(await deskOf(of, dora())).toEqual([])
    expect(await see(of, 'arena.people', dora())).toContain('Seats are offered and wait for a yes or no')
    await sayYes(database.at(later(of.closedAt, 200)), of.problem.slug, drawn.slice(1))
    const [first] = drawn
    if (!first) throw new Error('ten were drawn')
    const no = { slug: of.problem.slug, isYes: false, words: '' }
    await answerOffer(database.at(later(of.closedAt, 210)), first, no)
    expect(await see(of, 'arena.applications', dora())).toContain('14 wait for the draw')
    expect(await deskOf(of, dora())).toEqual(['1 seat by lot was not taken: draw again'])
    expect(await see(of, 'arena.people', dora())).toContain('Seats are drawn by lot now')
  })
})
