import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openCase, residents, type Case } from '../stages/opinion/testing.ts'
import { cookieOf, openStoryHouse, type StoryHouse } from './house.ts'
import { turn, violationsInFull } from './look.ts'
import { visitor, type Person, type Way } from './person.ts'

/** On the bus, somebody says what she thinks of twenty-one statements in one sitting, by thumb and by keys, and changes her mind once. */

const statements = Array.from({ length: 21 }, (_, at) =>
  at % 3 === 0
    ? `Number ${at + 1}: the town should put up lamps at each crossing where children walk to school in the dark months of the year.`
    : `Number ${at + 1}: the quay is for people.`,
)
const answers = ['Agree', 'Disagree', 'Pass'] as const

describe.each<Way>(['with JavaScript', 'without JavaScript'])('voting by phone, %s', (way) => {
  let house: StoryHouse
  let told: Case
  let voter: Person
  const hasScript = way === 'with JavaScript'
  const loaded: string[] = []

  beforeAll(async () => {
    house = await openStoryHouse()
    told = await openCase(house.database, house.town, { statements })
    const [{ account } = { account: null }] = await residents(house.database, house.town, 1)
    if (!account) throw new Error('nobody to vote')
    voter = await visitor(house, 'the voter', way)
    await voter.page
      .context()
      .addCookies([{ ...(await cookieOf(house.database, house.town.place, account)), url: house.running.origin }])
    await voter.page.setViewportSize({ width: 360, height: 740 })
    voter.page.on('request', (request) => {
      if (request.isNavigationRequest()) loaded.push(request.url())
    })
  })
  afterAll(() => house.close())

  const where = () => voter.page.locator('#where').innerText()
  /** Where the answers stand in the window. */
  const place = async () => (await voter.page.locator('.fm-answers').boundingBox())?.y ?? -1

  /** By thumb, or where there is script every other time by key; then the next statement is there. */
  async function answer(number: number, choice: (typeof answers)[number]): Promise<void> {
    const isByKey = hasScript && number % 2 === 0
    if (isByKey) {
      // The statement takes the focus a moment after its words are there, and only then the keys.
      await expect.poll(() => voter.page.evaluate('document.activeElement.className')).toMatch('fm-statement')
      await voter.page.keyboard.press(`${answers.indexOf(choice) + 1}`)
    } else await voter.page.getByRole('button', { name: new RegExp(`^${choice}`) }).click()
    await expect
      .poll(() => voter.page.locator('#vote').innerText(), { timeout: 30_000 })
      .toMatch(number === 21 ? 'You have answered every statement' : `Statement ${number + 1} of 21`)
  }

  /** Is one press a statement, twenty-one times; the answers stay where they are. */
  async function votesTwelveTimes(): Promise<void> {
    await voter.goTo(`/problems/${told.slug}/statements`)
    expect(await where()).toBe('Statement 1 of 21')
    const { y = 741, height = 0 } = (await voter.page.locator('.fm-answers').boundingBox()) ?? {}
    expect(y + height, 'the first statement is read and answered without scrolling').toBeLessThanOrEqual(740)
    await answer(1, 'Agree')
    const [before, loads] = [await place(), loaded.length]
    for (let number = 2; number <= 12; number += 1) {
      await answer(number, answers[number % 3] ?? 'Pass')
      if (hasScript) expect(await place(), `after ${number}`).toBe(before)
      expect(before).toBeGreaterThan(0)
    }
    const boxes = await voter.page.getByRole('group', { name: 'Your answer' }).getByRole('button').all()
    expect(boxes).toHaveLength(3)
    for (const box of boxes) {
      const { y = 0, width = 0, height = 0 } = (await box.boundingBox()) ?? {}
      expect(Math.min(width, height)).toBeGreaterThanOrEqual(44)
      expect(y + height, 'within the window').toBeLessThanOrEqual(740)
    }
    if (hasScript) expect(loaded.length, 'no page was loaded').toBe(loads)
    expect(await voter.page.evaluate('document.activeElement.className')).toMatch('fm-statement')
    if (hasScript) expect(await violationsInFull(voter.page)).toEqual([])
  }

  /** Her last answer can be changed at once, and left again. */
  async function changesHerLastAnswer(): Promise<void> {
    const last = await voter.page.locator('.fm-undo').innerText()
    await voter.page.getByRole('link', { name: 'Change this answer' }).click()
    await expect.poll(where).toMatch('so far. Change your answer:')
    expect(voter.page.url()).toMatch(/[?]change=\d+$/)
    if (hasScript) expect(await violationsInFull(voter.page)).toEqual([])
    await voter.page.getByRole('link', { name: 'Keep this answer' }).click()
    await expect.poll(where).toBe('Statement 13 of 21')
    expect(await voter.page.locator('.fm-undo').innerText()).toBe(last)
    await voter.page.getByRole('link', { name: 'Change this answer' }).click()
    await expect.poll(where).toMatch('so far. Change your answer:')
    await voter.page.getByRole('button', { name: /^Disagree/ }).click()
    await expect.poll(where).toBe('Statement 13 of 21')
    await voter.sees('You disagreed with')
  }

  /** Reloading shows the same statement, and going back shows what was before. */
  async function reloadsAndGoesBack(): Promise<void> {
    const [text, url] = [await voter.page.locator('#statement').innerText(), voter.page.url()]
    expect(url).toMatch(/[?]after=\d+$/)
    await voter.page.reload()
    expect(await voter.page.locator('#statement').innerText()).toBe(text)
    await voter.page.goBack()
    await expect.poll(() => voter.page.url()).toMatch(/[?]change=\d+$/)
    await expect.poll(where).toMatch('so far. Change your answer:')
    await voter.page.goForward()
    await expect.poll(where).toBe('Statement 13 of 21')
    expect(await voter.page.locator('#statement').innerText()).toBe(text)
  }

  /** Keys with a modifier, typed in a field, or away from the statement vote on nothing. */
  async function typesElsewhere(): Promise<void> {
    await voter.page.evaluate('document.activeElement.blur()')
    await voter.page.keyboard.press('1')
    await voter.page.locator('.fm-statement').focus()
    for (const key of ['Control+1', 'Alt+2', 'Meta+3']) await voter.page.keyboard.press(key)
    await voter.page.evaluate(`document.querySelector('main').append(document.createElement('input'))`)
    await voter.page.locator('main > input').fill('')
    await voter.page.locator('main > input').pressSequentially('123')
    expect(await voter.page.locator('main > input').inputValue()).toBe('123')
    expect(await where()).toBe('Statement 13 of 21')
    await voter.page.reload()
    expect(await where()).toBe('Statement 13 of 21')
  }

  /** An answer that never arrives is told, and can be pressed again. */
  async function losesTheNet(): Promise<void> {
    await voter.page.context().setOffline(true)
    await voter.page.locator('.fm-statement').focus()
    await voter.page.keyboard.press('1')
    await voter.sees('Your answer did not reach us')
    expect(await where()).toBe('Statement 13 of 21')
    await voter.page.context().setOffline(false)
  }

  /** The end is a page worth arriving at. */
  async function comesToTheEnd(): Promise<void> {
    for (let number = 13; number <= 21; number += 1) await answer(number, 'Agree')
    await voter.sees('You have answered every statement')
    expect(await voter.page.evaluate('document.activeElement.getAttribute("aria-labelledby")')).toBe('done')
    if (hasScript) {
      expect(await violationsInFull(voter.page)).toEqual([])
      await turn(voter.page, 'narrow and dark')
      expect(await violationsInFull(voter.page)).toEqual([])
    }
    await voter.page.reload()
    await voter.sees('You have answered every statement')
    await voter.follow('My votes on this case')
    await voter.sees('Number 21')
    await voter.leave()
  }

  it('abuse 67: takes one sitting, in which nobody else is asked anything, nothing jumps, nothing is lost and everything can be taken back', async () => {
    await votesTwelveTimes()
    await changesHerLastAnswer()
    await reloadsAndGoesBack()
    if (hasScript) await typesElsewhere()
    if (hasScript) await losesTheNet()
    await comesToTheEnd()
  })
})
