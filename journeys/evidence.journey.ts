import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { school } from '../app/demo/lindhavn/cases/school.ts'
import { day } from './days.ts'
import { lindhavner, openLindhavn, pathOf, type LindhavnHouse } from './lindhavn.ts'
import { faultsOf } from './look.ts'
import { type Person, type Way } from './person.ts'

/**
 * A pupil orders a fact, an officer answers, a woman in a wheelchair knows better, and a second answer stands beside the first.
 * Then two residents ask the mayor, who answers both nearly the same; one of them says that it is no answer.
 */

const at = pathOf(school)
const names = ['sofie', 'clerk', 'officer', 'karen', 'jens', 'ragna', 'idris'] as const
type People = Record<(typeof names)[number], Person>

describe.each<Way>(['with JavaScript', 'without JavaScript'])('what we need to know, %s', (way) => {
  let house: LindhavnHouse
  let people: People

  beforeAll(async () => {
    house = await openLindhavn([school], { isAllTold: true })
    const known: [string, Person][] = []
    for (const name of names) {
      known.push([name, await lindhavner(house, name, way)])
    }
    people = Object.fromEntries(known) as People // one entry per name
  })

  afterAll(() => house.close())

  it('a fact is ordered, answered, contested, and a second answer stands beside it', async () => {
    const path = await order(people)
    await answer(people, path)
    await contest(people, path, way)
    await stand(people, path)
  })

  it('two ask the mayor; nearly the same answer is flagged, and her clock runs again after a no', async () => {
    const [first, second] = await ask(people)
    await answerAlike(people, { first, second, way })
    await judge(people, second)
  })

  it('a politician says what she heard and where she stands, and replies where people write', async () => {
    await learn(people)
  })
})

async function order({ sofie }: People): Promise<string> {
  await sofie.goTo(`${at}/evidence`)
  await sofie.send('Order this fact', {
    question: 'Which of the nine lamps in the underpass are broken, and since when?',
    why: 'Before we ask for new lamps we want to know why the old ones do not work.',
    within: '10',
  })
  await sofie.sees('The fact is ordered')
  await sofie.sees('Nobody named yet')
  return new URL(sofie.page.url()).pathname.replace(/^\/en\/[^/]+/, '')
}

async function answer({ clerk, officer, sofie }: People, path: string): Promise<void> {
  await clerk.goTo('/bench')
  await clerk.goTo(path)
  await clerk.send('Name who answers', { who: /Berit Lang/, due: day(5) })
  await clerk.sees('It is public who answers')
  await officer.goTo(path)
  await officer.send('Publish this answer', {
    text: 'Eight of nine. Seven since the storm in March, one since August.',
    sources: 'Fault list of the works department, numbers 311 to 318',
    uncertain: 'Two may only have a loose contact.',
  })
  await officer.sees('The answer is public')
  await isTold(sofie, /There is an answer to the fact you ordered or follow: “Which of the nine lamps/)
}

async function contest({ karen, officer }: People, path: string, way: Way): Promise<void> {
  await karen.goTo(path)
  await karen.page.locator('summary', { hasText: 'Contest this answer' }).click()
  await karen.page.getByRole('button', { name: 'Contest this answer' }).click()
  await karen.sees(/Say why, so that everybody can follow it/)
  if (way === 'with JavaScript') expect(await faultsOf(karen.page)).toEqual([])
  await karen.goTo(path)
  await karen.send('Contest this answer', {
    reason: 'All nine are broken. The one that works stands outside the underpass.',
    source: 'My photographs of 3 November, handed in at the town hall',
  })
  await karen.sees('The answer is contested, and everybody sees it')
  await isTold(officer, /An answer is contested: “Which of the nine lamps/)
}

async function stand({ clerk, karen }: People, path: string): Promise<void> {
  await clerk.goTo(path)
  await clerk.send('Name who answers', {
    who: /Somebody outside/,
    due: day(6),
    name: 'Asta Winge',
    position: 'Electrician, Winge and Daughter',
    interest: 'Might bid for the repair.',
    side: /^Firms$/,
    agreed: true,
  })
  await clerk.send('Publish this answer', {
    text: 'All nine. The cable was cut when the wall was mended.',
    sources: 'My own measuring on 5 November, with the officer present',
    uncertain: 'Nothing about the lamps; who cut the cable I do not know.',
    approved: true,
  })
  await clerk.sees('Two answers, side by side')
  await clerk.sees('Entered by staff for Asta Winge')
  await karen.goTo(path)
  await karen.send('It is settled', { words: 'Now it says all nine.' })
  await karen.sees('Settled, says the one who contested it')
}

async function ask({ jens, karen }: People): Promise<readonly [string, string]> {
  const asked = async (person: Person, question: string): Promise<string> => {
    await person.goTo(`${at}/questions`)
    await person.send('Send this question', { to: /Ragna Holm/, question })
    await person.sees('Your question is sent')
    return new URL(person.page.url()).pathname.replace(/^\/en\/[^/]+/, '')
  }
  const first = await asked(jens, 'Will there be money for the crossing at the bakery next year?')
  await karen.goTo(`${at}/questions`)
  await karen.page.locator('[name="to"]').selectOption({ label: 'Ragna Holm, Harbour List' })
  await karen.page.locator('[name="question"]').fill('Is there money for the crossing at the bakery next year?')
  await karen.page.getByRole('button', { name: 'Send this question' }).click()
  await karen.sees('Is it one of these?')
  await karen.page.getByRole('button', { name: 'I ask this too' }).first().click()
  await karen.sees('2 people ask this')
  const second = await asked(karen, 'Who sees to it that the lift at the harbour station runs again?')
  return [first, second]
}

const reply = (what: string): string =>
  `Thank you for writing to me. ${what} is important to all of us, and I will make sure that it is looked at when we talk about the budget in June.`

type Asked = { readonly first: string; readonly second: string; readonly way: Way }

async function answerAlike({ ragna, karen }: People, { first, second, way }: Asked): Promise<void> {
  await ragna.goTo(first)
  await ragna.send('Send this answer', { reply: reply('The crossing') })
  await isTold(karen, /There is an answer to “Will there be money for the crossing/)
  await ragna.goTo(second)
  await ragna.page.locator('[name="reply"]').fill(reply('The lift'))
  await ragna.page.getByRole('button', { name: 'Send this answer' }).click()
  await ragna.sees('very like your answer to somebody else')
  if (way === 'with JavaScript') expect(await faultsOf(ragna.page)).toEqual([])
  expect(await ragna.page.locator('[name="reply"]').inputValue()).toBe(reply('The lift'))
  await ragna.send('Send this answer', { again: true })
  await ragna.sees('the same as the answer to')
  await ragna.goTo(first)
  await ragna.sees('Who sees to it that the lift')
}

async function judge({ karen, ragna }: People, second: string): Promise<void> {
  await karen.goTo(second)
  await karen.send('Send what I think of it', { verdict: 'no', words: 'I asked who sees to it.' })
  await karen.sees('The question is open again')
  await karen.sees(/in 1\d days/)
  await ragna.goTo('/desk')
  await ragna.sees('A question to answer again')
}

async function learn({ idris }: People): Promise<void> {
  await idris.goTo(`${at}/notes`)
  await idris.send('Publish this note', {
    from: /Meeting 3/,
    heard: 'Nobody in the room had ever been asked about the underpass.',
    changed: 'I ask for the cable first.',
    why: 'It costs a tenth.',
  })
  await idris.sees('Your note is public')
  await idris.goTo(`${at}/positions`)
  await idris.send('Publish where I stand', {
    subject: 'The cable in the underpass before anything else',
    stance: 'for',
    reason: 'It costs a tenth of new lamps.',
  })
  await idris.sees('Everybody can read where you stand')
  await idris.goTo(`${at}/ideas/1`)
  await idris.follow('Reply by name')
  await idris.send('Send this reply', { text: 'The cable was cut. I have asked that it is mended this week.' })
  await idris.sees('Your reply is public')
  await idris.goTo('/people/idris-vane')
  await idris.sees('The cable in the underpass before anything else')
  await idris.sees('I have asked that it is mended this week')
}

/** Notices are the worker's: a moment later they stand on her own page. */
async function isTold(person: Person, news: RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await person.goTo('/me')
        return person.page.locator('main').innerText()
      },
      { timeout: 30_000, interval: 1_000 },
    )
    .toMatch(news)
}
