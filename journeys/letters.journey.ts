import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { gasworks } from '../app/demo/lindhavn/cases/gasworks.ts'
import { lindhavner, openLindhavn, pathOf, stranger, type LindhavnHouse } from './lindhavn.ts'
import type { Person, Way } from './person.ts'

/**
 * The clerk draws more addresses and prints the letters. Rosa, who has never been here, opens hers on a phone, says yes and asks for
 * a seat; her neighbour says no. Grethe has no computer: she calls, the facilitator writes down what she says, the clerk confirms it.
 */

const at = pathOf(gasworks)

describe.each<Way>(['with JavaScript', 'without JavaScript'])('letters of invitation, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([gasworks])
  })

  afterAll(() => house.close())

  it('are drawn, printed, answered with yes and with no, and the codes are forgotten (R13, R21)', async () => {
    const else_ = await lindhavner(house, 'clerk', way)
    await else_.goTo(`${at}/people`)
    await else_.follow('Letters of invitation')
    await else_.sees('Who answered')
    await else_.send('Draw more letters', { letters: '20' })
    await else_.sees('20 letters, drawn on')
    const [mine = '', neighbours = ''] = await printed(else_)
    await else_.follow(/Draw again and compare Round 2/)
    await else_.sees('the very same letters')
    await else_.send('Confirm: everything is printed')
    await else_.sees('No code is known here any more')

    const rosa = await stranger(house, way)
    await rosa.page.setViewportSize({ width: 360, height: 740 })
    await opens(rosa, way, mine)
    await rosa.sees('What should the old gasworks become?')
    await rosa.send('Yes, go on')
    await rosa.send('Send me a code', { email: 'rosa@example.org' })
    const code = /\b\d{4} \d{4}\b/.exec(await house.mailTo('rosa@example.org', /Your code is/))?.[0] ?? ''
    await rosa.send('Sign me in', { code })
    await rosa.send(/Save and go on/, {
      name: 'Rosa Lund',
      tie: 'lives-here',
      as: 'resident',
      consent: true,
      mails: true,
    })
    await rosa.send('Yes, go on')
    await rosa.sees('You have said yes with your letter')
    await rosa.send('Ask for this seat', { profile: /Neighbour/, motivation: 'I pass it daily.', tie: 'I live here.' })
    await rosa.sees('You have asked for a seat')
    await rosa.goTo('/letter')
    await rosa.sees('You have said yes')

    const neighbour = await stranger(house, way)
    await opens(neighbour, way, neighbours)
    await neighbour.send('No, thank you', { reason: 'I am away in spring.' })
    await neighbour.sees('You have said no')
    await else_.goTo(`${at}/people/letters`)
    await Promise.all([else_.leave(), rosa.leave(), neighbour.leave()])
  })

  it('whoever calls is written down by one of staff and confirmed by another', async () => {
    const [jon, else_] = [await lindhavner(house, 'facilitator', way), await lindhavner(house, 'clerk', way)]
    await jon.goTo(`${at}/people`)
    await jon.follow('Applications without a computer')
    await jon.follow('Write down an application')
    await jon.send('Write it down', {
      way: 'phone',
      name: 'Ove Krag',
      phone: '12 34 56 78',
      profile: /Neighbour/,
      motivation: 'I can see it from my kitchen.',
      tie: 'I live in Gas Lane.',
      agreed: true,
    })
    await jon.sees('Receipt 2')
    await jon.sees('Ask a colleague to confirm it')

    await else_.goTo(`${at}/people/by-staff`)
    await else_.send(/Confirm: it counts as an application Receipt 2/)
    await else_.sees('The application counts')
    await else_.goTo(`${at}/people/applications`)
    await else_.sees('Ove Krag')
    await else_.sees('By staff on behalf of')

    await jon.goTo(`${at}/people/by-staff`)
    await jon.follow(/Write down an answer Receipt 2/)
    await jon.sees('Ove Krag, receipt 2')
    await jon.send('Write it down', { way: 'phone', answer: /Takes the application back/ })
    await jon.sees('The answer is written down')
    await jon.sees('Ask a colleague to confirm it')
    await else_.goTo(`${at}/people/by-staff`)
    await else_.send(/Confirm: it counts Receipt 2/)
    await else_.sees('The answer counts')
    await else_.follow('Letters: all are posted')
    await else_.sees('Everybody has been told')
    await Promise.all([jon.leave(), else_.leave()])
  })
})

/** Waits until the worker has made the letters, and reads their codes as a mail house would. */
async function printed({ page }: Person): Promise<readonly string[]> {
  await expect
    .poll(
      async () => {
        await page.reload()
        return page.locator('body').innerText()
      },
      { timeout: 60_000, interval: 1_000 },
    )
    .toContain('All letters are ready')
  const path = await page.getByRole('link', { name: 'Table for a mail house (CSV)' }).getAttribute('href')
  const table = await (await page.request.get(path ?? '')).text()
  return [...table.matchAll(/#([0-9A-Z]{16})/g)].map(([, code = '']) => code)
}

/** With script the picture in the letter fills the field and the code leaves the address; without, she types it. */
async function opens(person: Person, way: Way, code: string): Promise<void> {
  await person.goTo(`/letter#${code}`)
  if (way === 'without JavaScript') return person.send('Open my letter', { code: code.toLowerCase() })
  expect(await person.page.locator('[name="code"]').inputValue()).toBe(code)
  expect(person.page.url()).not.toContain(code)
  await person.send('Open my letter')
}
