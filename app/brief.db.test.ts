import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { escaped, type TestHouse } from './testing.ts'

/** Before a meeting, in two minutes: the way to it from the desk and from the calendar, and what it says. */

let house: TestHouse
let town: Lindhavn
/** A politician and a citizen of a group that meets soon. */
let next: Readonly<Record<'slug' | 'number' | 'politician' | 'citizen' | 'person', string>>

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn())
  const [row] = await house.asOwner(
    `select p.slug, m.number, s.account_id as politician, s.person_id as person,
        (select c.account_id from arena.seat c where c.problem_id = p.id and c.person_id is null limit 1) as citizen
      from meeting.meeting m
      join problem.problem p on p.id = m.problem_id
      join arena.seat s on s.problem_id = p.id and s.person_id is not null
      where m.jurisdiction_id = $1 and m.ends_at > now() and m.state = 'called'
      order by m.starts_at, s.is_chair desc limit 1`,
    [town.place.id],
  )
  if (!row) throw new Error('nobody meets soon in the demonstration')
  next = Object.fromEntries(Object.entries(row).map(([name, value]) => [name, String(value)])) as typeof next
}, 600_000)

afterAll(() => house.close())

const browser = (account: string) => house.browser(town.place, account as Id<'account'>)

function wordsOf(html: string): readonly string[] {
  const main = /<main.*<\/main>/s.exec(html)?.[0] ?? ''
  return main
    .replaceAll(/<svg.*?<\/svg>/gs, ' ')
    .replaceAll(/<[^>]+>/g, ' ')
    .split(/\s+/)
    .filter(Boolean)
}

it('is one press from the desk, in both languages, and read in two minutes', async () => {
  const hers = await browser(next.politician)
  const path = `/problems/${next.slug}/meetings/${next.number}/brief`
  for (const [lang, title, parts] of [
    ['en', 'Before the meeting', ['New since you looked', 'What they ask you', 'What you promised in this case']],
    ['da', 'Før mødet', ['Nyt siden sidst', 'Hvad de spørger dig om', 'Hvad du har lovet i denne sag']],
  ] as const) {
    expect((await hers.get('/desk', lang)).html).toMatch(/href="[^"]*\/meetings\/\d+\/brief"/)
    const { html, status } = await hers.get(path, lang)
    expect(status).toBe(200)
    expect(html).toContain(title)
    for (const part of parts) expect(html).toContain(part)
    // 200 words a minute is how adults read a text of facts.
    expect(wordsOf(html).length).toBeLessThanOrEqual(400)
  }
})

it('tells what she was told of this case and has not read; once she has read it, nothing', async () => {
  const hers = await browser(next.politician)
  const path = `/problems/${next.slug}/meetings/${next.number}/brief`
  await house.asOwner(`update notices.notice set read_at = now() where account_id = $1`, [next.politician])
  for (const [slug, title] of [
    [next.slug, 'The walk to school'],
    [next.slug, 'The walk home'],
    ['another-case', 'Somewhere else'],
  ] as const)
    await house.asOwner(
      `insert into notices.notice (jurisdiction_id, id, account_id, stage, message, values, address, params, happening, at, mail)
        values ($1, gen_random_uuid(), $2, 'meeting', 'told.called', $3, 'journey', $4, gen_random_uuid(), now(), 'never')`,
      [town.place.id, next.politician, { question: 'Why?', title }, { problem: slug }],
    )
  const { html } = await hers.get(path)
  expect(html).toContain('2 notices of this case you have not read')
  for (const title of ['The walk to school', 'The walk home']) expect(html).toContain(title)
  expect(html).not.toContain('Somewhere else')
  expect((await hers.post('/notices/read')).status).toBe(303)
  expect((await hers.get(path)).html).toContain('You have read everything you were told of this case')
})

it('says what they ask her and what she promised here, and nothing of another case', async () => {
  const { html } = await (await browser(next.politician)).get(`/problems/${next.slug}/meetings/${next.number}/brief`)
  const asked = await house.asOwner(
    `select q.question, p.slug from inquiry.question q
      join inquiry.round r on r.question_id = q.id and r.round = q.round
      join problem.problem p on p.id = q.problem_id
      where q.to_person = $1 and r.reply is null and q.source is null`,
    [next.person],
  )
  for (const { question, slug } of asked)
    expect(html.includes(escaped(String(question))), String(question)).toBe(slug === next.slug)
  for (const [, slug] of html.matchAll(/href="[^"]*\/problems\/([^/"]+)\/delivery\/\d+"/g)) expect(slug).toBe(next.slug)
})

// The brief of a meeting that was held was headed "Before the meeting".
it('of a meeting that is over it says that it is', async () => {
  const [row] = await house.asOwner(
    `select p.slug, m.number from problem.problem p join meeting.meeting m on m.problem_id = p.id
      where p.jurisdiction_id = $1 and m.ends_at < now() order by m.ends_at limit 1`,
    [town.place.id],
  )
  const hers = await browser(next.politician)
  const path = `/problems/${String(row?.['slug'])}/meetings/${String(row?.['number'])}/brief`
  for (const [lang, after, before] of [
    ['en', 'After the meeting', 'Before the meeting'],
    ['da', 'Efter mødet', 'Før mødet'],
  ] as const) {
    const { html } = await hers.get(path, lang)
    expect(html).toContain(after)
    expect(html).not.toContain(before)
  }
})

// It said that nobody waits for an answer while two recommendations did, and a question for the meeting was late.
it('names what the answer to the group waits for from her, once it is handed over', async () => {
  const [row] = await house.asOwner(
    `select p.slug, m.number from problem.problem p join meeting.meeting m on m.problem_id = p.id
      where p.jurisdiction_id = $1 and p.slug = $2 order by m.number limit 1`,
    [town.place.id, 'who-should-the-evening-bus-to-nordby-serve'],
  )
  const mayor = await browser(String(town.people.ragna.account))
  const { html } = await mayor.get(`/problems/${String(row?.['slug'])}/meetings/${String(row?.['number'])}/brief`)
  expect(html).not.toContain('Nobody waits for an answer from you in this case')
  for (const words of ['Answer recommendation 2', 'Answer recommendation 4', 'Reply to question 2 of the meeting'])
    expect(html).toContain(words)
  expect(wordsOf(html).length).toBeLessThanOrEqual(400)
})

it('is for politicians, and only of a meeting there is', async () => {
  const path = `/problems/${next.slug}/meetings/${next.number}/brief`
  expect((await (await browser(next.citizen)).get(path)).status).toBe(403)
  expect((await (await browser(next.politician)).get(`/problems/${next.slug}/meetings/99/brief`)).status).toBe(404)
})

it('stands in her own calendar at each meeting; in a citizen’s there is none', async () => {
  for (const [who, has] of [
    [next.politician, true],
    [next.citizen, false],
  ] as const) {
    const made = await (await browser(who)).post('/me/calendar')
    const [, token = ''] = /own-calendar\/([\w-]+\.ics)/.exec(made.html) ?? []
    const { html } = await (await house.browser(town.place, null)).get(`/own-calendar/${token}`)
    const unfolded = html.replaceAll(/\r\n[ \t]/g, '')
    expect(unfolded).toContain('BEGIN:VEVENT')
    expect(unfolded.includes(`/problems/${next.slug}/meetings/${next.number}/brief`)).toBe(has)
  }
})
