import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everydayWords } from '../platform/i18n/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { appWords } from './messages/words.ts'
import { escaped, openTestHouse, testOrigin, type Browser, type TestHouse } from './testing.ts'
import { mostBytes } from './web.ts'

/** Texts that would do harm: shown as what they are, or refused where they stand; and bodies too large to read. */

const languages = ['en', 'da'] as const

let house: TestHouse
let town: Town

beforeAll(async () => {
  house = await openTestHouse()
  town = await foundTown(house.database, 'testhavn')
  await giveRule(house.database, town)
}, 60_000)

afterAll(() => house.close())

function as(who: Townsperson): Promise<Browser> {
  return house.browser(town.place, town.people[who].account)
}

const script = '<script>alert(1)</script>'

describe('a script in every field', () => {
  it('is shown as text, and the page allows no script but our own', async () => {
    const [alice, dora, klub] = await Promise.all([as('alice'), as('dora'), as('klub')])
    const named = (field: string): string => `${field} ${script}"'><img src=x onerror=alert(1)>`
    await alice.post('/welcome', {
      name: named('name'),
      tie: 'other',
      tieWords: named('tie'),
      as: 'resident',
      language: 'en',
      consent: 'yes',
    })
    await klub.post('/welcome', {
      name: named('klub'),
      tie: 'lives-here',
      as: 'organisation',
      organisation: named('club'),
      interest: named('interest'),
      language: 'en',
      consent: 'yes',
    })
    const raised = await alice.post('/problems/new', {
      question: named('question'),
      whatHappens: named('what'),
      whoIsAffected: named('who'),
    })
    expect(raised.status).toBe(303)
    const at = (raised.to ?? '').replace(/^\/en\/[^/]+/, '')
    await dora.post(`${at}/problem/sponsor`, { words: named('words') })
    await klub.post(`${at}/problem/reframe`, {
      kind: 'words',
      question: named('again'),
      whatHappens: named('what'),
      whoIsAffected: named('who'),
      reason: named('reason'),
    })
    await alice.post(`${at}/problem/actors`, {
      name: named('actor'),
      kind: 'people',
      relation: 'affected',
      how: named('how'),
      knowledge: named('knowledge'),
      resourceWords: named('resources'),
      reached: named('reached'),
    })
    await alice.post(`${at}/ideas`, { kind: 'idea', title: named('title'), text: named('text'), place: named('place') })
    await klub.post(`${at}/questions`, {
      to: town.people.dora.person ?? '',
      question: named('asked'),
      background: named('background'),
    })
    await dora.post(`${at}/questions/1/answer`, { reply: named('reply') })
    await dora.post(`${at}/notes`, {
      from: 'talk',
      talk: named('talk'),
      heard: named('heard'),
      changed: named('changed'),
      why: named('why'),
    })
    await dora.post(`${at}/positions`, { subject: named('subject'), stance: 'open', reason: named('stand') })
    await dora.post(`${at}/mandate/edit`, {
      seen: '0',
      question: named('mandate'),
      background: named('background'),
      tasks: named('tasks'),
      economicFrame: named('frame'),
    })
    await klub.post('/interests/declare', {
      legalForm: 'association',
      speaksFor: named('members'),
      paidBy: named('payer'),
      interests: 'members',
      interestWords: named('interests'),
      resourceWords: named('brings'),
      spokesperson: named('spokes'),
      hasAgreed: 'yes',
    })
    await klub.post(`${at}/problem/interest`, { wants: named('wants'), stake: named('stake') })
    const shown = [
      ['', /question/],
      ['/problem', /words/],
      ['/problem', /again/],
      ['/problem', /actor/],
      ['/problem', /wants/],
      ['/problem/actors', /actor/],
      ['/problem/actors/1', /knowledge/],
      ['/ideas', /title/],
      ['/ideas/1', /place/],
      ['/questions', /asked/],
      ['/questions/1', /reply/],
      ['/notes', /heard/],
      ['/positions', /subject/],
      ['/mandate', /background/],
      ['/record', /./],
    ] as const
    for (const [path, words] of shown)
      for (const browser of [alice, dora])
        for (const lang of languages) {
          const { html, status, headers } = await browser.get(`${at}${path}`, lang)
          expect(status, path).toBe(200)
          expect(html, path).toMatch(words)
          expectHarmless(html, headers)
        }
    for (const path of ['', '/problems', '/people', '/search?q=alert', '/record', '/me', '/owed', '/interests']) {
      const { html, headers } = await alice.get(path)
      expectHarmless(html, headers)
    }
    expect((await alice.get(`${at}/problem`)).html).toContain(escaped(named('words')))
  })

  it('is kept as text when the form comes back with errors', async () => {
    const { html, status } = await (
      await as('bashir')
    ).post('/problems/new', { question: `${script}"`, whatHappens: '', whoIsAffected: script })
    expect(status).toBe(422)
    expect(html).toContain(escaped(`${script}"`))
    expect(html).not.toContain(script)
  })

  it('is kept as text in addresses', async () => {
    const { html } = await (
      await as('bashir')
    ).get(`/search?q=${encodeURIComponent(`"><${'script'}>alert(1)</script>`)}`)
    expect(html).not.toContain(script)
    expect((await house.ask(`/en/testhavn/problems/${encodeURIComponent(script)}`)).status).toBe(404)
  })
})

function expectHarmless(html: string, headers: Headers): void {
  expect(html).not.toContain(script)
  expect(html).not.toContain('<img src=x')
  expect(html).not.toMatch(/<script(?![^>]* src="\/)[^>]*>/)
  const policy = headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'self'")
  expect(policy).not.toContain('unsafe')
}

describe('characters that cannot be shown', () => {
  const bad: readonly (readonly [string, string])[] = [
    ['NUL', 'How \u0000 do we cross?'],
    ['a turn of direction', 'How \u202e do we cross?'],
    ['an isolate', 'How \u2066 do we cross?'],
    ['a heap of marks', `How do we cross${'\u0301\u0302\u0303\u0304'.repeat(8)}?`],
  ]
  it.each(bad)('%s: the field says so, what was typed stays, nothing is written', async (_, question) => {
    const bashir = await as('bashir')
    for (const lang of languages) {
      const before = await house.print()
      const { html, status } = await bashir.post(
        '/problems/new',
        { question, whatHappens: 'We wait ten minutes.', whoIsAffected: 'Children.' },
        lang,
      )
      expect(status).toBe(422)
      expect(html).toContain(escaped(everydayWords.say(lang)('not-text')))
      expect(html).toContain('aria-invalid="true"')
      expect(html).toContain('We wait ten minutes.')
      expect(html).toContain('do we cross')
      expect(await house.print()).toEqual(before)
    }
  })
})

describe('sixty megabytes', () => {
  const megabytes = 60
  const piece = 64 * 1024
  let taken = 0
  const large = (): ReadableStream<Uint8Array> => {
    taken = 0
    return new ReadableStream({
      pull: (stream) => {
        if (taken === megabytes * 1024 * 1024) return stream.close()
        taken += piece
        stream.enqueue(new Uint8Array(piece).fill(97))
      },
    })
  }

  it('is refused with a sentence, with or without saying so before; no more of it is read than a form may hold', async () => {
    const { cookie } = await as('bashir')
    const before = await house.print()
    for (let round = 0; round < 2; round += 1)
      for (const lang of languages) {
        const headers = {
          cookie,
          origin: testOrigin,
          'content-type': 'application/x-www-form-urlencoded',
          ...(round % 2 ? { 'content-length': String(megabytes * 1024 * 1024) } : {}),
        }
        const response = await house.ask(`/${lang}/testhavn/problems/new`, {
          method: 'POST',
          headers,
          body: large(),
          duplex: 'half',
        } as RequestInit)
        expect(response.status).toBe(413)
        expect(await response.text()).toContain(escaped(appWords.say(lang)('too-large')))
        // What is taken in lies in memory; the size of the process cannot be asked, it grows with everything else in it.
        expect(taken).toBeLessThanOrEqual((round % 2 ? 0 : mostBytes) + 2 * piece)
      }
    expect(await house.print()).toEqual(before)
  })
})
