import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** One's own page lists what one did, under its own name. */

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database)
  await giveRule(house.database, town)
}, 60_000)
afterAll(() => house.close())

it('a bug once: an experience was called an idea, and the case she raised and the seat she asked for were missing', async () => {
  const { alice, bashir } = town.people
  const browser = await house.browser(town.place, alice.account)
  const question = 'How do boats get in?'
  const raised = await browser.post('/problems/new', { question, whatHappens: 'It is steep.', whoIsAffected: 'Rowers' })
  const slug = /problems\/([^/?]+)/.exec(raised.to ?? '')?.[1] ?? ''
  const told = { kind: 'experience', title: 'I slipped', text: 'On the ramp.', place: '' }
  expect((await browser.post(`/problems/${slug}/ideas`, told)).status).toBe(303)
  await house.asOwner(
    `insert into arena.recruitment (jurisdiction_id, problem_id, min_gender_share, is_one_per_household, household_salt, answer_days,
       forget_on, saved_by, saved_at, confirmed_by, confirmed_at)
     select jurisdiction_id, id, 0.4, false, sha256(''), 5, current_date + 90, $1, now(), $1, now() from problem.problem where slug = $2`,
    [town.people.dora.account, slug],
  )
  await house.asOwner(
    `insert into arena.open_call (jurisdiction_id, problem_id, opened_by, opened_at, closes_at)
     select jurisdiction_id, id, $1, now(), now() + interval '9 days' from problem.problem where slug = $2`,
    [town.people.dora.account, slug],
  )
  await house.asOwner(
    `insert into arena.application (jurisdiction_id, id, problem_id, number, account_id, profile_id, motivation, tie, applied_at)
     select jurisdiction_id, $1, id, 1, $2, $3, 'I row.', 'lives', now() from problem.problem where slug = $4`,
    [newId('application'), alice.account, newId('profile'), slug],
  )

  const { html } = await browser.get('/me')
  const [mine = '', aside = ''] = html.split('id="follows"')
  expect(kindsIn(mine)).toEqual(['Application', 'Experience', 'Problem'])
  expect(mine).toContain(`/problems/${slug}/people/apply">${question}</a>`)
  expect(mine).toContain('The politicians who lead the case answer when the call has closed')
  expect(aside).toContain(`/problems/${slug}">${question}</a>`)
  expect(aside).toContain('name="back" value="me"')
  const other = await (await house.browser(town.place, bashir.account)).get('/me')
  expect(other.html).not.toContain('The politicians who lead the case answer when the call has closed')
})

it('shows twenty of what somebody wrote at a time, each once, and the rest one press away', async () => {
  const browser = await house.browser(town.place, town.people.bashir.account)
  const question = 'Where do bicycles stand?'
  const raised = await browser.post('/problems/new', { question, whatHappens: 'They fall.', whoIsAffected: 'Walkers' })
  const slug = /problems\/([^/?]+)/.exec(raised.to ?? '')?.[1] ?? ''
  const titles = Array.from({ length: 22 }, (_, at) => `Rack number ${at + 1}.`)
  for (const title of titles) {
    const idea = { kind: 'idea', title, text: `${title} It stands by the door.`, place: '', looked: 'yes' }
    expect((await browser.post(`/problems/${slug}/ideas`, idea)).status).toBe(303)
  }

  const first = await browser.get('/me')
  expect(kindsIn(first.html)).toHaveLength(20)
  expect(first.html).toContain('Page 1 of 2 (23 in all)')
  const second = await browser.get(/href="[^"]*(\/me\?mine=2)#mine"/.exec(first.html)?.[1] ?? '')
  expect(kindsIn(second.html)).toHaveLength(3)
  const shown = (html: string) => titles.filter((title) => html.includes(`">${title}</a></h3>`))
  expect([...shown(first.html), ...shown(second.html)].toSorted()).toEqual(titles.toSorted())
})

/** What each of her own things is called, in order. */
function kindsIn(html: string): readonly (string | undefined)[] {
  return [...(html.split('id="mine"')[1] ?? '').matchAll(/<p class="fm-mini">([^<]+)<\/p><h3>/g)].map(
    ([, kind]) => kind,
  )
}
