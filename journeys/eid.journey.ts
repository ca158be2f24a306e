import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestingProvider, type TestingProvider } from '../platform/identity/oidc/testing-provider.ts'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { visitor, type Person, type Way } from './person.ts'

/** Somebody comes in with her electronic identity for the first time, links it, and comes in with it alone the next day. */

describe.each<Way>(['with JavaScript', 'without JavaScript'])('an electronic identity, %s', (way) => {
  let house: StoryHouse
  let provider: TestingProvider

  beforeAll(async () => {
    provider = await startTestingProvider({ name: 'mitid', label: 'MitID' })
    house = await openStoryHouse([provider.configured])
    provider.leadBackTo(`${house.running.origin}/sign-in/with/mitid`)
  })

  afterAll(async () => {
    await house.close()
    await provider.stop()
  })

  it('is proven, linked by a press, and opens the account from then on', async () => {
    const alice = await visitor(house, 'Alice', way)
    await alice.page.setViewportSize({ width: 360, height: 740 })
    await proveAt(alice, 'alice-at-mitid', 'https://data.gov.dk/concept/core/nsis/Substantial')
    await alice.sees('MitID has said who you are. We do not know you by it yet.')
    await alice.send('Send me a code', { email: 'alice@example.org' })
    const code = /\b\d{4} \d{4}\b/.exec(await house.mailTo('alice@example.org', /Your code is/))?.[0] ?? ''
    await alice.send('Sign me in', { code })
    await alice.sees('Link MitID to your account?')
    await alice.send('Link MitID')
    await alice.sees('MitID is linked to your account.')
    await alice.sees(/Well proven \(substantial\)/)
    await alice.leave()

    const nextDay = await visitor(house, 'Alice at another browser', way)
    await nextDay.page.setViewportSize({ width: 360, height: 740 })
    await proveAt(nextDay, 'alice-at-mitid', 'https://data.gov.dk/concept/core/nsis/Substantial')
    await nextDay.goTo('/me')
    await nextDay.sees('alice@example.org')
    await nextDay.send('Unlink MitID')
    await nextDay.sees('MitID opens your account no more.')
    const width = await nextDay.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(360)
    await nextDay.leave()
  })

  it('that was not proven changes nothing, and the way by mail is shown', async () => {
    const bashir = await visitor(house, 'Bashir', way)
    await bashir.goTo('/sign-in')
    await bashir.page.getByRole('button', { name: 'Sign in with MitID' }).click()
    await bashir.page.getByRole('button', { name: 'Go back' }).click()
    await bashir.sees('You came back from MitID without proving who you are.')
    await bashir.follow('Sign in with a code by mail')
    await bashir.sees('We mail you a code')
    await bashir.leave()
  })
})

/** From our page to the provider's, which asks who she is and how sure that is, and back. */
async function proveAt(person: Person, who: string, acr: string): Promise<void> {
  await person.goTo('/sign-in')
  await person.page.getByRole('button', { name: 'Sign in with MitID' }).click()
  await person.page.getByLabel('Who are you?').fill(who)
  await person.page.getByLabel('How sure?').selectOption(acr)
  await person.page.getByRole('button', { name: 'Prove it' }).click()
  await person.page.waitForURL(/\/en\/testhavn/)
}
