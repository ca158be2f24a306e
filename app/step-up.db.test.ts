import { methodOf } from '@folkmoot/basics/addresses.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { nobody } from '../platform/identity/index.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { signInWords } from '../overview/sign-in/messages/words.ts'
import { actsOfWeight, askedFor, newKeys, provesEnough, reachable } from './acts-of-weight.ts'
import { routes } from './router.ts'
import { codeMailedTo, openJar, type Jar } from './testing-jar.ts'
import { escaped, openTestHouse, type TestHouse } from './testing.ts'

/** Acts of weight ask for a fresh sign-in, and nothing typed is lost on the way to it. */

let house: TestHouse
let town: Town
const at = '/en/testhavn'
const say = signInWords.say('en')

beforeAll(async () => {
  house = await openTestHouse(6)
  town = await foundTown(house.database, 'testhavn')
}, 120_000)
afterAll(() => house.close())

async function signIn(jar: Jar, email: string, next = ''): Promise<string | null> {
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email, next })
  await jar.get(`${at}/sign-in/code`)
  return (await jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, email), next })).to
}

const invited = (email: string) =>
  house.asOwner(
    `select 1 from identity.staff_role s join identity.account a on a.id = s.account_id where a.email = $1`,
    [email],
  )
const age = (hours: number) =>
  house.asOwner(`update identity.session set authenticated_at = clock_timestamp() - make_interval(hours => ${hours})`)

it('abuse 34: an act of weight by a sign-in of yesterday does nothing, and goes on after a new one with what was typed', async () => {
  const ada = openJar(house.ask, 'testhavn')
  await signIn(ada, 'ada@example.org')
  await age(13)
  await ada.get(`${at}/settings`)
  const typed = { inviteEmail: 'new-clerk@example.org', role: 'clerk' }
  const asked = await ada.post(`${at}/settings/staff`, typed)
  expect(asked.status).toBe(403)
  expect(asked.html).toContain(escaped(say('again.title')))
  expect(await invited(typed.inviteEmail)).toEqual([])
  const next = /name="next" value="([^"]+)"/.exec(asked.html)?.[1] ?? ''
  expect(await signIn(ada, 'ada@example.org', next)).toBe(next)
  const on = await ada.get(next)
  expect(on.html).toContain('name="inviteEmail" value="new-clerk@example.org"')
  await ada.post(`${at}/settings/staff`, typed)
  expect(await invited(typed.inviteEmail)).toHaveLength(1)

  const chen = openJar(house.ask, 'testhavn')
  await signIn(chen, 'chen@example.org')
  expect((await chen.get(next)).status, 'what she typed is hers alone').toBe(404)
})

it('abuse 34: a fresh sign-in is asked nothing more, and what is no act of weight neither', async () => {
  const ada = openJar(house.ask, 'testhavn')
  await signIn(ada, 'ada@example.org')
  await age(11)
  await ada.get(`${at}/settings`)
  await ada.post(`${at}/settings/staff`, { inviteEmail: 'second@example.org', role: 'clerk' })
  expect(await invited('second@example.org')).toHaveLength(1)
  await age(200)
  await ada.get(`${at}/me`)
  expect((await ada.post(`${at}/me`, { name: 'Ada', language: 'en', mailFrequency: 'never' })).status).toBe(303)
})

it('abuse 47: letters no form takes, and far too many, are kept and answered in words', async () => {
  const ada = openJar(house.ask, 'testhavn')
  await signIn(ada, 'ada@example.org')
  await age(13)
  for (const inviteEmail of ['a\u0000b', '\ud800', 'x'.repeat(2_000_000)]) {
    await ada.get(`${at}/settings`)
    const asked = await ada.post(`${at}/settings/staff`, { inviteEmail, role: 'clerk' })
    expect([asked.status, asked.html.includes(escaped(say('again.title')))]).toEqual([403, true])
  }
  const kept = await house.asOwner(
    `select 1 from identity.kept_act k join identity.account a on a.id = k.account_id where a.email = 'ada@example.org'`,
  )
  expect(kept, 'one form is kept, not many').toHaveLength(1)
})

it('abuse 34: every act of weight is a form somebody signed in sends', () => {
  const rows = routes.filter(({ at: address }) => actsOfWeight.has(address) || newKeys.has(address))
  expect(rows).toHaveLength(actsOfWeight.size + newKeys.size)
  for (const row of rows) {
    expect(methodOf(row.at), row.at).toBe('POST')
    expect(row.allowed.allows(nobody(town.place.id)), row.at).toBe(false)
  }
})

it('no more is asked for than somebody can prove here', () => {
  const wanted = { hours: 12, level: 'substantial' } as const
  const low = { name: 'a', label: 'A', issuer: 'https://a.example', best: 'low' } as const
  expect(reachable(wanted, { offered: [] }).level).toBe('low')
  expect(reachable(wanted, { offered: [low] }).level).toBe('low')
  expect(reachable(wanted, { offered: [{ ...low, best: 'high' }] }).level).toBe('substantial')
  const authenticatedAt = Temporal.Instant.from('2027-03-01T08:00:00Z')
  const after = (minutes: number) => authenticatedAt.add({ minutes })
  expect(provesEnough({ actor: { assurance: 'low', authenticatedAt }, now: authenticatedAt }, wanted)).toBe(false)
  expect(provesEnough({ actor: { assurance: 'high', authenticatedAt }, now: after(719) }, wanted)).toBe(true)
  expect(provesEnough({ actor: { assurance: 'high', authenticatedAt }, now: after(720) }, wanted)).toBe(false)
  expect(provesEnough({ actor: { assurance: 'high' }, now: authenticatedAt }, wanted)).toBe(false)
})

it('abuse 34: a new key is made from a fresh sign-in by who holds an office, and a resident keeps her way in', async () => {
  const wanted = { hours: 12, level: 'substantial' } as const
  const { alice, dora, chen } = town.people
  for (const address of newKeys) {
    for (const official of [dora, chen])
      expect(askedFor(address, official, wanted), address).toEqual({ hours: 12, level: 'low' })
    expect(askedFor(address, alice, wanted), address).toBeUndefined()
  }
  const jar = openJar(house.ask, 'testhavn')
  await signIn(jar, 'chen@example.org')
  await age(13)
  await jar.get(`${at}/me/sign-in/address`)
  expect((await jar.post(`${at}/me/sign-in/address`, { email: 'thief@example.org' })).status).toBe(403)
  expect(await house.asOwner(`select 1 from identity.attempt where email = 'thief@example.org'`)).toEqual([])
})
