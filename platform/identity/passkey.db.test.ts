import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDatabase, type Database } from '../db/index.ts'
import { testDatabase, type TestDatabase } from '../db/testing.ts'
import {
  addPasskey,
  forgetChallenges,
  makeChallenge,
  minutesToAnswer,
  optionsToAdd,
  optionsToSignIn,
  passkeysOf,
  removePasskey,
  signedByPasskey,
  waitingChallenge,
} from './index.ts'
import { mostPasskeys } from './passkey-rules.ts'
import { openDevice, type Device, type Told } from './testing-passkey.ts'
import { foundTown, type Town, type Townsperson } from './testing.ts'

const origin = 'https://folkmoot.example'

let home: TestDatabase
let database: Database
let town: Town
let other: Town

beforeAll(async () => {
  home = await testDatabase()
  database = openDatabase({ url: home.url, connections: 8 })
  town = await foundTown(database)
  other = await foundTown(database)
})
afterAll(async () => {
  await database.close()
  await home.drop()
})

const accountOf = (who: Townsperson): Id<'account'> => {
  const { account } = town.people[who]
  if (!account) throw new Error(`${who} has no account`)
  return account
}

async function askedOf(account: Id<'account'> | null, place = town.place.id) {
  const { token } = await database.transact(place, null, (tx) => makeChallenge(tx, account))
  const browser = createHash('sha256').update(token).digest()
  const challenge = await waitingChallenge(database.read(place), browser, await database.now())
  if (!challenge) throw new Error('nothing waits')
  return { browser, challenge }
}

async function added(who: Townsperson, device: Device, but?: Partial<Told>) {
  const account = accountOf(who)
  const { browser, challenge } = await askedOf(account)
  const options = await optionsToAdd(database.read(town.place.id), challenge, {
    account,
    email: `${who}@example.org`,
    name: who,
    place: 'Testhavn',
    origin,
  })
  const answer = device.add(options, but)
  return database.transact(town.place.id, null, (tx) =>
    addPasskey(tx, { browser, answer, origin }, { account, name: 'Phone', assurance: 'low' }),
  )
}

async function signed(device: Device, but?: Partial<Told>) {
  const { browser, challenge } = await askedOf(null)
  const answer = device.sign(await optionsToSignIn(challenge, origin), but)
  return database.transact(town.place.id, null, (tx) => signedByPasskey(tx, { browser, answer, origin }))
}

async function deviceOf(who: Townsperson): Promise<Device> {
  const device = openDevice(origin)
  expect(await added(who, device)).toEqual({ kind: 'added' })
  return device
}

const stranger = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey

const wrong: readonly (readonly [string, Partial<Told>])[] = [
  ['another challenge', { challenge: Buffer.alloc(32, 7).toString('base64url') }],
  ['another page’s origin', { origin: 'https://folkmoot.example.evil.test' }],
  ['the same host over http', { origin: 'http://folkmoot.example' }],
  ['another host’s key', { host: 'evil.test' }],
  ['an answer to something else', { type: 'webauthn.other' }],
  ['nobody who showed that it is hers', { isVerified: false }],
]

describe('a passkey', () => {
  it('opens the account it was added to, and proves what was proven when it was added', async () => {
    const device = await deviceOf('alice')
    expect(await signed(device)).toEqual({ kind: 'right', account: accountOf('alice'), assurance: 'low' })
    const [kept] = await passkeysOf(database.read(town.place.id), accountOf('alice'))
    expect(kept).toMatchObject({ name: 'Phone' })
    expect(kept?.usedOn).not.toBeNull()
  })

  it.each([...wrong, ['a certificate, whose address would be asked', { isCertified: true }] as const])(
    'is not added by %s',
    async (_what, but) => {
      expect(await added('bashir', openDevice(origin), but)).toEqual({ kind: 'refused' })
      expect(await passkeysOf(database.read(town.place.id), accountOf('bashir'))).toEqual([])
    },
  )

  it.each([...wrong, ['another device’s signature', { key: stranger }] as const])(
    'opens nothing by %s',
    async (_what, but) => {
      const device = await deviceOf('chen')
      expect(await signed(device, but)).toEqual({ kind: 'refused' })
      expect((await signed(device)).kind, 'the device itself still does').toBe('right')
    },
  )

  it('opens nothing by the name of somebody else’s passkey', async () => {
    const [hers, his] = [await deviceOf('dora'), await deviceOf('emil')]
    expect(await signed(his, { id: hers.id })).toEqual({ kind: 'refused' })
  })

  it('is found out when it was copied: a counter that stands still or goes back', async () => {
    const device = await deviceOf('freja')
    expect((await signed(device, { counter: 9 })).kind).toBe('right')
    expect(await signed(device, { counter: 9 })).toEqual({ kind: 'copied' })
    expect(await signed(device, { counter: 3 })).toEqual({ kind: 'copied' })
    expect((await signed(device, { counter: 10 })).kind).toBe('right')
  })

  it('may come from a device that does not count', async () => {
    const device = openDevice(origin)
    await added('gita', device, { counter: 0 })
    expect((await signed(device, { counter: 0 })).kind).toBe('right')
    expect((await signed(device, { counter: 0 })).kind).toBe('right')
  })

  it('answers once, in the browser that was asked, within five minutes by the database’s clock', async () => {
    const device = await deviceOf('ole')
    const { browser, challenge } = await askedOf(null)
    const answer = device.sign(await optionsToSignIn(challenge, origin))
    const elsewhere = (await askedOf(null)).browser
    const sign = (of: Buffer) =>
      database.transact(town.place.id, null, (tx) => signedByPasskey(tx, { browser: of, answer, origin }))
    expect(await sign(elsewhere)).toEqual({ kind: 'refused' })
    expect((await sign(browser)).kind).toBe('right')
    expect(await sign(browser), 'a replay').toEqual({ kind: 'refused' })

    const late = await askedOf(null)
    const tooLate = device.sign(await optionsToSignIn(late.challenge, origin))
    const then = database.at((await database.now()).add({ minutes: minutesToAnswer, seconds: 1 }))
    expect(
      await then.transact(town.place.id, null, (tx) =>
        signedByPasskey(tx, { browser: late.browser, answer: tooLate, origin }),
      ),
    ).toEqual({ kind: 'refused' })
  })

  it('answers once, also where the same answer comes twenty times at once', async () => {
    const device = openDevice(origin)
    await added('klub', device, { counter: 0 })
    const { browser, challenge } = await askedOf(null)
    const answer = device.sign(await optionsToSignIn(challenge, origin), { counter: 0 })
    const all = await Promise.all(
      Array.from({ length: 20 }, () =>
        database.transact(town.place.id, null, (tx) => signedByPasskey(tx, { browser, answer, origin })),
      ),
    )
    expect(all.filter(({ kind }) => kind === 'right').length).toBe(1)
  })

  it('is added to nobody by what was asked to sign in, and signs nobody in by what was asked to add one', async () => {
    const account = accountOf('aisha')
    const device = openDevice(origin)
    const [toSignIn, toAdd] = [await askedOf(null), await askedOf(account)]
    const add = device.add(
      JSON.stringify({ challenge: toSignIn.challenge.bytes.toString('base64url'), rp: { id: 'folkmoot.example' } }),
    )
    const owner = { account, name: 'Phone', assurance: 'low' as const }
    expect(
      await database.transact(town.place.id, null, (tx) =>
        addPasskey(tx, { browser: toSignIn.browser, answer: add, origin }, owner),
      ),
    ).toEqual({ kind: 'refused' })
    await added('aisha', device)
    const sign = device.sign(
      JSON.stringify({ challenge: toAdd.challenge.bytes.toString('base64url'), rpId: 'folkmoot.example' }),
    )
    expect(
      await database.transact(town.place.id, null, (tx) =>
        signedByPasskey(tx, { browser: toAdd.browser, answer: sign, origin }),
      ),
    ).toEqual({ kind: 'refused' })
  })

  it('is one account’s alone, and another place knows nothing of it', async () => {
    const device = await deviceOf('ada')
    expect(await added('ada', device)).toEqual({ kind: 'known' })
    expect(await added('alice', device)).toEqual({ kind: 'known' })
    const { browser, challenge } = await askedOf(null, other.place.id)
    const answer = device.sign(await optionsToSignIn(challenge, origin))
    expect(
      await database.transact(other.place.id, null, (tx) => signedByPasskey(tx, { browser, answer, origin })),
    ).toEqual({ kind: 'refused' })
  })

  it('is removed by its owner alone, and opens nothing from then on', async () => {
    const device = await deviceOf('bashir')
    const [kept] = await passkeysOf(database.read(town.place.id), accountOf('bashir'))
    if (!kept) throw new Error('he has one')
    const remove = (who: Townsperson) =>
      database.transact(town.place.id, null, (tx) => removePasskey(tx, accountOf(who), kept.id))
    expect(await remove('alice')).toBeUndefined()
    expect((await signed(device)).kind).toBe('right')
    expect(await remove('bashir')).toBe('Phone')
    expect(await signed(device)).toEqual({ kind: 'refused' })
  })

  it('is refused in words that are no answer of a device', async () => {
    for (const answer of ['', '{', 'null', '[]', '{"id":"a"}', '"x"', JSON.stringify({ id: '<b>', rawId: 'x' })]) {
      const { browser } = await askedOf(null)
      expect(
        await database.transact(town.place.id, null, (tx) => signedByPasskey(tx, { browser, answer, origin })),
      ).toEqual({ kind: 'refused' })
    }
  })
})

it(`nobody has more than ${mostPasskeys} passkeys, also where more are added at once`, async () => {
  const small = await foundTown(database)
  const account = small.people.alice.account
  if (!account) throw new Error('she has an account')
  const add = async () => {
    const { browser, challenge } = await askedOf(account, small.place.id)
    const answer = openDevice(origin).add(
      JSON.stringify({ challenge: challenge.bytes.toString('base64url'), rp: { id: 'folkmoot.example' } }),
    )
    return database.transact(small.place.id, null, (tx) =>
      addPasskey(tx, { browser, answer, origin }, { account, name: 'Phone', assurance: 'low' }),
    )
  }
  const all = await Promise.all(Array.from({ length: mostPasskeys + 4 }, add))
  expect(all.filter(({ kind }) => kind === 'added').length).toBe(mostPasskeys)
  expect(all.filter(({ kind }) => kind === 'too-many').length).toBe(4)
})

it('what nobody answered is forgotten', async () => {
  await askedOf(null)
  const then = database.at((await database.now()).add({ minutes: minutesToAnswer, seconds: 1 }))
  await then.transact(town.place.id, null, (tx) => forgetChallenges(tx))
  const left = await database.read(town.place.id).selectFrom('identity.challenge').selectAll().execute()
  expect(left).toEqual([])
})
