import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDevice, type Device } from '../platform/identity/testing-passkey.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { codeMailedTo, openJar, type Jar } from './testing-jar.ts'
import { openTestHouse, testOrigin, type TestHouse } from './testing.ts'

/** Passkeys over the pages: added, used, told of, removed; and the mailbox stays a way in whatever becomes of them. */

let house: TestHouse
const at = '/en/testhavn'
const keys = `${at}/me/sign-in`

beforeAll(async () => {
  house = await openTestHouse(8)
  await foundTown(house.database, 'testhavn')
}, 120_000)

afterAll(() => house.close())

async function byCode(email: string): Promise<Jar> {
  const jar = openJar(house.ask, 'testhavn')
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email })
  await jar.get(`${at}/sign-in/code`)
  expect((await jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, email) })).status).toBe(303)
  return jar
}

const isIn = async (jar: Jar): Promise<boolean> => (await jar.get(keys)).status === 200

/** What the page asks of the device. */
function optionsIn(html: string): string {
  const found = /data-options="([^"]+)"/.exec(html)?.[1]
  if (found === undefined) throw new Error('the page asks no device')
  return found.replaceAll('&quot;', '"').replaceAll('&amp;', '&')
}

async function add(jar: Jar, device: Device, name = 'My phone') {
  await jar.get(keys)
  const asked = await jar.post(`${keys}/passkeys`)
  expect([asked.status, asked.to]).toEqual([303, `${keys}/passkeys/new`])
  const page = await jar.get(`${keys}/passkeys/new`)
  return jar.post(`${keys}/passkeys/new`, { name, answer: device.add(optionsIn(page.html)) })
}

async function byPasskey(
  device: Device,
  next = '',
): Promise<{ readonly jar: Jar; readonly page: Awaited<ReturnType<Jar['get']>> }> {
  const jar = openJar(house.ask, 'testhavn')
  await jar.get(`${at}/sign-in`)
  const asked = await jar.post(`${at}/sign-in/passkeys`, { next })
  const page = await jar.get(asked.to ?? '')
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'private, no-store'])
  const to = /action="([^"]+sign-in\/passkey[^"]*)"/.exec(page.html)?.[1]?.replaceAll('&amp;', '&') ?? ''
  return { jar, page: await jar.post(to, { answer: device.sign(optionsIn(page.html)) }) }
}

async function mailsTo(email: string, subject: string): Promise<number> {
  const rows = await house.asOwner(
    `select 1 from pgboss.job where name = 'mail.send' and data->>'to' = $1 and data->>'subject' like $2 || '%'`,
    [email, subject],
  )
  return rows.length
}

describe('a passkey', () => {
  it('is added by who is signed in, who is told by mail, and signs her in where she wanted to go', async () => {
    const [jar, device] = [await byCode('alice@example.org'), openDevice(testOrigin)]
    expect((await add(jar, device)).to).toBe(keys)
    const list = await jar.get(keys)
    expect(list.html).toContain('My phone')
    expect(await mailsTo('alice@example.org', 'A passkey was added')).toBe(1)
    const { jar: fresh, page } = await byPasskey(device, `${at}/me`)
    expect([page.status, page.to]).toEqual([303, `${at}/me`])
    expect((await fresh.get(keys)).html).toContain('with a passkey')
  })

  it('removed signs out what it opened, tells her by mail, and a code by mail still opens her account', async () => {
    const [jar, device] = [await byCode('bashir@example.org'), openDevice(testOrigin)]
    await add(jar, device)
    const { jar: lost } = await byPasskey(device)
    expect(await isIn(lost)).toBe(true)
    const { html } = await jar.get(keys)
    const passkey = /name="passkey" value="([^"]+)"/.exec(html)?.[1] ?? ''
    const other = await byCode('emil@example.org')
    await other.get(keys)
    expect((await other.post(`${keys}/passkeys/removed`, { passkey })).status, 'it is not his').toBe(404)
    await jar.get(keys)
    expect((await jar.post(`${keys}/passkeys/removed`, { passkey })).to).toBe(keys)
    expect([await isIn(lost), await isIn(jar)]).toEqual([false, true])
    expect(await mailsTo('bashir@example.org', 'A passkey was removed')).toBe(1)
    const refused = await byPasskey(device)
    expect([refused.page.status, refused.page.html]).toEqual([409, expect.stringContaining('Sign in another way')])
    expect(await isIn(await byCode('bashir@example.org'))).toBe(true)
  })

  it('asked for by one is not added to another account, nor in another browser', async () => {
    const [hers, his] = [await byCode('dora@example.org'), await byCode('chen@example.org')]
    const device = openDevice(testOrigin)
    await hers.get(keys)
    await hers.post(`${keys}/passkeys`)
    const page = await hers.get(`${keys}/passkeys/new`)
    const answer = device.add(optionsIn(page.html))
    await his.get(keys)
    expect((await his.post(`${keys}/passkeys/new`, { name: 'Hers', answer })).status).toBe(409)
    for (const [name, value] of hers.cookies) if (name.includes('passkey')) his.cookies.set(name, value)
    expect((await his.get(`${keys}/passkeys/new`)).to).toBe(`${keys}#passkeys`)
    await his.get(keys)
    expect((await his.post(`${keys}/passkeys/new`, { name: 'Hers', answer })).status).toBe(409)
    expect((await his.get(keys)).html).not.toContain('Hers')
  })

  it('without a name is refused, and what waits goes on waiting', async () => {
    const [jar, device] = [await byCode('gita@example.org'), openDevice(testOrigin)]
    await jar.get(keys)
    await jar.post(`${keys}/passkeys`)
    const page = await jar.get(`${keys}/passkeys/new`)
    const answer = device.add(optionsIn(page.html))
    const wrong = await jar.post(`${keys}/passkeys/new`, { name: ' ', answer })
    expect([wrong.status, optionsIn(wrong.html) !== '']).toEqual([422, true])
    expect((await jar.post(`${keys}/passkeys/new`, { name: 'Mine', answer })).to).toBe(keys)
  })

  it('is gone when a change of address is taken back: nobody can tell whose it was', async () => {
    const [thief, device] = [await byCode('freja@example.org'), openDevice(testOrigin)]
    await add(thief, device)
    await thief.get(keys)
    await thief.post(`${keys}/address`, { email: 'taken@example.net' })
    await thief.get(`${keys}/address`)
    await thief.post(`${keys}/address/code`, { code: await codeMailedTo(house, 'taken@example.net') })
    const rows = await house.asOwner(
      `select data->>'text' as text from pgboss.job where name = 'mail.send' and data->>'to' = 'freja@example.org'
       and data->>'text' like '%/addresses/%'`,
    )
    const link = /http:\/\/localhost:3000(\/\S+\/addresses\/\S+)/.exec(String(rows[0]?.['text']))?.[1] ?? ''
    const mailbox = openJar(house.ask, 'testhavn')
    await mailbox.get(link)
    expect((await mailbox.post(link)).status).toBe(303)
    expect((await byPasskey(device)).page.status).toBe(409)
  })

  it('is no public matter: neither list, data of one’s own nor log names its key', async () => {
    const [jar, device] = [await byCode('ole@example.org'), openDevice(testOrigin)]
    await add(jar, device, 'Key of Ole')
    await jar.get(`${at}/me/data`)
    const data = await jar.post(`${at}/me/data`)
    expect(data.html).toContain('Key of Ole')
    for (const secret of [device.id.toString('base64url'), device.id.toString('hex')])
      expect(data.html + (await jar.get(keys)).html).not.toContain(secret)
  })
})

it('signing in with a passkey takes back a leaving, as every sign-in does', async () => {
  const [jar, device] = [await byCode('aisha@example.org'), openDevice(testOrigin)]
  await add(jar, device)
  await jar.get(`${at}/me/delete`)
  expect(
    (await jar.post(`${at}/me/delete`, { words: 'stay', email: 'aisha@example.org', understood: 'yes' })).status,
  ).toBe(303)
  const { page } = await byPasskey(device)
  expect(page.to).toBe(`${at}/welcome`)
  expect(await house.asOwner(`select 1 from identity.leaving`)).toEqual([])
})

it('regression: who wants nothing kept of her opinions is welcomed once, not at each sign-in with a passkey', async () => {
  const [jar, device] = [await byCode('klub@example.org'), openDevice(testOrigin)]
  await add(jar, device)
  await house.asOwner(
    `update identity.account set consented_at = null where email = 'klub@example.org' and name <> '' returning id`,
  )
  expect((await byPasskey(device)).page.to).toBe(at)
})
