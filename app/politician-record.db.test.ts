import { slugOf } from '@folkmoot/basics/slug.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { councillors, type PersonKey } from './demo/lindhavn/cast.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type Browser, type TestHouse } from './testing.ts'

/** A politician's record: every figure is counted again here from the tables, by another hand. */

let house: TestHouse
let town: Lindhavn
let visitor: Browser

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
  visitor = await house.browser(town.place, null)
}, 600_000)

afterAll(() => house.close())

const all = councillors.map(({ key, name }) => ({ key: key as PersonKey, slug: slugOf(name, key), name }))

type Rows = readonly Readonly<Record<string, unknown>>[]
type Data = {
  readonly figures: Readonly<Record<string, Readonly<Record<string, number | null>>>>
  readonly rows: Readonly<
    Record<string, readonly { readonly title: string; readonly page: string; readonly state: string }[]>
  >
  readonly definitions: readonly { readonly figure: string; readonly value: string; readonly counts: string }[]
}

async function dataOf(slug: string): Promise<Data> {
  const { html, headers } = await visitor.get(`/people/${slug}/record.json`)
  expect(headers.get('content-type')).toContain('application/json')
  return JSON.parse(html) as Data
}

async function questionsTo(key: PersonKey): Promise<Rows> {
  return house.asOwner(
    `select r.reply is not null as answered, r.replied_at <= r.due_at as timely, r.due_at < now() as past
      from inquiry.question q join inquiry.round r on r.question_id = q.id and r.round = q.round
      where q.to_person = $1 and q.source is null`,
    [town.people[key].person],
  )
}

async function promisesOf(key: PersonKey): Promise<Rows> {
  return house.asOwner(
    `select standing from delivery.commitment where owner_id = $1 and confirmed_at is not null and source is null`,
    [town.people[key].person],
  )
}

const count = (rows: Rows, holds: (row: Rows[number]) => boolean): number => rows.filter(holds).length

describe('each figure', () => {
  it('of questions and promises says what the tables say, for every politician', async () => {
    let asked = 0
    for (const { key, slug } of all) {
      const [{ figures, rows }, questions, promises] = await Promise.all([
        dataOf(slug),
        questionsTo(key),
        promisesOf(key),
      ])
      expect(figures['replies'], slug).toMatchObject({
        asked: questions.length,
        inTime: count(questions, (one) => one['answered'] === true && one['timely'] === true),
        late: count(questions, (one) => one['answered'] === true && one['timely'] === false),
        waiting: count(questions, (one) => one['answered'] === false && one['past'] === false),
        overdue: count(questions, (one) => one['answered'] === false && one['past'] === true),
      })
      expect(figures['promises'], slug).toMatchObject({
        kept: count(promises, (one) => one['standing'] === 'kept'),
        dropped: count(promises, (one) => one['standing'] === 'dropped'),
      })
      const open = (figures['promises']?.['onTrack'] ?? 0) + (figures['promises']?.['late'] ?? 0)
      expect(open, slug).toBe(count(promises, (one) => one['standing'] === 'promised' || one['standing'] === 'late'))
      expect(rows['questions'], slug).toHaveLength(questions.length)
      expect(rows['promises'], slug).toHaveLength(promises.length)
      asked += questions.length
    }
    expect(asked, 'somebody is asked something in the demonstration').toBeGreaterThan(3)
  })

  it('of answers and meetings too, with the median by hand', async () => {
    let answered = 0
    for (const { key, slug } of all) {
      const { figures } = await dataOf(slug)
      const given = await house.asOwner(
        `select c.kind, coalesce(w.is_carried, false) as carried, r.decided_on <= (k.due_at at time zone j.time_zone)::date as timely,
            k.due_at < now() as past, r.decided_on - (k.handed_at at time zone j.time_zone)::date as days
          from decision.current_answer c
          join decision.package k on k.id = c.package_id
          join directory.jurisdiction j on j.id = k.jurisdiction_id
          left join decision.answer_vote w on w.answer_id = c.answer_id and w.version = c.version
          left join directory.resolution r on r.id = w.resolution_id
          where c.person_id = $1`,
        [town.people[key].person],
      )
      const counts = (one: Rows[number]): boolean => one['carried'] === true && one['kind'] !== 'park'
      const days = given
        .filter(counts)
        .map((one) => Number(one['days']))
        .toSorted((a, b) => a - b)
      const [low, high] = [days[Math.floor((days.length - 1) / 2)], days[Math.ceil((days.length - 1) / 2)]]
      expect(figures['answers'], slug).toMatchObject({
        accepted: count(given, ({ kind, carried }) => kind === 'accept' && carried === true),
        rejected: count(given, ({ kind, carried }) => kind === 'reject' && carried === true),
        inTime: count(given, (one) => counts(one) && one['timely'] === true),
        due: count(given, (one) => counts(one) || one['past'] === true),
      })
      const median = figures['answers']?.['medianDays'] ?? null
      if (low === undefined || high === undefined) expect(median).toBe(null)
      else expect(median).toBeCloseTo((low + high) / 2, 3)
      const [held] = await house.asOwner(
        `select count(*)::int as called, (count(*) filter (where is_present and stand_in_id is null))::int as attended
          from meeting.attendance where person_id = $1`,
        [town.people[key].person],
      )
      expect(figures['presence'], slug).toEqual(held)
      answered += given.length
    }
    expect(answered).toBeGreaterThan(3)
  })

  it('stands on the page in the same words as in the data, says what it counts, and leads to its rows', async () => {
    for (const { slug } of all.slice(0, 6)) {
      const [{ html }, { definitions, rows }] = await Promise.all([visitor.get(`/people/${slug}/record`), dataOf(slug)])
      for (const { figure, value, counts } of definitions)
        for (const words of [figure, value, counts]) expect(html, slug).toContain(words)
      for (const list of Object.keys(rows)) {
        expect(html).toContain(`href="#${list}"`)
        expect(html).toContain(`id="${list}"`)
      }
    }
  })

  it('tells an answer the body has not voted for as a proposal, in the rows too', async () => {
    const proposed = await house.asOwner(
      `select c.person_id as person, count(*)::int as count
        from decision.current_answer c
        join decision.package k on k.id = c.package_id
        left join decision.answer_vote w on w.answer_id = c.answer_id and w.version = c.version
        where k.source is null and c.kind <> 'park' and not coalesce(w.is_carried, false)
        group by c.person_id`,
    )
    expect(proposed.length).toBeGreaterThan(0)
    for (const { key, slug } of all) {
      const { rows } = await dataOf(slug)
      const told = count(rows['answers'] ?? [], (one) => String(one['state']).startsWith('Proposed, not carried'))
      const own = proposed.find(({ person }) => person === town.people[key].person)
      expect(told, slug).toBe(own?.['count'] ?? 0)
    }
  })

  it('says no percentage of fewer than ten', async () => {
    for (const { slug } of all) {
      for (const { value } of (await dataOf(slug)).definitions) {
        const [, part, whole] = /^(\d+) of (\d+)/.exec(value) ?? []
        expect(value.includes('%'), `${slug}: ${value}`).toBe(whole !== undefined && Number(whole) >= 10)
        expect(Number(part ?? 0)).toBeLessThanOrEqual(Number(whole ?? 0))
      }
    }
  })

  it('leads to rows that anybody can open', async () => {
    const { rows } = await dataOf('ragna-holm')
    const pages = Object.values(rows).flatMap((list) => list.map(({ page }) => new URL(page).pathname))
    expect(pages.length).toBeGreaterThan(3)
    for (const path of new Set(pages))
      expect((await visitor.get(path.replace(`/en/${town.place.slug}`, ''))).status, path).toBe(200)
  })
})

describe('nobody is ranked', () => {
  const names = (html: string): readonly (readonly string[])[] =>
    [...html.matchAll(/<ul class="fm-plain (?:fm-faces|fm-stack fm-stack--3)">(.*?)<\/ul>/gs)].map(([, list = '']) =>
      [...list.matchAll(/class="fm-person__name">([^<]+)/g)].map(([, name = '']) => name),
    )

  it.each(['/people', '/bodies/town-council', '/bodies/works-committee'])('%s lists people by name', async (path) => {
    for (const lang of ['en', 'da']) {
      const lists = names((await visitor.get(path, lang)).html)
      expect(lists.flat().length).toBeGreaterThan(2)
      for (const list of lists) expect(list).toEqual(list.toSorted(new Intl.Collator(lang).compare))
    }
  })

  it('a case lists its politicians by name: those who lead it, and who did what', async () => {
    const cases = await house.asOwner(
      `select slug from problem.problem where jurisdiction_id = $1 and source is null`,
      [town.place.id],
    )
    let people = 0
    for (const { slug } of cases) {
      const path = `/problems/${String(slug)}`
      const [journey, credits] = await Promise.all([visitor.get(path), visitor.get(`${path}/credits`)])
      const aside = /aria-labelledby="leads".*?<\/section>/s.exec(journey.html)?.[0] ?? ''
      const credited = [...credits.html.matchAll(/<h2[^>]*>.*?class="fm-person__name">([^<]+)/gs)].map(
        ([, name = '']) => name,
      )
      for (const list of [...names(aside), credited])
        expect(list, path).toEqual(list.toSorted(new Intl.Collator('en').compare))
      people += credited.length
    }
    expect(people).toBeGreaterThan(10)
  })

  it('no page of people counts or compares them', async () => {
    for (const path of ['/people', '/people/ragna-holm', '/people/ragna-holm/record']) {
      const { html } = await visitor.get(path)
      expect(html).not.toMatch(/\b(rank|top \d|best|most active|score|average)\b/i)
    }
  })
})

describe('credit', () => {
  it('names who was against as well as who opened, brokered and moved, each with the way to the act', async () => {
    const cases = await house.asOwner(
      `select slug from problem.problem where jurisdiction_id = $1 and source is null`,
      [town.place.id],
    )
    const pages = await Promise.all(cases.map(({ slug }) => visitor.get(`/problems/${String(slug)}/credits`)))
    const whole = pages.map(({ html }) => html).join('')
    for (const word of ['Opened it', 'Brought people together', 'Listened', 'Against', 'Moved it'])
      expect(whole, word).toContain(`<span>${word}</span>`)
    const links = [...whole.matchAll(/<a href="([^"#]+)/g)].map(([, href = '']) => href)
    const acts = new Set(links.filter((href) => href.startsWith(`/en/${town.place.slug}/problems/`)))
    expect(acts.size).toBeGreaterThan(20)
    for (const href of acts)
      expect((await visitor.get(href.replace(`/en/${town.place.slug}`, ''))).status, href).toBe(200)
    expect((await visitor.get('/problems/no-such-case/credits')).status).toBe(404)
  })

  it('tells who voted against an answer of the body, where it votes by name', async () => {
    const [vote] = await house.asOwner(
      `select r.id, p.slug from directory.resolution r
        join decision.put_to_vote v on v.resolution_id = r.id
        join decision.answer a on a.id = v.answer_id
        join decision.package k on k.id = a.package_id
        join problem.problem p on p.id = k.problem_id
        where r.jurisdiction_id = $1 and r.confirmed_at is not null and r.source is null limit 1`,
      [town.place.id],
    )
    const path = `/problems/${String(vote?.['slug'])}/credits`
    const reader = await house.browser(town.place, town.people.officer.account)
    expect((await reader.get(path)).html).not.toContain('Voted against an answer of the body')
    await house.asOwner(`set session_replication_role = replica;
      insert into decision.named_vote (jurisdiction_id, resolution_id, person_id, choice)
      values ('${town.place.id}', '${String(vote?.['id'])}', '${town.people.ruth.person}', 'against')`)
    const { html } = await reader.get(path)
    expect(html).toContain('Ruth Amsel')
    expect(html).toContain('Voted against an answer of the body')
  })

  it('is read from the acts: a stand that is hidden is no longer told', async () => {
    const [stand] = await house.asOwner(
      `select p.id, p.number, b.slug from inquiry.position p
        join problem.problem b on b.id = p.problem_id where p.jurisdiction_id = $1 limit 1`,
      [town.place.id],
    )
    const path = `/problems/${String(stand?.['slug'])}/credits`
    const anchor = `#position-${String(stand?.['number'])}"`
    // Somebody who has signed in: a visitor's page is kept for a while.
    const reader = await house.browser(town.place, town.people.clerk.account)
    expect((await reader.get(path)).html).toContain(anchor)
    await house.asOwner(
      `insert into moderation.hidden (jurisdiction_id, about_kind, about_id, rule, reason, hidden_by, hidden_by_role, hidden_at)
        values ($1, 'position', $2, 'spam', 'A test', $3, 'clerk', now())`,
      [town.place.id, stand?.['id'], town.people.clerk.account],
    )
    expect((await reader.get(path)).html).not.toContain(anchor)
  })
})
