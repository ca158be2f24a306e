import { afterAll, beforeAll, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { raised, giveRule } from '../stages/problem/testing.ts'
import { listen, type Listening } from './listen.ts'
import { readSettings } from './settings.ts'
import { openSockets } from './sockets.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'

let test: TestHouse
let town: Town
let listening: Listening
let slug: string

beforeAll(async () => {
  test = await openTestHouse()
  town = await foundTown(test.database)
  await giveRule(test.database, town)
  slug = (await raised(test.database, town.people.alice)).slug
  const settings = { ...readSettings({}), port: 0, host: '127.0.0.1' }
  listening = await listen(() => new Response('a page'), openSockets(test.house), settings)
})
afterAll(async () => {
  await listening.close()
  await test.close()
})

type End = { readonly status?: number | undefined; readonly code?: number; readonly reason?: string }

/** How an attempt to open a socket ends: with a status before it is open, with a code after. */
function end(path: string, headers: Readonly<Record<string, string>>): Promise<End> {
  const socket = new WebSocket(`ws://127.0.0.1:${listening.port}${path}`, { headers })
  return new Promise((settled, failed) => {
    socket.on('unexpected-response', (_request, response) => settled({ status: response.statusCode }))
    socket.on('close', (code, reason) => settled({ code, reason: reason.toString() }))
    socket.on('error', failed)
  })
}

const path = () => `/en/${town.place.slug}/problems/${slug}/draft/live`

it('opens no socket for a page of another site, nor for one that does not say where it is from', async () => {
  const { cookie } = await test.browser(town.place, town.people.alice.account)
  expect(await end(path(), { cookie, origin: 'https://elsewhere.example' })).toEqual({ status: 403 })
  expect(await end(path(), { cookie })).toEqual({ status: 403 })
})

it.each([
  ['nowhere', () => '/'],
  ['in a place there is not', () => path().replace(town.place.slug, 'atlantis')],
  ['about a problem there is not', () => path().replace(slug, 'no-such-problem')],
  ['at an address that is none', () => path().replace(slug, '%E0%A4%A')],
  ['at an address with what no name has', () => path().replace(slug, 'a%00b')],
])('opens no socket %s', async (_, at) => {
  expect(await end(at(), { origin: testOrigin })).toEqual({ status: 404 })
})

it('says why it closes a socket: nobody signed in, or somebody who does not write here', async () => {
  expect(await end(path(), { origin: testOrigin })).toEqual({ code: 4401, reason: 'signed-out' })
  const { cookie } = await test.browser(town.place, town.people.aisha.account)
  expect(await end(path(), { origin: testOrigin, cookie })).toEqual({ code: 4403, reason: 'not-a-member' })
  const stranger = await test.browser(town.place, null)
  expect(await end(path(), { origin: testOrigin, cookie: stranger.cookie })).toEqual({
    code: 4401,
    reason: 'signed-out',
  })
})
