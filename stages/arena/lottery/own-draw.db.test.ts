import type { Actor } from '@folkmoot/basics/actor.ts'
import { beforeEach, describe, expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { offersOf } from '../acceptances/store.ts'
import { ownApplications } from '../own-lines.ts'
import { arenaRoutes } from '../routes.tsx'
import { lockPool } from './commands.ts'
import { entriesOf } from './pool-store.ts'
import { at, database, later, openTown, read, town, withLimits, withPanels, write, writeAgain } from './testing-draw.ts'
import type { LotteryCase } from './testing.ts'

openTown()

/** What she reads on her own page, and on the page of her application. */
async function seenBy(of: LotteryCase, as: Actor) {
  const visit = visitIn(database, town.place, {
    as,
    at: later(of.closedAt, 300),
    params: { problem: of.problem.slug },
  })
  const [line] = await ownApplications(visit)
  return { line, page: textOf(await answerAt(arenaRoutes, 'arena.application', visit)) }
}

async function herEntry(of: LotteryCase, { account }: Actor) {
  const entry = (await entriesOf(read(), at(of))).find((one) => one.account === account)
  if (!entry) throw new Error('she is in the list')
  return entry
}

const percent = new Intl.NumberFormat('en', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

// A bug once: her own page said "not drawn" and "waits for an answer", and the case that politicians answer by a day that was past.
describe('what an applicant reads of her draw', () => {
  let of: LotteryCase

  async function draw(): Promise<{ readonly drawn: Actor; readonly left: Actor }> {
    await write(of, town.people.chen, '314')
    await writeAgain(of, town.people.gita, '314')
    const offered = new Set((await offersOf(read(), of.problem.id)).map(({ account }) => account))
    const is = ({ account }: Actor): boolean => account !== null && offered.has(account)
    const [drawn, left] = [of.people.find(is), of.people.find((one) => !is(one))]
    if (!drawn || !left) throw new Error('10 of 24 were drawn')
    return { drawn, left }
  }

  describe('once panels are published', () => {
    beforeEach(async () => {
      of = await withPanels()
    })

    it('is her number and her chance, in the same words on both pages', async () => {
      const [her] = of.people
      if (!her) throw new Error('somebody applied')
      const { number, chance } = await herEntry(of, her)
      const { line, page } = await seenBy(of, her)
      const said = `You are in the draw, as number ${number} in the list. Your chance is ${percent.format(chance?.chance ?? 0)}.`
      expect(line?.state).toContain(said)
      expect(page).toContain(said)
      expect(page).not.toContain('answer when the call has closed')
      expect(page).toContain('Nothing you wrote in your application changed your chance')
    })

    it('is that she was not drawn, her chance and why, and what comes next; with a way to the draw', async () => {
      const { left } = await draw()
      const { number, chance } = await herEntry(of, left)
      const { line, page } = await seenBy(of, left)
      const said = `You were not drawn. You were number ${number} in the list, and your chance was ${percent.format(chance?.chance ?? 0)}.`
      expect(line?.state).toContain(said)
      expect(line?.state).not.toMatch(/waits for an answer/i)
      expect(page).toContain(said)
      expect(page).toMatch(/<h1[^>]*>You were not drawn</)
      expect(page).toContain('lots are drawn again among those who were not')
      expect(line?.more?.href).toMatch(/\/draw\?draw=1$/)
      expect(page).toContain(line?.more?.href)
    })

    it('is that a seat is offered to her, and what her chance was', async () => {
      const { drawn } = await draw()
      const { line, page } = await seenBy(of, drawn)
      for (const words of [line?.state, page]) {
        expect(words).toContain('A seat is offered to you. Why: Drawn by lot: panel 314.')
        expect(words).toContain('You were drawn by lot. You were number')
      }
    })
  })

  it('is before it when lots are drawn, and in the locked list her number', async () => {
    of = await withLimits()
    const [her] = of.people
    if (!her) throw new Error('somebody applied')
    const before = await seenBy(of, her)
    expect(before.line?.state).toMatch(/^The call closed on 20 November 2026\. Next the list/)
    expect(before.line?.more).toBeUndefined()
    expect(before.page).toContain(before.line?.state)
    await lockPool(database.at(later(of.closedAt, 10)), town.people.chen, of.problem.slug)
    const { number } = await herEntry(of, her)
    const locked = await seenBy(of, her)
    expect(locked.page).toContain(`You are in the draw, as number ${number} in the locked list`)
    expect(locked.page).toContain('you cannot ask again')
  })
})
