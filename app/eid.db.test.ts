import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leavingPoll } from '../overview/index.ts'
import { signInWords } from '../overview/sign-in/messages/words.ts'
import { startAdversary, type Adversary, type Forgery } from '../platform/identity/oidc/testing-adversary.ts'
import { foundTown, type Town } from '../platform/identity/testing.ts'
import { opinionWords } from '../stages/opinion/messages/words.ts'
import { openCase } from '../stages/opinion/testing.ts'
import { codeMailedTo, openJar, type Jar } from './testing-jar.ts'
import { escaped, openTestHouse, type Page, type TestHouse } from './testing.ts'

/** Coming in with an electronic identity, and what a hostile provider, a stranger or a second account tries. */

let house: TestHouse
let mitid: Adversary
let evil: Adversary
let town: Town
const at = '/en/testhavn'
const say = signInWords.say('en')

beforeAll(async () => {
  ;[mitid, evil] = await Promise.all([startAdversary('mitid'), startAdversary('evil')])
  house = await openTestHouse(8, undefined, [mitid.configured, evil.configured])
  town = await foundTown(house.database, 'testhavn')
}, 120_000)

afterAll(async () => {
  await house.close()
  await Promise.all([mitid.stop(), evil.stop()])
})

const open = (): Jar => openJar(house.ask, 'testhavn')

/** Away to the provider; the address it leads this browser back to. */
async function wayBack(jar: Jar, forgery: Forgery = {}, typed: Readonly<Record<string, string>> = {}): Promise<string> {
  const isLinking = typed['purpose'] === 'link'
  await jar.get(`${at}/${isLinking ? 'me' : 'sign-in'}`)
  const form = isLinking ? 'me/identities/link' : 'sign-in/with'
  const begun = await jar.post(`${at}/${form}/mitid`, { purpose: 'sign-in', ...typed })
  expect(begun.to).toBe(`${at}/sign-in/away`)
  const away = await jar.get(begun.to ?? '')
  const way = /^0; url=(.+)$/.exec(away.headers.get('refresh') ?? '')?.[1] ?? ''
  const state = new URL(way).searchParams.get('state') ?? ''
  const back = new URLSearchParams({ code: mitid.codeFor(way, forgery), state, iss: mitid.configured.issuer })
  return `/sign-in/with/mitid?${back}`
}

/** The provider knows one address; from there the browser goes on to its place. */
async function comeBack(jar: Jar, back: string): Promise<Page> {
  const on = await jar.get(back)
  expect(on.to).toContain(`${at}/sign-in/with/mitid?`)
  return jar.get(on.to ?? '')
}

async function come(jar: Jar, forgery: Forgery = {}, typed: Readonly<Record<string, string>> = {}): Promise<Page> {
  return comeBack(jar, await wayBack(jar, forgery, typed))
}

async function byCode(jar: Jar, email: string, next = ''): Promise<Page> {
  await jar.get(`${at}/sign-in`)
  await jar.post(`${at}/sign-in`, { email, next })
  await jar.get(`${at}/sign-in/code`)
  return jar.post(`${at}/sign-in/code`, { code: await codeMailedTo(house, email), next })
}

/** Signs in by code and links who she is at the provider. */
async function linked(email: string, sub: string): Promise<Jar> {
  const jar = open()
  await byCode(jar, email)
  expect((await come(jar, { claims: { sub } }, { purpose: 'link' })).to).toContain('/me')
  return jar
}

const sessionOf = (jar: Jar): string | undefined => jar.cookies.get('folkmoot-testhavn')
const whose = async (jar: Jar): Promise<string | undefined> =>
  /[\w-]+@example\.org/.exec((await jar.get(`${at}/me`)).html)?.[0]

describe('an electronic identity', () => {
  it('waits the first time for the account of its person, is linked by a press, and opens it from then on', async () => {
    const jar = open()
    const linking = `${at}/sign-in/identity`
    const came = await come(jar, { claims: { sub: 'alice' } }, { next: `${at}/owed` })
    expect(sessionOf(jar)).toBeUndefined()
    const next = `${linking}?next=${encodeURIComponent(`${at}/owed`)}`
    expect(came.to).toBe(`${at}/sign-in?next=${encodeURIComponent(next)}`)
    const waits = await jar.get(came.to ?? '')
    expect(waits.html).toContain(escaped(say('eid.new', { label: 'mitid' })))
    expect(waits.headers.get('cache-control')).toBe('private, no-store')
    expect((await byCode(jar, 'alice@example.org', next)).to).toBe(next)
    const before = sessionOf(jar)
    await jar.get(next)
    expect((await jar.post(next)).to).toBe(`${at}/owed`)
    expect(sessionOf(jar), 'a new session').not.toBe(before)
    const again = open()
    expect((await come(again, { claims: { sub: 'alice' } }, { next: `${at}/owed` })).to).toBe(`${at}/owed`)
    expect(await whose(again)).toBe('alice@example.org')
    const rows = await house.asOwner(`select means, assurance from identity.session order by opened_at desc limit 1`)
    expect(rows).toEqual([{ means: 'oidc', assurance: 'substantial' }])
  })

  it('tells who has the account by mail, and ends what was open elsewhere', async () => {
    const elsewhere = open()
    await byCode(elsewhere, 'bashir@example.org')
    await linked('bashir@example.org', 'bashir')
    expect((await elsewhere.get(`${at}/me`)).status).toBe(303)
    const mails = await house.asOwner(
      `select data->>'subject' as subject from pgboss.job where name = 'mail.send' and data->>'to' = 'bashir@example.org'`,
    )
    const subject = say('eid.mail-linked.subject', { label: 'mitid', place: 'Testhavn' })
    expect(mails.map((mail) => mail['subject'])).toContain(subject)
  })

  it('is worth what the provider says, and little where it says nothing we were told of', async () => {
    const jar = await linked('emil@example.org', 'emil')
    for (const acr of [undefined, 'http://evil.example/highest', 'constructor', 3])
      await come(jar, { claims: { sub: 'emil', acr } })
    const rows = await house.asOwner(
      `select s.assurance from identity.session s join identity.account a on a.id = s.account_id where a.email = 'emil@example.org'`,
    )
    expect(rows).toEqual([{ assurance: 'low' }])
  })
})

describe('abuse 34: an electronic identity', () => {
  it('with the e-mail address of an account, verified or not, opens no account', async () => {
    for (const email_verified of [true, false]) {
      const jar = open()
      const came = await come(jar, {
        claims: { sub: `stranger ${email_verified}`, email: 'dora@example.org', email_verified },
      })
      expect(came.to).toContain(`${at}/sign-in?next=`)
      expect(sessionOf(jar)).toBeUndefined()
    }
    expect(await house.asOwner(`select 1 from identity.external where subject like 'stranger%'`)).toEqual([])
  })

  it('comes back once, in the browser that went, within ten minutes, from the provider it went to', async () => {
    const jar = await linked('freja@example.org', 'freja')
    const tooLate = escaped(say('refused.eid-too-late'))
    const [hers, strangers] = [open(), open()]
    const back = await wayBack(hers, { claims: { sub: 'freja' } })
    expect((await comeBack(strangers, back)).html, 'another browser').toContain(tooLate)
    const elsewhere = await hers.get(`${at}${back.replace('/with/mitid', '/with/evil')}`)
    expect(elsewhere.html, 'another provider').toContain(tooLate)
    expect((await comeBack(hers, back)).to).toBe(at)
    expect((await comeBack(hers, back)).html, 'a second time').toContain(tooLate)
    const slow = open()
    const late = await wayBack(slow, { claims: { sub: 'freja' } })
    house.setClock(Temporal.Now.instant().add({ minutes: 10, seconds: 1 }))
    expect((await comeBack(slow, late)).html, 'too late').toContain(tooLate)
    house.setClock(null)
    expect([sessionOf(strangers), sessionOf(slow)]).toEqual([undefined, undefined])
    expect(await whose(jar), 'where she is signed in already she stays').toBe('freja@example.org')
  })

  it.each<[string, Forgery]>([
    ['of another issuer', { claims: { iss: 'https://other.example' } }],
    ['for somebody else', { claims: { aud: 'somebody-else' } }],
    ['that answers another question', { claims: { nonce: 'another' } }],
    ['that nobody signed', { signed: 'none' }],
  ])('%s opens nothing, is told in plain words, and the way back is used up', async (_what, forgery) => {
    const jar = open()
    const back = await wayBack(jar, { ...forgery, claims: { sub: 'alice', ...forgery.claims } })
    const came = await comeBack(jar, back)
    expect([came.status, sessionOf(jar)]).toEqual([409, undefined])
    expect(came.html).toContain(escaped(say('refused.eid-refused', { label: 'mitid' })))
    expect((await comeBack(jar, back)).html).toContain(escaped(say('refused.eid-too-late')))
  })

  it('proven before is not laid on the account of who signs in next in the same browser without her press', async () => {
    const jar = open()
    await come(jar, { claims: { sub: 'somebody at the library' } })
    await byCode(jar, 'aisha@example.org')
    expect(await house.asOwner(`select 1 from identity.external where subject like '%library'`)).toEqual([])
  })

  it('links nothing for who has signed in here meanwhile as somebody else', async () => {
    const jar = open()
    await byCode(jar, 'ole@example.org')
    const back = await wayBack(jar, { claims: { sub: 'ole' } }, { purpose: 'link' })
    await byCode(jar, 'gita@example.org')
    expect((await comeBack(jar, back)).html).toContain(escaped(say('refused.eid-too-late')))
    expect(await house.asOwner(`select 1 from identity.external where subject = 'ole'`)).toEqual([])
  })
})

describe('abuse 04: one electronic identity', () => {
  it('opens one account: a second one cannot have it, not even after the first unlinks it', async () => {
    const hers = await linked('chen@example.org', 'chen')
    const second = open()
    await byCode(second, 'second@example.org')
    const refusal = escaped(say('refused.eid-of-another-account', { label: 'mitid' }))
    expect((await come(second, { claims: { sub: 'chen' } }, { purpose: 'link' })).html).toContain(refusal)
    await hers.get(`${at}/me`)
    const unlinked = await hers.post(`${at}/me/identities/unlink`, { issuer: mitid.configured.issuer })
    expect(unlinked.to).toBe(`${at}/me#identities`)
    const again = { purpose: 'link', next: `${at}/owed` }
    expect((await come(second, { claims: { sub: 'chen' } }, again)).html).toContain(refusal)
    expect((await come(open(), { claims: { sub: 'chen' } })).to, 'it opens nothing now').toContain('/sign-in?next=')
    expect((await come(hers, { claims: { sub: 'chen' } }, { purpose: 'link' })).to, 'but hers again').toContain('/me')
  })

  it('opens one of two accounts that link it at the same moment', async () => {
    const jars = await Promise.all(
      Array.from({ length: 6 }, async (_, nth) => {
        const jar = open()
        await byCode(jar, `twin-${nth}@example.org`)
        return { jar, back: await wayBack(jar, { claims: { sub: 'twin' } }, { purpose: 'link' }) }
      }),
    )
    const came = await Promise.all(jars.map(({ jar, back }) => comeBack(jar, back)))
    expect(came.filter(({ status }) => status === 303)).toHaveLength(1)
    expect(came.filter(({ status }) => status === 409)).toHaveLength(5)
    expect(await house.asOwner(`select 1 as one from identity.external where subject = 'twin'`)).toHaveLength(1)
  })

  it('stays with its account in the database, whatever code says', async () => {
    await linked('klub@example.org', 'klub')
    await expect(
      house.asOwner(
        `update identity.external set account_id = (select id from identity.account where email = 'dora@example.org') where subject = 'klub'`,
      ),
    ).rejects.toThrow('stays with its account')
  })

  it('votes once, though its person deletes her account and comes back with another mailbox', async () => {
    const { slug } = await openCase(house.database, town)
    const statement = `${at}/problems/${slug}/statements`
    const hers = await voter('moves@example.org')
    await hers.get(statement)
    expect((await hers.post(`${statement}/1/vote`, { choice: 'agree' })).status).toBe(303)
    expect((await come(hers, { claims: { sub: 'moves' } }, { purpose: 'link' })).to).toContain('/me')
    await hers.get(`${at}/me/delete`)
    expect(
      (await hers.post(`${at}/me/delete`, { words: 'stay', email: 'moves@example.org', understood: 'yes' })).status,
    ).toBe(303)
    house.setClock(Temporal.Now.instant().add({ hours: 24 * 14 + 1 }))
    await leavingPoll(house.database, town.place.id)
    house.setClock(null)
    expect(await house.asOwner(`select 1 from identity.external where subject = 'moves'`)).toEqual([])

    const again = await voter('other-mailbox@example.org')
    expect((await come(again, { claims: { sub: 'moves' } }, { purpose: 'link' })).to).toContain('/me')
    await again.get(statement)
    const refused = await again.post(`${statement}/1/vote`, { choice: 'agree' })
    expect([refused.status, refused.html.includes(escaped(opinionWords.say('en')('refused.voted-before')))]).toEqual([
      409,
      true,
    ])

    // Who votes by a third mailbox before she is known by it cannot link it while that vote is open.
    const third = await voter('third-mailbox@example.org')
    await third.get(statement)
    expect((await third.post(`${statement}/1/vote`, { choice: 'agree' })).status).toBe(303)
    await house.asOwner(`delete from identity.external where subject = 'moves'`)
    const linking = await come(third, { claims: { sub: 'moves' } }, { purpose: 'link' })
    expect([
      linking.status,
      linking.html.includes(escaped(say('refused.eid-voted-by-it', { label: 'mitid' }))),
    ]).toEqual([409, true])
  })
})

/** Signed in by code, with a name and a tie to the place: may vote. */
async function voter(email: string): Promise<Jar> {
  const jar = open()
  const came = await byCode(jar, email)
  await jar.get(came.to ?? '')
  const welcomed = await jar.post(came.to ?? '', {
    name: 'Maja Holm',
    tie: 'lives-here',
    as: 'resident',
    language: 'en',
    consent: 'yes',
  })
  expect(welcomed.status).toBe(303)
  return jar
}
