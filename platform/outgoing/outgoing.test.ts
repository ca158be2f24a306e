import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openOutgoing, OutgoingRefused, type OutgoingSettings } from './outgoing.ts'

/** What a server of a closed network would tell, and how it was asked. */
let asked: string[] = []
let answer: RequestListener
let server: Server
let port: number

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(`${request.method} ${request.headers.host} ${request.url}`)
    answer(request, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  ;({ port } = server.address() as AddressInfo) // it listens on a port
})

beforeEach(() => {
  asked = []
  answer = (_request, response) => response.setHeader('content-type', 'text/plain').end('the secret of the cloud')
})

afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await once(server, 'close')
})

const leadsTo = (...addresses: readonly string[]): NonNullable<OutgoingSettings['resolve']> => {
  const left = [...addresses]
  return async () => [{ address: left.length > 1 ? (left.shift() ?? '') : (left[0] ?? ''), family: 4 }]
}

async function refusalOf(url: string, settings: OutgoingSettings = {}): Promise<string> {
  return openOutgoing(settings)(url).then(
    ({ status }) => `answered ${status}`,
    (error: unknown) => (error instanceof OutgoingRefused ? error.code : 'broke'),
  )
}

test('abuse 52: no address of this machine or of a closed network is asked, however it is written', async () => {
  const hosts =
    '127.0.0.1 localhost [::1] 2130706433 0x7f000001 0177.0.0.1 127.1 [::ffff:127.0.0.1] １２７.０.０.１ 127。0。0。1 0 ' +
    '169.254.169.254 10.0.0.1 192.168.0.1 172.16.0.1 100.64.0.1 224.0.0.1 [fd00:ec2::254]'
  for (const host of hosts.split(' ')) expect(await refusalOf(`https://${host}:${port}/`), host).toBe('closed-network')
  expect(asked).toEqual([])
})

test('abuse 52: only https and http are spoken, and http only where the operator named it', async () => {
  for (const url of ['file:///etc/passwd', 'gopher://a.example/', 'data:text/plain,a', '//a.example/', 'x', ''])
    expect(await refusalOf(url), url).toBe('no-web-address')
  expect(await refusalOf('https://user:word@a.example/')).toBe('no-web-address')
  expect(await refusalOf('http://a.example/', { resolve: leadsTo('8.8.8.8') })).toBe('not-encrypted')
})

test('abuse 52: a name that leads into a closed network is not asked, also when only one of its addresses does', async () => {
  expect(await refusalOf('https://a.example/', { resolve: leadsTo('127.0.0.1') })).toBe('closed-network')
  const both = async () => [
    { address: '8.8.8.8', family: 4 },
    { address: '127.0.0.1', family: 4 },
  ]
  expect(await refusalOf('https://a.example/', { resolve: both })).toBe('closed-network')
})

test('abuse 52: a name that leads elsewhere the second time is asked for once, and the connection goes to the first', async () => {
  let lookedUp = 0
  const rebinding = async () => {
    lookedUp += 1
    return [{ address: lookedUp === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }]
  }
  // Nobody listens at the first address; at the second one would be answered.
  const allowed = [`http://rebinds.example:${port}`]
  expect(await refusalOf(`http://rebinds.example:${port}/`, { resolve: rebinding, allowed })).toBe('no-answer')
  expect(lookedUp).toBe(1)
  expect(asked).toEqual([])
  expect(await refusalOf(`https://rebinds.example:${port}/`, { resolve: rebinding })).toBe('closed-network')
})

test('abuse 52: the connection goes to the address that was looked at and not to what the name says now', async () => {
  const allowed = [`http://name-without-a-server.invalid:${port}`]
  const ask = openOutgoing({ allowed, resolve: leadsTo('127.0.0.1') })
  const answered = await ask(`http://name-without-a-server.invalid:${port}/keys`)
  expect(await answered.text()).toBe('the secret of the cloud')
  expect(asked).toEqual([`GET name-without-a-server.invalid:${port} /keys`])
})

test('abuse 52: a server that was named is asked alone: its neighbours on another port or name are not', async () => {
  const settings = { allowed: [`http://127.0.0.1:${port}`] }
  expect(await refusalOf(`http://127.0.0.1:${port}/`, settings)).toBe('answered 200')
  expect(await refusalOf(`http://127.0.0.1:${port + 1}/`, settings)).toBe('not-encrypted')
  expect(await refusalOf(`https://127.0.0.1:${port}/`, settings)).toBe('closed-network')
  expect(await refusalOf(`http://localhost:${port}/`, settings)).toBe('not-encrypted')
})

test('abuse 52: no redirect is followed, not even to a named server', async () => {
  const allowed = [`http://127.0.0.1:${port}`]
  for (const status of [301, 302, 303, 307, 308]) {
    answer = (_request, response) => response.writeHead(status, { location: '/inside' }).end()
    expect(await refusalOf(`http://127.0.0.1:${port}/`, { allowed }), String(status)).toBe('redirected')
  }
  expect(asked.filter((line) => line.endsWith('/inside'))).toEqual([])
})

test('abuse 52: an answer that is too large or does not end is left', async () => {
  const allowed = [`http://127.0.0.1:${port}`]
  answer = (_request, response) => response.end('a'.repeat(3000))
  expect(await refusalOf(`http://127.0.0.1:${port}/`, { allowed, mostBytes: 2999 })).toBe('too-large')
  expect(await refusalOf(`http://127.0.0.1:${port}/`, { allowed, mostBytes: 3000 })).toBe('answered 200')
  answer = (_request, response) => response.write('a')
  expect(await refusalOf(`http://127.0.0.1:${port}/`, { allowed, milliseconds: 200 })).toMatch(/too-slow|no-answer/)
  const never = () => new Promise<never>(() => {})
  expect(await refusalOf('https://a.example/', { resolve: never, milliseconds: 100 })).toBe('too-slow')
})

test('abuse 52: what is refused is said without the address that was asked', async () => {
  await expect(openOutgoing()('https://127.0.0.1/?token=abc')).rejects.toThrow(
    /^outgoing request refused: closed-network$/,
  )
})
