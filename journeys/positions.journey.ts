import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import { lindhavner, looksWellInTheDark, openLindhavn, pathOf, stranger, type LindhavnHouse } from './lindhavn.ts'
import type { Person, Way } from './person.ts'

/** A councillor says by name what she thinks of statements; who voted on them is told, and reads it beside them and on the map. */

const at = pathOf(school)
const reason = 'Two adults for a street cost less than one crossing with lights.'
const later = 'Parents on Mill Street showed me where they would stop.'

describe.each<Way>(['with JavaScript', 'without JavaScript'])('positions of politicians, %s', (way) => {
  describe('one after the other', { shuffle: false }, () => tellOf(way))
})

function tellOf(way: Way): void {
  let house: LindhavnHouse
  let birgit: Person
  let viktor: Person

  beforeAll(async () => {
    house = await openLindhavn([school])
    // What people are told of the months before the story would be in the way of what they are told in it.
    await house.database.queueSql("delete from pgboss.job where name in ('notices.tell', 'mail.send')")
    birgit = await lindhavner(house, 'birgit', way)
    viktor = await lindhavner(house, 'viktor', way)
  })
  afterAll(async () => {
    await birgit.leave()
    await viktor.leave()
    await house.close()
  })

  it('are taken by a councillor who has read the map, on three statements, one with a reason', async () => {
    await votesOn(viktor, [5, 6, 7, 8, 9])
    await votesOn(birgit, [5, 6, 7, 8, 9])
    await birgit.goTo(`${at}/statements/map`)
    expect(await onTheMap(birgit)).not.toContain('Birgit Toft')
    await birgit.follow('What they said, statement by statement')
    await birgit.sees('You have taken a public position on 4 of 10 statements. It is not your vote.')
    for (const [number, words] of [
      [6, { position: 'agree', reason }],
      [7, { position: 'agree' }],
      [8, { position: 'disagree' }],
    ] as const) {
      await birgit.follow(`Take a position on statement ${number}`)
      await birgit.sees('Your vote stays secret')
      await birgit.send('Publish my position', words)
      await birgit.sees('Everybody who has voted on this statement can read your position.')
      await birgit.follow('Politicians and residents side by side')
    }
    await birgit.sees('You have taken a public position on 7 of 10 statements.')
  })

  it('are changed, and what was said before stays', async () => {
    await birgit.follow('You: pass. Change it')
    await birgit.send('Publish the change', { position: 'agree', reason: later })
    await birgit.sees('Your new position is public. What you said before stays readable.')
    await birgit.sees('What she or he said before')
    await birgit.sees(later)
  })

  it('are told to a resident who voted, and read beside the statement, on the map and in the record', async () => {
    await expect
      .poll(
        async () => {
          await viktor.page.goto(`/en/${house.town.place.slug}/me`)
          return viktor.page.locator('main').innerText()
        },
        { timeout: 40_000, interval: 1000 },
      )
      .toContain('Birgit Toft says in public what she or he thinks of statements')
    await viktor.follow(/^Birgit Toft says in public what she or he thinks of statements/)
    await viktor.sees(/\d+ points? of 100/)
    await viktor.sees('Birgit Toft')
    await viktor.goTo(`${at}/statements/6`)
    await viktor.sees(reason)
    expect(await viktor.page.getByRole('button', { name: 'Publish my position' }).count()).toBe(0)
    await viktor.goTo(`${at}/statements/map`)
    expect(await onTheMap(viktor)).toMatch(/Birgit Toft\s+7\s/)
    await viktor.follow('Birgit Toft')
    await viktor.sees(later)
  })

  it('lead nobody who has not voted: a visitor reads none of them while people vote', async () => {
    const visitor = await stranger(house, way)
    for (const path of [`${at}/statements/6`, `${at}/statements/positions`, '/people/birgit-toft/record']) {
      await visitor.goTo(path)
      expect(await visitor.page.locator('main').innerText(), path).not.toContain(reason)
    }
    await visitor.goTo('/people/birgit-toft')
    await visitor.sees(/positions are shown to everybody when voting closes/)
    await visitor.leave()
  })

  it('look well on a phone in the dark', async () => {
    await looksWellInTheDark(house, 'birgit', [
      `${at}/statements/positions`,
      `${at}/statements/6`,
      '/people/birgit-toft',
    ])
  })
}

async function votesOn(who: Person, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await who.goTo(`${at}/statements/${number}`)
    await who.send(/^Agree/)
  }
}

/** Near which group each politician is. */
async function onTheMap({ page }: Person): Promise<string> {
  return page.locator('section[aria-labelledby="politicians"]').innerText()
}
