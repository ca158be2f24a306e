import type { CDPSession } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { signIn, townsperson, visitor, type Person } from './person.ts'

/**
 * Alice adds a passkey of her phone, signs in with it the next day, and removes it when she sells the phone. The device is Chromium's
 * own, in software: everything between the button and the database is as it is for her.
 */

describe('passkeys', () => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })

  afterAll(() => house.close())

  it('are added, open her account, and are removed; saying no to the device changes nothing', async () => {
    const alice = await visitor(house, 'alice', 'with JavaScript')
    const device = await deviceOf(alice)
    await signIn(house, alice, 'alice@example.org')
    await alice.goTo('/me/sign-in')
    await alice.send('Add a passkey')
    await device.says('no')
    await alice.page.getByRole('button', { name: 'Add this passkey' }).click()
    await alice.sees('Your device gave no passkey')
    await device.says('yes')
    await alice.send('Add this passkey', { name: 'Old phone' })
    await alice.sees('Your passkey is added')
    expect(await house.mailTo('alice@example.org', /passkey “Old phone” was added/)).toMatch(/Was it not you/)
    await alice.send('Sign me out everywhere')

    await alice.goTo('/sign-in?next=%2Fen%2Ftesthavn%2Fme%2Fsign-in')
    await alice.send('Sign in with a passkey')
    await alice.send('Sign me in')
    await alice.sees('with a passkey')
    expect(new URL(alice.page.url()).pathname).toBe('/en/testhavn/me/sign-in')

    await alice.send('Remove Old phone')
    await alice.sees('The passkey is removed')
    await alice.send('Sign me out everywhere')
    await alice.goTo('/sign-in')
    await alice.send('Sign in with a passkey')
    await alice.send('Sign me in')
    await alice.sees('This passkey did not open anything here')
    await alice.leave()
  })

  it('are not offered without JavaScript, where the code stays and removing works', async () => {
    const bashir = await visitor(house, 'bashir', 'without JavaScript')
    await bashir.goTo('/sign-in')
    expect(await bashir.page.getByRole('button', { name: 'Sign in with a passkey' }).isVisible()).toBe(false)
    const inside = await townsperson(house, 'bashir', 'without JavaScript')
    await inside.goTo('/me/sign-in')
    await inside.sees('To use a passkey you need JavaScript')
    expect(await inside.page.getByRole('button', { name: 'Add a passkey' }).isVisible()).toBe(false)
    await Promise.all([bashir.leave(), inside.leave()])
  })
})

/** A device that Chromium pretends to have, whose owner is there or says no. */
async function deviceOf(person: Person) {
  const session: CDPSession = await person.page.context().newCDPSession(person.page)
  await session.send('WebAuthn.enable')
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
  return {
    says: (word: 'yes' | 'no') =>
      session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: word === 'yes' }),
  }
}
