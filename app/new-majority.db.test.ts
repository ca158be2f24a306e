import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { electAnew } from './testing-election.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type Browser, type TestHouse } from './testing.ts'

/** An election: every term ends, another party has the majority, another mayor leads. What was promised stays promised. */

let house: TestHouse
let town: Lindhavn
let mayor: Browser
let member: Browser
let visitor: Browser
let before: Browser
/** What council and committee owe, by the links of their pages: on the day before, and once the new ones sit. */
let owedBefore: readonly string[]
let owedAfter: readonly string[]
let desks: readonly string[]

const slugs = ['town-council', 'works-committee'] as const

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
  // Somebody who has signed in: a visitor's page is kept for a while.
  visitor = await house.browser(town.place, town.people.noah.account)
  before = await house.browser(town.place, town.people.ragna.account)
  owedBefore = await owedNow()
  const elected = await electAnew(town)
  mayor = await house.browser(town.place, elected.mayor)
  member = await house.browser(town.place, elected.member)
  owedAfter = await owedNow()
  desks = await Promise.all([mayor, member].map(async (browser) => (await browser.get('/desk')).html))
}, 600_000)

afterAll(() => house.close())

async function owedNow(): Promise<readonly string[]> {
  const pages = await Promise.all(slugs.map((slug) => visitor.get(`/bodies/${slug}`)))
  return pages.flatMap(({ html }) => {
    const lists = [...html.matchAll(/<section[^>]*aria-labelledby="owed-[^>]*>(.*?)<\/section>/gs)]
    return lists.flatMap(([, list = '']) => [...list.matchAll(/href="([^"]+)"/g)].map(([, href = '']) => href))
  })
}

const promised = (hrefs: readonly string[]): readonly string[] => hrefs.filter((href) => /\/delivery\/\d+$/.test(href))

describe('a new mayor takes over', () => {
  it('owes what the body owed the day before: the same list, none less and none more', () => {
    expect(owedAfter).toEqual(owedBefore)
    expect(owedBefore.length, 'the demonstration owes something').toBeGreaterThan(3)
  })

  it('says who leads now and since when, who promised each thing then, and that they hold no seat any more', async () => {
    for (const [lang, leads, left, sits] of [
      ['en', 'Vera Nygaard leads this body since', 'who holds no seat any more', 'Who sits here today'],
      ['da', 'Vera Nygaard leder organet siden', 'som ikke længere har sæde', 'Hvem der sidder her i dag'],
    ] as const) {
      const { html } = await mayor.get('/bodies/town-council', lang)
      for (const words of [leads, left, sits]) expect(html).toContain(words)
      const members = [...html.matchAll(/class="fm-person__name">([^<]+)/g)].map(([, name]) => name)
      expect(members.slice(0, 3)).toEqual(['Ali Strand', 'Mia Kvist', 'Vera Nygaard'])
    }
  })

  it('has every open promise of those who left on her desk, with who made it; so has each member', () => {
    expect(promised(owedBefore).length).toBeGreaterThan(1)
    for (const html of desks) {
      for (const href of promised(owedBefore)) expect(html.includes(`href="${href}"`), href).toBe(true)
      expect(html).toContain('Promised by Tomas Brekke')
    }
  })

  it('answers what is open, as every member of the body may', async () => {
    const open = await house.asOwner(
      `select p.slug from decision.package k join problem.problem p on p.id = k.problem_id
        where k.jurisdiction_id = $1 and k.closed_at is null and k.source is null and k.return_on is not null`,
      [town.place.id],
    )
    expect(open.length).toBeGreaterThan(0)
    for (const { slug } of open)
      for (const html of desks) expect(html.includes(`/problems/${String(slug)}/answer/`), String(slug)).toBe(true)
  })

  it('reports on a promise that another mayor made, and the body says it was kept', async () => {
    const [href = ''] = promised(owedBefore)
    const path = href.replace(`/en/${town.place.slug}`, '')
    const words = { text: 'It is done.', standing: 'kept' }
    expect((await member.post(`${path}/report`, words)).status, 'only the chair says it for the body').toBe(422)
    expect((await mayor.post(`${path}/report`, words)).status).toBe(303)
    expect(await owedNow()).not.toContain(href)
  })

  it('finds the cases whose politicians have left, and takes one up', async () => {
    const { html } = await mayor.get('/bodies/town-council')
    expect(html).toContain('Cases whose politicians have left')
    const left = html.slice(html.indexOf('id="left-cases"'))
    const [, path = ''] = /href="\/en\/[^/]+(\/problems\/[^/]+)\/problem#ways-in"/.exec(left) ?? []
    const taken = await mayor.post(`${path}/problem/sponsor`, { words: 'We go on with it.' })
    expect(taken.status).toBe(303)
    expect((await mayor.get('/bodies/town-council')).html).not.toContain(`${path}/problem#ways-in`)
  })

  it('is the mayor: who led before has no desk any more, and her record keeps her promises', async () => {
    expect((await before.get('/desk')).status).toBe(403)
    const record = await visitor.get('/people/ragna-holm/record')
    expect(record.status).toBe(200)
    expect(record.html).toContain('Mayor')
    expect(record.html).toContain('Town council')
  })
})
