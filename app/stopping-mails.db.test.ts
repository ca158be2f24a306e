import { methodOf, pathOf } from '@folkmoot/basics/addresses.ts'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { stopTokenOf } from '../platform/notices/index.ts'
import { routes } from './router.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'testhavn')
})

afterAll(() => house.close())

function as(who: Townsperson): Promise<Browser> {
  return house.browser(town.place, town.people[who].account)
}

it('abuse 32: the link in a mail of news shows what she chose, not whose it is, and stops the mails only when pressed', async () => {
  const alice = await as('alice')
  const stopToken = await house.database.transact(town.place.id, null, (tx) =>
    stopTokenOf(tx, town.people.alice.account as Id<'account'>),
  )
  const visitor = await house.browser(town.place, null)
  const link = `/mails/${stopToken}`
  for (const reader of [visitor, visitor]) {
    const { html } = await reader.get(link)
    expect(html).toContain('You get a mail from Testhavn each time something happens.')
    expect(html).not.toContain('alice@example.org')
  }
  expect((await alice.get('/me')).html).toContain('You get a mail from Testhavn each time something happens.')
  expect((await visitor.post(link, {})).status).toBe(303)
  expect((await visitor.get(link)).html).toContain('You get no news from Testhavn by mail.')
  expect((await alice.get('/me')).html).toContain('You get no news from Testhavn by mail.')
  expect((await visitor.get('/mails/guessed')).status).toBe(404)
  expect((await visitor.post('/mails/guessed', {})).status).toBe(404)
})

it.each([
  ['application/x-www-form-urlencoded', 'List-Unsubscribe=One-Click'],
  [
    'multipart/form-data; boundary=--of-a-mail-program',
    '----of-a-mail-program\r\nContent-Disposition: form-data; name="List-Unsubscribe"\r\n\r\nOne-Click\r\n----of-a-mail-program--\r\n',
  ],
])('the button of a mail program stops the mails in one press, without cookie or token (%s)', async (kind, body) => {
  const who = kind.startsWith('multi') ? 'klub' : 'chen'
  const stopToken = await house.database.transact(town.place.id, null, (tx) =>
    stopTokenOf(tx, town.people[who].account as Id<'account'>),
  )
  const press = (token: string, words: string): Promise<Response> =>
    house.ask(`/en/${town.place.slug}/mails/${token}`, {
      method: 'POST',
      headers: { 'content-type': kind },
      body: words,
    })
  expect((await press(stopToken, body.replace('One-Click', 'Two'))).status).toBe(403)
  expect((await (await as(who)).get('/me')).html).toContain('You get a mail from Testhavn each time')
  // RFC 8058: the answer is no redirect.
  expect((await press(stopToken, body)).status).toBe(200)
  expect((await (await as(who)).get('/me')).html).toContain('You get no news from Testhavn by mail.')
  expect((await press('guessed', body)).status).toBe(404)
})

it('no other form is taken for the button of a mail program', async () => {
  const body = 'List-Unsubscribe=One-Click&question=May+we&whatHappens=No&whoIsAffected=Us'
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const path of ['/problems/new', '/sign-in', '/sign-out', '/me'])
    expect((await house.ask(`/en/${town.place.slug}${path}`, { method: 'POST', headers, body })).status).toBe(403)
})

it('abuse 32: what stops the mails opens no other address, in no place of it and in no cookie', async () => {
  const stopToken = await house.database.transact(town.place.id, null, (tx) =>
    stopTokenOf(tx, town.people.alice.account as Id<'account'>),
  )
  const visitor = await house.browser(town.place, null)
  const others = routes.filter(({ at }) => pathOf(at).includes(':token') && !at.startsWith('notices.'))
  expect(others.map(({ at }) => at)).toContain('sign-in.link')
  for (const { at } of others) {
    const path = pathOf(at)
      .replace('/:lang/:jurisdiction', '')
      .replace(/:token/, stopToken)
      .replace(/:[a-z]+/g, 'x')
    const { status, html, headers } = await (methodOf(at) === 'GET' ? visitor.get(path) : visitor.post(path, {}))
    expect([200, 303, 403, 404, 422], at).toContain(status)
    expect(html, at).not.toMatch(/alice/i)
    expect(headers.getSetCookie().join(), at).not.toContain(`folkmoot-${town.place.slug}=`)
  }
  for (const name of ['folkmoot-testhavn', 'folkmoot_code-testhavn', 'folkmoot_letter-testhavn']) {
    const asked = (path: string) => house.ask(`/en/testhavn${path}`, { headers: { cookie: `${name}=${stopToken}` } })
    const answers = await Promise.all(['/me', '/me/sign-in', '/desk', '/welcome'].map(asked))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303, 303])
    expect(await (await asked('/sign-in/code')).text()).not.toContain('alice@example.org')
  }
})
