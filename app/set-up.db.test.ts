import { createHash } from 'node:crypto'
import { newId } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { addMembership, addPerson, putJurisdiction } from '../platform/directory/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { appWords } from './messages/words.ts'
import { makeSetUpCode } from './set-up-code.ts'
import { openJar, type Jar } from './testing-jar.ts'
import { escaped, openTestHouse, type TestHouse } from './testing.ts'

let house: TestHouse
let code: string

beforeAll(async () => {
  house = await openTestHouse(8)
}, 120_000)

beforeEach(async () => {
  code = await makeSetUpCode(house.database)
})

afterAll(() => house.close())

const founding = {
  level: 'town',
  timeZone: 'Europe/Copenhagen',
  language: 'en',
  council: 'Town council',
  email: 'founder@example.org',
  yourName: 'Frida Founder',
  consent: 'yes',
}

async function setUp(slug: string, over: Readonly<Record<string, string>> = {}, jar: Jar = openJar(house.ask, slug)) {
  await jar.get(`/set-up/${code}`)
  const page = await jar.post(`/set-up/${code}`, { ...founding, name: slug, slug, ...over })
  return { page, jar }
}

const placesCalled = (slug: string) => house.asOwner('select id from directory.jurisdiction where slug = $1', [slug])
const isGone = (html: string): boolean => html.includes(escaped(appWords.say('en')('set-up.gone')))

describe('the one-time address', () => {
  it('makes a place, its council and an administrator who has agreed to be named; then it is used up', async () => {
    const { page, jar } = await setUp('nyhavn')
    expect([page.status, page.to]).toEqual([303, '/en/nyhavn/settings'])
    const settings = await jar.get('/en/nyhavn/settings')
    expect(settings.status).toBe(200)
    for (const part of [
      'timeZone',
      'holidays',
      'languages',
      'accent',
      'brand',
      'council-en',
      'bodyName',
      'inviteEmail',
    ])
      expect(settings.html).toContain(`name="${part}"`)
    expect(settings.html).toContain('Town council')
    const again = await jar.get(`/set-up/${code}`)
    expect(again.status).toBe(404)
    expect(isGone(again.html)).toBe(true)
    expect((await setUp('nyhavn-two')).page.status).toBe(404)
    expect(await placesCalled('nyhavn-two')).toEqual([])
  })

  it('is not used up by looking, nor by a form that lacks something', async () => {
    const { page, jar } = await setUp('nord', { consent: '', timeZone: 'Atlantis' })
    expect(page.status).toBe(422)
    expect(page.html).toContain('<a href="#field-consent"')
    expect((await setUp('nord', {}, jar)).page.status).toBe(303)
  })

  it('founds once, however many press at once', async () => {
    const jars = await Promise.all(
      Array.from({ length: 8 }, async () => {
        const jar = openJar(house.ask, 'many')
        await jar.get(`/set-up/${code}`)
        return jar
      }),
    )
    const pages = await Promise.all(
      jars.map((jar, i) => jar.post(`/set-up/${code}`, { ...founding, name: 'Many', slug: `many-${i}` })),
    )
    expect(pages.filter((page) => page.status === 303).length).toBe(1)
    expect((await house.asOwner(`select 1 from directory.jurisdiction where slug like 'many-%'`)).length).toBe(1)
  })

  it('opens with nothing but its code: not another, not an earlier one, not one of yesterday', async () => {
    const earlier = code
    code = await makeSetUpCode(house.database)
    for (const wrong of ['x', earlier, createHash('sha256').update(code).digest('hex')])
      expect((await openJar(house.ask, 'x').get(`/set-up/${wrong}`)).status).toBe(404)
    await house.asOwner(
      `update folkmoot.setting set value = jsonb_set(value, '{until}', '"2001-01-01T00:00:00Z"') where key = 'set-up-code'`,
    )
    expect((await setUp('late')).page.status).toBe(404)
    expect(await placesCalled('late')).toEqual([])
  })

  it('is kept as a hash only', async () => {
    const rows = await house.asOwner('select value::text as value from folkmoot.setting')
    expect(JSON.stringify(rows)).not.toContain(code)
  })

  it('takes no form from elsewhere', async () => {
    const jar = openJar(house.ask, 'csrf')
    await jar.get(`/set-up/${code}`)
    const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
    await jar.post(`/set-up/${code}`, { ...founding, name: 'Csrf', slug: 'csrf' }, headers)
    await jar.post(`/set-up/${code}`, { ...founding, name: 'Csrf', slug: 'csrf', 'form-token': 'x' })
    expect(await placesCalled('csrf')).toEqual([])
    expect((await setUp('csrf')).page.status).toBe(303)
  })
})

describe('an imported place', () => {
  async function imported(slug: string) {
    const id = newId('jurisdiction')
    const town = await foundTown(house.database, `like-${slug}`)
    await house.database.transact(id, null, async (tx) => {
      await putJurisdiction(tx, { ...town.place, id, slug, name: slug, isFictional: false })
      const person = await addPerson(tx, { slug: 'ragna', name: 'Ragna Holm' })
      const body = newId('body')
      await tx
        .insertInto('directory.body')
        .values({ jurisdiction_id: id, id: body, slug: 'council', name: 'Council', kind: 'council', parent_id: null })
        .execute()
      const term = { role: 'Mayor', isChair: true, startsOn: null, endsOn: null }
      await addMembership(tx, { person, body, party: null, ...term })
    })
    house.house.places.forget()
    return id
  }

  it('gets its first administrator, who cannot call herself as its mayor does', async () => {
    await imported('brought')
    const { page, jar } = await setUp('brought', { yourName: 'Ragna  Holm' })
    expect(page.status).toBe(422)
    expect(page.html).toContain(escaped(appWords.say('en')('set-up.name-taken')))
    expect((await setUp('brought', {}, jar)).page.to).toBe('/en/brought/settings')
  })

  it('regression: keeps what was typed about it, beside what was imported', async () => {
    const region = await imported('the-region')
    await imported('renewed')
    const typed = { name: 'Renewed', level: 'region', timeZone: 'Europe/London', language: 'da', council: 'Byråd' }
    const { page, jar } = await setUp('renewed', { ...typed, partOf: region })
    expect(page.to).toBe('/da/renewed/settings')
    const [place] = await house.asOwner(
      'select name, level, parent_id, time_zone, languages, words from directory.jurisdiction where slug = $1',
      ['renewed'],
    )
    expect(place).toEqual({
      name: 'Renewed',
      level: 'region',
      parent_id: region,
      time_zone: 'Europe/London',
      languages: ['da', 'en'],
      words: { council: { da: 'Byråd' } },
    })
    // Nothing that was imported is doubled or renamed.
    const bodies = await house.asOwner(
      'select b.name from directory.body b join directory.jurisdiction j on j.id = b.jurisdiction_id where j.slug = $1',
      ['renewed'],
    )
    expect(bodies).toEqual([{ name: 'Council' }])
    expect((await jar.get('/da/renewed/settings')).html).toContain(`<option value="${region}" selected`)
  })

  it('is part of another place of the installation, never of what lies in it', async () => {
    const outer = await imported('outer')
    await imported('inner')
    expect((await setUp('inner', { partOf: newId('jurisdiction') })).page.html).toContain('href="#field-partOf"')
    const { page, jar } = await setUp('inner', { partOf: outer })
    expect(page.status).toBe(303)
    const [inner] = await placesCalled('inner')
    code = await makeSetUpCode(house.database)
    const circle = await setUp('outer', { partOf: String(inner?.id) })
    expect([circle.page.status, circle.page.html.includes('href="#field-partOf"')]).toEqual([422, true])
    // The list of places says it.
    expect((await jar.get('/')).html).toContain('part of outer')
    // The last guard is the database.
    const parentOf = 'update directory.jurisdiction set parent_id = $2 where id = $1'
    await expect(house.asOwner(parentOf, [outer, inner?.id])).rejects.toThrow('place outer would lie in itself')
    await expect(house.asOwner(parentOf, [outer, outer])).rejects.toThrow('place outer would lie in itself')
    await expect(house.asOwner(parentOf, [outer, newId('jurisdiction')])).rejects.toThrow('foreign key')
  })

  it('regression: naming somebody’s address does not sign in as her', async () => {
    const id = await imported('peopled')
    await house.database.transact(id, null, async (tx) => {
      await tx
        .insertInto('identity.account')
        .values({ jurisdiction_id: id, id: newId('account'), email: 'resident@example.org', language: 'en' })
        .execute()
    })
    const { page, jar } = await setUp('peopled', { email: 'resident@example.org' })
    expect(page.to).toBe('/en/peopled/sign-in')
    expect([...jar.cookies.keys()]).toEqual(['folkmoot_form'])
  })

  it('that has an administrator is not taken over', async () => {
    const town = await foundTown(house.database, 'governed')
    house.house.places.forget()
    const { page } = await setUp(town.place.slug)
    expect(page.status).toBe(422)
    expect(page.html).toContain(escaped(appWords.say('en')('set-up.taken')))
  })
})
