import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStoryHouse, type StoryHouse } from './house.ts'
import { townsperson, type Way } from './person.ts'

/** An administrator who signed in yesterday gives somebody a role: she signs in once more, and what she typed is there. */

describe.each<Way>(['with JavaScript', 'without JavaScript'])('an act of weight, %s', (way) => {
  let house: StoryHouse

  beforeAll(async () => {
    house = await openStoryHouse()
  })
  afterAll(() => house.close())

  it('waits for a new sign-in and is sent with one press, on a narrow phone', async () => {
    const ada = await townsperson(house, 'ada', way)
    await house.database.transact(house.town.place.id, null, (tx) =>
      tx
        .updateTable('identity.session')
        .set({ authenticated_at: tx.now.subtract({ hours: 13 }) })
        .execute(),
    )
    await ada.page.setViewportSize({ width: 360, height: 740 })
    await ada.goTo('/settings')
    await ada.send('Invite and send a mail', { inviteEmail: 'new-clerk@example.org', role: 'clerk' })
    await ada.sees('Nothing has been done yet.')
    const width = await ada.page.evaluate<number>('document.documentElement.scrollWidth')
    expect(width).toBeLessThanOrEqual(360)
    await ada.send('Send a code to ada@example.org')
    const code = /\b\d{4} \d{4}\b/.exec(await house.mailTo('ada@example.org', /Your code is/))?.[0] ?? ''
    await ada.send('Sign me in', { code })
    await ada.sees('Go on where you were')
    await ada.send('Send it')
    await ada.sees('The person is invited.')
    await house.mailTo('new-clerk@example.org', /has given you the role/)
    await ada.leave()
  })
})
