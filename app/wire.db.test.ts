import { connect } from 'node:net'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { listen, type Listening } from './listen.ts'
import { openSockets } from './sockets.ts'
import { openJar } from './testing-jar.ts'
import { openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'
import { web } from './web.ts'

/** The house as it stands on a network: what comes in over a wire is no tidy request. */

let test: TestHouse
let town: Town
let alice: Browser
let listening: Listening
const faults: unknown[] = []

beforeAll(async () => {
  test = await openTestHouse(4)
  town = await foundTown(test.database, 'testhavn')
  await giveRule(test.database, town)
  alice = await test.browser(town.place, town.people.alice.account)
  const house = {
    ...test.house,
    database: test.database,
    log: { info: () => {}, error: (what: string, error: unknown) => void faults.push([what, error]) },
  }
  const { fetch } = web(house, { assetsFor: house.assetsFor, read: async () => undefined })
  const waiting = { head: 800, words: 800, whole: 1_500 }
  listening = await listen(fetch, openSockets(house), { port: 0, host: '127.0.0.1' }, waiting)
})

afterAll(async () => {
  await listening.close()
  await test.close()
})

/** Sends this to the letter and says all that comes back until the connection ends. */
function say(text: string, { slowly = '', pause = 50 } = {}): Promise<string> {
  return new Promise((settled) => {
    const socket = connect(listening.port, '127.0.0.1')
    let heard = ''
    let sending: NodeJS.Timeout | undefined
    socket.setEncoding('utf8').on('data', (part: string) => (heard += part))
    socket.on('error', () => {}) // cut off while it still sends
    socket.on('close', () => {
      clearInterval(sending)
      settled(heard)
    })
    socket.write(text)
    if (slowly !== '') sending = setInterval(() => socket.write(slowly), pause)
  })
}

const statusIn = (heard: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0)
const answersIn = (heard: string): number => heard.split(/HTTP\/1\.1 \d{3}/).length - 1

function head(lines: readonly string[], path = '/en/testhavn/notices/read'): string {
  return [`POST ${path} HTTP/1.1`, ...lines, '', ''].join('\r\n')
}

const ours = (): readonly string[] => [`Host: 127.0.0.1`, `Origin: ${testOrigin}`, `Cookie: ${alice.cookie}`]
const words = 'Content-Type: application/x-www-form-urlencoded'
const parts = 'Content-Type: multipart/form-data; boundary=x'

it('abuse 47: a body that comes letter by letter is cut off within its bound, and what came of it is let go', async () => {
  global.gc?.()
  const before = process.memoryUsage().rss
  const began = performance.now()
  const form = say(head([...ours(), words, 'Content-Length: 100000']), { slowly: 'a' })
  const chunked = say(head([...ours(), words, 'Transfer-Encoding: chunked']), { slowly: '1\r\na\r\n' })
  const file = say(head([...ours(), parts, 'Content-Length: 100000']), { slowly: 'a' })
  const headers = say('GET /en/testhavn HTTP/1.1\r\nHost: 127.0.0.1\r\n', { slowly: 'X-A: b\r\n' })
  const many = Array.from({ length: 60 }, () =>
    say(head([...ours(), words, 'Content-Length: 200000']), { slowly: 'a' }),
  )
  const heard = await Promise.all([form, chunked, file, headers, ...many])
  expect(performance.now() - began).toBeLessThan(15_000)
  expect(heard.map(statusIn)).toEqual(heard.map(() => 408))
  expect((process.memoryUsage().rss - before) / 1024 / 1024).toBeLessThan(100)
  expect(faults, 'whoever is cut off is no fault of the house').toEqual([])
  expect((await fetch(`http://127.0.0.1:${listening.port}/en/testhavn`)).status).toBe(200)
})

it('abuse 57: what two servers could read as two different requests is refused, and the connection closed', async () => {
  const body = 'a=b'
  const smuggled = 'GET /en/testhavn/smuggled HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n'
  const odd: readonly (readonly [string, readonly string[], string])[] = [
    ['both lengths', ['Content-Length: 3', 'Transfer-Encoding: chunked'], `0\r\n\r\n${smuggled}`],
    ['two lengths', ['Content-Length: 3', 'Content-Length: 30'], body + smuggled],
    ['a list of lengths', ['Content-Length: 3, 3'], body + smuggled],
    ['a length with a sign', ['Content-Length: +3'], body + smuggled],
    ['an encoding twice', ['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], `0\r\n\r\n${smuggled}`],
    ['an encoding nobody knows', ['Transfer-Encoding: xchunked'], `0\r\n\r\n${smuggled}`],
    ['a space before the colon', ['Content-Length : 3'], body + smuggled],
    ['a folded line', ['X-A: b', ' c', 'Content-Length: 3'], body + smuggled],
    ['a line that ends early', ['X-A: b\nContent-Length: 3'], body + smuggled],
    ['a length of a part that is none', ['Transfer-Encoding: chunked'], `3;\n\r\na=b\r\n0\r\n\r\n${smuggled}`],
  ]
  for (const [what, lines, sent] of odd) {
    const heard = await say(head([...ours(), words, ...lines]) + sent)
    expect([400, 501], what).toContain(statusIn(heard))
    expect(answersIn(heard), what).toBe(1)
  }
})

it('abuse 57: two hosts, two origins or two kinds of body in one request open nothing', async () => {
  const before = await test.print()
  const typed = `form-token=${alice.token}`
  const length = `Content-Length: ${typed.length}`
  const close = 'Connection: close'
  const twice = [
    [...ours(), 'Host: evil.example'],
    ['Host: 127.0.0.1', `Origin: ${testOrigin}`, 'Origin: https://evil.example', `Cookie: ${alice.cookie}`],
    ['Host: 127.0.0.1', 'Origin: https://evil.example', `Origin: ${testOrigin}`, `Cookie: ${alice.cookie}`],
    [...ours(), 'Sec-Fetch-Site: same-origin', 'Sec-Fetch-Site: cross-site'],
    [...ours(), 'Content-Type: text/plain'],
  ]
  for (const lines of twice) {
    const heard = await say(head([...lines, words, length, close]) + typed)
    expect([400, 403], lines.join(' | ')).toContain(statusIn(heard))
  }
  expect(await test.print()).toEqual(before)
  // The same request said once is taken: it was the doubling that was refused.
  expect(statusIn(await say(head([...ours(), words, length, close]) + typed))).toBe(303)
})

it('abuse 54: a request for another host is refused at every address; only a probe may name any', async () => {
  const ask = (path: string, lines: readonly string[]): Promise<string> =>
    say([`GET ${path} HTTP/1.1`, ...lines, 'Connection: close', '', ''].join('\r\n'))
  for (const host of [
    'evil.example',
    'localhost.evil.example',
    'evil.example:3000',
    '127.0.0.1.evil.example',
    '10.0.0.1',
  ])
    for (const path of ['/', '/en/testhavn', '/en/testhavn/sign-in', '/assets/x.js', '/testhavn', '/set-up/x'])
      expect(statusIn(await ask(path, [`Host: ${host}`])), `${host} ${path}`).toBe(421)
  expect(statusIn(await ask('/ready', ['Host: 10.0.0.1']))).toBe(200)
  for (const host of ['localhost:3000', '127.0.0.1:8080', '[::1]:3000'])
    expect(statusIn(await ask('/en/testhavn', [`Host: ${host}`])), host).toBe(200)
  // Without a name, and with the name in the line of the request.
  expect([400, 421]).toContain(statusIn(await ask('/en/testhavn', [])))
  expect([400, 421]).toContain(statusIn(await ask('http://evil.example/en/testhavn', ['Host: evil.example'])))
})

it('abuse 54: a mail and a page name the configured address, whatever a request says of hosts', async () => {
  const said = {
    'x-forwarded-host': 'evil.example',
    'x-forwarded-server': 'evil.example',
    'x-original-url': '/evil.example',
    'x-rewrite-url': '/evil.example',
    forwarded: 'host=evil.example;proto=http',
    'x-forwarded-proto': 'http',
    'x-forwarded-port': '666',
    'x-host': 'evil.example',
  }
  const jar = openJar((path, init) => test.ask(path, { ...init, headers: { ...init?.headers, ...said } }), 'testhavn')
  const page = await jar.get('/en/testhavn/sign-in')
  expect(page.html).not.toContain('evil.example')
  const sent = await jar.post('/en/testhavn/sign-in', { email: 'eve@example.org' }, { origin: testOrigin })
  expect(sent.to).toBe('/en/testhavn/sign-in/code')
  const [mail] = await test.asOwner("select data::text as data from pgboss.job where name = 'mail.send'")
  expect(String(mail?.['data'])).toContain('eve@example.org')
  expect(String(mail?.['data'])).not.toContain('evil.example')
})

it('no more connections are held than may be', async () => {
  const { fetch } = web(test.house, { assetsFor: test.house.assetsFor, read: async () => undefined })
  const few = await listen(fetch, openSockets(test.house), { port: 0, host: '127.0.0.1' }, undefined, 2)
  const heard: string[] = []
  const sockets = Array.from({ length: 4 }, (_, at) => {
    const socket = connect(few.port, '127.0.0.1').resume()
    return new Promise<typeof socket>((settled) => {
      socket.on('error', () => {})
      socket.on('close', () => heard.push(`closed ${at}`))
      socket.on('connect', () => settled(socket))
    })
  })
  const open = await Promise.all(sockets)
  await expect.poll(() => heard.length, { timeout: 20_000 }).toBe(2)
  for (const socket of open) socket.destroy()
  await few.close()
})
