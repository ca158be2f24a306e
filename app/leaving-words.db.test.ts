import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leavingPoll } from '../overview/index.ts'
import { tablesWith } from '../platform/db/testing.ts'
import { library } from './demo/lindhavn/cases/library.ts'
import { school } from './demo/lindhavn/cases/school.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { type TestHouse } from './testing.ts'

/**
 * Abuse 70: three people leave. Mina wrote a recommendation that the council accepted, sits in a group and takes her words along; Noah
 * leaves his; the facilitator moderates, and reports wait for her.
 */

let house: TestHouse
let town: Lindhavn

const libraryAt = `/problems/${slugOf(library.question, 'problem')}`
const schoolAt = `/problems/${slugOf(school.question, 'problem')}`
const comment = 'Zibelda hyssop: my own stairs are the steepest in the street.'

const accountOf = (who: PersonKey): Id<'account'> => {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has an account`)
  return account
}

/** What somebody wrote alone, word for word. */
async function wordsOf(who: PersonKey): Promise<readonly string[]> {
  const rows = await house.asOwner(
    `select text as words from opinion.statement where written_by = $1
     union select unnest(array[title, text]) from draft.idea where written_by = $1
     union select text from draft.comment where written_by = $1`,
    [accountOf(who)],
  )
  return rows.map(({ words }) => String(words))
}

/** Recommendations as they were written, and what the council answered. */
const written = () =>
  house.asOwner(`
    select recommendation_id::text as of, version, title, text || clauses::text as words from draft.recommendation_version
    union all select answer_id::text, version, kind, reason from decision.answer_version
    order by 1, 2`)

async function leave(who: PersonKey, words: 'stay' | 'go') {
  const [row] = await house.asOwner('select email from identity.account where id = $1', [accountOf(who)])
  const browser = await house.browser(town.place, accountOf(who))
  return browser.post('/me/delete', { words, email: String(row?.['email']), understood: 'yes' })
}

async function daysLater(days: number): Promise<void> {
  house.setClock(Temporal.Now.instant().add({ hours: 24 * days + 1 }))
  await leavingPoll(house.database, town.place.id)
}

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(4))
}, 600_000)
afterAll(() => house.close())

describe('abuse 70', { shuffle: false }, () => {
  let minas: readonly string[]
  let noahs: readonly string[]
  let before: readonly Record<string, unknown>[]
  let votes: unknown

  const votesOn = async (who: PersonKey) =>
    (
      await house.asOwner(
        `select s.number, count(v.id)::int as votes from opinion.statement s
         join opinion.vote v on v.jurisdiction_id = s.jurisdiction_id and v.statement_id = s.id
         where s.written_by = $1 group by s.id, s.number order by s.id`,
        [accountOf(who)],
      )
    ).map((row) => ({ ...row }))

  it('abuse 70: who moderates and has open cases does not leave before the role has ended, and leaves the queue to others', async () => {
    const reporter = await house.browser(town.place, accountOf('birgit'))
    const [idea] = await house.asOwner('select id from draft.idea where written_by = $1 limit 1', [accountOf('noah')])
    const about = { kind: 'idea', id: String(idea?.['id']), reason: 'Who is meant?' }
    expect((await reporter.post('/moderation/reports', about)).status).toBe(200)
    expect((await leave('facilitator', 'go')).status).toBe(403)
    await house.asOwner(`update identity.staff_role set ends_at = now() where account_id = $1`, [
      accountOf('facilitator'),
    ])
    expect((await leave('facilitator', 'go')).status).toBe(303)
    const clerk = await house.browser(town.place, accountOf('clerk'))
    expect((await clerk.get('/moderation')).html).toContain('Who is meant?')
  })

  it('abuse 70: nobody leaves without saying what becomes of her words', async () => {
    const browser = await house.browser(town.place, accountOf('mina'))
    const at = await browser.post(`${schoolAt}/ideas/1/comments`, { words: comment })
    expect(at.status).toBe(303)
    const page = await browser.post('/me/delete', { email: 'mina@example.org', understood: 'yes' })
    expect([page.status, page.html.includes('href="#field-words"')]).toEqual([422, true])
  })

  it('abuse 70: two leave, one with her words; within the days of grace all stands but the names', async () => {
    ;[minas, noahs, before, votes] = await Promise.all([wordsOf('mina'), wordsOf('noah'), written(), votesOn('mina')])
    expect(minas).toContain(comment)
    expect(minas.length).toBeGreaterThan(3)
    expect((await leave('mina', 'go')).status).toBe(303)
    expect((await leave('noah', 'stay')).status).toBe(303)
    for (const words of minas) expect(await tablesWith(house.url, words)).not.toEqual([])
    await daysLater(14)
  })

  it('abuse 70: of her who took her words along none is left in any table', async () => {
    const left: string[] = []
    for (const words of minas)
      for (const table of await tablesWith(house.url, words))
        // The queue of mails is empty after minutes where somebody sends them; nobody does in this house.
        if (!table.startsWith('pgboss.')) left.push(`${table}: ${words}`)
    expect(left).toEqual([])
  })

  it('abuse 70: in their place stands a stone with the rule and the role, which nobody takes away', async () => {
    const visitor = await house.browser(town.place, null)
    const [idea] = await house.asOwner(
      `select i.id, '/problems/' || p.slug || '/ideas/' || i.number as path from draft.idea i
       join problem.problem p on p.jurisdiction_id = i.jurisdiction_id and p.id = i.problem_id
       where i.written_by = $1 limit 1`,
      [accountOf('mina')],
    )
    const clerk = await house.browser(town.place, accountOf('clerk'))
    const stones = [String(idea?.['path']), `${libraryAt}/statements/2`, `${schoolAt}/ideas/1`]
    const stone = /Hidden by Resident on [^.]*\. Rule: who deletes an account may take their own words out/
    for (const path of stones) expect([path, stone.test((await visitor.get(path)).html)]).toEqual([path, true])
    const again = { kind: 'idea', id: String(idea?.['id']), reason: 'I liked it.' }
    const refused = await clerk.post('/moderation/restored', again)
    expect([refused.status, refused.html.includes('Nobody can show it again.')]).toEqual([409, true])
    await expect(house.asOwner('delete from moderation.hidden where rule = $1', ['own-wish'])).rejects.toThrow(
      'what somebody took out herself is not shown again',
    )
  })

  it('abuse 70: his who left them stand without his name', async () => {
    const visitor = await house.browser(town.place, null)
    for (const words of noahs) expect(await tablesWith(house.url, words)).not.toEqual([])
    const { html } = await visitor.get(`${libraryAt}/ideas/2`)
    expect(html.includes('Closed before my shift ends')).toBe(true)
    expect(html.includes('Noah Bech')).toBe(false)
  })

  it('abuse 70: what a group wrote and what the council answered stands word for word, and votes stay counted', async () => {
    expect((await written()).map((row) => JSON.stringify(row))).toEqual(before.map((row) => JSON.stringify(row)))
    expect(before.length).toBeGreaterThan(5)
    expect(await votesOn('mina')).toEqual(votes)
    for (const who of ['mina', 'noah'] as const) {
      const seats = await house.asOwner('select ended_why from arena.seat where account_id = $1', [accountOf(who)])
      expect(seats.filter((seat) => seat['ended_why'] === null)).toEqual([])
    }
  })

  it('nobody rewrites what still stands', async () => {
    const words = house.database.transact(town.place.id, null, (tx) =>
      tx.updateTable('draft.idea').set({ title: '[…]' }).where('written_by', '=', accountOf('hanna')).execute(),
    )
    await expect(words).rejects.toThrow('words are taken out by who wrote them, never rewritten')
    const statements = house.database.transact(town.place.id, null, (tx) =>
      tx.updateTable('opinion.statement').set({ text: '[…]' }).where('written_by', '=', accountOf('sanne')).execute(),
    )
    await expect(statements).rejects.toThrow('a statement is taken out by who wrote it, never rewritten')
  })
})
