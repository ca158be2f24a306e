import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { presetNames } from '../stages/mandate/presets.ts'
import { raiseProblem, sponsorProblem } from '../stages/problem/commands.ts'
import { cookieOf, openStoryHouse, type StoryHouse } from './house.ts'
import { faultsOf } from './look.ts'

/** A politician has taken a problem up. From there to a mandate draft that lacks no field, by each real model (R8). */

let house: StoryHouse

beforeAll(async () => {
  house = await openStoryHouse()
})

afterAll(() => house.close())

async function takenUp(question: string): Promise<string> {
  const { dora, alice } = house.town.people
  const raised = await raiseProblem(house.database, alice, {
    question,
    whatHappens: 'Water stands in the cellars every autumn.',
    whoIsAffected: 'The people of Mill Lane.',
    language: 'en',
  })
  if (!raised.ok) throw new Error(raised.refusal)
  const taken = await sponsorProblem(house.database, dora, { slug: raised.value.slug, words: 'I have seen it.' })
  if (!taken.ok) throw new Error(taken.refusal)
  return raised.value.slug
}

/** Dora's browser, and how often she pressed something in it. Typing is no press; choosing is. */
async function pressing(isScripted: boolean) {
  const context = await house.browser.newContext({
    baseURL: house.running.origin,
    javaScriptEnabled: isScripted,
    viewport: { width: 360, height: 740 },
  })
  const { account } = house.town.people.dora
  if (!account) throw new Error('dora has no account')
  const cookie = await cookieOf(house.database, house.town.place, account)
  await context.addCookies([{ ...cookie, url: house.running.origin }])
  const page = await context.newPage()
  let presses = 0
  return {
    page,
    press: async (role: 'link' | 'button' | 'radio', name: string | RegExp) => {
      presses += 1
      await page.getByRole(role, { name }).first().click()
    },
    pressAt: async (selector: string) => {
      presses += 1
      await page.locator(selector).click()
    },
    choose: async (field: string, value: string) => {
      presses += 1
      await page.locator(`[name="${field}"]`).selectOption(value)
    },
    presses: () => presses,
    close: () => context.close(),
  }
}

async function type(page: Page, words: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(words)) {
    const field = page.locator(`[name="${name}"]`)
    if ((await field.count()) === 1 && (await field.inputValue()) === '') await field.fill(value)
  }
}

const words = {
  tasks: 'Recommend what to do first.',
  outOfScope: 'The harbour.',
  'matter-1': 'What is built, and when?',
  economicFrame: 'Two million.',
  answerCount: '60',
  politicians: '5',
  citizens: '30',
  meetings: '6',
}

it.each(presetNames.map((name, at) => ({ name, isScripted: at % 2 === 0 })))(
  '$name: a draft that lacks no field in under ten presses (JavaScript: $isScripted)',
  async ({ name, isScripted }) => {
    const slug = await takenUp(`How do we keep the cellars dry by the way of ${name}?`)
    const { page, press, pressAt, choose, presses, close } = await pressing(isScripted)
    await page.goto(`/en/testhavn/problems/${slug}/mandate`)
    await press('link', 'Start from a real model')
    await pressAt(`a[href$="/mandate/models/${name}"]`)
    if (isScripted) expect(await faultsOf(page), name).toEqual([])
    await type(page, words)
    if ((await page.locator('[name="promise"]').count()) > 0) await press('radio', 'Collaborate')
    if ((await page.locator('[name="answerUnit"]').count()) > 0) await choose('answerUnit', 'days')
    await pressAt('[name="room-1"][value="together"]')
    await press('button', 'Make the draft')
    await page.waitForURL(/\/mandate$/)
    expect(presses()).toBeLessThan(10)
    const read = await page.locator('main').innerText()
    expect(read).toContain('The draft stands.')
    expect(read).not.toContain('Write: ')
    expect(read).not.toContain('The profiles ask for more seats')
    expect(read).toContain('Answer: Is the decision still open?')
    await close()
  },
)
