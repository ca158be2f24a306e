import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { giveOutline } from '../overview/index.ts'
import { foundTown } from '../platform/identity/testing.ts'
import { giveRule, raised } from '../stages/problem/testing.ts'
import { openHouse, type StoryHouse } from './house.ts'
import { townspeople, type Person, type Way } from './person.ts'

/**
 * Alice tells of a crossing, with a photo and a place she presses on the map. Bashir was about to write the same. A clerk enters
 * a letter. The facilitator puts two together; klub, who wrote the other one, objects, and they are kept apart.
 */

const names = ['alice', 'bashir', 'klub', 'chen', 'gita', 'dora'] as const
type People = Record<(typeof names)[number], Person>

const outline = {
  rings: [
    [
      [12.5, 55.6],
      [12.7, 55.6],
      [12.7, 55.7],
      [12.5, 55.7],
      [12.5, 55.6],
    ],
  ],
  places: [
    { name: 'Library', latitude: 55.65, longitude: 12.6 },
    { name: 'Harbour', latitude: 55.62, longitude: 12.66 },
  ],
} as const

describe.each<Way>(['with JavaScript', 'without JavaScript'])('experiences and ideas, %s', (way) => {
  let house: StoryHouse
  let people: People
  let at = ''

  beforeAll(async () => {
    house = await openHouse(
      async (database) => {
        const town = await foundTown(database, 'testhavn')
        await giveRule(database, town)
        await giveOutline(database, town.place.id, { actor: null, outline })
        const { slug } = await raised(database, town.people.aisha, { question: 'How do we light the way to school?' })
        at = `/problems/${slug}`
        return town
      },
      { isDemo: false },
    )
  })

  afterAll(() => house.close())

  it('are told, joined, written down, put together and kept apart', async () => {
    people = await townspeople(house, names, way)
    await tell(people.alice, at)
    await join(people.bashir, at)
    await letter(people.chen, at)
    await speak(people, at)
    await putTogether(people, at)
    await object(people, at)
  })
})

async function tell(alice: Person, at: string): Promise<void> {
  const photo = await sharp({ create: { width: 60, height: 40, channels: 3, background: '#123' } })
    .withExif({ IFD0: { Make: 'Kamera-Konrad' } })
    .jpeg()
    .toBuffer()
  await alice.goTo(`${at}/ideas`)
  await alice.sees('Nobody has written yet')
  await alice.follow('Write yours')
  const { page } = alice
  await page.getByLabel('In a few words').fill('Dark crossing at the library')
  await page.getByLabel('Tell more').fill('Cars do not see us in the morning.')
  await page.getByLabel('A photo').setInputFiles({ name: 'crossing.jpg', mimeType: 'image/jpeg', buffer: photo })
  await page.getByLabel('What does the photo show?').fill('A crossing without a lamp')
  await page.getByRole('button', { name: 'Map: press where it is' }).click({ position: { x: 150, y: 130 } })
  await alice.sees('You pressed at')
  await alice.sees('crossing.webp is kept')
  await alice.send('Add mine')
  await alice.sees('It is there for everybody to read')
  await alice.sees('Library')
  expect(await page.getByRole('img', { name: 'A crossing without a lamp' }).count()).toBe(1)
}

/** What he was about to write is there: he says so instead. */
async function join(bashir: Person, at: string): Promise<void> {
  await bashir.goTo(`${at}/ideas/new`)
  await bashir.send('Add mine', { title: 'The dark library crossing', text: 'No car sees me there in the morning.' })
  await bashir.sees('1 text is near to yours')
  await bashir.send('This says what I mean')
  await bashir.sees('You have said that this says what you mean')
  await bashir.sees('1 other says')
}

async function letter(chen: Person, at: string): Promise<void> {
  await chen.goTo(`${at}/ideas`)
  await chen.follow('Write down what somebody told you')
  await chen.sees('You have 50 left')
  await chen.send('Add it for this person', {
    channel: 'paper',
    title: 'I wait until they are over the road',
    text: 'I am eighty-one and stand at my window each morning.',
    named: /Harbour/,
  })
  await chen.sees(/Its number is \d{3}-\d{3}-\d{3}/)
  await chen.sees('By staff on behalf of somebody')
  await chen.goTo(`${at}/ideas/map`)
  await chen.sees('2 of 2 say where')
}

async function speak({ dora, alice }: People, at: string): Promise<void> {
  await dora.goTo(`${at}/ideas/1`)
  await dora.send('Add my comment', { words: 'I walked there at seven. You are right.' })
  await dora.sees('Politician')
  await alice.goTo(`${at}/ideas/1`)
  await alice.follow(/^Reply/)
  await alice.send('Add my reply', { words: 'Thank you for coming.' })
  await alice.sees('a reply to comment 1')
}

async function putTogether({ klub, gita }: People, at: string): Promise<void> {
  await klub.goTo(`${at}/ideas/new`)
  await klub.send('Add mine', { kind: 'idea', title: 'Reflectors for bags', text: 'We hand out three hundred.' })
  await gita.goTo(`${at}/ideas/3`)
  await gita.follow('Put together with one that says the same')
  await gita.send('Put them together', { into: '1', reason: 'Both are about being seen.' })
  await gita.sees('They are put together')
  await gita.goTo(`${at}/ideas`)
  await gita.sees('2 experiences and ideas')
}

async function object({ klub, gita }: People, at: string): Promise<void> {
  await klub.goTo('/me')
  await klub.goTo(`${at}/ideas/3`)
  await klub.sees('This goes on in another one')
  await klub.send('Keep them apart', { objection: 'Ours is about bags, not about lamps.' })
  await klub.sees('They are kept apart')
  await gita.goTo(`${at}/ideas/3/merge`)
  const page = gita.page
  await page.getByLabel('Its number').fill('1')
  await page.getByLabel('Why do they mean the same?').fill('Still the same.')
  await page.getByRole('button', { name: 'Put them together' }).click()
  await gita.sees('They stay apart')
  expect(await page.getByLabel('Why do they mean the same?').inputValue()).toBe('Still the same.')
}
