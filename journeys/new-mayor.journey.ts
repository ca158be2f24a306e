import type { Id } from '@folkmoot/basics/ids.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { harbour } from '../app/demo/lindhavn/cases/harbour.ts'
import { electAnew, type Elected } from '../app/testing-election.ts'
import { cookieOf } from './house.ts'
import { lindhavner, openLindhavn, pathOf, stranger, type LindhavnHouse } from './lindhavn.ts'
import { visitor, type Person, type Way } from './person.ts'

/**
 * A mayor reads her record figure by figure. Then comes the election: another party, another mayor. What was promised stands on the new
 * one's desk with who promised it; she reports on it for the body, and a resident reads who did what, by name.
 */

describe.each<Way>(['with JavaScript', 'without JavaScript'])('a new mayor takes over, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([harbour])
  })

  afterAll(() => house.close())

  it('nothing that was promised falls away', async () => {
    const before = await lindhavner(house, 'ragna', way)
    await readsHerRecord(before)
    const elected = await electAnew(house.town)
    const mayor = await elect(house, elected.mayor, way)
    await takesOver(mayor)
    await reports(mayor)
    const resident = await stranger(house, way)
    await readsWhoDidWhat(resident)
  })
})

async function elect(house: LindhavnHouse, account: Elected['mayor'], way: Way): Promise<Person> {
  const person = await visitor(house, 'the new mayor', way)
  const cookie = await cookieOf(house.database, house.town.place, account satisfies Id<'account'>)
  await person.page.context().addCookies([{ ...cookie, url: house.running.origin }])
  return person
}

async function readsHerRecord(ragna: Person): Promise<void> {
  await ragna.goTo('/people/ragna-holm')
  await ragna.follow('Each figure, what it counts, and its rows')
  await ragna.sees('Below ten no percentage is said')
  await ragna.sees('Terms and seats')
}

async function takesOver(mayor: Person): Promise<void> {
  await mayor.goTo('/desk')
  await mayor.sees('Promised before you sat')
  await mayor.follow(/^Town council: everything by day/)
  await mayor.sees('Vera Nygaard leads this body since')
  await mayor.sees(/Promised by .* who holds no seat any more/)
}

async function reports(mayor: Person): Promise<void> {
  await mayor.page.locator('section a[href*="/delivery/"]').first().click()
  await mayor.page.waitForLoadState('load')
  await mayor.send(/report/i, { text: 'It is done, and people use it.', standing: 'kept' })
  expect(mayor.page.url()).toContain('/delivery/')
  await mayor.sees('It is done, and people use it.')
}

async function readsWhoDidWhat(resident: Person): Promise<void> {
  await resident.goTo(pathOf(harbour))
  await resident.follow('Who did what')
  await resident.sees('nobody is counted, and nobody is ranked')
  await resident.sees('Moved it')
}
