import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { commandLine, type CommandLine } from './cli/testing.ts'
import { openTestHouse, type Browser, type TestHouse } from './testing.ts'

/** Sessions ended by whoever runs a place: of one person or of all, on the settings page or on the command line. */

let house: TestHouse
let line: CommandLine
let beside: Town

beforeAll(async () => {
  house = await openTestHouse(6)
  beside = await foundTown(house.database, 'nordby')
  line = commandLine({ DATABASE_URL: house.url, FOLKMOOT_DEMO: 'on' })
})
afterAll(async () => {
  line.end()
  await house.close()
})

async function town() {
  const own = await foundTown(house.database)
  house.house.places.forget()
  const browser = (who: Townsperson) => house.browser(own.place, own.people[who].account)
  const facts = async (): Promise<readonly unknown[]> =>
    house.asOwner(
      `select public, commitment is not null as is_committed from ledger.event where jurisdiction_id = $1 and kind = 'settings.sessions-ended'`,
      [own.place.id],
    )
  return { ...own, browser, facts }
}

const isIn = async (browser: Browser): Promise<boolean> => (await browser.get('/me/sign-in')).status === 200
const isInByNewCookie = async (page: { readonly headers: Headers }, place: string): Promise<boolean> => {
  const cookie =
    page.headers
      .getSetCookie()
      .find((one) => one.startsWith(`folkmoot-${place}=`))
      ?.split(';')[0] ?? ''
  return (await house.ask(`/en/${place}/me/sign-in`, { headers: { cookie } })).status === 200
}

async function mailsTo(email: string): Promise<number> {
  const rows = await house.asOwner(
    `select 1 from pgboss.job where name = 'mail.send' and data->>'to' = $1 and data->>'subject' like 'You were signed out%'`,
    [email],
  )
  return rows.length
}

describe('an administrator', () => {
  it('ends all sessions of one person, who is told, and of nobody else; it is recorded without her name', async () => {
    const { browser, facts } = await town()
    const [ada, phone, desk, other] = [
      await browser('ada'),
      await browser('freja'),
      await browser('freja'),
      await browser('emil'),
    ]
    const before = await mailsTo('freja@example.org')
    const done = await ada.post('/settings/sessions', { whose: 'one', signOutEmail: 'Freja@example.org' })
    expect(done.to).toMatch(/\/settings\?done=one-signed-out$/)
    expect([await isIn(phone), await isIn(desk), await isIn(other), await isIn(ada)]).toEqual([
      false,
      false,
      true,
      true,
    ])
    expect((await mailsTo('freja@example.org')) - before).toBe(1)
    expect(await facts()).toEqual([{ public: { whose: 'one' }, is_committed: true }])
  })

  it('learns nothing of an address nobody uses', async () => {
    const { browser, facts } = await town()
    const ada = await browser('ada')
    const [known, unknown] = [
      await ada.post('/settings/sessions', { whose: 'one', signOutEmail: 'klub@example.org' }),
      await ada.post('/settings/sessions', { whose: 'one', signOutEmail: 'nobody@example.net' }),
    ]
    expect([unknown.status, unknown.to, unknown.html]).toEqual([known.status, known.to, known.html])
    const [first, second] = await facts()
    expect(first).toEqual(second)
    expect(await mailsTo('nobody@example.net')).toBe(0)
  })

  it('ends the sessions of everybody, and goes on under a new token', async () => {
    const { place, browser, facts } = await town()
    const [ada, copy, ...all] = [
      await browser('ada'),
      await browser('ada'),
      await browser('alice'),
      await browser('dora'),
      await browser('chen'),
    ]
    const elsewhere = await house.browser(beside.place, beside.people.alice.account)
    const sure = await ada.post('/settings/sessions', { whose: 'all' })
    expect([sure.status, await isIn(copy)], 'not without saying so').toEqual([422, true])
    const done = await ada.post('/settings/sessions', { whose: 'all', everybody: 'yes' })
    expect(done.to).toMatch(/\/settings\?done=all-signed-out$/)
    expect(await Promise.all([ada, copy, ...all].map(isIn))).toEqual([false, false, false, false, false])
    expect(await isInByNewCookie(done, place.slug)).toBe(true)
    expect(await isIn(elsewhere), 'of another place').toBe(true)
    expect(await facts()).toEqual([{ public: { whose: 'all' }, is_committed: true }])
  })

  it('alone does so', async () => {
    const { browser } = await town()
    for (const who of ['alice', 'dora', 'chen', 'gita'] as const) {
      const one = await browser(who)
      expect((await one.post('/settings/sessions', { whose: 'all', everybody: 'yes' })).status).toBe(403)
      expect(await isIn(one)).toBe(true)
    }
  })
})

describe('whoever runs the installation', () => {
  it('ends the sessions of one person or of a place by a command', async () => {
    const { place, browser, facts } = await town()
    const [alice, bashir] = [await browser('alice'), await browser('bashir')]
    expect(await line.folkmoot('sign-out', place.slug, 'alice@example.org')).toContain('Whoever uses alice@example.org')
    expect([await isIn(alice), await isIn(bashir)]).toEqual([false, true])
    expect(await line.folkmoot('sign-out', place.slug)).toContain('Everybody is signed out')
    expect(await isIn(bashir)).toBe(false)
    expect((await facts()).length).toBe(2)
    await expect(line.folkmoot('sign-out', 'nowhere')).rejects.toThrow('nowhere')
  })
})
