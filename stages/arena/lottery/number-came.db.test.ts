import { sql } from 'kysely'
import { expect, it } from 'vitest'
import { textOf } from '../../../platform/http/testing.ts'
import { panelsOf } from './panels-store.ts'
import { entriesOf } from './pool-store.ts'
import { at, go, later, openTown, read, stepOf, town, withPanels, write, writeAgain } from './testing-draw.ts'

openTown()

// An attack once: whoever had written a number she did not like gave the draw up and began another.
it('a number that was written, or disputed, is not got rid of by giving the draw up', async () => {
  const of = await withPanels()
  const giveUp = { as: town.people.chen, at: later(of.closedAt, 200), typed: { reason: 'The film failed' } }
  await write(of, town.people.chen, '314')
  expect(textOf(await go(of, 'arena.end-lottery', giveUp))).toContain('The number has come, or part of it')
  await writeAgain(of, town.people.gita, '999')
  expect(textOf(await go(of, 'arena.end-lottery', giveUp))).toContain('The number has come, or part of it')
  expect(await stepOf(of)).toBe('panels')
})

// A leak once: offers were made in the order of the list, so the number of an offer told the number in the list.
it('the public numbers of offers do not tell the numbers in the list', async () => {
  const orders = new Set<string>()
  for (const panel of ['007', '031', '314']) {
    const of = await withPanels()
    await write(of, town.people.chen, panel)
    await writeAgain(of, town.people.gita, panel)
    const numberOf = new Map((await entriesOf(read(), at(of))).map(({ account, number }) => [account, number]))
    const { rows } = await sql<{ readonly account: string }>`
      select account_id as account from arena.offer where problem_id = ${of.problem.id} order by number`.execute(read())
    const inOrderOfOffers = rows.map(({ account }) => numberOf.get(account as never) ?? 0)
    expect(inOrderOfOffers.toSorted((a, b) => a - b)).toEqual((await panelsOf(read(), at(of)))?.panels[Number(panel)])
    const isAscending = inOrderOfOffers.every(
      (number, place) => place === 0 || number > (inOrderOfOffers[place - 1] ?? 0),
    )
    orders.add(isAscending ? 'in the order of the list' : 'in another')
  }
  // Ten by chance stand in order once in 3.6 million times.
  expect([...orders]).toEqual(['in another'])
})
