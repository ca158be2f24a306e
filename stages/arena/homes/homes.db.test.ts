import { expect, it } from 'vitest'
import { answerAt, textOf, visitIn } from '../../../platform/http/testing.ts'
import { withdrawApplication } from '../changing.ts'
import { lockPool } from '../lottery/commands.ts'
import { entriesOf } from '../lottery/pool-store.ts'
import type { LotteryCase } from '../lottery/testing.ts'
import { at, database, fair, openTown, read, tellings, town, withLimits } from '../lottery/testing-draw.ts'
import { arenaRoutes } from '../routes.tsx'
import { applicationsOf } from '../store.ts'
import { lookUpHome } from './commands.ts'

openTown()

/** The first lives in Quay Street 4; the second lives there with her. Four others type her address, one of them in capitals. */
const claims = ['Quay Street 4', 'quay street 4', 'Quay Street 4', 'QUAY STREET 4', 'Quay Street 4', 'Quay Street, 4']

async function claimed(): Promise<LotteryCase> {
  const all = tellings.map((telling, one) => ({ ...telling, address: claims[one] ?? `Mill Lane ${one}` }))
  return withLimits(fair, all, { isOnePerHousehold: true, areHomesLookedUp: false })
}

const lock = (of: LotteryCase) => lockPool(database.at(of.closedAt), town.people.chen, of.problem.slug)

const found = (of: LotteryCase, livingThere: readonly number[]) =>
  lookUpHome(database.at(of.closedAt), town.people.chen, {
    slug: of.problem.slug,
    seen: [1, 2, 3, 4, 5, 6],
    livingThere,
  })

it('five who type the address of another do not lower her chance: only whoever lives there counts as her home', async () => {
  const of = await claimed()
  expect(await lock(of)).toMatchObject({ ok: false, refusal: 'homes-not-looked-up' })
  expect(await found(of, [1, 2])).toMatchObject({ ok: true })
  expect(await lock(of)).toMatchObject({ ok: true })
  const homes = (await entriesOf(read(), at(of))).flatMap(({ account, household }) =>
    household === null ? [] : [[of.people.findIndex((one) => one.account === account), household] as const],
  )
  // Who lives in Mill Lane gave an address nobody else gave.
  expect(new Set(homes.map(([who]) => who))).toEqual(new Set([0, 1]))
  expect(homes).toHaveLength(2)
  expect(new Set(homes.map(([, home]) => home)).size).toBe(1)
})

it('what the clerk found goes with the application that is taken back', async () => {
  const of = await claimed()
  await found(of, [1, 2])
  const [first] = of.people
  if (!first) throw new Error('somebody asked')
  expect(await withdrawApplication(database.at(of.closedAt), first, of.problem.slug)).toMatchObject({ ok: true })
  const all = await applicationsOf(read(), of.problem.id)
  expect(all.find(({ account }) => account === first.account)).toMatchObject({ address: null, livesThere: null })
})

it('is asked of the clerk on the page of the applications; whoever chooses reads that it waits', async () => {
  const of = await claimed()
  const pageFor = async (as: 'chen' | 'dora') =>
    textOf(
      await answerAt(
        arenaRoutes,
        'arena.applications',
        visitIn(database, town.place, { at: of.closedAt, as: town.people[as], params: { problem: of.problem.slug } }),
      ),
    )
  expect(await pageFor('chen')).toContain('Who lives together?')
  const chooser = await pageFor('dora')
  expect(chooser).toContain('A clerk looks up who lives together')
  expect(chooser).not.toContain('Who lives together?')
})
