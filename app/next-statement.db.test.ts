import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase, residents } from '../stages/opinion/testing.ts'
import { openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'

/** One statement after the other: as pages where there is no script, as a part of one where htmx asks; with the same words. */

const statements = ['Light the crossings at night', 'Ramps come before benches', 'No cars before half past eight']
const fromHere = { origin: testOrigin, 'sec-fetch-site': 'same-origin' }
const byHtmx = { 'hx-request': 'true' }

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
}, 60_000)
afterAll(() => house.close())

type Voting = { readonly at: string; readonly browser: Browser }

async function newVoter(): Promise<Voting> {
  const { slug } = await openCase(house.database, town, { statements })
  const [voter] = await residents(house.database, town, 1)
  return { at: `/problems/${slug}/statements`, browser: await house.browser(town.place, voter?.account ?? null) }
}

const numberIn = (html: string): string => /statements\/(\d+)\/vote"/.exec(html)?.[1] ?? 'none'

describe('a vote', () => {
  it('without script leads to the page of the next statement, with the focus on it and a way back', async () => {
    const { at, browser } = await newVoter()
    const first = await browser.get(at)
    expect(first.html).toContain('Statement 1 of 3')
    expect(first.html).not.toContain('autofocus')
    const number = numberIn(first.html)
    const voted = await browser.post(`${at}/${number}/vote`, { choice: 'agree' })
    expect(voted.status).toBe(303)
    expect(voted.to).toBe(`/en/${town.place.slug}${at}?after=${number}`)
    const next = await browser.get(`${at}?after=${number}`)
    expect(next.html).toContain('<!doctype html>')
    expect(next.html).toContain('Statement 2 of 3')
    expect(next.html).toMatch(/class="fm-statement[^>]*autofocus/)
    expect(next.html).toContain('You agreed with “')
    expect(next.html).toContain(`${at}?change=${number}"`)
    expect(numberIn(next.html)).not.toBe(number)
  })

  it('that is the fifth keeps the promise to say where she stands, though no map is drawn yet', async () => {
    const six = Array.from({ length: 6 }, (_, at) => `Statement of this case, number ${at + 1}`)
    const { slug } = await openCase(house.database, town, { statements: six })
    const [voter] = await residents(house.database, town, 1)
    const browser = await house.browser(town.place, voter?.account ?? null)
    const at = `/problems/${slug}/statements`
    for (const number of [1, 2, 3, 4]) await browser.post(`${at}/${number}/vote`, { choice: 'agree' })
    expect((await browser.get(at)).html).toContain('Answer 1 more statement, and you see where you stand')
    await browser.post(`${at}/5/vote`, { choice: 'disagree' })
    expect((await browser.get(at)).html).toContain('The first map is drawn when 15 people have voted')
    // On the page of a statement, her answer is the one that is marked.
    const own = (await browser.get(`${at}/5`)).html
    expect(own).toMatch(/fm-ans--disagree is-chosen/)
    expect(own).not.toMatch(/fm-ans--agree is-chosen/)
  })

  it('by htmx is answered at once with the next statement alone, its address, and a form that can be sent', async () => {
    const { at, browser } = await newVoter()
    const number = numberIn((await browser.get(at)).html)
    const voted = await browser.post(`${at}/${number}/vote`, { choice: 'pass' }, 'en', { ...fromHere, ...byHtmx })
    expect(voted.status).toBe(200)
    expect(voted.headers.get('hx-push-url')).toBe(`/en/${town.place.slug}${at}?after=${number}`)
    expect(voted.headers.get('cache-control')).toBe('private, no-store')
    expect(voted.html).toMatch(/^<div class="fm-vote" id="vote"/)
    expect(voted.html).not.toContain('<h1')
    expect(voted.html).toContain('Statement 2 of 3')
    expect(voted.html).toContain('You passed on “')
    expect(voted.html).toContain(`name="form-token" value="${browser.token}"`)
    const again = numberIn(voted.html)
    await browser.post(`${at}/${again}/vote`, { choice: 'agree' }, 'en', { ...fromHere, ...byHtmx })
    // What htmx put in is what a reload shows.
    const part = await house.ask(`/en/${town.place.slug}${at}?after=${again}`, {
      headers: { cookie: browser.cookie, ...byHtmx },
    })
    const whole = await browser.get(`${at}?after=${again}`)
    expect(whole.html).toContain(await part.text())
  })

  it('can be changed at once: the same statement again, with what she said; and left as it is', async () => {
    const { at, browser } = await newVoter()
    const number = numberIn((await browser.get(at)).html)
    await browser.post(`${at}/${number}/vote`, { choice: 'disagree' })
    const changing = await browser.get(`${at}?change=${number}`)
    expect(numberIn(changing.html)).toBe(number)
    expect(changing.html).toContain('You disagree so far')
    expect(changing.html).toMatch(/fm-ans--disagree is-chosen/)
    expect(changing.html).toContain(`${at}?after=${number}"`)
    await browser.post(`${at}/${number}/vote`, { choice: 'agree' })
    expect((await browser.get(`${at}?after=${number}`)).html).toContain('You agreed with “')
    for (const query of ['?change=99', '?change=x', '?after=99'])
      expect((await browser.get(`${at}${query}`)).html, query).toContain('Statement 2 of 3')
  })

  it('on the last of all leads to what she said, the map, and a statement of her own', async () => {
    const { at, browser } = await newVoter()
    for (const [index, choice] of ['agree', 'agree', 'disagree'].entries())
      await browser.post(`${at}/${index + 1}/vote`, { choice })
    const { html } = await browser.get(`${at}?after=3`)
    expect(html).toContain('You have answered every statement')
    expect(html).toMatch(/<dt>Agree<\/dt><dd>2<\/dd>.*<dt>Disagree<\/dt><dd>1<\/dd>.*<dt>Pass<\/dt><dd>0<\/dd>/s)
    for (const way of ['/map"', '/new"', '/mine"']) expect(html).toContain(way)
    expect(html.match(/You agree</g)).toHaveLength(2)
  })

  it('that is refused by htmx is told on a whole page', async () => {
    const { at, browser } = await newVoter()
    const headers = { ...fromHere, ...byHtmx }
    const unknown = await browser.post(`${at}/99/vote`, { choice: 'agree' }, 'en', headers)
    expect(unknown.status).toBe(409)
    expect(unknown.html).toContain('<h1')
    expect(unknown.html).toContain('There is no such statement')
    expect(unknown.headers.get('hx-push-url')).toBeNull()
  })

  it('a visitor asked by htmx gets a part, and no visitor after her gets it for a page', async () => {
    const { at } = await newVoter()
    const path = `/en/${town.place.slug}${at}`
    const part = await (await house.ask(path, { headers: byHtmx })).text()
    const page = await (await house.ask(path)).text()
    const after = await (await house.ask(path, { headers: byHtmx })).text()
    expect([part, page, after].map((html) => html.includes('<h1'))).toEqual([false, true, false])
  })
})
