import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import { lindhavner, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import type { Person, Way } from './person.ts'

/** Noah, on his phone, finds out that the map is for who has voted, votes, sees where he stands, changes his mind and moves. */

const at = `${pathOf(school)}/statements`
const asWalker = ['agree', 'agree', 'agree', 'agree', 'agree', 'agree', 'agree', 'disagree', 'disagree', 'agree']
const turned = { '1': 'Disagree', '5': 'Disagree', '6': 'Disagree', '8': 'Agree', '9': 'Agree', '10': 'Disagree' }

describe.each<Way>(['with JavaScript', 'without JavaScript'])('the map of opinions, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([school])
  })
  afterAll(() => house.close())

  it('shows a resident who has voted where he stands', async () => {
    const noah = await lindhavner(house, 'noah', way)
    await noah.page.setViewportSize({ width: 360, height: 740 })
    await noah.goTo(`${at}/map`)
    await noah.sees('You have voted on 0')
    for (const [index, choice] of asWalker.entries()) {
      await noah.goTo(`${at}/${index + 1}`)
      await noah.send(choice === 'agree' ? /^Agree/ : /^Disagree/)
    }
    await noah.goTo(`${at}/map`)
    await noah.sees('What divides us')
    // Which letter a group gets depends on the ids people have: that of two equal ones is not for us to say.
    const before = await groupOf(noah)
    for (const [number, choice] of Object.entries(turned)) {
      await noah.goTo(`${at}/${number}`)
      await noah.send(new RegExp(`^${choice}`))
    }
    await noah.goTo(`${at}/map`)
    expect(await groupOf(noah)).not.toBe(before)
    await noah.page.emulateMedia({ media: 'print' })
    expect(await noah.page.locator('main').innerText(), 'a page on paper goes from hand to hand').not.toMatch(ownGroup)
    await noah.page.emulateMedia({ media: 'screen' })
    await noah.follow('All statements with their results')
    await noah.follow('See the map of opinions')
    await noah.leave()
  })
})

const ownGroup = /You are nearest to group ([A-E])\b/

async function groupOf({ page }: Person): Promise<string> {
  const said = ownGroup.exec(await page.locator('main').innerText())
  expect(said, page.url()).not.toBeNull()
  return said?.[1] ?? ''
}
