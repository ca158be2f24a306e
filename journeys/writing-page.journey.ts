import { AxeBuilder } from '@axe-core/playwright'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { isKept, openRoom, seat, storedText, wordsIn, type Room } from './writers.ts'

/** The page on which a text is written together: its way out, its words to a listener, and what it refuses. */

let house: StoryHouse
let room: Room
beforeAll(async () => {
  house = await openStoryHouse()
})
afterAll(() => house.close())
beforeEach(async () => {
  room = await openRoom(house, ['Kim', 'Liv'])
})

it('the editor is left by keyboard, says who comes, and passes axe', async () => {
  const [kim, liv] = [await seat(room, 'Kim'), await seat(room, 'Liv')]
  await expect.poll(() => kim.page.locator('[data-live-people]').innerText()).toContain('Liv')
  await kim.page.locator('.fm-lclause').first().click()
  await kim.page.keyboard.press('Escape')
  expect(await kim.page.evaluate(() => document.activeElement?.getAttribute('data-act'))).toBe('new-recommendation')
  await kim.page.locator('.fm-ltext').focus()
  await kim.page.keyboard.press('Tab')
  expect(await kim.page.evaluate(() => document.activeElement?.closest('.fm-ltext'))).toBeNull()
  await liv.context.close()
  await expect.poll(() => kim.page.locator('[data-live-spoken]').innerText()).toContain('Liv left the text.')
  const { violations } = await new AxeBuilder({ page: kim.page }).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual([])
  await kim.context.close()
})

it('five megabytes pasted are cut, with words, and nothing breaks', async () => {
  const kim = await seat(room, 'Kim')
  await kim.page.locator('.fm-lclause').first().click()
  await kim.page.keyboard.press('End')
  await kim.page.locator('.fm-ltext').evaluate((root) => {
    const data = new DataTransfer()
    data.setData('text/plain', `${'<b>long</b> '.repeat(400_000)}\n\nlast`)
    root.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }))
  })
  expect(await kim.page.locator('[data-live-note]').innerText()).toMatch(/was too long. \d+ letters/)
  await isKept(kim)
  expect(wordsIn(await storedText(room))).toContain('<b>long</b> <b>long</b>')
  await kim.page.getByRole('button', { name: 'Undo' }).click()
  await isKept(kim)
  expect(wordsIn(await storedText(room))).not.toContain('<b>long</b>')
  await kim.context.close()
})

it('after the hand-over her words stay before her, and she is told why', async () => {
  const liv = await seat(room, 'Liv')
  // She types while her line is down: on a line that is up she may be told before she has typed.
  await liv.context.setOffline(true)
  await liv.page.locator('.fm-lclause').first().click()
  await liv.page.keyboard.insertText('Liv1 Liv2 ')
  await house.database.transact(house.town.place.id, null, (tx) =>
    tx
      .insertInto('draft.frozen')
      .values({ jurisdiction_id: tx.jurisdiction, problem_id: room.problem, at: tx.now })
      .execute(),
  )
  await liv.context.setOffline(false)
  const note = liv.page.locator('[data-live-refused]')
  await note.waitFor()
  expect(await note.innerText()).toContain('handed over')
  expect(await note.locator('textarea').inputValue()).toContain('Liv1 Liv2')
  expect(wordsIn(await storedText(room))).not.toContain('Liv1')
  await liv.context.close()
})
