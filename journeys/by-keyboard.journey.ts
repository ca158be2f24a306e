import { chromium, type Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keyboardFaultsOf } from './by-keyboard.ts'
import { browserPath } from './house.ts'

/** The walk by Tab itself: one that finds nothing on a bad page would find nothing on ours either. */

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({ executablePath: browserPath(), args: ['--no-sandbox'] })
})

afterAll(() => browser.close())

async function faultsOn(body: string): Promise<readonly string[]> {
  const page = await browser.newPage({ viewport: { width: 600, height: 400 } })
  await page.setContent(`<!doctype html><html lang="en"><title>One</title><body>${body}`)
  const faults = await keyboardFaultsOf(page)
  await page.close()
  return faults
}

const good = '<a href="#one">First</a> <button>Second</button> <input name="third">'

it.each([
  ['finds nothing on a good page', good, []],
  [
    'sees that Tab leads elsewhere than one reads',
    '<a href="#one" tabindex="2">First</a> <a href="#two" tabindex="1">Second</a>',
    ['Tab goes another way than the page is read'],
  ],
  [
    'sees what holds the focus fast',
    `<button onkeydown="event.preventDefault()">Trap</button> ${good}`,
    ['Tab does not reach a "First"', 'Tab does not reach button "Second"', 'Tab does not reach input "third"'],
  ],
  [
    'sees a focus that nothing shows',
    '<style>button:focus { outline: none }</style><button>Quiet</button>',
    ['nothing shows the focus at button Quiet'],
  ],
  [
    'sees a focus that lies under something',
    '<button>Below</button><p style="position: fixed; inset: 0; margin: 0; background: white">Over all</p>',
    ['the focus is covered at button Below'],
  ],
  [
    'sees a focus outside the window',
    '<a href="#one" style="position: fixed; left: -900px">Away</a>',
    ['the focus is out of sight at a Away'],
  ],
])('%s', async (_, body, faults) => {
  expect(await faultsOn(body)).toEqual(faults)
})
