import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import type { Worker } from '../platform/jobs/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { openCase, residents } from '../stages/opinion/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { openLog } from './log.ts'
import { readSettings } from './settings.ts'
import { codeMailedTo, openJar } from './testing-jar.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'
import { web } from './web.ts'
import { startWork } from './worker.ts'

/** All that people do on a day, all that goes wrong with it, and what of it stands in the log. */

let test: TestHouse
let town: Town

beforeAll(async () => {
  test = await openTestHouse(6)
  town = await foundTown(test.database, 'testhavn')
  await giveRule(test.database, town)
})

afterAll(() => test.close())

const client = '192.0.2.77'
const typed = 'Lamps-on-the-quay-that-nobody-else-would-write'

it('abuse 60: the log of a day, and of all its faults, names no token, no code, no vote, no words and no address', async () => {
  const lines: string[] = []
  let work: Worker | undefined
  const written = vi.spyOn(process.stdout, 'write').mockImplementation((line) => {
    lines.push(String(line))
    return true
  })
  const secrets = new Map<string, string>([
    ['an e-mail address', 'wanda@example.org'],
    ['a network address', client],
    ['what was typed', typed],
  ])
  try {
    const house = { ...test.house, database: test.database, log: openLog('debug') }
    const site = web(house, { assetsFor: house.assetsFor, read: async () => undefined })
    const env = { incoming: { socket: { remoteAddress: client } } }
    const ask = async (path: string, init?: RequestInit): Promise<Response> =>
      site.fetch(new Request(`${testOrigin}${path}`, { redirect: 'manual', ...init }), env)
    // Nobody takes mail: each one that is tried is a line of the log.
    work = await startWork(house, readSettings({ SMTP_URL: 'smtp://postmaster:the-mail-password@127.0.0.1:9' }))
    secrets.set('a password of the operator', 'the-mail-password')

    const jar = openJar(ask, 'testhavn')
    await jar.get('/en/testhavn/sign-in')
    await jar.post('/en/testhavn/sign-in', { email: 'wanda@example.org' })
    await jar.get('/en/testhavn/sign-in/code')
    const code = await codeMailedTo(test, 'wanda@example.org')
    secrets.set('a code', code).set('a code without its space', code.replace(' ', ''))
    await jar.post('/en/testhavn/sign-in/code', { code: '0000 0000' })
    await jar.get('/en/testhavn/sign-in/code')
    await jar.post('/en/testhavn/sign-in/code', { code })
    for (const [name, value] of jar.cookies) secrets.set(`the cookie ${name}`, value)

    const told = await openCase(test.database, town, { statements: [`${typed} one`, `${typed} two`] })
    const [voter] = await residents(test.database, town, 1)
    const browser = await test.browser(town.place, voter?.account ?? null)
    secrets.set('a session', browser.cookie.split('=')[1] ?? '').set('a form token', browser.token)
    const post = (path: string, fields: Readonly<Record<string, string>>): Promise<Response> =>
      ask(`/en/testhavn${path}`, {
        method: 'POST',
        headers: { cookie: browser.cookie, origin: testOrigin, 'user-agent': 'evil\u001b[2J\u009b agent' },
        body: new URLSearchParams({ 'form-token': browser.token, ...fields }),
      })
    const vote = () => post(`/problems/${told.slug}/statements/1/vote`, { choice: 'disagree' })
    const raise = (when: string) =>
      post('/problems/new', { question: `${typed} ${when}?`, whatHappens: typed, whoIsAffected: typed })
    const statuses = [(await vote()).status, (await raise('in the morning')).status]
    // The database fails in the middle of each: the worst a log is told.
    await test.asOwner(
      'alter table opinion.vote rename to vote_away; alter table problem.problem rename to problem_away',
    )
    statuses.push((await post(`/problems/${told.slug}/statements/2/vote`, { choice: 'agree' })).status)
    statuses.push((await raise('at night')).status)
    statuses.push((await ask(`/en/testhavn/search?q=${typed}`)).status)
    await test.asOwner(
      'alter table opinion.vote_away rename to vote; alter table problem.problem_away rename to problem',
    )
    await ask(`/en/testhavn/sign-in/code?next=/${typed}`)
    await ask('/en/elsewhere', { headers: { cookie: browser.cookie, host: 'evil.example' } })
    expect(statuses).toEqual([303, 303, 500, 500, 500])
    await expect.poll(() => lines.join(''), { timeout: 90_000 }).toMatch(/a job of mail\.send failed/)
  } finally {
    await work?.stop()
    written.mockRestore()
  }
  const log = lines.join('')
  expect(lines.length).toBeGreaterThan(3)
  for (const [what, secret] of secrets) {
    expect(secret.length, what).toBeGreaterThan(5)
    expect(log.includes(secret), `${what} stands in the log`).toBe(false)
  }
  expect(log).not.toMatch(/"(?:dis)?agree"|choice/)
  for (const line of lines) expect(line).toMatch(/^\{[^\n]*\}\n$/)
})
