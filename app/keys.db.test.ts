import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { codeMailedTo, openJar, type Jar } from './testing-jar.ts'
import { openTestHouse, type TestHouse } from './testing.ts'

/** One's own ways in: what is changed about them ends what somebody else may hold. */

let house: TestHouse
let town: Town
const at = '/en/testhavn'

beforeAll(async () => {
  house = await openTestHouse(8)
  town = await foundTown(house.database, 'testhavn')
}, 120_000)

afterAll(() => house.close())

async function signedIn(email: string): Promise<Jar> {
  const jar = openJar(house.ask, 'testhavn')
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email })
  await jar.get(`${at}/sign-in/code`)
  expect((await jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, email) })).status).toBe(303)
  return jar
}

const isIn = async (jar: Jar): Promise<boolean> => (await jar.get(`${at}/me/sign-in`)).status === 200

/** Another browser with the same cookies: what somebody copied. */
function copyOf(jar: Jar): Jar {
  const copy = openJar(house.ask, 'testhavn')
  for (const [name, value] of jar.cookies) copy.cookies.set(name, value)
  return copy
}

async function changeAddress(jar: Jar, email: string) {
  await jar.get(`${at}/me/sign-in`)
  expect((await jar.post(`${at}/me/sign-in/address`, { email })).to).toBe(`${at}/me/sign-in/address`)
  const page = await jar.get(`${at}/me/sign-in/address`)
  expect(page.html).toContain(email)
  return jar.post(`${at}/me/sign-in/address/code`, { code: await codeMailedTo(house, email) })
}

async function linkMailedTo(email: string, path: string): Promise<string> {
  const rows = await house.asOwner(
    `select data->>'text' as text from pgboss.job where name = 'mail.send' and data->>'to' = $1 and data->>'text' like '%' || $2 || '%'
     order by created_on desc limit 1`,
    [email, path],
  )
  const url = new RegExp(`http://localhost:3000(/\\S*${path}\\S+)`).exec(String(rows[0]?.['text']))?.[1]
  if (!url) throw new Error(`no such link was mailed to ${email}`)
  return url
}

describe('where somebody is signed in', () => {
  it('stands in a list, this browser first, and one of them is ended by a press', async () => {
    const [phone, desk] = [await signedIn('alice@example.org'), await signedIn('alice@example.org')]
    const { html } = await desk.get(`${at}/me/sign-in`)
    expect(html.match(/\(this one\)/g)?.length).toBe(1)
    const ids = [...html.matchAll(/name="session" value="([^"]+)"/g)].map(([, id]) => id ?? '')
    expect(ids.length).toBe(2)
    expect((await desk.post(`${at}/me/sign-in/ended`, { session: ids[1] ?? '' })).status).toBe(303)
    expect([await isIn(phone), await isIn(desk)]).toEqual([false, true])
  })

  it('is nobody else’s to end, and is ended everywhere else at once', async () => {
    const [hers, again, his] = [
      await signedIn('bashir@example.org'),
      await signedIn('bashir@example.org'),
      await signedIn('emil@example.org'),
    ]
    const { html } = await hers.get(`${at}/me/sign-in`)
    const id = /name="session" value="([^"]+)"/.exec(html)?.[1] ?? ''
    await his.get(`${at}/me/sign-in`)
    expect((await his.post(`${at}/me/sign-in/ended`, { session: id })).status).toBe(404)
    expect(await isIn(hers)).toBe(true)
    expect((await hers.post(`${at}/me/sign-in/others-ended`)).status).toBe(303)
    expect([await isIn(hers), await isIn(again), await isIn(his)]).toEqual([true, false, true])
  })
})

describe('abuse 31: an address changed', () => {
  it('abuse 31: ends every other session, renews this one, and tells the old address how to take it back', async () => {
    const [thief, owner] = [await signedIn('freja@example.org'), await signedIn('freja@example.org')]
    const stolen = copyOf(thief)
    expect((await changeAddress(thief, 'taken@example.net')).to).toBe(`${at}/me/sign-in`)
    expect([await isIn(owner), await isIn(stolen), await isIn(thief)], 'the copy of her cookie too').toEqual([
      false,
      false,
      true,
    ])
    // Who signs in with the old address does not begin a second account by it.
    const lost = openJar(house.ask, 'testhavn')
    await lost.get(`${at}/sign-in`)
    await lost.post(`${at}/sign-in`, { email: 'freja@example.org' })
    await lost.get(`${at}/sign-in/code`)
    const refused = await lost.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, 'freja@example.org') })
    expect([refused.status, refused.html]).toEqual([422, expect.stringContaining('take the change back')])
    const link = await linkMailedTo('freja@example.org', '/addresses/')
    const scanner = openJar(house.ask, 'testhavn')
    for (let i = 0; i < 2; i += 1) {
      const seen = await scanner.get(link)
      expect([seen.status, seen.headers.get('referrer-policy')]).toEqual([200, 'no-referrer'])
      expect(seen.html).not.toMatch(/freja@example\.org|taken@example\.net/)
    }
    expect(await isIn(thief), 'to open the link changes nothing').toBe(true)
    expect((await scanner.post(link)).to).toBe(`${at}/sign-in`)
    expect(await isIn(thief)).toBe(false)
    const back = await signedIn('freja@example.org')
    expect((await back.get(`${at}/me`)).html).toContain('Freja')
    expect((await scanner.get(link)).status, 'it works once').toBe(404)
  })

  it('abuse 31: taking back an earlier change takes the link of a later one: no second change keeps the account', async () => {
    const jar = await signedIn('klub@example.org')
    await changeAddress(jar, 'one@example.net')
    await changeAddress(jar, 'two@example.net')
    const [first, second] = [
      await linkMailedTo('klub@example.org', '/addresses/'),
      await linkMailedTo('one@example.net', '/addresses/'),
    ]
    const mailbox = openJar(house.ask, 'testhavn')
    await mailbox.get(first)
    expect((await mailbox.post(first)).status).toBe(303)
    expect((await mailbox.get(second)).status).toBe(404)
    expect((await (await signedIn('klub@example.org')).get(`${at}/me`)).html).toContain('Sailing club')
  })

  it('abuse 31: the link works for seven days by the database’s clock, and nobody guesses one', async () => {
    const jar = await signedIn('gita@example.org')
    await changeAddress(jar, 'gita@example.net')
    const link = await linkMailedTo('gita@example.org', '/addresses/')
    await house.asOwner(
      `update identity.address_undo set changed_at = changed_at - interval '7 days', expires_at = expires_at - interval '7 days'`,
    )
    const mailbox = openJar(house.ask, 'testhavn')
    expect((await mailbox.get(link)).status).toBe(404)
    expect((await mailbox.get(`${at}/addresses/guessed`)).status).toBe(404)
    await mailbox.get(`${at}/sign-in`)
    expect((await mailbox.post(link)).status).toBe(404)
    expect(await isIn(jar)).toBe(true)
    const rows = await house.asOwner(`select t::text as row from identity.address_undo t`)
    expect(JSON.stringify(rows)).not.toContain(link.split('/').at(-1))
  })

  it('abuse 31: an address somebody else has, her own, and one without its code are refused, and nothing changes', async () => {
    const jar = await signedIn('ole@example.org')
    const taken = await changeAddress(jar, 'chen@example.org')
    expect([taken.status, taken.html]).toEqual([422, expect.stringContaining('Another account has this address')])
    const own = await changeAddress(jar, 'ole@example.org')
    expect([own.status, own.html]).toEqual([422, expect.stringContaining('your address already')])
    await jar.post(`${at}/me/sign-in/address`, { email: 'elsewhere@example.net' })
    await jar.get(`${at}/me/sign-in/address`)
    const wrong = await jar.post(`${at}/me/sign-in/address/code`, { code: '0000 0000' })
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('You have 4 tries left')])
    expect((await jar.get(`${at}/me/sign-in`)).html).toContain('ole@example.org')
  })
})

describe('abuse 31: an address changed long after signing in', () => {
  const linger = (email: string) =>
    house.asOwner(
      `update identity.session s set authenticated_at = authenticated_at - interval '16 minutes' from identity.account a where a.id = s.account_id and a.email = $1`,
      [email],
    )
  async function begun(email: string, wanted: string): Promise<Jar> {
    const jar = await signedIn(email)
    await linger(email)
    await jar.get(`${at}/me/sign-in`)
    expect((await jar.post(`${at}/me/sign-in/address`, { email: wanted })).to).toBe(`${at}/me/sign-in/address`)
    expect((await jar.get(`${at}/me/sign-in/address`)).html).toContain(`The code we mailed to ${email}`)
    return jar
  }
  const change = async (jar: Jar, wanted: string, proof: string) =>
    jar.post(`${at}/me/sign-in/address/code`, { code: await codeMailedTo(house, wanted), proof })

  it('abuse 31: whoever finds a browser open and has a mailbox of his own changes nothing', async () => {
    const jar = await begun('zoe@example.org', 'thief@example.net')
    const wrong = await change(jar, 'thief@example.net', '0000 0000')
    expect([wrong.status, wrong.html]).toEqual([422, expect.stringContaining('You have 4 tries left')])
    // Nor by the code of the mailbox he has, nor without any.
    expect((await change(jar, 'thief@example.net', await codeMailedTo(house, 'thief@example.net'))).status).toBe(422)
    expect((await change(jar, 'thief@example.net', '')).status).toBe(422)
    jar.cookies.delete('folkmoot_proof-testhavn')
    expect((await change(jar, 'thief@example.net', '')).html).toContain('no longer good')
    // Nor by asking for a proof in the name of the mailbox he has.
    for (const [name, value] of jar.cookies)
      if (name === 'folkmoot_code-testhavn') jar.cookies.set('folkmoot_proof-testhavn', value)
    expect((await change(jar, 'thief@example.net', await codeMailedTo(house, 'thief@example.net'))).status).toBe(422)
    expect((await jar.get(`${at}/me/sign-in`)).html).toContain('zoe@example.org')
  })

  it('abuse 31: a fresh proof of the old mailbox changes it; it is asked for once, whatever the other code is', async () => {
    const jar = await begun('yrsa@example.org', 'yrsa@example.net')
    const proof = await codeMailedTo(house, 'yrsa@example.org')
    const wrong = await jar.post(`${at}/me/sign-in/address/code`, { code: '0000 0000', proof })
    expect([wrong.status, wrong.html.includes('The code we mailed to yrsa@example.org')]).toEqual([422, false])
    expect((await change(jar, 'yrsa@example.net', '')).to).toBe(`${at}/me/sign-in`)
    expect((await jar.get(`${at}/me/sign-in`)).html).toContain('yrsa@example.net')
  })
})

describe('abuse 30: a session when roles change', () => {
  it('abuse 30: an administrator who changes her own roles goes on under a new token; copies of the old one open nothing', async () => {
    const ada = await signedIn('ada@example.org')
    const [copy, other] = [copyOf(ada), await signedIn('ada@example.org')]
    await ada.get(`${at}/settings`)
    expect((await ada.post(`${at}/settings/staff`, { inviteEmail: 'ada@example.org', role: 'clerk' })).status).toBe(303)
    expect([await isIn(ada), await isIn(copy), await isIn(other)]).toEqual([true, false, false])
  })

  it('abuse 30: who is given a role or loses it signs in anew', async () => {
    const [ada, aisha] = [await signedIn('ada@example.org'), await signedIn('aisha@example.org')]
    await ada.get(`${at}/settings`)
    expect((await ada.post(`${at}/settings/staff`, { inviteEmail: 'aisha@example.org', role: 'officer' })).status).toBe(
      303,
    )
    expect(await isIn(aisha)).toBe(false)
    const officer = await signedIn('aisha@example.org')
    await ada.get(`${at}/settings`)
    const ended = { end: 'yes', account: town.people.aisha.account ?? '', role: 'officer' }
    expect((await ada.post(`${at}/settings/staff`, ended)).status).toBe(303)
    expect(await isIn(officer)).toBe(false)
  })
})
