import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { harbour } from '../app/demo/lindhavn/cases/harbour.ts'
import { day } from './days.ts'
import { lindhavner, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import { visitor, type Person, type Way } from './person.ts'

/**
 * A member of the harbour group says that a promise closed as kept is not done, and the mayor answers. Members stay to keep an eye on
 * the rest. The sailing club reports what it brought. A stranger asks what the council owes.
 */

const at = `${pathOf(harbour)}/delivery`
const names = ['viktor', 'ragna', 'clerk', 'sailing'] as const
type People = Record<(typeof names)[number], Person>

describe.each<Way>(['with JavaScript', 'without JavaScript'])('what was promised, %s', (way) => {
  let house: LindhavnHouse
  let people: People

  beforeAll(async () => {
    house = await openLindhavn([harbour])
    const known: [string, Person][] = []
    for (const name of names) {
      known.push([name, await lindhavner(house, name, way)])
    }
    people = Object.fromEntries(known) as People // one entry per name
  })

  afterAll(() => house.close())

  it('is reopened by one it concerns, and answered by the chair', async () => {
    const { viktor, ragna } = people
    await viktor.goTo(`${at}/1`)
    await viktor.send('Reopen this promise', { reopenReason: 'Twelve homes on Quay Street got no text in October.' })
    await viktor.sees('The promise is open again')
    await ragna.goTo('/desk')
    await ragna.sees('Answer whether your body kept a promise')
    await ragna.follow('Read and answer')
    await ragna.send('Publish this answer', {
      goesOn: /It goes on/,
      answerWords: 'They are right: the list was old. The new one comes by the day below.',
      answerNext: day(60),
    })
    await ragna.sees('Your answer is published')
    await viktor.goTo(`${at}/1`)
    await viktor.sees('They are right: the list was old.')
  })

  it('is watched by those who stay, who are told, and who ask', async () => {
    const { viktor, ragna, clerk } = people
    await ragna.goTo(`${at}/follow-up`)
    await ragna.send('Open, and ask the members to stay')
    await viktor.goTo(`${at}/follow-up`)
    await viktor.send('Stay and keep an eye on it')
    await clerk.goTo(`${at}/follow-up`)
    await clerk.send('Publish this report', { status: 'The tender is out, four firms have asked for the papers.' })
    await viktor.goTo('/me')
    await viktor.sees('Say how it goes')
    await viktor.goTo(`${at}/follow-up`)
    await viktor.send('Say this', { rating: /It goes slowly/, question: 'When does the building begin?' })
    await viktor.sees('When does the building begin?')
  })

  it('is helped by an association, which reports in two presses', async () => {
    const { sailing } = people
    await sailing.goTo('/me')
    await sailing.follow('Mark the pledge')
    await sailing.send('It was kept')
    await sailing.sees('Nothing waits for you')
    await sailing.sees('24 trained volunteers')
  })

  it('is asked for by a stranger: of the council, of one politician, in figures', async () => {
    const stranger = await visitor(house, 'stranger', way)
    await stranger.goTo('/owed')
    await stranger.page.getByLabel('Which politician?').selectOption({ label: 'Tomas Brekke' })
    await stranger.page.getByRole('button', { name: 'Show these' }).click()
    await stranger.page.waitForURL(/person=tomas-brekke/)
    await stranger.sees('Owner: Tomas Brekke')
    expect(await stranger.page.locator('main').innerText()).not.toContain('Owner: Idris Vane')
    await stranger.follow('In figures, year by year')
    await stranger.follow('Promises kept on schedule')
    await stranger.sees(/Of the promises whose last milestone/)
    await stranger.leave()
  })
})
