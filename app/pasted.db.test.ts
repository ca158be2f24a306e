import sharp from 'sharp'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { slugOf } from '@folkmoot/basics/slug.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { everydayWords } from '../platform/i18n/index.ts'
import { appWords } from './messages/words.ts'
import type { PersonKey } from './demo/lindhavn/cast.ts'
import { school } from './demo/lindhavn/cases/school.ts'
import type { Lindhavn } from './demo/lindhavn/found.ts'
import { openHouseInLindhavn } from './testing-lindhavn.ts'
import { escaped, testOrigin, type Browser, type TestHouse, type Typed } from './testing.ts'

/**
 * What people paste and send while they work something out: five megabytes of text, and files that are not what they say. Each
 * is refused in words that say what to do; what was typed stands in the form; nothing is written.
 */

const languages = ['en', 'da'] as const
const at = `/problems/${slugOf(school.question, 'problem')}`
const paste = 'Nobody sees us at the crossing. '.repeat((5 * 1024 * 1024) / 32)

let house: TestHouse
let town: Lindhavn

beforeAll(async () => {
  ;({ house, town } = await openHouseInLindhavn(4))
}, 600_000)

afterAll(() => house.close())

const browserOf = (who: PersonKey) => house.browser(town.place, town.people[who].account)

const idea = { kind: 'idea', title: 'A lamp', text: 'At the library.', place: '' }
const letter = { ...idea, channel: 'phone', occasion: '', email: '' }
const minutes = { item: '1', seen: '0', minutes: 'We walked there.', decision: '', reason: 'A word was wrong' }

const forms: readonly (readonly [string, PersonKey, string, Typed, Readonly<Record<string, number>>])[] = [
  ['an idea', 'noah', '/ideas', idea, { title: 120, text: 4000, place: 200 }],
  ['a letter staff write down', 'clerk', '/ideas/by-staff', letter, { title: 120, text: 4000, occasion: 120 }],
  ['a comment', 'noah', '/ideas/1/comments', { words: 'I saw it, too.' }, { words: 2000 }],
  [
    'an ordered fact',
    'sofie',
    '/evidence',
    { question: 'How many walk to school?', why: 'It says what to light first.', within: '10' },
    { question: 300, why: 2000 },
  ],
  ['minutes', 'clerk', '/meetings/1/minutes', minutes, { minutes: 8000, decision: 2000, reason: 1000 }],
]

describe('five megabytes', () => {
  const fields = forms.flatMap(([what, who, path, typed, most]) =>
    Object.entries(most).map(([field, limit]) => [what, field, { who, path, typed, limit }] as const),
  )
  it.each(fields)('in %s, %s: the field says how much it takes, and all of it comes back', async (...row) => {
    const [, field, { who, path, typed, limit }] = row
    const browser = await browserOf(who)
    for (const lang of languages) {
      const before = await house.print()
      const page = await browser.post(`${at}${path}`, { ...typed, [field]: paste }, lang)
      expect(page.status).toBe(422)
      expect(page.html).toContain(escaped(everydayWords.say(lang)('too-long', { most: limit })))
      expect(page.html).toContain(`href="#field-${field}`)
      expect(page.html, 'what was pasted').toContain(paste.trim())
      for (const [name, value] of Object.entries(typed))
        if (name !== field && value !== '' && name in { title: 1, text: 1, words: 1, question: 1, why: 1, minutes: 1 })
          expect(page.html, name).toContain(escaped(String(value)))
      expect(await house.print()).toEqual(before)
    }
  })
})

type Sending = { readonly typed: Typed; readonly file: readonly [string, File]; readonly lang: string }

async function send(browser: Browser, path: string, { typed, file, lang }: Sending) {
  const body = new FormData()
  for (const [name, value] of Object.entries({ 'form-token': browser.token, ...typed }))
    body.append(name, String(value))
  body.append(...file)
  const response = await house.ask(`/${lang}/${town.place.slug}${at}${path}`, {
    method: 'POST',
    body,
    headers: { cookie: browser.cookie, origin: testOrigin },
  })
  return { status: response.status, html: await response.text() }
}

const page = new File(['<html><script>alert(1)</script>'], 'crossing.png', { type: 'image/png' })
const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'count.pdf', { type: 'application/pdf' })

it('abuse 47: more than any form takes is refused whole, in words, before it is read', async () => {
  const noah = await browserOf('noah')
  for (const lang of languages) {
    const before = await house.print()
    const page = await noah.post(`${at}/ideas`, { ...idea, text: paste + paste }, lang)
    expect(page.status).toBe(413)
    expect(page.html).toContain(escaped(appWords.say(lang)('too-large')))
    expect(await house.print()).toEqual(before)
  }
})

describe('a file that is not what it says', () => {
  const picture = {
    en: 'Choose a picture (JPEG, PNG, WebP or AVIF)',
    da: 'Vælg et billede (JPEG, PNG, WebP eller AVIF)',
  }
  const sent: readonly (readonly [string, PersonKey, string, Typed, readonly [string, File]])[] = [
    ['with an idea', 'noah', '/ideas', { ...idea, alt: 'A crossing' }, ['photo', page]],
    ['with a letter', 'clerk', '/ideas/by-staff', { ...letter, alt: 'A crossing' }, ['photo', page]],
    ['among the papers', 'clerk', '/meetings/1/papers', { title: 'The count', link: '' }, ['file', program]],
  ]
  it.each(sent)('%s is refused where it was chosen, and nothing is kept', async (_, who, path, typed, file) => {
    const browser = await browserOf(who)
    for (const lang of languages) {
      const before = await house.print()
      const answer = await send(browser, path, { typed, file, lang })
      expect(answer.status).toBe(422)
      if (file[0] === 'photo') expect(answer.html).toContain(picture[lang])
      expect(answer.html).toContain(`href="#field-${file[0]}"`)
      expect(answer.html).toContain(escaped(String(typed['title'])))
      expect(await house.print()).toEqual(before)
    }
  })
})

it('abuse 48: a photo with its place keeps nothing of it: not one byte that is stored says where or with what it was taken', async () => {
  const bytes = await sharp({ create: { width: 60, height: 30, channels: 3, background: '#0a6' } })
    .withExif({
      IFD0: { Make: 'Kamera-Konrad' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '55/1 40/1 0/1', GPSMapDatum: 'Konrad-84' },
    })
    .withXmp(
      '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>',
    )
    .jpeg()
    .toBuffer()
  expect(bytes.includes('Konrad-84') && bytes.includes('xmpmeta')).toBe(true)
  const photo = new File([new Uint8Array(bytes)], 'crossing.jpg', { type: 'image/jpeg' })
  for (const [who, path, typed] of [
    ['noah', '/ideas', idea],
    ['clerk', '/ideas/by-staff', letter],
  ] as const) {
    const whole = { ...typed, title: `With a photo ${path}`, alt: 'A crossing', looked: 'yes' }
    const sent = await send(await browserOf(who), path, { typed: whole, file: ['photo', photo], lang: 'en' })
    expect(sent.status).toBe(303)
  }
  const stored = await filesBelow(house.house.dataFolder)
  expect(stored.length).toBeGreaterThan(0)
  for (const { name, content } of stored) {
    for (const trace of ['Konrad', 'GPSLatitude', 'xmpmeta', 'Exif']) expect(content.includes(trace), name).toBe(false)
    const { exif, xmp, iptc } = await sharp(content).metadata()
    expect({ exif, xmp, iptc }, name).toEqual({ exif: undefined, xmp: undefined, iptc: undefined })
  }
})

async function filesBelow(folder: string): Promise<readonly { readonly name: string; readonly content: Buffer }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async ({ parentPath, name }) => ({ name, content: await readFile(join(parentPath, name)) })),
  )
}
