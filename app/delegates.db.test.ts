import { newId, type Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { delegateWords } from '../overview/delegates/messages/words.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { noteWords } from '../stages/inquiry/notes/messages/words.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { escaped, openTestHouse, type Browser, type Page, type TestHouse } from './testing.ts'

/** Somebody prepares for a politician: named, agreed, shown with both names, and over at once. */

let house: TestHouse
let town: Town
let notes: string

beforeAll(async () => {
  house = await openTestHouse(6)
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
  const raised = await (
    await as('alice')
  ).post('/problems/new', { question: 'Who lights the path?', whatHappens: 'It is dark.', whoIsAffected: 'All.' })
  notes = `${(raised.to ?? '').replace('/en/testhavn', '')}/notes`
}, 120_000)

afterAll(() => house.close())

const as = (who: Townsperson): Promise<Browser> => house.browser(town.place, town.people[who].account)
const say = delegateWords.say('en')
const today = (): Temporal.PlainDate => Temporal.Now.zonedDateTimeISO(town.place.timeZone).toPlainDate()
const words = {
  from: 'talk',
  talk: 'A walk at low tide',
  heard: 'Pupils avoid it',
  changed: 'Light first',
  why: 'Cheap',
}
const personOf = (who: Townsperson): string => town.people[who].person ?? ''

/** The number in a hidden field of the page of who looks: what she can say yes to, or end, beside the other one's name. */
async function delegationOn(browser: Browser, other: Townsperson): Promise<string> {
  const { html } = await browser.get('/delegates')
  const shown = `>${other.charAt(0).toUpperCase()}${other.slice(1)}<`
  const beside = html.slice(html.lastIndexOf(shown))
  return html.includes(shown) ? (/name="delegation" value="([^"]+)"/.exec(beside)?.[1] ?? '') : ''
}

async function name(who: Townsperson, email: string, days = 30): Promise<Page> {
  return (await as(who)).post('/delegates', { email, until: today().add({ days }).toString() })
}

async function lets(politician: Townsperson, who: Townsperson): Promise<void> {
  expect((await name(politician, `${who}@example.org`)).status).toBe(303)
  const browser = await as(who)
  expect(
    (await browser.post('/delegates/agreements', { delegation: await delegationOn(browser, politician) })).status,
  ).toBe(303)
}

async function publishes(who: Townsperson, behalf: string, heard = words.heard): Promise<Page> {
  return (await as(who)).post(notes, { ...words, heard, behalf })
}

async function count(sql: string, values: readonly unknown[] = []): Promise<number> {
  return Number((await house.asOwner(`select count(*)::int as n from ${sql}`, values))[0]?.['n'])
}

it('abuse 44: what a public employee publishes for a politician names both, wherever it is read, and she is told', async () => {
  expect((await publishes('chen', personOf('dora'))).status).toBe(403) // nobody has named her
  expect((await name('dora', 'chen@example.org')).status).toBe(303)
  const mail = await house.asOwner(
    "select data from pgboss.job where name = 'mail.send' and data->>'to' = 'chen@example.org'",
  )
  expect(JSON.stringify(mail)).toContain('/en/testhavn/delegates')
  expect((await publishes('chen', personOf('dora'))).status, 'named, and not yet agreed').toBe(403)
  const dorasPage = '/people/dora'
  expect((await (await as('alice')).get(dorasPage)).html).not.toContain('>Chen<')
  const chen = await as('chen')
  await chen.post('/delegates/agreements', { delegation: await delegationOn(chen, 'dora') })
  const shown = (await (await as('alice')).get(dorasPage)).html
  expect(shown).toContain(say('public', { name: 'Dora' }))
  expect(shown).toContain('>Chen<')
  expect((await publishes('chen', personOf('dora'))).status).toBe(303)
  for (const lang of ['en', 'da']) {
    const both = noteWords.say(lang)('notes.on-behalf', { name: 'Chen', politician: 'Dora', kind: 'staff' })
    for (const path of [notes, dorasPage]) {
      const { html } = await (await as('alice')).get(path, lang)
      expect(html).toContain(escaped(both))
      expect(html).toContain('fm-staff')
    }
  }
  expect((await (await as('alice')).get(notes)).html).toContain('By Chen, staff, on behalf of Dora')
  const told = await house.asOwner(
    "select data from pgboss.job where name = 'notices.tell' and data->>'message' = 'told.note-for-you' and data->'values'->>'by' = 'Chen'",
  )
  expect(told.map(({ data }) => (data as { only: unknown }).only)).toEqual([[town.people.dora.account]])
  const [fact] = await house.asOwner(
    "select public from ledger.event where kind = 'inquiry.note-written' and public->>'person' = $1",
    [personOf('dora')],
  )
  expect(fact).toMatchObject({ public: { person: personOf('dora'), onBehalf: 'staff' } })
  expect(
    await count("ledger.event where kind in ('delegates.named', 'delegates.agreed') and public->>'person' = $1", [
      personOf('dora'),
    ]),
  ).toBeGreaterThanOrEqual(2)
})

it('abuse 44: one who prepares for one politician publishes for no other, and in no name of her own', async () => {
  await lets('emil', 'aisha')
  const before = await count('inquiry.note')
  expect((await publishes('aisha', personOf('freja'))).status).toBe(403)
  expect((await publishes('aisha', newId('person'))).status).toBe(403)
  expect((await publishes('aisha', 'emil')).status).toBe(403)
  expect((await publishes('aisha', '')).status).toBe(403)
  expect((await publishes('bashir', personOf('emil'))).status).toBe(403)
  expect(await count('inquiry.note')).toBe(before)
  expect((await publishes('aisha', personOf('emil'))).status).toBe(303)
  expect((await (await as('alice')).get(notes)).html).toContain('By Aisha on behalf of Emil')
})

it('abuse 44: either ends it, and it is over with the next press; what was published stays', async () => {
  for (const ends of ['freja', 'bashir'] as const) {
    await lets('freja', 'bashir')
    const open = await as('bashir')
    expect((await publishes('bashir', personOf('freja'), `Heard before ${ends} ended it`)).status).toBe(303)
    const browser = await as(ends)
    expect(
      (
        await browser.post('/delegates/ends', {
          delegation: await delegationOn(browser, ends === 'freja' ? 'bashir' : 'freja'),
        })
      ).status,
    ).toBe(303)
    expect((await open.post(notes, { ...words, behalf: personOf('freja') })).status).toBe(403)
    expect((await open.get(notes)).html).toContain(`Heard before ${ends} ended it`)
    expect((await open.get('/people/freja')).html).not.toContain(say('public', { name: 'Freja' }))
  }
  for (const by of ['politician', 'delegate'])
    expect(await count("ledger.event where kind = 'delegates.ended' and public->>'by' = $1", [by])).toBeGreaterThan(0)
})

it('abuse 44: nobody else says yes to it or ends it, though she knows its number', async () => {
  await name('freja', 'klub@example.org')
  const klub = await as('klub')
  const delegation = await delegationOn(klub, 'freja')
  for (const who of ['alice', 'dora', 'chen', 'ada'] as const) {
    const browser = await as(who)
    const print = await house.print()
    for (const path of ['/delegates/agreements', '/delegates/ends'])
      expect((await browser.post(path, { delegation })).status, `${who} ${path}`).toBe(409)
    expect(await house.print()).toEqual(print)
  }
  expect((await klub.post('/delegates/ends', { delegation })).status, 'a no').toBe(303)
})

it('abuse 44: nobody is named twice, nor herself, nor by who is no politician, and the form keeps what was typed', async () => {
  await name('freja', 'ole@example.org')
  const again = await name('freja', 'ole@example.org')
  expect(again.status).toBe(422)
  expect(again.html).toContain(escaped(say('refused.named-already')))
  expect(again.html).toContain('value="ole@example.org"')
  expect((await name('freja', 'freja@example.org')).html).toContain(escaped(say('refused.not-herself')))
  expect((await name('freja', 'new@example.org', -1)).html).toContain(escaped(say('refused.day-is-over')))
  expect((await name('chen', 'new@example.org')).status).toBe(403)
  expect((await name('ada', 'new@example.org')).status).toBe(403)
})

it('abuse 35: preparing for her ends the second her term does, in a session that is open', async () => {
  const zone = town.place.timeZone
  const lastDay = today().add({ days: 5 })
  await lets('emil', 'gita')
  await house.asOwner('update directory.membership set ends_on = $1 where person_id = $2', [
    lastDay.toString(),
    personOf('emil'),
  ])
  const end = lastDay.add({ days: 1 }).toZonedDateTime(zone).toInstant()
  house.setClock(end.subtract({ seconds: 1 }))
  expect((await publishes('gita', personOf('emil'), 'The last second')).status).toBe(303)
  house.setClock(end.add({ seconds: 1 }))
  const late = await publishes('gita', personOf('emil'), 'One second past')
  house.setClock(null)
  expect(late.status).toBe(403)
  expect(late.html).toContain(escaped(noteWords.say('en')('refused.not-prepared-by-you')))
  expect(await count("inquiry.note where heard = 'One second past'")).toBe(0)
  // With another seat, from the day after on, it does not come back by itself.
  await house.asOwner(
    `insert into directory.membership (jurisdiction_id, id, person_id, body_id, role, starts_on)
     select jurisdiction_id, gen_random_uuid(), person_id, body_id, role, $1 from directory.membership where person_id = $2 limit 1`,
    [lastDay.add({ days: 1 }).toString(), personOf('emil')],
  )
  house.setClock(end.add({ hours: 1 }))
  const elected = await publishes('gita', personOf('emil'), 'With another seat')
  const page = await (await as('gita')).get('/delegates')
  house.setClock(null)
  expect([elected.status, page.html.includes('has ended')]).toEqual([403, true])
  expect(await count("inquiry.note where heard = 'With another seat'")).toBe(0)
})

it('abuse 44: the database takes no note in another’s name, nor one that does not say so', async () => {
  const { alice, dora, chen, emil, ole } = town.people
  await lets('dora', 'ole')
  const put = (account: Id<'account'> | null, person: string, onBehalf: string | null) =>
    house.asOwner(
      `insert into inquiry.note (jurisdiction_id, id, problem_id, number, person_id, account_id, heard, changed, why, language, written_at, on_behalf)
        select jurisdiction_id, gen_random_uuid(), id, 900 + (random() * 9000)::int, $1, $2, 'h', 'c', 'w', 'en', clock_timestamp(), $3
        from problem.problem limit 1`,
      [person, account, onBehalf],
    )
  await expect(put(alice.account, personOf('dora'), null)).rejects.toThrow('does not say on whose behalf')
  await expect(put(alice.account, personOf('dora'), 'staff')).rejects.toThrow('nobody who prepares for her')
  await expect(put(emil.account, personOf('dora'), 'other')).rejects.toThrow('nobody who prepares for her')
  await expect(put(chen.account, personOf('dora'), null)).rejects.toThrow('does not say on whose behalf')
  await expect(put(dora.account, personOf('dora'), 'staff')).rejects.toThrow('does not say on whose behalf')
  await put(dora.account, personOf('dora'), null)
  await put(ole.account, personOf('dora'), 'staff')
})
