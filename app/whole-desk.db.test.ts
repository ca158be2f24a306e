import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { councillors, type PersonKey } from './demo/lindhavn/cast.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type Browser, type TestHouse } from './testing.ts'

/** Each desk of the demonstration: what the tables say waits for her is on it, and nothing that she may not do. */

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
}, 600_000)

afterAll(() => house.close())

const politicians = councillors.map(({ key }) => key as PersonKey)

async function browserFor(key: PersonKey): Promise<Browser> {
  return house.browser(town.place, town.people[key].account)
}

/** Where the presses of what waits lead to. */
function waitsOn(html: string): readonly string[] {
  const list = /<ul class="fm-plain fm-todos">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
  return [...list.matchAll(/href="\/en\/[^/"]+([^"]*)"/g)].map(([, path = '']) => path)
}

/** What any page of a case offers: not what somebody is asked for. */
const besides = ['/moderation/reports', '/follow"', '/sign-out']

/** Told from the tables, apart from the pages: what names her, or her body, and has no answer. */
const owed = `
  with me as (select $1::uuid as person), mine as (
    select m.body_id, bool_or(m.is_chair) as chairs
    from directory.membership m join directory.body b on b.id = m.body_id and b.kind <> 'party'
    where m.person_id = $1 and m.starts_on <= current_date and (m.ends_on is null or m.ends_on >= current_date)
    group by m.body_id
  )
  select '/problems/' || p.slug || '/questions/' || q.number as path
  from inquiry.question q
  join inquiry.round r on r.question_id = q.id and r.round = q.round
  join problem.problem p on p.id = q.problem_id
  where q.to_person = $1 and r.reply is null and q.source is null
  union all
  select '/problems/' || p.slug || '/answer/' || i.number || '/edit'
  from decision.item i
  join decision.package k on k.id = i.package_id
  join problem.problem p on p.id = k.problem_id
  where k.body_id in (select body_id from mine) and k.closed_at is null and k.return_on is not null and not exists (
    select from decision.current_answer c where c.recommendation_id = i.recommendation_id and c.kind <> 'park')
  union all
  select '/problems/' || p.slug || '/answer'
  from decision.direction d
  join problem.problem p on p.id = d.problem_id
  where d.body_id in (select body_id from mine)
    and not exists (select from decision.package k where k.problem_id = d.problem_id)
    and not exists (select from decision.direction_reply y where y.direction_id = d.id and y.person_id = $1)
  union all
  select '/problems/' || p.slug || '/delivery/' || c.number
  from delivery.commitment c
  join problem.problem p on p.id = c.problem_id
  where c.owner_id = $1 and c.source is null and c.discarded_at is null and c.standing in ('promised', 'late')
    and (c.confirmed_at is null or least(c.next_report_on, (
      select min(m.due_on) from delivery.milestone m where m.commitment_id = c.id and m.reached_on is null
    )) <= current_date + 13)
  union all
  select '/problems/' || p.slug || '/outcome'
  from outcome.value_account v
  join problem.problem p on p.id = v.problem_id
  join decision.package k on k.problem_id = p.id
  where v.signed_at is null and v.source is null and k.body_id in (select body_id from mine)
    and not exists (
      select from outcome.value_account later where later.problem_id = v.problem_id and later.version > v.version)`

describe('what waits', () => {
  it('is on the desk of whom it names, whoever she is', async () => {
    let all = 0
    for (const key of politicians) {
      const rows = await house.asOwner(owed, [town.people[key].person])
      const { html } = await (await browserFor(key)).get('/desk')
      const listed = waitsOn(html).map((path) => path.replace(/#.*$/, ''))
      for (const { path } of rows) expect(listed, `${key} is asked for ${String(path)}`).toContain(path)
      all += rows.length
    }
    expect(all, 'the demonstration has something that waits').toBeGreaterThan(10)
  })

  it.each([...politicians, 'clerk', 'facilitator', 'officer'] as const)(
    '%s: each thing listed leads in one press to a page on which she can do it',
    async (key) => {
      const browser = await browserFor(key)
      const isStaff = !politicians.includes(key)
      const { html, status } = await browser.get(isStaff ? '/bench' : '/desk')
      expect(status).toBe(200)
      const listed = waitsOn(html)
      expect(new Set(listed).size, 'nothing stands twice').toBe(listed.length)
      for (const path of listed) {
        const page = await browser.get(path.replace(/#.*$/, ''))
        expect(page.status, path).toBe(200)
        const main = /<main.*<\/main>/s.exec(page.html)?.[0] ?? ''
        const anchor = /#(.*)$/.exec(path)?.[1]
        if (anchor !== undefined) expect(main, `${path} has its place`).toContain(`id="${anchor}"`)
        const acts = [...main.matchAll(/<form[^>]*>/g)].filter(
          ([form]) => form.includes('method="post"') && !besides.some((act) => form.includes(act)),
        )
        // Who stays away from a group is a warning to whoever runs it: it is there to be read, and to be talked about.
        if (path.endsWith('/meetings/attendance')) expect(main).toContain('<table')
        else expect(acts.length, `${path} has something to do`).toBeGreaterThan(0)
      }
    },
  )

  it('is in the order of its days, what has none last', async () => {
    for (const key of politicians) {
      const { html } = await (await browserFor(key)).get('/desk')
      const list = /<ul class="fm-plain fm-todos">(.*?)<\/ul>/s.exec(html)?.[1] ?? ''
      const items = list.split('<li class="fm-todo">').slice(1)
      const dated = items.map((item) => !item.includes('No date'))
      expect(
        dated.toSorted((a, b) => Number(b) - Number(a)),
        key,
      ).toEqual(dated)
    }
  })

  it('is nobody else’s: a resident has no desk, and staff have none', async () => {
    for (const key of ['noah', 'clerk', 'facilitator'] as const)
      expect((await (await browserFor(key)).get('/desk')).status, key).toBe(403)
  })
})
