import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../platform/db/index.ts'
import { foundTown, type Town, type Townsperson } from '../platform/identity/testing.ts'
import { raiseProblem, sponsorProblem } from '../stages/problem/commands.ts'
import { putInto } from '../stages/problem/handovers/testing.ts'
import { giveRule } from '../stages/problem/testing.ts'
import { cookieOf, openHouse, type OpenedHouse, type StoryHouse } from './house.ts'
import { visitor, type Person, type Way } from './person.ts'

/** A town, its nation and their union: a problem goes up, a problem comes down in parts, and each place decides for itself. */

type Three = { readonly town: Town; readonly nation: Town; readonly union: Town }

let house: OpenedHouse<Three>

async function foundThree(database: Database): Promise<Three> {
  const union = await foundTown(database, 'union')
  const nation = await putInto(database, await foundTown(database, 'estrand'), union.place.id, {
    name: 'Estrand',
    level: 'nation',
  })
  const town = await putInto(database, await foundTown(database, 'lindhavn'), nation.place.id, { name: 'Lindhavn' })
  for (const place of [union, nation, town]) await giveRule(database, place)
  return { town, nation, union }
}

beforeAll(async () => {
  house = await openHouse(foundThree, { isDemo: false })
})

afterAll(() => house.close())

/** The same house, seen from one of its places. */
function at(place: keyof Three): StoryHouse {
  return { ...house, town: house.town[place] }
}

/** Three places know a Dora by the same address: a code by mail could be another place's. */
async function signedIn(place: keyof Three, who: Townsperson, way: Way): Promise<Person> {
  const { people, place: where } = house.town[place]
  const { account } = people[who]
  if (!account) throw new Error(`${who} has no account`)
  const person = await visitor(at(place), `${who} of ${where.name}`, way)
  const cookie = await cookieOf(house.database, where, account)
  await person.page.context().addCookies([{ ...cookie, url: house.running.origin }])
  return person
}

async function raised(place: Town, question: string): Promise<string> {
  const problem = await raiseProblem(house.database, place.people.alice, {
    question,
    whatHappens: 'It goes on every night.',
    whoIsAffected: 'Everybody on the quay.',
    language: 'en',
  })
  if (!problem.ok) throw new Error(problem.refusal)
  return problem.value.slug
}

/** Opens the page again until the worker has carried what it waits for. */
async function seesInTime(person: Person, path: string, text: RegExp): Promise<void> {
  const until = Date.now() + 60_000
  for (;;) {
    await person.goTo(path)
    if (text.test(await person.page.locator('main').innerText()) || Date.now() > until) break
    await new Promise((later) => setTimeout(later, 1_000))
  }
  await person.sees(text)
}

it.each<{ way: Way }>([{ way: 'with JavaScript' }, { way: 'without JavaScript' }])(
  'a problem goes up to the nation and is taken up there; the town reads by whom ($way)',
  async ({ way }) => {
    const question = `How loud may the ferry be ${way}?`
    const slug = await raised(house.town.town, question)
    const dora = await signedIn('town', 'dora', way)
    await dora.goTo(`/problems/${slug}/problem`)
    await dora.follow('This belongs to another level')
    await dora.send('Ask this place', { to: /Estrand/, reason: 'The nation grants the landing rights.' })
    await dora.sees('The place is asked.')

    const emil = await signedIn('nation', 'emil', way)
    await seesInTime(emil, '/desk', new RegExp(question.replace('?', '\\?')))
    await emil.goTo('/handovers')
    await emil.follow(question)
    await emil.sees('The nation grants the landing rights.')
    await emil.send('Take it up here', { words: 'The rights run out next year.' })
    await emil.sees('It came from Lindhavn.')

    await seesInTime(dora, `/problems/${slug}`, /In Estrand since .*: taken up by Emil/)
    await dora.follow('Read it in Estrand')
    await dora.sees(question)
    await Promise.all([dora.leave(), emil.leave()])
  },
)

it('a problem of the union is opened with parts; one member takes its part up, the other declines, and strangers read both', async () => {
  const question = 'How do towns stay cool?'
  const slug = await raised(house.town.union, question)
  const way = 'with JavaScript'
  const { dora: president } = house.town.union.people
  const taken = await sponsorProblem(house.database, president, { slug, words: 'Together.' })
  expect(taken).toMatchObject({ ok: true })

  const dora = await signedIn('union', 'dora', way)
  await dora.goTo(`/problems/${slug}/problem`)
  await dora.follow('Open parts in our members')
  await dora.send('Invite these places', { reason: 'Find out what works where you are.' }, [/Estrand/, /Lindhavn/])
  await dora.sees('2 places are asked.')

  const freja = await signedIn('nation', 'freja', way)
  await seesInTime(freja, '/handovers', /How do towns stay cool/)
  await freja.follow(question)
  await freja.send('Take it up here', { words: 'We try shade.' })
  const emil = await signedIn('town', 'emil', way)
  await seesInTime(emil, '/handovers', /How do towns stay cool/)
  await emil.follow(question)
  await emil.send('Decline with this reason', { reason: 'We have no money for it this year.' })

  const stranger = await visitor(at('union'), 'a stranger', way)
  await seesInTime(stranger, `/problems/${slug}/problem`, /1 of 2 have taken their part up[\s\S]*We have no money/)
  await seesInTime(stranger, `/problems/${slug}`, /1 of 2 invited places have taken their part up/)
  await Promise.all([dora, freja, emil, stranger].map((person) => person.leave()))
})
