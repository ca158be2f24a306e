import { afterAll, beforeAll, expect, it } from 'vitest'
import { gasworks } from '../app/demo/lindhavn/cases/gasworks.ts'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import type { PersonKey } from '../app/demo/lindhavn/cast.ts'
import { lindhavner, looksWellInTheDark, openLindhavn, pathOf, stranger, type LindhavnHouse } from './lindhavn.ts'
import { faultsOf } from './look.ts'
import type { Person, Way } from './person.ts'

/** Meetings, by those who prepare, hold, close and visit them. */

const at = pathOf(school)
const [withScript, without] = ['with JavaScript', 'without JavaScript'] as const satisfies readonly Way[]
const ways = [{ way: withScript }, { way: without }]
const today = Temporal.Now.plainDateISO('Europe/Copenhagen')
const day = (days: number): string => today.add({ days }).toString()

let house: LindhavnHouse

beforeAll(async () => {
  house = await openLindhavn([school, gasworks])
})
afterAll(() => house.close())

it('a series is laid out from the template, on the weekday and as often as the facilitator says', async () => {
  const facilitator = await as('facilitator', without)
  await facilitator.goTo(`${pathOf(gasworks)}/meetings`)
  await facilitator.follow('Lay out the series')
  await facilitator.send('Show these days', { meetings: '5', weekday: '2' })
  await facilitator.sees('Meeting 1: explore')
  await facilitator.sees('Meeting 5: shape')
  await facilitator.page.getByRole('button', { name: 'Call these 5 meetings' }).click()
  await facilitator.sees('Place: Fill in this field')
  await facilitator.send('Call these 5 meetings', { place: 'Library', 'title-2': 'A day with the eleven workshops' })
  await facilitator.sees('Everyone who follows the case is told.')
  await facilitator.sees('Meeting 2: A day with the eleven workshops')
  await facilitator.sees('Tuesday')
})

it('a member wishes for one more meeting, and the chair grants it from her desk', async () => {
  const [hanna, yasmin] = [await as('hanna'), await as('yasmin')]
  await hanna.goTo(`${at}/meetings/changes`)
  await hanna.page.locator('[name="kind"][value="add"]').check()
  await hanna.page.locator('[name="words"]').fill('One evening with the bus drivers.')
  await hanna.page.getByRole('button', { name: 'Send my wish' }).click()
  await hanna.sees('Say the day, and when it begins and ends.')
  await hanna.send('Send my wish', { day: day(20), starts: '17:00', ends: '19:00' })
  await hanna.sees('One evening with the bus drivers.')
  await yasmin.goTo('/desk')
  await yasmin.sees('Answer the wish')
  await yasmin.goTo(`${at}/meetings/changes`)
  const wish = yasmin.page.locator('[id^="wish-"]').filter({ hasText: 'bus drivers' })
  await wish.locator('summary').last().click()
  await wish.getByRole('button', { name: /^Grant wish/ }).click()
  await yasmin.sees('The wish is granted and carried out.')
  await looksWellInTheDark(house, 'hanna', [`${at}/meetings/changes`, `${at}/meetings`])
})

it('a member puts other ground rules to the group, and they hold when more than half agree', async () => {
  const [leo, yasmin] = [await as('leo', without), await as('yasmin', without)]
  await leo.goTo(`${at}/meetings/rules`)
  await leo.send('Put these rules to the group', { words: 'We let each other finish.\nWe begin on time.' })
  await leo.sees('The rules are put to the group.')
  await yasmin.goTo(`${at}/meetings/rules`)
  await yasmin.send('Write down the agreement', { agreed: '12' })
  await yasmin.sees('The group’s ground rules are agreed.')
  await yasmin.sees(/by 12 of 15 seats/)
})

it.each(ways)(
  'a meeting is prepared for all at once, held on the screen, and written down as it runs, $way',
  async ({ way }) => {
    const [facilitator, mina, outside] = [
      await as('facilitator', way),
      await as('mina', way),
      await stranger(house, way),
    ]
    const meeting = await callToday(facilitator, { title: `Bus drivers, ${way}`, openness: 'open' })
    await mina.goTo(meeting)
    await mina.send('Add to the agenda', { title: 'Where they must brake', plannedMinutes: '40', owner: 'Mina Dahl' })
    await mina.sees('It is on the agenda.')

    await facilitator.goTo(`${meeting}/papers`)
    await facilitator.send('Add this paper', { title: 'The timetable', link: 'https://lindhavn.example/timetable' })
    await facilitator.sees('It goes out to all together with the others.')
    await outside.goTo(`${meeting}/papers`)
    expect(await outside.page.locator('main').innerText()).not.toContain('The timetable')
    await facilitator.goTo(`${meeting}/papers`)
    await facilitator.send('Publish to all now')
    await facilitator.sees('The papers are out.')
    await outside.goTo(`${meeting}/papers`)
    await outside.sees('The timetable')

    await facilitator.goTo(meeting)
    await facilitator.follow('Show on the screen')
    await facilitator.send('Open this item')
    await facilitator.sees(/(40|39) minutes left/)

    await facilitator.goTo(`${meeting}/minutes`)
    await facilitator.send('Save the minutes of this item', {
      minutes: 'At the bakery and at the church.',
      decision: 'We ask the bus company for its count.',
    })
    await facilitator.sees('The minutes are saved and public.')
    await facilitator.goTo(`${meeting}/minutes`)
    await facilitator.send('Make it a task', { what: `Ask for the count, ${way}`, owner: /^Mina Dahl/, dueOn: day(9) })
    await facilitator.sees('The task is agreed.')
    await facilitator.goTo(`${meeting}/minutes`)
    await facilitator.send('Save who came', {}, [/Mina Dahl/, /Yasmin Odal/])
    await facilitator.sees('Who came is saved and public.')

    await outside.goTo(meeting)
    for (const said of [
      'At the bakery and at the church.',
      'We ask the bus company for its count.',
      'Staff text',
      '2 of 15',
    ])
      await outside.sees(said)
    await mina.goTo('/me')
    await mina.sees(`Ask for the count, ${way}`)
    await mina.goTo(`${at}/meetings`)
    const task = mina.page.locator('[id^="task-"]').filter({ hasText: way })
    await task.locator('summary').first().click()
    await task.locator('[name="words"]').fill('They send it on Monday.')
    await task.getByRole('button', { name: 'It is done' }).click()
    await mina.sees('The task is done.')
    if (way === withScript)
      await looksWellInTheDark(house, 'facilitator', [
        meeting,
        `${meeting}/minutes`,
        `${meeting}/papers`,
        `${meeting}/screen`,
      ])
  },
)

it.each(ways)(
  'a meeting is closed only on a legal ground, which everybody reads in its place, $way',
  async ({ way }) => {
    const [facilitator, sofie, outside] = [
      await as('facilitator', way),
      await as('sofie', way),
      await stranger(house, way),
    ]
    await facilitator.goTo(`${at}/meetings/new`)
    const planned = { title: `A family tells, ${way}`, day: day(3), starts: '18:00', ends: '19:00', place: 'Town Hall' }
    for (const [field, value] of Object.entries({ ...planned }))
      await facilitator.page.locator(`[name="${field}"]`).fill(value)
    await facilitator.page.locator('[name="openness"][value="closed"]').check()
    await facilitator.page.getByRole('button', { name: 'Call this meeting' }).click()
    await facilitator.sees(/There is a problem/)
    if (way === withScript) expect(await faultsOf(facilitator.page)).toEqual([])
    expect(await facilitator.page.locator('[name="title"]').inputValue()).toBe(planned.title)
    await facilitator.send('Call this meeting', { closedGround: /§ 14/, closedWords: 'A child’s health is spoken of.' })
    const meeting = pathIn(facilitator)
    await facilitator.send('Add to the agenda', { title: 'What happened at the church' })
    await outside.goTo(meeting)
    for (const said of ['Closed by Jon Marsh', /§ 14: private matters of a person/, 'A child’s health is spoken of.'])
      await outside.sees(said)
    expect(await outside.page.locator('main').innerText()).not.toContain('What happened at the church')
    await sofie.goTo(meeting)
    await sofie.sees('What happened at the church')
    await sofie.sees('You are called.')
    await sofie.follow('Say whether you come')
    await sofie.send('Save my answer', { answer: 'coming' })
    await sofie.sees('Your answer: I come')
    if (way === withScript) await looksWellInTheDark(house, 'sofie', [meeting])
  },
)

it.each([
  { way: withScript, who: 'zara', name: 'Zara Iqbal' },
  { way: without, who: 'otto', name: 'Otto Lind' },
] as const)(
  'a resident books a talk, and only the politician sees that she comes, $way',
  async ({ way, who, name }) => {
    const [resident, idris, outside] = [await as(who, way), await as('idris', way), await stranger(house, way)]
    await resident.goTo('/talks')
    await resident.follow(/Østre School at half past seven/)
    await resident.send('Book a place')
    await resident.sees('You have a place.')
    const talk = pathIn(resident)
    await outside.goTo(talk)
    expect(await outside.page.locator('main').innerText()).not.toContain(name)
    await idris.goTo(talk)
    await idris.sees(name)
    if (way === withScript) await looksWellInTheDark(house, who, [talk])
  },
)

it.each([
  { way: withScript, who: 'clerk', title: 'The bus stop without a light' },
  { way: without, who: 'facilitator', title: 'A dog that frightens the small ones' },
] as const)(
  'staff enter a letter for somebody: labelled, and only so many a day, $way',
  async ({ way, who, title }) => {
    const staff = await as(who, way)
    await staff.goTo(`${at}/ideas/by-staff`)
    await staff.sees(/You have \d+ left/)
    const left = leftOn(await staff.page.locator('main').innerText())
    await staff.page.locator('[name="channel"][value="paper"]').check()
    await staff.page.locator('[name="title"]').fill(title)
    await staff.page
      .locator('[name="text"]')
      .fill('I am 81 and do not write on computers. My grandson waits there each morning.')
    await staff.page.getByRole('button', { name: 'Add it for this person' }).click()
    await staff.page.waitForLoadState()
    const anyway = staff.page.getByRole('button', { name: 'It is another one: add it for this person' })
    if ((await anyway.count()) > 0) await anyway.click()
    await staff.sees('Its number is')
    await staff.sees('Came on paper')
    expect(await staff.page.locator('main').innerText()).toContain('Somebody who told it to staff')
    const idea = pathIn(staff)
    await staff.goTo(`${at}/ideas/by-staff`)
    expect(leftOn(await staff.page.locator('main').innerText())).toBe(left - 1)
    if (way === withScript) await looksWellInTheDark(house, who, [`${at}/ideas/by-staff`, idea])
  },
)

function as(who: PersonKey, way: Way = withScript): Promise<Person> {
  return lindhavner(house, who, way)
}

/** Runs the whole of today, so that it has begun whenever the test runs. */
async function callToday(
  person: Person,
  words: { readonly title: string; readonly openness: 'open' },
): Promise<string> {
  await person.goTo(`${at}/meetings/new`)
  await person.send('Call this meeting', { ...words, day: day(0), starts: '00:00', ends: '23:59', place: 'Town Hall' })
  return pathIn(person)
}

function pathIn({ page }: Person): string {
  return new URL(page.url()).pathname.replace(/^\/en\/[^/]+/, '')
}

function leftOn(text: string): number {
  return Number(/You have (\d+) left/.exec(text)?.[1] ?? 'NaN')
}
