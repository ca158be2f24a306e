import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kitchens } from '../app/demo/lindhavn/cases/kitchens.ts'
import { answerOffer } from '../stages/arena/acceptances/answering.ts'
import { panelsOf } from '../stages/arena/lottery/panels-store.ts'
import { entriesOf } from '../stages/arena/lottery/pool-store.ts'
import { problemBySlug, type Problem } from '../stages/problem/index.ts'
import { cookieOf } from './house.ts'
import { lindhavner, openLindhavn, pathOf, stranger, type LindhavnHouse } from './lindhavn.ts'
import { visitor, type Person, type Way } from './person.ts'

/**
 * Ten seats by lot. The clerk and the facilitator write down what the dice show, the hall follows on the wall; nine of the ten say
 * yes and one says no, so that the seat is drawn again. Somebody who was not drawn reads her chance, and why.
 */

const at = pathOf(kitchens)
const draw = `${at}/people/draw`
const digits = (number: string) => ({ hundreds: number[0] ?? '', tens: number[1] ?? '', ones: number[2] ?? '' })
const hall = {
  place: 'the library',
  thrownBy: 'three children',
  witnesses: 'A librarian and a neighbour',
  watched: '43',
}

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a public draw, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([kitchens])
  })

  afterAll(() => house.close())

  it('is followed by the hall, declined by one, and drawn again for her seat', async () => {
    const problem = await problemBySlug(house.database.read(house.town.place.id), at.split('/').at(-1) ?? '')
    if (!problem) throw new Error('the case is there')
    const [clerk, facilitator] = [await lindhavner(house, 'clerk', way), await lindhavner(house, 'facilitator', way)]
    const wall = await stranger(house, way)
    await wall.page.setViewportSize({ width: 1920, height: 1080 })
    await wall.goTo(`${draw}?screen`)
    await wall.sees('Three dice decide')
    await wall.sees(/[0-9a-f]{4} [0-9a-f]{4} [0-9a-f]{4}/)

    await throwDice(clerk, facilitator, '472')
    await wall.goTo(`${draw}?screen`)
    await wall.sees('Panel 472 was drawn')
    await wall.goTo(draw)
    await wall.sees('folkmoot verify lottery draw.json')
    if (way === 'with JavaScript') await checkHere(wall)

    const first = await drawnIn(house, { problem, lottery: 1, panel: 472 })
    expect(first).toHaveLength(10)
    const [declines, accepts, ...others] = first
    for (const account of others) await sayYes(house, problem, account)
    const willing = await signedIn(house, accepts, way)
    await willing.goTo(draw)
    await willing.sees('You were drawn')
    await willing.follow('Say yes or no to the seat')
    await willing.send(/Yes/)
    const unwilling = await signedIn(house, declines, way)
    await unwilling.goTo(`${at}/people/offer`)
    await unwilling.send(/No/)

    await clerk.goTo(draw)
    await clerk.sees('One seat is free again')
    await clerk.send('Draw this seat again')
    await clerk.send('Make the 1,000 panels')
    await expect
      .poll(
        async () => {
          await clerk.goTo(draw)
          return clerk.page.locator('h1').innerText()
        },
        { timeout: 120_000, interval: 2000 },
      )
      .toContain('1,000 fair panels are ready')
    await throwDice(clerk, facilitator, '008')
    const [replacement] = await drawnIn(house, { problem, lottery: 2, panel: 8 })
    const called = await signedIn(house, replacement, way)
    await called.goTo(`${at}/people/offer`)
    await called.send(/Yes/)
    await called.goTo(draw)
    await called.sees('This resident takes part')

    await wall.goTo(`${draw}?draw=1`)
    await wall.sees(/has not said yes yet/i)
    const left = await notDrawn(house, problem, [...first, replacement])
    const reader = await signedIn(house, left, way)
    await reader.goTo(`${draw}?draw=1`)
    await reader.sees('You were not drawn this time')
    await reader.sees(/Your chance was \d+ in 1,000/)
    await reader.sees(/because of these limits|It is the average|It is (higher|lower) than the average/)
  })
})

/** Whoever doubts checks what was published in her own browser. */
async function checkHere({ page }: Person): Promise<void> {
  await page.getByRole('button', { name: 'Check the draw here' }).click()
  await page.getByText('The draw is what was published. 10 of 10 checks hold.').waitFor()
  expect(await page.locator('[data-replay-steps] li').allInnerTexts()).toEqual(
    Array.from({ length: 10 }, () => expect.stringMatching(/^Holds /)),
  )
}

async function throwDice(first: Person, second: Person, number: string): Promise<void> {
  await first.goTo(draw)
  await first.send('Write the number', { ...digits(number), ...hall })
  await first.sees('A second person writes what she saw')
  await second.goTo(draw)
  await second.send('This is what I saw', digits(number))
  await second.sees('The panel is drawn')
}

type Drawn = { readonly problem: Problem; readonly lottery: number; readonly panel: number }

/** Who stands behind the numbers of a drawn panel: known to nobody who reads the page. */
async function drawnIn(
  { database, town }: LindhavnHouse,
  { problem, lottery, panel }: Drawn,
): Promise<readonly Id<'account'>[]> {
  const [read, of] = [database.read(town.place.id), { problem: problem.id, lottery }]
  const numbers = (await panelsOf(read, of))?.panels[panel] ?? []
  return (await entriesOf(read, of)).flatMap(({ number, account }) =>
    account && numbers.includes(number) ? [account] : [],
  )
}

async function notDrawn(house: LindhavnHouse, problem: Problem, drawn: readonly (Id<'account'> | undefined)[]) {
  const all = await entriesOf(house.database.read(house.town.place.id), { problem: problem.id, lottery: 1 })
  return all.find(({ account }) => account !== null && !drawn.includes(account))?.account ?? undefined
}

async function sayYes({ database, town }: LindhavnHouse, { slug }: Problem, account: Id<'account'>): Promise<void> {
  const actor = [...Object.values(town.people), ...town.voters].find((one) => one.account === account)
  if (!actor) throw new Error('everybody in the list is of the town')
  const answered = await answerOffer(database, actor, { slug, isYes: true, words: '' })
  expect(answered).toMatchObject({ ok: true })
}

async function signedIn(house: LindhavnHouse, account: Id<'account'> | undefined, way: Way): Promise<Person> {
  if (!account) throw new Error('nobody to sign in')
  const person = await visitor(house, 'somebody of the list', way)
  const cookie = await cookieOf(house.database, house.town.place, account)
  await person.page.context().addCookies([{ ...cookie, url: house.running.origin }])
  return person
}
