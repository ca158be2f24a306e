import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Id } from '@folkmoot/basics/ids.ts'
import { allJurisdictions, bodies, type Jurisdiction } from '../platform/directory/index.ts'
import { accountOfPerson } from '../platform/identity/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { commandLine, type CommandLine } from './cli/testing.ts'
import { makeSetUpCode } from './set-up-code.ts'
import { openJar, type Jar } from './testing-jar.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

const fixtures = join(import.meta.dirname, '../platform/directory/exchange/fixtures')
const stranden = join(fixtures, 'stranden-ended.ep-popolo-v1.0.json')
const lindhavn = join(fixtures, 'lindhavn.ep-popolo-v1.0.json')

let house: TestHouse
let line: CommandLine
let ada: Jar

beforeAll(async () => {
  house = await openTestHouse()
  line = commandLine({ DATABASE_URL: house.url })
})
afterAll(async () => {
  line.end()
  await house.close()
})

const at = '/en/stranden'

// What somebody met who set up a place, brought in its council and gave a politician her account.
describe('a fresh installation, in its order', { shuffle: false }, () => {
  test('its administrator finds the settings, and is shown as one', async () => {
    ada = openJar(house.ask, 'stranden')
    const code = await makeSetUpCode(house.database)
    await ada.get(`/set-up/${code}`)
    const typed = { name: 'Stranden', slug: 'stranden', level: 'town', timeZone: 'Europe/London', language: 'en' }
    const her = { email: 'ada@example.org', yourName: 'Ada Boss', consent: 'yes' }
    expect((await ada.post(`/set-up/${code}`, { ...typed, ...her, council: 'States of Stranden' })).status).toBe(303)
    const home = (await ada.get(at)).html
    const menu = /<details class="fm-menu">[\s\S]*?<\/details>/.exec(home)?.[0] ?? ''
    expect(menu).toContain(`<a href="${at}/settings">Settings</a>`)
    expect(menu).toContain(`<a href="${at}/me">My page</a>`)
    const me = (await ada.get(`${at}/me`)).html
    expect(me).toContain('ada@example.org · Administrator')
    expect(me).toContain(`<a href="${at}/settings">Settings of this place</a>`)
  })

  test('the home calls the council what the founder called it, and so do the settings', async () => {
    expect((await ada.get(at)).html).toContain('States of Stranden works this out with you')
    expect((await ada.get(`${at}/settings`)).html).toMatch(/value="States of Stranden"[^>]*name="council-en"/)
  })

  test('its settings lead to the rule without which residents can raise nothing, and a real one fills the form', async () => {
    expect((await ada.get(`${at}/settings`)).html).toContain(`href="${at}/settings/agenda-rule"`)
    const form = (await ada.get(`${at}/settings/agenda-rule?preset=wallonia`)).html
    expect(form).toContain('No rule is set yet')
    expect(form).toMatch(/value="2000"[^>]*name="threshold1"/)
    expect(form).toContain('The source does not say: who may sign')
  })

  test('an import without a place goes into the one that waits, and its council takes the empty one’s place', async () => {
    expect((await ada.get(`${at}/settings`)).html).toContain('import popolo council.json --place stranden')
    await house.asOwner(`update directory.body set name = 'The States' where kind = 'council'`)
    const said = await line.folkmoot('import', 'popolo', stranden)
    expect(said).toContain('stranden: 5 people')
    expect(said).not.toContain('set-up-code')
    const places = await allJurisdictions(house.database)
    expect(places.map(({ slug }) => slug)).toEqual(['stranden'])
    const [place] = places
    const councils = (await bodies(house.database.read(place?.id as Id<'jurisdiction'>))).map(({ name }) => name)
    expect(councils).toEqual(['States of Stranden'])
    await expect(line.folkmoot('import', 'popolo', lindhavn)).rejects.toThrow('--place stranden; or --place lindhavn')
    expect(await allJurisdictions(house.database)).toHaveLength(1)
  })

  test('a linked politician is asked for nothing but language and consent; her name is the council’s', async () => {
    const [place] = (await allJurisdictions(house.database)) as [Jurisdiction]
    const [row] = await house.asOwner(`select id from directory.person where name = 'Bo Holm'`)
    const person = row?.id as Id<'person'>
    const council = (await bodies(house.database.read(place.id)))[0]?.id ?? ''
    const today = Temporal.Now.plainDateISO('Europe/London').toString()
    await ada.post(`${at}/settings/terms/continued`, { continueBody: council, continueFrom: today })
    expect((await ada.post(`${at}/settings/people`, { person, linkEmail: 'bo@example.org' })).status).toBe(303)
    const account = (await accountOfPerson(house.database.read(place.id), person))?.id
    if (!account) throw new Error('not linked')
    const bo = await house.browser(place, account)
    const welcome = (await bo.get('/welcome')).html
    expect(welcome).toContain('You take part as Bo Holm')
    for (const name of ['name', 'tie', 'as', 'organisation']) expect(welcome).not.toContain(`name="${name}"`)
    expect((await bo.post('/welcome', { language: 'en' })).status).toBe(422)
    const typed = { language: 'en', consent: 'yes', name: 'Mickey Mouse', as: 'organisation', organisation: 'Mice' }
    expect((await bo.post('/welcome', typed)).to).toBe(`${at}/desk`)
    expect((await bo.post('/me', { language: 'en', mailFrequency: 'never', name: 'Mickey Mouse' })).status).toBe(303)
    const me = (await bo.get('/me')).html
    expect(me).not.toContain('Mickey')
    expect(me).toContain('<span class="fm-me__name">Bo Holm</span>')
    expect(me).toContain('bo@example.org · Politician')
    const [kept] = await house.asOwner('select name, organisation from identity.account where id = $1', [account])
    expect(kept).toEqual({ name: 'Bo Holm', organisation: null })
  })

  test('a place without a word for its council calls it by its name', async () => {
    const { place } = await foundTown(house.database, 'wordless')
    house.house.places.forget()
    expect((await (await house.browser(place, null)).get('')).html).toContain('Town council works this out with you')
  })
})
