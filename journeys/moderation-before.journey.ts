import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase } from '../stages/opinion/testing.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townspeople, type Person, type Way } from './person.ts'

/** Where the group chose it, the clerk reads a statement before anybody else does. Two neighbours write: one is let through, one is not. */

describe.each<Way>(['with JavaScript', 'without JavaScript'])('moderation before, %s', (way) => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })
  afterAll(() => house.close())

  it('lets one statement through and refuses one; both are told', async () => {
    const { slug } = await openCase(house.database, house.town, { statements: [], moderation: 'before' })
    const at = `/problems/${slug}/statements`
    const { alice, bashir, chen } = await townspeople(house, ['alice', 'bashir', 'chen'], way)
    await alice.goTo(`${at}/new`)
    await alice.send('Add my statement', { text: 'The harbour bath should open in April.' })
    await alice.sees('A moderator reads your statement now')
    await alice.sees('A moderator reads it by')
    await bashir.goTo(`${at}/new`)
    await bashir.send('Add my statement', { text: 'Buy your swimming trunks at my shop!' })
    await bashir.goTo(at)
    expect(await bashir.page.locator('main').innerText()).not.toContain('harbour bath')
    await chen.goTo('/bench')
    await chen.sees('2 statements wait to be let through')
    await chen.goTo(`${at}/waiting`)
    await chen.send('Let it through')
    await chen.sees('Everyone can read it and vote on it now')
    await chen.send('Refuse this statement', { rule: /no advertising/, reason: 'It offers goods for sale.' })
    await chen.sees('No statement waits')
    await bashir.goTo(at)
    await bashir.sees('The harbour bath should open in April.')
    await bashir.goTo(`${at}/mine`)
    await bashir.sees('It was not let through')
    await bashir.sees('It offers goods for sale.')
    await bashir.follow('Ask for another look')
    await bashir.sees('It offers goods for sale.')
    await bashir.sees('1 of them was refused before anybody had seen it')
    for (const [person, words] of [
      [alice, 'Your statement was let through'],
      [bashir, 'Your statement was not let through'],
    ] as const) {
      await expect.poll(() => noticesOf(person), { timeout: 20_000 }).toContain(words)
      await person.leave()
    }
    await chen.leave()
  })
})

async function noticesOf({ goTo, page }: Person): Promise<string> {
  await goTo('/me')
  return page.locator('main').innerText()
}
