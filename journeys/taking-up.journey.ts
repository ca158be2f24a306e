import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import { lindhavner, looksWellInTheDark, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import type { Person, Way } from './person.ts'

/** The chair takes up what residents agree on; a councillor replies to what divides them, and somebody who voted is told. */

const at = pathOf(school)
const agreedOn = 'Every school needs a safe place to leave a bicycle.'
const dividing = 'The speed limit on all school routes should be 30.'
const text = 'Each school gets a roof for bicycles by the summer of 2028.'
const reply = 'Thirty on the hill too? Tell me how the bus keeps its times.'

describe.each<Way>(['with JavaScript', 'without JavaScript'])('what to take up, %s', (way) => {
  let house: LindhavnHouse

  beforeAll(async () => {
    house = await openLindhavn([school])
    // What people are told of the months before the story would be in the way of what they are told in it.
    await house.database.queueSql("delete from pgboss.job where name in ('notices.tell', 'mail.send')")
  })
  afterAll(() => house.close())

  it('is drafted by the chair and then stands as taken up', async () => {
    const yasmin = await lindhavner(house, 'yasmin', way)
    await yasmin.goTo(`${at}/take-up`)
    await yasmin.sees('Results are not shown yet')
    await votesOnFive(yasmin)
    await yasmin.goTo('/desk')
    await yasmin.follow(/^What to take up/)
    expect(await listed(yasmin, 'agreed')).toContain(agreedOn)
    expect(await listed(yasmin, 'taken')).not.toContain(agreedOn)
    await yasmin.follow(new RegExp(`^Draft a clause from it about: ${agreedOn}`))
    await yasmin.send('Put the clause into the text', {
      clauses: text,
      section: 'new',
      heading: 'A roof for bicycles',
    })
    await yasmin.sees('The clause is in the text, and says where it comes from.')
    await yasmin.sees(agreedOn)
    await yasmin.goTo(`${at}/take-up`)
    expect(await listed(yasmin, 'agreed')).not.toContain(agreedOn)
    expect(await listed(yasmin, 'taken')).toContain(agreedOn)
    await yasmin.follow(/^In recommendation \d+: A roof for bicycles/)
    await yasmin.sees(text)

    // What divides goes on the next meeting's agenda in one press, and once.
    await yasmin.goTo(`${at}/take-up`)
    await yasmin.send(new RegExp(`^Put it on the agenda of .* about: ${dividing}`))
    await yasmin.sees(dividing)
    await yasmin.goTo(`${at}/take-up`)
    await yasmin.sees(/On the agenda of/)
    await yasmin.leave()
  })

  it('is answered by a councillor, and who voted on it is told', async () => {
    const viktor = await lindhavner(house, 'viktor', way)
    await votesOnFive(viktor, 6)
    const tomas = await lindhavner(house, 'tomas', way)
    await votesOnFive(tomas, 6)
    await tomas.goTo(`${at}/statements/results`)
    await tomas.follow('What to take up')
    await tomas.follow(new RegExp(`^Reply by name about: ${dividing}`))
    await tomas.send('Send this reply', { text: reply })
    await tomas.sees(reply)
    await expect
      .poll(
        async () => {
          await viktor.page.goto(`/en/${house.town.place.slug}/me`)
          return viktor.page.locator('main').innerText()
        },
        { timeout: 40_000, interval: 1000 },
      )
      .toContain(`replied to a statement you voted on or follow: “${dividing}”`)
    await viktor.follow(new RegExp(`replied to a statement you voted on or follow: “${dividing}”`))
    await viktor.sees(reply)
    await viktor.goTo(`${at}/statements/map`)
    await viktor.sees(reply)
    await tomas.leave()
    await viktor.leave()
  })

  it('looks well on a phone in the dark', async () => {
    await looksWellInTheDark(house, 'yasmin', [`${at}/take-up`])
  })
})

async function votesOnFive(who: Person, from = 2): Promise<void> {
  for (const number of [0, 1, 2, 3, 4]) {
    await who.goTo(`${at}/statements/${from + number}`)
    await who.send(/^Agree/)
  }
}

async function listed({ page }: Person, part: string): Promise<string> {
  const section = page.locator(`section[aria-labelledby="${part}"]`)
  return (await section.count()) === 0 ? '' : section.innerText()
}
